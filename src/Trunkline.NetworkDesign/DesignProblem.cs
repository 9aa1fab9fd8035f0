namespace Trunkline.NetworkDesign;

/// <summary>
/// A multi-period network design problem with concave arc costs, to be minimised. The engine hears of nodes, arcs, options, modules,
/// rows and doubles; every cost is already the whole discounted cost of one unit of the thing it stands beside.
/// </summary>
/// <remarks>
/// A unit may be bought at the start of any period and serves from then on. Flow on an arc in a period is limited by what exists plus what
/// was bought up to then, both directions together. See docs/formulation.md.
/// </remarks>
public sealed class DesignProblem
{
    /// <summary>Number of periods.</summary>
    public required int PeriodCount { get; init; }

    /// <summary>Length of each period; multiplies rates where a lifetime total is limited.</summary>
    public required double[] PeriodLengths { get; init; }

    /// <summary>Number of nodes; nodes are 0 to this less one.</summary>
    public required int NodeCount { get; init; }

    /// <summary>Undirected arcs.</summary>
    public required DesignArc[] Arcs { get; init; }

    /// <summary>
    /// Sizes that may be bought for an arc, by rising capacity. Together they are concave: fixed cost rises and slope falls.
    /// At most one purchase an arc and period.
    /// </summary>
    public required SizeTrend[] Trends { get; init; }

    /// <summary>Cost per unit of flow and unit of arc scale, by period.</summary>
    public required double[] FlowCost { get; init; }

    public required Supply[] Supplies { get; init; }

    public required Sink[] Sinks { get; init; }

    /// <summary>Least total supply by period (&gt;=); negative infinity where there is no target.</summary>
    public required double[] Target { get; init; }

    /// <summary>What one unit of supply earns by period; zero where there is no price.</summary>
    public required double[] Price { get; init; }

    /// <summary>Further linear limits.</summary>
    public required SideRow[] SideRows { get; init; }
}

/// <summary>An arc, usable both ways unless said otherwise. Scale multiplies every trend cost and flow cost; zero scale is free and never needs a purchase.</summary>
/// <param name="From">One end; positive flow runs from here.</param>
/// <param name="To">The other end.</param>
/// <param name="Scale">Cost-weighted length, at least zero.</param>
/// <param name="ExistingCapacity">Capacity that is there from the first period at no purchase cost; positive infinity on free arcs.</param>
/// <param name="OneWay">True where flow may run from <paramref name="From"/> to <paramref name="To"/> only.</param>
public readonly record struct DesignArc(int From, int To, double Scale, double ExistingCapacity, bool OneWay = false);

/// <summary>One line of the concave purchase cost: buying capacity p (0 to <see cref="Capacity"/>) in period v costs scale * (Fixed[v] + Slope[v] * p).</summary>
public sealed record SizeTrend(double Capacity, double[] Fixed, double[] Slope);

/// <summary>A node that can supply: at most one of its options is taken.</summary>
public sealed record Supply(int Node, SupplyOption[] Options);

/// <summary>One way to run a supply.</summary>
/// <param name="FirstPeriod">First period of supply.</param>
/// <param name="LastPeriod">Last period of supply, included.</param>
/// <param name="OpeningCost">Everything that is paid however much is supplied.</param>
/// <param name="UnitCost">Per unit supplied, by period (all periods; outside the run it is not read). May be negative. The price is not in it.</param>
/// <param name="Minimum">Least supply by period while running.</param>
/// <param name="Maximum">Most supply by period while running.</param>
public sealed record SupplyOption(
    int FirstPeriod, int LastPeriod, double OpeningCost, double[] UnitCost, double[] Minimum, double[] Maximum);

/// <summary>A node that can absorb, up to a free rate plus whole modules opened so far.</summary>
/// <param name="Node">Where it stands.</param>
/// <param name="FreeRate">Rate by period that needs no module.</param>
/// <param name="ModuleRate">Rate of one module.</param>
/// <param name="ModuleLifetime">
/// Total that one module holds over all periods; positive infinity where unlimited. All modules of a sink, whenever opened, hold together what
/// the sink absorbs above its free rate.
/// </param>
/// <param name="MaxModules">Most modules over all periods.</param>
/// <param name="FirstModulePeriod">First period in which a module may open; the period count where never.</param>
/// <param name="ModuleCost">Whole cost of one module by opening period.</param>
/// <param name="UnitCost">Per unit absorbed, by period.</param>
public sealed record Sink(
    int Node,
    double[] FreeRate,
    double ModuleRate,
    double ModuleLifetime,
    int MaxModules,
    int FirstModulePeriod,
    double[] ModuleCost,
    double[] UnitCost);

/// <summary>What a side-row term speaks of.</summary>
public enum SideTermKind
{
    /// <summary>Supply <c>Index</c>'s rate in <c>Period</c>.</summary>
    Supplied,

    /// <summary>Sink <c>Index</c>'s rate in <c>Period</c>.</summary>
    Absorbed,

    /// <summary>1 where supply <c>Index</c> takes an option that first supplies in <c>Period</c>.</summary>
    Opened,
}

/// <summary>One product in a side row.</summary>
public readonly record struct SideTerm(double Coefficient, SideTermKind Kind, int Index, int Period);

/// <summary>A linear limit: the terms sum to at most the limit.</summary>
public sealed record SideRow(string Name, SideTerm[] Terms, double Limit);
