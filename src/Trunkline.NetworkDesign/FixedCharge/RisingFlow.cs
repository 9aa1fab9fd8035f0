namespace Trunkline.NetworkDesign.FixedCharge;

/// <summary>
/// The quickest lower bound: one least-cost flow at slopes that no link's true cost lies below. The cost of a source, a well or a pipe of one line lies above
/// the line from nothing to its cost at capacity.
/// </summary>
internal static class RisingFlow
{
    // What a flow that is optimal to rounding may cost too much.
    private const double Margin = 1e-9;

    /// <summary>A lower bound on every flow's true cost.</summary>
    public static double Bound(FlowNetwork network)
    {
        NetworkSimplex simplex = SlopeScaling.Simplex(network);
        int edges = network.EdgeCount;
        double[] slope = [.. Enumerable.Range(0, network.LinkCount).Select(link => Slope(network, link))];
        for (int link = 0; link < network.LinkCount; link++)
        {
            simplex.Cost[link < edges ? 2 * link : link + edges] = slope[link];
            if (link < edges)
            {
                simplex.Cost[(2 * link) + 1] = slope[link];
            }
        }

        simplex.Solve();
        double sum = 0, size = 0;
        for (int arc = 0; arc < simplex.Flow.Length; arc++)
        {
            double cost = simplex.Cost[arc] * simplex.Flow[arc];
            sum += cost;
            size += Math.Abs(cost);
        }

        return sum - (Margin * size);
    }

    private static double Slope(FlowNetwork network, int link)
    {
        double capacity = network.Capacity[link];
        if (capacity <= 0)
        {
            return 0;
        }

        if (link < network.EdgeCount)
        {
            // Line by line: where lines end before larger ones pay, the cost of a pipe is not concave.
            double slope = network.Problem.Lines.Where(l => l.Capacity > 0).Min(l => (l.Fixed / Math.Min(l.Capacity, capacity)) + l.Slope);
            return network.Problem.Edges[link].Scale * slope;
        }

        int sink = link - network.SinkStart;
        if (sink < 0 || sink >= network.Problem.Sinks.Length)
        {
            return network.Cost(link, capacity) / capacity;
        }

        FixedChargeSink at = network.Problem.Sinks[sink];
        double wells = double.IsInfinity(at.WellRate) ? at.WellCost / capacity : at.WellCost / at.WellRate;
        return at.Unit + wells + (at.SiteCost / capacity);
    }
}
