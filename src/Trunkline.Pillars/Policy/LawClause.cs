using Trunkline.Domain;
using Trunkline.Register;

namespace Trunkline.Pillars;

/// <summary>A place in a source that says what the law is.</summary>
/// <param name="Claim">Id in the register.</param>
/// <param name="Source">Title of the source.</param>
/// <param name="Locator">Section, page or row.</param>
/// <param name="Says">The claim in our own words.</param>
public sealed record LawClause(string Claim, string Source, string Locator, Bilingual Says)
{
    internal static IReadOnlyList<LawClause> Of(PolicyRegister register, IEnumerable<string> claims) =>
    [
        .. from id in claims
           let evidence = register.FindClaim(id)
           where evidence is not null
           select new LawClause(id, evidence.Source.Title, evidence.Claim.Locator, evidence.Claim.Says),
    ];
}

/// <summary>An entry of the register that a plan rests on.</summary>
/// <param name="From">First day on which the law said so.</param>
/// <param name="Before">First day on which it no longer did; null where it still does.</param>
/// <param name="Overlay">The overlay that it rests on instead of the law; null for law.</param>
public sealed record LawEntry(string Entry, DateOnly? From, DateOnly? Before, string? Overlay, IReadOnlyList<LawClause> Clauses)
{
    internal static LawEntry Of(PolicyRegister register, StandingEntry standing) => new(
        standing.Entry.Id, standing.Entry.Law.From, standing.Entry.Law.Before, standing.Overlay, LawClause.Of(register, standing.Entry.Evidence));
}

/// <summary>What happened between two days that changed a parameter.</summary>
/// <param name="Policy">The work to which it happened, or the one that did it.</param>
/// <param name="Kind">Kind of the event, for example <c>amended</c>, or of the relation, for example <c>repeals</c>.</param>
/// <param name="Provision">Section of the work that did it; null for an event.</param>
/// <param name="Note">What the register says of the event; null where it says nothing.</param>
public sealed record LawCause(string Policy, Bilingual Titles, string Kind, DateOnly Day, string? Provision, Bilingual? Note, IReadOnlyList<LawClause> Clauses)
{
    /// <summary>Events of a work, and what other works did to it, on any of some days.</summary>
    internal static IReadOnlyList<LawCause> On(PolicyRegister register, PolicyRecord record, IReadOnlySet<DateOnly> days) =>
    [
        .. from happened in record.Document.Events
           where days.Contains(happened.Date)
           select new LawCause(record.Id, record.Document.Titles, Word(happened.Kind.ToString()), happened.Date, null, happened.Note, LawClause.Of(register, happened.Evidence)),
        .. from other in register.Records
           from relation in other.Document.Relations
           where relation.Target == record.Id && days.Contains(relation.From)
           select new LawCause(other.Id, other.Document.Titles, Word(relation.Kind.ToString()), relation.From, relation.Provision, null, []),
    ];

    private static string Word(string name) => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(name);
}
