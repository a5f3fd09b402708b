using System.Text.Encodings.Web;
using System.Text.Json;
using Readout.Reading.Format;

namespace Readout.Ledger.Queries;

/// <summary>Writes contacts in the ledger format: one JSON object a line, UTF-8, LF.</summary>
public static class LedgerExport
{
    private static readonly JsonWriterOptions Options = new()
    {
        // Not for HTML pages: readable letters of every language matter more here.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Indented = false,
    };

    /// <summary>Writes contacts, a line each.</summary>
    /// <param name="contacts">The contacts, in the order in which they are to stand.</param>
    /// <param name="output">Where to write; not closed.</param>
    public static void Write(IEnumerable<Contact> contacts, Stream output)
    {
        using var json = new Utf8JsonWriter(output, Options);
        foreach (var contact in contacts)
        {
            WriteContact(json, contact);
            json.Flush();
            output.WriteByte((byte)'\n');
            json.Reset();
        }
    }

    private static void WriteContact(Utf8JsonWriter json, Contact contact)
    {
        json.WriteStartObject();
        json.WriteString("id", contact.Id);
        json.WriteString("kind", contact.Kind.Name());
        json.WriteString("status", contact.Status.Name());
        WriteStrings(json, "participants", contact.Participants.Select(p => p.Name));
        json.WriteString("date", contact.Date);
        json.WriteBoolean("dateInferred", contact.DateInferred);
        json.WriteString("duration", contact.Duration);
        json.WriteString("durationBound", contact.DurationBound?.Name());
        json.WriteString("place", contact.Place);
        json.WriteString("initiator", contact.Initiator);
        json.WriteNumber("origins", contact.Origins.Length);
        json.WriteStartArray("accounts");
        foreach (var account in contact.Accounts)
        {
            // One telling, but each place it stands at is an article that a reader may hold in hand.
            WriteAccount(json, account, account.Place);
            foreach (var place in account.OtherPlaces) WriteAccount(json, account, place);
        }
        json.WriteEndArray();
        json.WriteStartObject("fields");
        foreach (var field in contact.Fields) WriteField(json, field);
        json.WriteEndObject();
        if (contact.Unresolved) WriteStrings(json, "candidates", contact.Candidates);
        if (!contact.Decisions.IsEmpty) WriteStrings(json, "decisions", contact.Decisions.Select(d => d.Id));
        json.WriteEndObject();
    }

    private static void WriteAccount(Utf8JsonWriter json, ContactAccount account, ArticlePlace place)
    {
        json.WriteStartObject();
        json.WriteString("id", account.Id);
        json.WriteString("article", place.Article);
        json.WriteString("published", place.Published);
        json.WriteString("publisher", place.Publisher);
        json.WriteString("url", place.Url);
        EvidenceJson.All(json, "evidence", account.Finding.Evidence);
        json.WriteString("merged", account.Merged.Rule);
        if (account.Reprint is { } reprint) json.WriteString("reprintOf", reprint.Of.Article);
        json.WriteEndObject();
    }

    private static void WriteField(Utf8JsonWriter json, ResolvedField field)
    {
        json.WriteStartObject(field.Field.Name());
        json.WriteString("resolved", field.Resolved);
        if (field.Bound is { } bound) json.WriteString("bound", bound.Name());
        json.WriteString("agreement", field.Agreement.Name());
        json.WriteString("rule", field.Rule);
        if (field.Decision is { } decision) json.WriteString("decision", decision);
        json.WriteStartArray("claims");
        foreach (var claim in field.Claims) WriteClaim(json, claim);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteClaim(Utf8JsonWriter json, AttributedClaim claim)
    {
        json.WriteStartObject();
        json.WriteString("value", claim.Claim.Value);
        if (claim.Claim.Bound is { } bound) json.WriteString("bound", bound.Name());
        if (claim.Inferred) json.WriteBoolean("inferred", true);
        json.WriteString("article", claim.Place.Article);
        json.WriteString("account", claim.AccountId);
        WriteStrings(json, "relay", claim.Claim.Relay);
        EvidenceJson.One(json, "evidence", claim.Claim.Evidence);
        json.WriteEndObject();
    }

    private static void WriteStrings(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values) json.WriteStringValue(value);
        json.WriteEndArray();
    }
}
