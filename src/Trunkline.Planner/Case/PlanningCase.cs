using Trunkline.Atlas;
using Trunkline.Domain;

namespace Trunkline.Planner;

/// <summary>
/// A study written down for solving, once: every cost discounted to the first day, every limit a number, everything still with its name.
/// Both routes, the exact and the scalable one, read this and nothing else.
/// </summary>
public sealed record PlanningCase(
    Study Study,
    Dataset Dataset,
    PresentValue PresentValue,
    IReadOnlyList<CaseNode> Nodes,
    IReadOnlyList<CaseEdge> Edges,
    IReadOnlyList<CaseTrend> Trends,
    IReadOnlyList<double> FlowCost,
    IReadOnlyList<CaseSupply> Supplies,
    IReadOnlyList<CaseSink> Sinks,
    IReadOnlyList<TonnesPerYear?> Target,
    IReadOnlyList<double> Price,
    IReadOnlyList<LeftOut> LeftOut)
{
    /// <summary>What is asked for disadvantaged communities; null where nothing is.</summary>
    public CommunityShares? Communities { get; init; }

    /// <summary>True where a unit stands on a site, or is of a DAC site, that must capture.</summary>
    public bool MustCapture(CaseSupply supply)
    {
        ArgumentNullException.ThrowIfNull(supply);
        return Study.Limits.Forced.Contains(supply.PlaceId);
    }

    /// <summary>Periods, in order.</summary>
    public IReadOnlyList<Period> Periods => Study.Periods;

    /// <summary>Period indices, in order.</summary>
    public IEnumerable<int> PeriodIndices => Enumerable.Range(0, Study.Periods.Count);
}

/// <summary>A place where flow is conserved: a network node or a formation.</summary>
public sealed record CaseNode(string Id, GeoPoint Place);

/// <summary>A corridor, or the free step from a network node into a formation (then <see cref="Candidate"/> is null).</summary>
public sealed record CaseEdge(string Id, int From, int To, CandidateEdge? Candidate)
{
    /// <summary>True for the step into a formation: no length, no limit, no cost.</summary>
    public bool IsFree => Candidate is null;

    /// <summary>What pipe cost per km is multiplied by.</summary>
    public double Scale => Candidate?.WeightedLength.Value ?? 0;

    /// <summary>t/y that can flow without a purchase.</summary>
    public double Existing => Candidate?.ExistingCapacity.Value ?? double.PositiveInfinity;
}

/// <summary>A pipe cost line with whole discounted costs: $ per km and $ per km and t/y, by period of purchase.</summary>
public sealed record CaseTrend(PipeTrend Source, IReadOnlyList<double> Fixed, IReadOnlyList<double> Slope);

/// <summary>A stream, or one DAC train.</summary>
/// <param name="Stream">Null for a DAC train.</param>
/// <param name="Dac">Null for a stream.</param>
public sealed record CaseSupply(
    string Id, int Node, Track Track, CaptureStream? Stream, DacSite? Dac, Site? Site, TonnesPerYear Capacity, CaptureCost Cost, IReadOnlyList<CaseOption> Options)
{
    /// <summary>Id of the site or the DAC site.</summary>
    public string PlaceId => Site?.Id ?? Dac!.Id;
}

/// <summary>One way to run a supply: when it starts and stops, what that costs, what credit it earns.</summary>
/// <param name="First">Starts on the first day of this period.</param>
/// <param name="Last">Runs through this period.</param>
/// <param name="OpeningCost">Capital, renewals, fixed O&amp;M, less salvage; discounted.</param>
/// <param name="UnitCost">Gross, per t/y, by period; discounted.</param>
/// <param name="Credit">Per t/y, by period; discounted.</param>
/// <param name="RealCredit">Per t/y, summed over the years of each period; not discounted.</param>
/// <param name="Minimum">Least t/y by period: the credit's threshold while it is paid.</param>
/// <param name="WhyNoCredit">Null where a credit is paid.</param>
public sealed record CaseOption(
    int First,
    int Last,
    double OpeningCost,
    IReadOnlyList<double> UnitCost,
    IReadOnlyList<double> Credit,
    IReadOnlyList<double> RealCredit,
    IReadOnlyList<double> Minimum,
    string? WhyNoCredit)
{
    /// <summary>True where the unit runs in the period.</summary>
    public bool RunsIn(int period) => First <= period && period <= Last;
}

/// <summary>A formation or a use.</summary>
/// <param name="FreeRate">t/y by period that needs no project.</param>
/// <param name="FirstProjectPeriod">First period in which a project may open; the period count where never.</param>
/// <param name="ReadyYear">First calendar year in which a new project may inject; null for a use.</param>
/// <param name="ProjectCost">Whole discounted cost of a project by opening period.</param>
/// <param name="UnitCost">Gross, per t/y, by period; discounted. A price paid by a use is negative.</param>
/// <param name="Fee">What the state charges per t/y, by period; discounted. Zero for a use.</param>
/// <param name="RealFee">The same, summed over the years, not discounted.</param>
/// <param name="CreditLoss">Credit lost per t/y against dedicated storage, by period; discounted.</param>
/// <param name="RealCreditLoss">The same, summed over the years, not discounted.</param>
public sealed record CaseSink(
    string Id,
    int Node,
    Formation? Formation,
    CarbonUse? Use,
    IReadOnlyList<double> FreeRate,
    int FirstProjectPeriod,
    double? ReadyYear,
    IReadOnlyList<double> ProjectCost,
    IReadOnlyList<double> UnitCost,
    IReadOnlyList<double> Fee,
    IReadOnlyList<double> RealFee,
    IReadOnlyList<double> CreditLoss,
    IReadOnlyList<double> RealCreditLoss)
{
    /// <summary>True for dedicated geological storage.</summary>
    public bool IsDedicated => Formation is not null;

    /// <summary>State where it lies.</summary>
    public string State => Formation?.State ?? Use!.State;
}

/// <summary>A stream of the region that cannot take part, and why, in a word.</summary>
public sealed record LeftOut(CaptureStream Stream, Site Site, string Reason);
