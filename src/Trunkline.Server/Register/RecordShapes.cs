using Trunkline.Domain;
using Trunkline.Register;
using Trunkline.Report;

namespace Trunkline.Server.Register;

/// <summary>The register at a glance.</summary>
/// <param name="States">How many records there are in each review state.</param>
/// <param name="FirstEvent">The oldest day of any event: where a slider over the days may begin.</param>
internal sealed record RegisterSeen(
    string Version,
    DateOnly Today,
    int Records,
    int Parameters,
    int Claims,
    IReadOnlyDictionary<string, int> States,
    IReadOnlyList<string> Jurisdictions,
    IReadOnlyList<OverlaySeen> Overlays,
    IReadOnlyList<PolicyMode> Modes,
    DateOnly FirstEvent,
    DateOnly LastEvent);

/// <summary>A change of the law that may be assumed.</summary>
internal sealed record OverlaySeen(string Id, Bilingual Titles, Bilingual Says, OverlayKind Kind);

/// <summary>A record in a list, on a day.</summary>
internal sealed record RecordItem(
    string Id,
    string Jurisdiction,
    Bilingual Titles,
    InstrumentKind InstrumentKind,
    PolicyCategory? Category,
    BindingLevel BindingLevel,
    DocumentStatus DocumentStatus,
    LegalForce Force,
    ReviewState State,
    IReadOnlyList<Bilingual> Clusters,
    IReadOnlyList<ValueChainStage> ValueChain,
    int Parameters,
    int Claims,
    DateOnly? LastEvent);

/// <summary>A value that a list can be narrowed to, and how many records have it.</summary>
/// <param name="Text">What it is called; null where it is its own name.</param>
internal sealed record FacetValue(string Value, int Count, Bilingual? Text);

/// <summary>A list of records with what it can be narrowed by; counts are of the whole register on that day.</summary>
internal sealed record RecordList(
    IReadOnlyList<RecordItem> Items,
    int Total,
    DateOnly AsOf,
    IReadOnlyDictionary<string, IReadOnlyList<FacetValue>> Facets);

/// <summary>A source as a claim names it.</summary>
/// <param name="Archive">SHA-256 of a kept text; null where none is kept.</param>
/// <param name="TextHref">Where the kept text is read; null where none is kept.</param>
internal sealed record SourceSeen(
    string Id, string Title, string Publisher, string? Published, string? Url, DateOnly Retrieved, EvidenceRank Rank, string? Archive, string? TextHref)
{
    public static SourceSeen Of(EvidenceSource source, string record) => new(
        source.Id,
        source.Title,
        source.Publisher,
        source.Published,
        source.Url,
        source.Retrieved,
        source.Rank,
        source.IsArchived ? source.Archive : null,
        source.IsArchived ? $"/api/v1/register/records/{record}/sources/{source.Archive}" : null);
}

/// <summary>One statement of a source, beside the source.</summary>
/// <param name="Complete">True where its words stand in a kept text, so that anybody can check them.</param>
internal sealed record ClaimSeen(string Id, string Locator, Confidence Confidence, Bilingual Says, string? Quote, bool Complete, SourceSeen Source)
{
    public static ClaimSeen Of(Evidence evidence, string record) => new(
        evidence.Claim.Id, evidence.Claim.Locator, evidence.Claim.Confidence, evidence.Claim.Says, evidence.Claim.Quote, evidence.IsComplete, SourceSeen.Of(evidence.Source, record));
}

/// <summary>An entry of a parameter and whether the law says it on the day.</summary>
internal sealed record EntrySeen(
    string Id,
    bool InForce,
    IReadOnlyDictionary<string, AnyOf>? When,
    DateWindow Law,
    DateWindow? InService,
    DateWindow? BeginConstruction,
    YearWindow? Year,
    PolicyValue? Value,
    string? Index,
    decimal? Low,
    decimal? High,
    Bilingual? Note,
    IReadOnlyList<string> Evidence)
{
    public static EntrySeen Of(PolicyEntry e, DateOnly day) => new(
        e.Id, e.Law.Contains(day), e.When, e.Law, e.InService, e.BeginConstruction, e.Year, e.Value, e.Index, e.Low, e.High, e.Note, e.Evidence);
}

/// <summary>A parameter with its entries.</summary>
internal sealed record ParameterSeen(
    string Id,
    Bilingual Titles,
    string Unit,
    bool Money,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Dims,
    IReadOnlyList<string> Multipliers,
    IReadOnlyList<string> Choices,
    IReadOnlyList<string> NotModelled,
    IReadOnlyList<EntrySeen> Entries);

/// <summary>An arrow between two policies.</summary>
internal sealed record EdgeSeen(string Source, RelationKind Kind, string Target, DateOnly Since, string? Provision)
{
    public static EdgeSeen Of(GraphEdge e) => new(e.Source, e.Kind, e.Target, e.Since, e.Provision);
}

/// <summary>What a gate holds against a record.</summary>
/// <param name="Gate">By number, for example <c>G4</c>.</param>
internal sealed record FailureSeen(string Gate, string Name, Bilingual Text, string Field, string Message, string Fix)
{
    public static FailureSeen Of(GateFailure f) => new(f.Gate.Code(), f.Gate.Name(), RegisterTerms.Of(f.Gate), f.Problem.Where, f.Problem.What, f.Problem.Fix);
}

/// <summary>One account of a policy.</summary>
internal sealed record RevisionSeen(int Number, DateOnly? Made, Bilingual? Reason, string Version);

/// <summary>A record on a day, whole, in both languages.</summary>
/// <param name="ForceSince">The day of the event that gave it the force it has.</param>
/// <param name="LastInForce">Its last day in force, where it has ended or is suspended.</param>
/// <param name="Plans">Plans that rest on it.</param>
internal sealed record RecordPage(
    PolicyDocument Document,
    DateOnly AsOf,
    LegalForce Force,
    DateOnly? ForceSince,
    DateOnly? LastInForce,
    ReviewState State,
    IReadOnlyList<ParameterSeen> Parameters,
    IReadOnlyList<ClaimSeen> Claims,
    IReadOnlyList<EdgeSeen> Relations,
    IReadOnlyList<FailureSeen> Failures,
    Bilingual Text,
    int Revision,
    IReadOnlyList<RevisionSeen> Revisions,
    IReadOnlyList<PlaceRef> Plans,
    string Version);
