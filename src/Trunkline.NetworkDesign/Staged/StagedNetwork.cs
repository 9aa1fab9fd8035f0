using Trunkline.NetworkDesign.FixedCharge;

namespace Trunkline.NetworkDesign.Staged;

/// <summary>
/// Several periods of one flow from sources to sinks over pipes that are bought once and serve from then on, to be minimised. Sources and sinks
/// cost by the unit alone; a sink holds a total over all periods. Rates are per year or any other one unit.
/// </summary>
/// <remarks>The shape of the multi-period SimCCS model of 2019 (docs/decisions/0008). A pipe serves one direction, and several may be bought for it.</remarks>
public sealed class StagedNetwork
{
    /// <summary>Number of nodes; nodes are 0 to this less one.</summary>
    public required int NodeCount { get; init; }

    /// <summary>Length of each period: a rate costs its unit cost times this, and fills a sink by this.</summary>
    public required double[] Lengths { get; init; }

    /// <summary>What a pipe bought in each period costs, in multiples of its line and scale; never rising, or waiting would cost money.</summary>
    public required double[] PurchaseWeights { get; init; }

    /// <summary>Undirected edges; a pipe is bought for one direction of one.</summary>
    public required FixedChargeEdge[] Edges { get; init; }

    /// <summary>What a pipe costs at scale 1 by capacity, by rising capacity. One of each may be bought for each direction in each period.</summary>
    public required CostLine[] Lines { get; init; }

    public required StagedSource[] Sources { get; init; }

    public required StagedSink[] Sinks { get; init; }

    /// <summary>What all sources together supply at least, by period.</summary>
    public required double[] Targets { get; init; }

    internal int PeriodCount => Lengths.Length;
}

/// <summary>A source: supplying x (0 to capacity) for a unit of time costs <paramref name="Unit"/> * x. The unit cost may be negative.</summary>
public readonly record struct StagedSource(int Node, double Capacity, double Unit);

/// <summary>A sink: absorbing x for a unit of time costs <paramref name="Unit"/> * x and takes x of the capacity. The unit cost may be negative.</summary>
public readonly record struct StagedSink(int Node, double Capacity, double Unit);

/// <summary>Decisions of a whole design, without costs.</summary>
public sealed class StagedDesign
{
    /// <summary>Rate by source and period.</summary>
    public required double[][] Supplied { get; init; }

    /// <summary>Rate by sink and period.</summary>
    public required double[][] Absorbed { get; init; }

    /// <summary>Signed flow by edge and period; positive from <c>From</c> to <c>To</c>.</summary>
    public required double[][] Flow { get; init; }

    /// <summary>Pipes bought.</summary>
    public required StagedPurchase[] Bought { get; init; }
}

/// <summary>A pipe bought at the start of a period; it serves in it and afterwards.</summary>
public readonly record struct StagedPurchase(int Edge, bool Backward, int Period, int Line, double Capacity);

/// <summary>The end of a run. The bound is valid: no design costs less.</summary>
/// <param name="Design">Null where none was found.</param>
/// <param name="Objective">Cost of the design; NaN where none.</param>
/// <param name="Bound">A proven lower bound; positive infinity where there is no design, negative infinity where nothing is proved.</param>
/// <param name="BoundStep">Name of the step that proved the bound.</param>
/// <param name="Reasons">Why there is no design.</param>
public sealed record StagedResult(
    DesignStatus Status, StagedDesign? Design, double Objective, double Bound, string BoundStep, IReadOnlyList<Shortfall> Reasons);
