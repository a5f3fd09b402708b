namespace Readout.Ledger.Storage.Sqlite;

/// <summary>
/// The tables that answer questions quickly. All of them are derived: they may be emptied at any time, and are filled again from texts,
/// readings and contacts that are marked as stale. Triggers do the marking, so whatever writes a ledger need not know of them.
/// <para>What is <c>told</c> on a day was published then, <c>until</c> is when it was told of last (or how far ahead), and the column after
/// them is the width of that span (<see cref="Spans"/>), by which a question as of a day finds what the day parts.</para>
/// </summary>
internal static class SearchSchema
{
    /// <summary>Takes the tables away.</summary>
    public const string Drop = """
        DROP TRIGGER IF EXISTS stale_place;
        DROP TRIGGER IF EXISTS stale_place_gone;
        DROP TRIGGER IF EXISTS stale_canonical_place;
        DROP TRIGGER IF EXISTS stale_text_gone;
        DROP TRIGGER IF EXISTS stale_reading;
        DROP TABLE IF EXISTS terms;
        DROP TABLE IF EXISTS contact_terms;
        DROP TABLE IF EXISTS contact_entries;
        DROP TABLE IF EXISTS text_terms;
        DROP TABLE IF EXISTS sightings;
        DROP TABLE IF EXISTS bare_offices;
        DROP TABLE IF EXISTS text_entries;
        DROP TABLE IF EXISTS search;
        DROP TABLE IF EXISTS stale_texts;
        DROP TABLE IF EXISTS stale_contacts;
        """;

    /// <summary>Makes the tables, and marks what the ledger holds already as stale.</summary>
    public const string Create = """
        CREATE TABLE terms (
            key INTEGER PRIMARY KEY,
            facet INTEGER NOT NULL,
            folded TEXT NOT NULL,
            value TEXT NOT NULL,
            UNIQUE (facet, folded, value));
        CREATE INDEX terms_value ON terms (facet, value);

        CREATE TABLE contact_terms (
            term INTEGER NOT NULL,
            wide INTEGER NOT NULL,
            day INTEGER NOT NULL,
            contact INTEGER NOT NULL,
            told INTEGER NOT NULL,
            PRIMARY KEY (term, wide, day, contact)) WITHOUT ROWID;

        CREATE TABLE contact_entries (
            contact INTEGER PRIMARY KEY,
            id TEXT NOT NULL,
            wide INTEGER NOT NULL,
            day INTEGER NOT NULL,
            last INTEGER NOT NULL,
            told INTEGER NOT NULL,
            until INTEGER NOT NULL,
            telling INTEGER,
            ahead INTEGER,
            terms TEXT NOT NULL);
        CREATE INDEX contact_entries_told ON contact_entries (telling, told, until) WHERE telling IS NOT NULL;
        CREATE INDEX contact_entries_ahead ON contact_entries (ahead, told, day) WHERE ahead IS NOT NULL;

        CREATE TABLE text_terms (
            term INTEGER NOT NULL,
            text_key INTEGER NOT NULL,
            ordinal INTEGER NOT NULL,
            PRIMARY KEY (term, text_key, ordinal)) WITHOUT ROWID;
        CREATE INDEX text_terms_text ON text_terms (text_key);

        CREATE TABLE sightings (
            term INTEGER NOT NULL,
            day INTEGER NOT NULL,
            text_key INTEGER NOT NULL,
            PRIMARY KEY (term, day, text_key)) WITHOUT ROWID;
        CREATE INDEX sightings_text ON sightings (text_key);

        CREATE TABLE text_entries (
            text_key INTEGER PRIMARY KEY,
            document INTEGER NOT NULL UNIQUE,
            told INTEGER NOT NULL,
            until INTEGER NOT NULL,
            telling INTEGER);
        CREATE INDEX text_entries_told ON text_entries (telling, told, until) WHERE telling IS NOT NULL;

        CREATE TABLE bare_offices (
            text_key INTEGER PRIMARY KEY,
            told INTEGER NOT NULL,
            until INTEGER NOT NULL,
            telling INTEGER NOT NULL);
        CREATE INDEX bare_offices_told ON bare_offices (telling, told, until);

        CREATE VIRTUAL TABLE search USING fts5 (
            words, names, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2');

        CREATE TABLE stale_texts (text_key INTEGER PRIMARY KEY);
        CREATE TABLE stale_contacts (id TEXT PRIMARY KEY) WITHOUT ROWID;

        CREATE TRIGGER stale_place AFTER INSERT ON places BEGIN
            INSERT OR IGNORE INTO stale_texts VALUES (new.text_key); END;
        CREATE TRIGGER stale_place_gone AFTER DELETE ON places BEGIN
            INSERT OR IGNORE INTO stale_texts VALUES (old.text_key); END;
        CREATE TRIGGER stale_canonical_place AFTER UPDATE OF place_key ON texts BEGIN
            INSERT OR IGNORE INTO stale_texts VALUES (new.key); END;
        CREATE TRIGGER stale_text_gone AFTER DELETE ON texts BEGIN
            INSERT OR IGNORE INTO stale_texts VALUES (old.key); END;
        CREATE TRIGGER stale_reading AFTER INSERT ON readings BEGIN
            INSERT OR IGNORE INTO stale_texts VALUES (new.text_key); END;
        CREATE TRIGGER stale_account_moved AFTER UPDATE OF contact_id ON accounts BEGIN
            INSERT OR IGNORE INTO stale_contacts SELECT old.contact_id WHERE old.contact_id IS NOT NULL;
            INSERT OR IGNORE INTO stale_contacts SELECT new.contact_id WHERE new.contact_id IS NOT NULL; END;
        CREATE TRIGGER stale_account_gone AFTER DELETE ON accounts WHEN old.contact_id IS NOT NULL BEGIN
            INSERT OR IGNORE INTO stale_contacts VALUES (old.contact_id); END;
        CREATE TRIGGER stale_contact AFTER INSERT ON contacts BEGIN
            INSERT OR IGNORE INTO stale_contacts VALUES (new.id); END;
        CREATE TRIGGER stale_contact_changed AFTER UPDATE ON contacts BEGIN
            INSERT OR IGNORE INTO stale_contacts VALUES (new.id); END;
        CREATE TRIGGER stale_contact_gone AFTER DELETE ON contacts BEGIN
            INSERT OR IGNORE INTO stale_contacts VALUES (old.id); END;

        INSERT INTO stale_texts SELECT key FROM texts;
        INSERT INTO stale_contacts SELECT id FROM contacts;
        """;
}
