namespace Trunkline.NetworkDesign.FixedCharge;

/// <summary>
/// One period of a network design problem, to be minimised: which sources run, which sinks open with how many wells, which edges carry
/// how much. Rates are per year or any other one unit; costs are per the same time.
/// </summary>
/// <remarks>
/// The shape of the SimCCS model (docs/decisions/0005). A sink has a cost of the site and one of each well, which a
/// <see cref="DesignProblem"/> does not tell apart; with one period and no side rows far more can be proved.
/// </remarks>
public sealed class FixedChargeNetwork
{
    /// <summary>Number of nodes; nodes are 0 to this less one.</summary>
    public required int NodeCount { get; init; }

    /// <summary>Undirected edges; parallel ones are allowed.</summary>
    public required FixedChargeEdge[] Edges { get; init; }

    /// <summary>What a pipe costs at scale 1, by rising capacity: an edge in use takes one of these lines.</summary>
    public required CostLine[] Lines { get; init; }

    public required FixedChargeSource[] Sources { get; init; }

    public required FixedChargeSink[] Sinks { get; init; }

    /// <summary>What all sources together supply, exactly; null where they may supply what pays.</summary>
    public required double? Target { get; init; }
}

/// <summary>An edge that may carry flow either way, but one way at a time. Scale multiplies every line.</summary>
public readonly record struct FixedChargeEdge(int From, int To, double Scale);

/// <summary>Carrying x (0 to capacity) costs <paramref name="Fixed"/> + <paramref name="Slope"/> * x.</summary>
public readonly record struct CostLine(double Capacity, double Fixed, double Slope);

/// <summary>A source: supplying x (0 to capacity) costs <paramref name="Fixed"/> + <paramref name="Unit"/> * x. The unit cost may be negative.</summary>
public readonly record struct FixedChargeSource(int Node, double Capacity, double Fixed, double Unit);

/// <summary>
/// A sink: absorbing x (0 to capacity) takes the site and as many whole wells as x needs. Positive infinity as a well's rate means that one
/// well is always enough. The unit cost may be negative.
/// </summary>
public readonly record struct FixedChargeSink(int Node, double Capacity, double SiteCost, double WellRate, double WellCost, double Unit);

/// <summary>Decisions of a whole design, without costs.</summary>
public sealed class FixedChargeDesign
{
    /// <summary>Rate by source; a source with a positive rate is paid for.</summary>
    public required double[] Supplied { get; init; }

    /// <summary>Rate by sink; a sink with a positive rate is paid for.</summary>
    public required double[] Absorbed { get; init; }

    /// <summary>Whole wells by sink.</summary>
    public required int[] Wells { get; init; }

    /// <summary>Signed flow by edge; positive from <c>From</c> to <c>To</c>.</summary>
    public required double[] Flow { get; init; }

    /// <summary>Line taken by each edge, -1 where it is not built.</summary>
    public required int[] Line { get; init; }
}
