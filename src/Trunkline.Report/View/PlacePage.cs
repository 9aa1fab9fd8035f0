using Trunkline.Domain;
using Trunkline.Planner;

namespace Trunkline.Report;

/// <summary>Something that another page tells more of.</summary>
/// <param name="Kind"><c>site</c>, <c>pipe</c>, <c>storage</c>, <c>record</c> or <c>plan</c>.</param>
/// <param name="DistanceKm">On the ground from where the reader stands; null where that says nothing.</param>
public sealed record PlaceRef(string Kind, string Id, string Name, double? DistanceKm = null);

/// <summary>A number of the law that bears on a place.</summary>
/// <param name="Record">Id of the policy record.</param>
/// <param name="Rule">Name in docs/formulation.md of the rule that it enters.</param>
/// <param name="Claims">Ids of the claims it rests on.</param>
public sealed record LawSeen(
    string Parameter, string Record, string Entry, string Rule, string Circumstances, string Value, string Unit, string State, bool Projected, IReadOnlyList<string> Claims);

/// <summary>Where a figure of a place comes from.</summary>
public sealed record EvidenceSeen(string What, string Source, Confidence Confidence);

/// <summary>What a unit that takes the whole stream costs.</summary>
public sealed record CaptureCostSeen(
    double CapexUsd, double FixedOmUsdPerYear, double VariableOmUsdPerT, double ElectricityMwhPerT, double HeatGjPerT, string Source, Confidence Confidence);

/// <summary>What a unit that starts in a period would cost and earn, $/t levelised over its run; null where no storage is ready.</summary>
public sealed record StartSeen(int From, double CaptureUsdPerT, double? TransportUsdPerT, double? StorageUsdPerT, double CreditUsdPerT, double? MarginalUsdPerT);

/// <summary>One stream of a site, or one air capture train.</summary>
/// <param name="Status"><c>captured</c>, <c>left</c> or <c>unknown</c>.</param>
/// <param name="Reason">Why it is left, as a code; null where it is captured.</param>
/// <param name="First">Period index in which it starts.</param>
public sealed record StreamSeen(
    string Id,
    string Process,
    string? Track,
    double? Co2TPerYear,
    double? CaptureRate,
    string Status,
    string? Reason,
    Bilingual Verdict,
    string? BindingRule,
    int? First,
    int? Last,
    bool StopsAtCreditEnd,
    IReadOnlyList<double> RateTPerYear,
    IReadOnlyList<double> CreditUsd,
    string? CreditReason,
    double? CostUsdPerT,
    IReadOnlyList<StartSeen> Starts,
    CaptureCostSeen? Cost);

/// <summary>A county by its FIPS code.</summary>
public sealed record CountyNamed(string Fips, string Name);

/// <summary>Something doubtful in the public data about a place, and what was done.</summary>
public sealed record DoubtSeen(string Table, string Kind, string Detail, string Action);

/// <summary>What stands next to a place.</summary>
public sealed record NeighboursSeen(IReadOnlyList<PlaceRef> Sites, IReadOnlyList<PlaceRef> Pipes, IReadOnlyList<PlaceRef> Storage);

/// <summary>Everything that is known of a site in a plan.</summary>
/// <param name="Place">Longitude and latitude.</param>
public sealed record SitePage(
    string Id,
    string Name,
    string State,
    CountyNamed? County,
    GeoPoint Place,
    string Sector,
    double Co2TPerYear,
    double BiogenicTPerYear,
    Bilingual Verdict,
    IReadOnlyList<StreamSeen> Streams,
    IReadOnlyList<LawSeen> Credits,
    IReadOnlyList<EvidenceSeen> Evidence,
    NeighboursSeen Neighbours,
    IReadOnlyList<DoubtSeen> Doubts);

/// <summary>A pipe that is laid at the beginning of a period.</summary>
/// <param name="Trend">The cost line it was bought on.</param>
/// <param name="Inches">Smallest nominal diameter that carries it.</param>
public sealed record PipeLaid(int Period, double TPerYear, string? Trend, double? Inches);

/// <summary>Everything that is known of a corridor in a plan.</summary>
/// <param name="FlowTPerYear">Signed, by period; positive runs from the first node to the second.</param>
/// <param name="Inches">Largest nominal diameter laid by the end of each period.</param>
public sealed record PipePage(
    string Id,
    string From,
    string To,
    double LengthKm,
    double WeightedLengthKm,
    double ExistingTPerYear,
    IReadOnlyList<double> FlowTPerYear,
    IReadOnlyList<double> BoughtTPerYear,
    IReadOnlyList<double?> Inches,
    IReadOnlyList<PipeLaid> Laid,
    double CapexUsd,
    Bilingual Verdict,
    IReadOnlyList<EvidenceSeen> Evidence,
    NeighboursSeen Neighbours);

/// <summary>One storage project of a formation.</summary>
public sealed record ProjectSeen(
    double RateTPerYear,
    double CapacityT,
    double Wells,
    double DevelopmentUsd,
    double ConstructionUsd,
    double InjectionUsd,
    double AfterCareUsd,
    double FixedOmUsdPerYear,
    double VariableOmUsdPerT);

/// <summary>Everything that is known of a formation or a use in a plan.</summary>
/// <param name="Fill">Share of its lifetime capacity taken by the end of each period; null for a use.</param>
public sealed record StoragePage(
    string Id,
    string Name,
    string Kind,
    string State,
    string? Basin,
    GeoPoint Place,
    double? RadiusKm,
    IReadOnlyList<double> RateTPerYear,
    IReadOnlyList<double?> Fill,
    IReadOnlyList<int> Projects,
    int MaxProjects,
    double? CapacityT,
    int? ReadyFrom,
    ProjectSeen? Project,
    IReadOnlyList<StorageEntry> Entries,
    Bilingual Verdict,
    IReadOnlyList<LawSeen> Law,
    IReadOnlyList<EvidenceSeen> Evidence,
    NeighboursSeen Neighbours);

/// <summary>A county with its people and what a plan does there.</summary>
public sealed record CountyPage(
    string Fips, string Name, string State, GeoPoint Place, double? Population, double? Svi, IReadOnlyList<PlaceRef> Sites, IReadOnlyList<double> CapturedTPerYear);

/// <summary>A CO2 pipeline that exists.</summary>
public sealed record ExistingPage(string Id, string Name, double LengthKm, double? CapacityTPerYear, string Source, Bilingual Verdict);
