namespace Readout.Ledger.Storage.Sqlite;

/// <summary>The tables of a ledger file, and the numbers that mark it as one.</summary>
internal static class Schema
{
    /// <summary>SQLite's application id: "RdOt".</summary>
    public const int ApplicationId = 0x52644F74;

    /// <summary>The version this program writes, in SQLite's user version. A change here needs a step in <see cref="Migrations"/>.</summary>
    public const int Version = 4;

    /// <summary>
    /// Steps from older versions: the n-th leads from version n + 1 to n + 2. What is kept for good is changed in place; after the last
    /// step the derived tables are made anew, empty, and the ledger derives what belongs into them.
    /// </summary>
    public static readonly IReadOnlyList<string> Migrations =
    [
        $"""
        ALTER TABLE places ADD COLUMN reading TEXT;
        CREATE INDEX places_day ON places (day);
        {Decisions}
        """,
        // Versions 3 and 4 have derived tables of their own only.
        "",
        "",
    ];

    /// <summary>
    /// What is kept for good: texts, the places they stand at, their readings, what analysts decided. <c>places.reading</c> is there
    /// only where a text was, at some moment, first known at a place that is not the first in the order of publications.
    /// </summary>
    public const string Kept = $"""
        CREATE TABLE facts (
            name TEXT NOT NULL PRIMARY KEY,
            value INTEGER NOT NULL);

        CREATE TABLE texts (
            key INTEGER PRIMARY KEY,
            hash TEXT NOT NULL UNIQUE,
            length INTEGER NOT NULL,
            place_key INTEGER,
            content TEXT NOT NULL);

        CREATE TABLE places (
            key INTEGER PRIMARY KEY,
            text_key INTEGER NOT NULL REFERENCES texts,
            article TEXT NOT NULL,
            language TEXT NOT NULL,
            title_length INTEGER NOT NULL,
            written TEXT,
            day TEXT,
            moment TEXT,
            publisher TEXT,
            url TEXT,
            reading TEXT);
        CREATE INDEX places_text ON places (text_key);
        CREATE INDEX places_article ON places (article);
        CREATE INDEX places_day ON places (day);
        CREATE INDEX places_url ON places (url) WHERE url IS NOT NULL;

        CREATE TABLE readings (
            text_key INTEGER NOT NULL REFERENCES texts,
            revision INTEGER NOT NULL,
            content TEXT NOT NULL,
            PRIMARY KEY (text_key, revision));

        {Decisions}
        """;

    /// <summary>What follows from what is kept: accounts and contacts. It may be dropped and derived anew at any time.</summary>
    public const string Derived = $"""
        CREATE TABLE accounts (
            id TEXT NOT NULL PRIMARY KEY,
            hex TEXT NOT NULL,
            text_key INTEGER NOT NULL REFERENCES texts,
            ordinal INTEGER NOT NULL,
            siblings INTEGER NOT NULL,
            group_id TEXT,
            candidates TEXT,
            contact_id TEXT,
            rule TEXT,
            because TEXT,
            decided_rule TEXT,
            decided_because TEXT,
            finding TEXT NOT NULL);
        CREATE INDEX accounts_hex ON accounts (hex);
        CREATE INDEX accounts_text ON accounts (text_key);
        CREATE INDEX accounts_group ON accounts (group_id);
        CREATE INDEX accounts_contact ON accounts (contact_id);

        CREATE TABLE contacts (
            id TEXT NOT NULL PRIMARY KEY,
            group_id TEXT NOT NULL,
            kind TEXT NOT NULL,
            status TEXT NOT NULL,
            participants TEXT NOT NULL,
            date TEXT,
            inferred INTEGER NOT NULL,
            first TEXT,
            last TEXT,
            sort_day TEXT NOT NULL,
            duration TEXT,
            bound TEXT,
            place TEXT,
            articles INTEGER NOT NULL,
            origins INTEGER NOT NULL,
            conflicts INTEGER NOT NULL,
            candidates TEXT NOT NULL,
            plan INTEGER NOT NULL,
            decisions TEXT NOT NULL);
        CREATE INDEX contacts_group ON contacts (group_id);
        CREATE INDEX contacts_day ON contacts (sort_day, id);

        {SqlitePlacings.Create}

        {SqliteSketches.Create}
        """ + SearchSchema.Create;

    /// <summary>Takes the derived tables away.</summary>
    public const string DropDerived = """
        DROP TABLE IF EXISTS leanings;
        DROP TABLE IF EXISTS placings;
        DROP TABLE IF EXISTS cells;
        DROP TABLE IF EXISTS accounts;
        DROP TABLE IF EXISTS contacts;
        DELETE FROM facts WHERE name = 'derivation';
        """ + SqliteSketches.Drop + SearchSchema.Drop;

    private const string Decisions = """
        CREATE TABLE decisions (
            id TEXT NOT NULL PRIMARY KEY,
            content TEXT NOT NULL);
        """;
}
