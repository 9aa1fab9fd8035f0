using System.Collections.Frozen;
using Trunkline.Atlas;
using Trunkline.Domain;
using Trunkline.Register;

namespace Trunkline.Planner;

/// <summary>A question put to the planner, read and checked. Everything in it has been found right together with its dataset.</summary>
/// <param name="Id">Short name, the folder's by custom.</param>
/// <param name="Title">What a report is headed with.</param>
/// <param name="DatasetFolder">Absolute path of the dataset's folder.</param>
/// <param name="Region">Which part of the dataset is planned.</param>
/// <param name="Periods">Contiguous, in order.</param>
/// <param name="Goal">A target a period, or a price a period.</param>
/// <param name="Tracks">Which kinds of CO2 may be captured.</param>
/// <param name="Policy">Whose law is assumed to last.</param>
/// <param name="FullLabour">True where the prevailing-wage multiplier is assumed to be earned.</param>
/// <param name="DiscountRate">Real, per year.</param>
/// <param name="DollarYear">Year of all money in the plan.</param>
/// <param name="Inflation">Projected, per year, for nominal law after the last published price index.</param>
/// <param name="Limits">Further limits.</param>
/// <param name="Solver">What the search may spend.</param>
public sealed record Study(
    string Id,
    Bilingual Title,
    string DatasetFolder,
    Region Region,
    IReadOnlyList<Period> Periods,
    Goal Goal,
    IReadOnlySet<Track> Tracks,
    PolicyBasis Policy,
    bool FullLabour,
    Fraction DiscountRate,
    int DollarYear,
    Fraction Inflation,
    Limits Limits,
    SolverBudget Solver)
{
    /// <summary>What families of cost are multiplied by; 1 each unless the study asks what if.</summary>
    public CostFactors CostFactors { get; init; } = new();

    /// <summary>What the figures of storage are multiplied by; none unless the study asks what if.</summary>
    public IReadOnlyList<StorageFactor> StorageFactors { get; init; } = [];

    /// <summary>What the plan's tonnes are set against; the plan itself does not depend on it.</summary>
    public Pathway Pathway { get; init; } = new();

    /// <summary>How projects are financed; null where the study does not say. The plan itself does not depend on it.</summary>
    public Finance? Finance { get; init; }

    /// <summary>What the credits of the law are multiplied by; 1 unless the study asks what if.</summary>
    public double CreditFactor { get; init; } = 1;

    /// <summary>What every tonne with a credit earns, in the study's dollars, in place of the law's amounts; null unless the study asks what if.</summary>
    public UsdPerTonne? CreditLevel { get; init; }

    /// <summary>The dataset with what the study assumes of its costs and its storage. Plan and audit read the same one.</summary>
    public Dataset Assumed(Dataset dataset) => StorageFactor.On(CostFactors.On(dataset), StorageFactors);
}

/// <summary>Emissions beside the plan, as the study gives them with their sources. What is null is unknown, not zero.</summary>
public sealed record Pathway
{
    /// <summary>Year of the dataset's emissions.</summary>
    public int? BaseYear { get; init; }

    /// <summary>Base-year CO2 of power plants that have closed by each period.</summary>
    public CitedSeries? PowerRetired { get; init; }

    /// <summary>What the whole economy emits in each period without capture, retirements counted.</summary>
    public CitedSeries? Economy { get; init; }

    /// <summary>What land takes up in each period.</summary>
    public CitedSeries? LandSink { get; init; }
}

/// <summary>Mt a year, one number a period, with where they come from.</summary>
public sealed record CitedSeries(IReadOnlyList<double> MtPerYear, string Source, Confidence Confidence);

/// <summary>How a private owner pays for a project, and what energy emits; figures of the study with their source.</summary>
/// <param name="DebtShare">Of capital.</param>
/// <param name="DebtRate">Nominal, a year.</param>
/// <param name="DebtYears">Term.</param>
/// <param name="EquityReturn">Real, a year: the hurdle.</param>
/// <param name="PublicRate">Nominal rate of a public loan; null where not given.</param>
/// <param name="ElectricityTonnesPerMwh">t CO2 per MWh; null where not given.</param>
/// <param name="HeatTonnesPerGj">t CO2 per GJ; null where not given.</param>
public sealed record Finance(
    Fraction DebtShare,
    double DebtRate,
    Years DebtYears,
    double EquityReturn,
    double? PublicRate,
    double? ElectricityTonnesPerMwh,
    double? HeatTonnesPerGj,
    string Source,
    Confidence Confidence);

