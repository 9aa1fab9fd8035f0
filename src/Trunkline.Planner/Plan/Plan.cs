using Trunkline.Domain;

namespace Trunkline.Planner;

/// <summary>
/// A finished plan: decisions, the money they cost, the proof, the bibliography. Written as <c>plan.json</c>. Money is real, in the
/// study's dollar year; discounted only where the name says so. Ids are the dataset's.
/// </summary>
/// <param name="Totals">The words of the proof: cost, net, bound, gap.</param>
/// <param name="Periods">One a period, in order.</param>
/// <param name="Captures">One a stream or DAC train that captures.</param>
/// <param name="Pipes">One a corridor that carries or is bought.</param>
/// <param name="Storages">One a formation or use that takes CO2.</param>
/// <param name="Uncaptured">Streams of the region that the plan leaves, with the reason in a word.</param>
/// <param name="Receipt">What the plan owes to the law.</param>
/// <param name="Notes">What a reader must know: targets lowered, assumptions, doubtful data used.</param>
public sealed record Plan(
    string Format,
    PlanStudy Study,
    PlanStamp Stamp,
    PlanTotals Totals,
    IReadOnlyList<PlanPeriod> Periods,
    IReadOnlyList<PlannedCapture> Captures,
    IReadOnlyList<PlannedPipe> Pipes,
    IReadOnlyList<PlannedStorage> Storages,
    IReadOnlyList<UncapturedStream> Uncaptured,
    IReadOnlyList<PlanNote> Notes,
    IReadOnlyList<Citation> Bibliography,
    PolicyReceipt Receipt,
    IReadOnlyList<MapCredit> Credits,
    PlanAuditResult Audit)
{
    /// <summary>Value of <see cref="Format"/> in files that this version writes.</summary>
    public const string CurrentFormat = "trunkline-plan-2";
}

/// <summary>The question, as answered.</summary>
/// <param name="Mode"><c>target</c> or <c>price</c>.</param>
/// <param name="Goal">Mt/y or $/t by period, as asked.</param>
/// <param name="GoalUsed">The same after any lowering.</param>
public sealed record PlanStudy(
    string Id,
    Bilingual Title,
    string Mode,
    IReadOnlyList<double> Goal,
    IReadOnlyList<double> GoalUsed,
    DateOnly PolicyAsOf,
    Fraction DiscountRate,
    int DollarYear,
    Fraction Inflation,
    IReadOnlyList<string> Tracks);

/// <summary>What the plan was made from, so that it can be made again.</summary>
public sealed record PlanStamp(string EngineVersion, string DatasetHash, string RegisterHash, string StudyHash, string Route, int Seed, int Threads);

/// <summary>The proof. All money here is discounted to the first day of the first period.</summary>
/// <param name="Cost">Gross cost: capture, transport, storage with its fees and DAC, less salvage, before credits.</param>
/// <param name="StorageFees">What states charge for tonnes stored; discounted.</param>
/// <param name="CreditsDiscounted">Credits, discounted.</param>
/// <param name="PriceIncome">Price times tonnes in price mode, else zero; discounted.</param>
/// <param name="Net">Cost less credits less price income: the objective.</param>
/// <param name="Bound">No plan has a lower net.</param>
/// <param name="Gap">(net - bound) / cost.</param>
/// <param name="GapNetwork">(net - bound) / (transport + storage + storage fees).</param>
/// <param name="BoundStep">Name of the step that proved the bound.</param>
/// <param name="Status"><c>proved</c> within the gap asked for, or <c>found</c>.</param>
public sealed record PlanTotals(
    Usd Cost,
    Usd Capture,
    Usd Dac,
    Usd Transport,
    Usd Storage,
    Usd StorageFees,
    Usd CreditsDiscounted,
    Usd PriceIncome,
    Usd Net,
    Usd Bound,
    double Gap,
    double GapNetwork,
    string BoundStep,
    string Status);

/// <summary>One period's figures. Rates are the mean over the period; money is real, undiscounted, summed over the period.</summary>
public sealed record PlanPeriod(
    int From,
    int To,
    double CapturedMtPerYear,
    double DacMtPerYear,
    double BiogenicMtPerYear,
    double StoredMtPerYear,
    double UsedMtPerYear,
    Usd CreditsUsd,
    Usd CaptureUsd,
    Usd DacUsd,
    Usd TransportUsd,
    Usd StorageUsd,
    Usd StorageFeesUsd,
    double NewPipeKm,
    double PipeKm,
    int CapturingSites,
    double ElectricityTwhPerYear,
    double HeatPjPerYear);

/// <summary>One stream or DAC train that captures.</summary>
/// <param name="StreamId">Stream id, or DAC site id and train number.</param>
/// <param name="Track"><c>pointSource</c>, <c>biogenic</c> or <c>dac</c>.</param>
/// <param name="FirstPeriod">Index of the period on whose first day the unit starts.</param>
/// <param name="LastPeriod">Index of the last period in which it runs.</param>
/// <param name="StopsAtCreditEnd">True where the unit stops because its credit has ended: the cliff.</param>
/// <param name="Rate">t/y by period.</param>
/// <param name="CreditUsd">Real credit by period, undiscounted, summed over the period.</param>
/// <param name="CostPerTonne">Levelised gross capture cost over what the plan captures, discounted both ways.</param>
/// <param name="Node">Id of the network node where it enters the network.</param>
/// <param name="CreditReason">Why no credit is paid, where none is.</param>
/// <param name="SourceConfidence">Of the cost figure.</param>
public sealed record PlannedCapture(
    string StreamId,
    string SiteId,
    string SiteName,
    string State,
    string Sector,
    string Process,
    string Track,
    GeoPoint Place,
    string Node,
    TonnesPerYear Capacity,
    int FirstPeriod,
    int LastPeriod,
    bool StopsAtCreditEnd,
    IReadOnlyList<TonnesPerYear> Rate,
    IReadOnlyList<Usd> CreditUsd,
    UsdPerTonne CostPerTonne,
    string? CreditReason,
    Confidence SourceConfidence,
    IReadOnlyList<StartEconomics> Economics);

