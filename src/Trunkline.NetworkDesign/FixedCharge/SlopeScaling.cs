namespace Trunkline.NetworkDesign.FixedCharge;

/// <summary>
/// Dynamic slope scaling (Kim and Pardalos 1999): a link's cost is replaced by the line through its cost at the last flow that it had, and the
/// least-cost flow found again until nothing changes.
/// </summary>
internal sealed class SlopeScaling
{
    private readonly FlowNetwork network;
    private readonly NetworkSimplex simplex;
    private readonly double[] flow;

    public SlopeScaling(FlowNetwork network)
    {
        this.network = network;
        simplex = Simplex(network);
        Slope = new double[network.LinkCount];
        Best = new double[network.LinkCount];
        flow = new double[network.LinkCount];
    }

    /// <summary>What no flow can carry.</summary>
    public double Unmet => simplex.Unmet;

    /// <summary>Cost per unit by link to start from; scaling goes on from what it leaves here.</summary>
    public double[] Slope { get; }

    /// <summary>The cheapest flow of the last run.</summary>
    public double[] Best { get; }

    /// <summary>The network as a simplex sees it, for checks against another solver: costs are zero.</summary>
    public static NetworkSimplex Simplex(FlowNetwork network)
    {
        int edges = network.EdgeCount, arcs = network.LinkCount + edges;
        int[] tails = new int[arcs], heads = new int[arcs];
        double[] capacities = new double[arcs], supply = new double[network.NodeCount];
        for (int link = 0; link < network.LinkCount; link++)
        {
            int arc = ArcOf(edges, link);
            (tails[arc], heads[arc], capacities[arc]) = (network.From[link], network.To[link], network.Capacity[link]);
            if (link < edges)
            {
                (tails[arc + 1], heads[arc + 1], capacities[arc + 1]) = (network.To[link], network.From[link], network.Capacity[link]);
            }
        }

        (supply[network.SuperSource], supply[network.SuperSink]) = (network.Amount, -network.Amount);
        return new NetworkSimplex(network.NodeCount, tails, heads, capacities, supply);
    }

    /// <summary>Scales until the flow's cost repeats or the rounds end; gives the least true cost.</summary>
    public double Run(int rounds)
    {
        double best = double.PositiveInfinity, last = double.NaN;
        for (int round = 0; round < rounds; round++)
        {
            SolveNow();
            double cost = network.Cost(flow);
            if (cost < best)
            {
                best = cost;
                flow.CopyTo(Best, 0);
            }

            if (cost == last)
            {
                break;
            }

            last = cost;
            Rescale();
        }

        return best;
    }

    private static int ArcOf(int edges, int link) => link < edges ? 2 * link : link + edges;

    private void SolveNow()
    {
        int edges = network.EdgeCount;
        Span<double> cost = simplex.Cost;
        for (int link = 0; link < network.LinkCount; link++)
        {
            int arc = ArcOf(edges, link);
            cost[arc] = Slope[link];
            if (link < edges)
            {
                cost[arc + 1] = Slope[link];
            }
        }

        simplex.Solve();
        ReadOnlySpan<double> carried = simplex.Flow;
        for (int link = 0; link < network.LinkCount; link++)
        {
            int arc = ArcOf(edges, link);
            double x = link < edges ? carried[arc] - carried[arc + 1] : carried[arc];
            flow[link] = Math.Abs(x) <= FlowNetwork.Nothing ? 0 : x;
        }
    }

    private void Rescale()
    {
        for (int link = 0; link < network.LinkCount; link++)
        {
            if (flow[link] != 0)
            {
                Slope[link] = network.Cost(link, flow[link]) / Math.Abs(flow[link]);
            }
        }
    }
}