/// <summary>Which sites, formations and uses take part: those of the named states and inside the box; null means no such limit.</summary>
public sealed record Region(IReadOnlySet<string>? States, Box? Box)
{
    /// <summary>True where a place belongs to the region.</summary>
    public bool Contains(string state, GeoPoint place) =>
        (States is null || States.Contains(state)) && (Box is null || Box.Contains(place));
}

/// <summary>A longitude-latitude box, edges included.</summary>
public sealed record Box(double West, double South, double East, double North)
{
    public bool Contains(GeoPoint place) =>
        place.Longitude >= West && place.Longitude <= East && place.Latitude >= South && place.Latitude <= North;
}

/// <summary>What the plan is after.</summary>
public abstract record Goal
{
    private Goal()
    {
    }

    /// <summary>Capture at least this much, one rate a period.</summary>
    /// <param name="LowerWhenUnreachable">True where an unreachable target is lowered, with the reason printed, instead of ending the run.</param>
    public sealed record CaptureTarget(IReadOnlyList<TonnesPerYear> Rates, bool LowerWhenUnreachable) : Goal;

    /// <summary>Each tonne captured earns this, one price a period, on top of the credits of the law.</summary>
    public sealed record CarbonPrice(IReadOnlyList<UsdPerTonne> Prices) : Goal;
}

/// <summary>Limits on injection and on the pace of building.</summary>
/// <param name="Injection">Groups of states and the most that may be injected there each year.</param>
/// <param name="YearlyBuild">Most capture capacity that may start, per year of each period; null where unlimited.</param>
public sealed record Limits(IReadOnlyList<InjectionLimit> Injection, TonnesPerYear? YearlyBuild)
{
    /// <summary>Ids of sites, DAC sites, formations, uses and corridors that take no part.</summary>
    public IReadOnlySet<string> Closed { get; init; } = FrozenSet<string>.Empty;

    /// <summary>Ids of sites and DAC sites that must capture.</summary>
    public IReadOnlySet<string> Forced { get; init; } = FrozenSet<string>.Empty;

    /// <summary>Most energy that capture may need; empty where unlimited.</summary>
    public IReadOnlyList<EnergyLimit> Energy { get; init; } = [];

    /// <summary>Storage whose projects come later than permit and building would have them.</summary>
    public IReadOnlyList<StorageDelay> Delays { get; init; } = [];

    /// <summary>Least share of the capital at work in capture that is at work in disadvantaged communities; null where nothing is asked.</summary>
    public CommunityLimit? Communities { get; init; }

    /// <summary>What has been decided for the first periods; null where everything is open.</summary>
    public FirstStepBuild? FirstStep { get; init; }

    /// <summary>Years by which a formation comes late; zero where on time.</summary>
    public Years DelayOf(string formation) => new(Delays.Where(d => d.Storage.Contains(formation)).Sum(d => d.Late.Value));
}

/// <summary>The most of one kind of energy that capture and direct air capture together may need each year.</summary>
/// <param name="PerYear">MWh of electricity or GJ of heat a year, one number a period.</param>
public sealed record EnergyLimit(EnergyKind Kind, IReadOnlyList<double> PerYear);

/// <summary>What a capture unit needs beside its CO2.</summary>
public enum EnergyKind
{
    /// <summary>In MWh.</summary>
    Electricity,

    /// <summary>In GJ.</summary>
    Heat,
}

/// <summary>Formations whose projects are ready later than the law's months and the years of building say.</summary>
public sealed record StorageDelay(IReadOnlySet<string> Storage, Years Late);

/// <summary>How much of the capital at work in capture must be at work in disadvantaged communities, and which those are.</summary>
/// <param name="LeastShare">Null for the share that the register knows on the study's day; where it knows none, nothing is asked.</param>
/// <param name="SviAtLeast">Percentile of the vulnerability index from which a county counts, 0 to 1; null for the share of its people in disadvantaged tracts.</param>
public sealed record CommunityLimit(Fraction? LeastShare, Fraction? SviAtLeast);

/// <summary>The most that may be injected in a group of states each year.</summary>
public sealed record InjectionLimit(string Name, IReadOnlySet<string> States, TonnesPerYear Rate);

/// <summary>The two ways to solve a study.</summary>
public enum SolverRoute
{
    /// <summary>Exact where the study is small, otherwise scalable.</summary>
    Auto,

    /// <summary>The whole mixed-integer model through HiGHS.</summary>
    Exact,

    /// <summary>Flow-based search with a Lagrangian bound.</summary>
    Scalable,
}

/// <summary>What a search may spend and when it may stop.</summary>
public sealed record SolverBudget(SolverRoute Route, Fraction Gap, double TimeLimitSeconds, int Threads, int Seed);
