using Trunkline.Domain;

namespace Trunkline.Register;

public enum InstrumentKind
{
    TaxCredit,
    Grant,
    Loan,
    Regulation,
    Permit,
    Prohibition,
    Target,
    Strategy,
    Agreement,
    Tax,
    Certification,
    PropertyRule,
    LiabilityRule,

    /// <summary>Nobody has said. Only an imported account may leave it so.</summary>
    Unknown,
}

/// <summary>The shelf on which a policy database keeps it.</summary>
public enum PolicyCategory
{
    Strategic,
    Incentive,
    Regulatory,
    Technical,
    International,
}

public enum ValueChainStage
{
    Capture,
    Removal,
    Transport,
    Storage,
    Use,
}

public enum BindingLevel
{
    Treaty,
    Statute,
    Regulation,
    ExecutiveOrder,
    Guidance,
    Strategy,

    /// <summary>Nobody has said. Only an imported account may leave it so.</summary>
    Unknown,
}

/// <summary>What became of the document. Says nothing about legal force, which follows from the events.</summary>
public enum DocumentStatus
{
    Announced,
    Draft,
    Adopted,
    Published,
    Withdrawn,

    /// <summary>Nobody has said. Only an imported account may leave it so.</summary>
    Unknown,
}

public enum EventKind
{
    Announced,
    DraftReleased,
    Proposed,
    Adopted,
    Ratified,
    Published,
    Amended,
    InForce,
    Suspended,
    Resumed,
    Repealed,
    Expired,
    Withdrawn,
}

public enum DatePrecision
{
    Day,
    Month,
    Year,
}

public enum RelationKind
{
    Amends,
    Repeals,
    Replaces,
    Implements,
    Funds,
    Interprets,
    Transposes,
    Supersedes,
}

/// <summary>Whether a policy binds on a day; derived from events.</summary>
public enum LegalForce
{
    /// <summary>It never had legal force up to that day.</summary>
    None,
    InForce,
    Suspended,
    Ended,

    /// <summary>The only dates known are a month or a year, and the day lies within it.</summary>
    Uncertain,
}

/// <summary>One work of law or policy: the content of <c>policy.json</c>.</summary>
/// <param name="Id">For example <c>us.45q</c>.</param>
/// <param name="Jurisdiction">Folder above the record: one of <see cref="Jurisdictions"/>.</param>
/// <param name="Sectors">Sectors it is about; empty means all.</param>
/// <param name="Events">What happened to it, oldest first.</param>
/// <param name="Conflicts">Where sources disagree, and which reading is used.</param>
/// <param name="NotModelled">Clauses that the engine does not compute.</param>
/// <param name="Clusters">Groups of policies that readers know by a name.</param>
/// <param name="Facilities">Facilities that were awarded something under it, by name.</param>
/// <param name="Stacking">Which other benefits it goes together with.</param>
/// <param name="Revision">Which account of the policy this is; null means the first.</param>
/// <param name="Retired">Set where the record is no longer kept up.</param>
public sealed record PolicyDocument(
    string Id,
    string Jurisdiction,
    Bilingual Titles,
    InstrumentKind InstrumentKind,
    IReadOnlyList<ValueChainStage> ValueChain,
    IReadOnlyList<string> Sectors,
    BindingLevel BindingLevel,
    DocumentStatus DocumentStatus,
    IReadOnlyList<PolicyEvent> Events,
    IReadOnlyList<PolicyRelation> Relations,
    IReadOnlyList<SourceConflict> Conflicts,
    IReadOnlyList<UnmodelledClause> NotModelled,
    PolicyCategory? Category = null,
    LawIdentity? Identity = null,
    IReadOnlyList<Bilingual>? Clusters = null,
    ImpactStatement? Impact = null,
    IReadOnlyList<RelatedFacility>? Facilities = null,
    IReadOnlyList<StackingRule>? Stacking = null,
    Provenance? Provenance = null,
    Revision? Revision = null,
    Retirement? Retired = null);

/// <summary>What the policy is said to do, in our own words; a part left out is not described.</summary>
public sealed record ImpactStatement(Bilingual? Economic = null, Bilingual? Environmental = null, Bilingual? Technical = null);

/// <summary>A facility that a public award under the policy names.</summary>
public sealed record RelatedFacility(string Name, Bilingual Role, IReadOnlyList<string> Evidence);

/// <summary>Something that happened to a policy. A date known only to the month or year is its first day, and says so.</summary>
public sealed record PolicyEvent(EventKind Kind, DateOnly Date, DatePrecision Precision, IReadOnlyList<string> Evidence, Bilingual? Note = null)
{
    /// <summary>The days on which it can have happened.</summary>
    public DateWindow Days() => new(Date, Precision switch
    {
        DatePrecision.Day => Date.AddDays(1),
        DatePrecision.Month => Date.AddMonths(1),
        _ => Date.AddYears(1),
    });

    /// <summary>The force that holds after the event, or null where the event leaves it as it was.</summary>
    public LegalForce? ForceAfter() => Kind switch
    {
        EventKind.InForce or EventKind.Resumed => LegalForce.InForce,
        EventKind.Suspended => LegalForce.Suspended,
        EventKind.Repealed or EventKind.Expired or EventKind.Withdrawn => LegalForce.Ended,
        _ => null,
    };
}

/// <summary>A dated arrow to another policy of the register.</summary>
public sealed record PolicyRelation(RelationKind Kind, string Target, DateOnly From, string? Provision = null);

/// <summary>Sources that disagree: each reading stays, one is used, and the reason is given.</summary>
/// <param name="Used">Id of the reading used.</param>
public sealed record SourceConflict(string Id, Bilingual Question, IReadOnlyList<SourceReading> Readings, string Used, Bilingual Reason);

/// <summary>One side of a conflict.</summary>
public sealed record SourceReading(string Id, Bilingual Says, IReadOnlyList<string> Evidence);

/// <summary>A clause that matters and is not computed; shown beside what it could change.</summary>
public sealed record UnmodelledClause(string Id, Bilingual Says, IReadOnlyList<string> Evidence);