/// <summary>One corridor that carries CO2 or is built.</summary>
/// <param name="Route">As laid, from the first node to the second.</param>
/// <param name="Flow">Signed t/y by period; positive runs with the route.</param>
/// <param name="Bought">Capacity bought by period, zero where none.</param>
/// <param name="Trend">Trend id by period, null where nothing is bought.</param>
/// <param name="NominalInches">Smallest nominal diameter that carries what is bought, by period; null where nothing is bought.</param>
public sealed record PlannedPipe(
    string EdgeId,
    string From,
    string To,
    IReadOnlyList<GeoPoint> Route,
    Kilometres Length,
    Kilometres WeightedLength,
    TonnesPerYear ExistingCapacity,
    IReadOnlyList<TonnesPerYear> Flow,
    IReadOnlyList<TonnesPerYear> Bought,
    IReadOnlyList<string?> Trend,
    IReadOnlyList<double?> NominalInches,
    Usd CapexUsd);

/// <summary>One formation or use that takes CO2.</summary>
/// <param name="Kind"><c>saline</c> or <c>eor</c>.</param>
/// <param name="Entries">Where CO2 enters it: network nodes with flow.</param>
/// <param name="Projects">Projects opened by period.</param>
/// <param name="Rate">t/y by period.</param>
/// <param name="Capacity">Lifetime capacity of all its projects that could be opened; null for a use.</param>
/// <param name="ReadyFrom">First year in which a new project may inject; null for a use.</param>
public sealed record PlannedStorage(
    string SinkId,
    string Name,
    string Kind,
    string State,
    GeoPoint Centre,
    double? RadiusKm,
    IReadOnlyList<StorageEntry> Entries,
    IReadOnlyList<int> Projects,
    int MaxProjects,
    IReadOnlyList<TonnesPerYear> Rate,
    Tonnes? Capacity,
    int? ReadyFrom);

/// <summary>A network node at which CO2 enters a formation or a use, with the t/y by period.</summary>
public sealed record StorageEntry(string Node, GeoPoint Place, IReadOnlyList<TonnesPerYear> Rate);

/// <summary>What a unit that starts in a period would cost and earn per tonne captured, levelised over its run; $/t, real.</summary>
/// <param name="From">First calendar year of the period.</param>
/// <param name="Capture">Gross capture cost.</param>
/// <param name="Transport">Cheapest way to storage over what the plan has built, or by a line of its own; null where no storage is ready.</param>
/// <param name="Storage">Storage reached that way; null where none is ready.</param>
/// <param name="Credit">Credit earned, spread over all tonnes of the run; zero where none.</param>
public sealed record StartEconomics(int From, double Capture, double? Transport, double? Storage, double Credit);

/// <summary>A stream that the plan leaves in the air.</summary>
/// <param name="Economics">One a start period; empty where the cost is unknown.</param>
/// <param name="Reason"><c>cost-unknown</c>, <c>track-not-allowed</c>, <c>not-worth-it</c>, <c>closed</c> or <c>doubtful-location</c>.</param>
public sealed record UncapturedStream(
    string StreamId, string SiteId, string SiteName, string State, string Sector, string Process, GeoPoint Place, TonnesPerYear Co2, string Reason,
    IReadOnlyList<StartEconomics> Economics);

/// <summary>Something a reader must know, in both languages.</summary>
/// <param name="Kind"><c>target</c>, <c>assumption</c>, <c>data</c>, <c>law</c> or <c>solver</c>.</param>
public sealed record PlanNote(string Kind, Bilingual Text);

/// <summary>Where a coefficient comes from.</summary>
/// <param name="Key">Parameter, table column or entry id.</param>
/// <param name="What">What it was used for.</param>
/// <param name="Value">As read, with its unit.</param>
/// <param name="Source">Publisher, title, locator.</param>
/// <param name="State">Review state for law (<c>draft</c>, <c>evidence-complete</c>); null for figures.</param>
public sealed record Citation(string Key, string What, string Value, string Source, string? Url, Confidence Confidence, string? State);

/// <summary>A credit line that must be shown with the plan's data.</summary>
public sealed record MapCredit(string Text, string Licence, bool ShowOnMap);

/// <summary>What the solver-free audit found.</summary>
/// <param name="Passed">True where no rule is broken and the recomputed cost agrees.</param>
public sealed record PlanAuditResult(bool Passed, IReadOnlyList<Violation> Violations, Usd RecomputedCost, Usd RecomputedNet);

/// <summary>A rule that a plan breaks.</summary>
/// <param name="Rule">The rule's name in docs/formulation.md.</param>
public sealed record Violation(string Rule, string Where, string What);
