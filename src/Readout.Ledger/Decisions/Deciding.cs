using System.Collections.Immutable;
using Readout.Ledger.Queries;
using Readout.Reading;
using Readout.Reading.Articles;

namespace Readout.Ledger.Decisions;

/// <summary>Makes decisions about contacts as they stand; nothing counts before it is given to the ledger.</summary>
/// <param name="By">Who decides.</param>
/// <param name="Reason">Why.</param>
/// <param name="At">When.</param>
public sealed record Deciding(string By, string Reason, Publication At)
{
    /// <summary>Contacts are one.</summary>
    /// <param name="contacts">Two or more different contacts.</param>
    public Decision Merge(params IReadOnlyCollection<Contact> contacts) =>
        Checked(New(DecisionKind.Merge) with { Parts = [.. contacts.Select(AccountsOf)] });

    /// <summary>Accounts leave their contact, and are one of their own.</summary>
    /// <param name="contact">The contact.</param>
    /// <param name="leaving">Some of its accounts, not all.</param>
    public Decision Split(Contact contact, IReadOnlyCollection<string> leaving) => Checked(New(DecisionKind.Split) with
    {
        Parts = [[.. leaving.Distinct(StringComparer.Ordinal)], [.. AccountsOf(contact).Where(a => !leaving.Contains(a))]],
    });

    /// <summary>Accounts tell of no contact.</summary>
    /// <param name="accounts">The accounts.</param>
    public Decision Reject(IReadOnlyCollection<string> accounts) => Checked(New(DecisionKind.Reject) with { Parts = [[.. accounts]] });

    /// <summary>A field has a value.</summary>
    /// <param name="contact">The contact.</param>
    /// <param name="field">The field.</param>
    /// <param name="value">Its value, as files write it; for participants, names joined by <c>; </c>.</param>
    /// <param name="bound">For a duration, how it bounds the true one; null means exactly.</param>
    public Decision Set(Contact contact, ContactField field, string value, DurationBound? bound = null) => Checked(New(DecisionKind.Set) with
    {
        Parts = [AccountsOf(contact)],
        Field = field,
        Value = value.Trim(),
        Bound = bound,
    });

    /// <summary>A contact is right as it stands: its accounts are one, and it is none of those that it might also fit.</summary>
    /// <param name="contact">The contact.</param>
    /// <param name="candidates">The contacts that it might also fit, where it was left apart.</param>
    public Decision Confirm(Contact contact, params IReadOnlyCollection<Contact> candidates) =>
        Checked(New(DecisionKind.Confirm) with { Parts = [AccountsOf(contact), .. candidates.Select(AccountsOf)] });

    /// <summary>A decision is without effect.</summary>
    /// <param name="decision">The decision; an undoing can be undone too.</param>
    public Decision Undo(Decision decision) => Checked(New(DecisionKind.Undo) with { Undoes = decision.Id });

    private Decision New(DecisionKind kind) => new() { Id = "", Kind = kind, Reason = Reason.Trim(), By = By.Trim(), At = At };

    private static Decision Checked(Decision decision) => DecisionCheck.Problem(decision) is { } problem
        ? throw new DecisionException("this decision " + problem)
        : DecisionLines.Named(decision);

    private static ImmutableArray<string> AccountsOf(Contact contact) => [.. contact.Accounts.Select(a => a.Id)];
}

/// <summary>A decision makes no sense; the message can be shown as it is.</summary>
public sealed class DecisionException(string message) : Exception(message);
