namespace Trunkline.NetworkDesign;

/// <summary>The supplies nearest to a node along the arcs, in order of distance. One object serves one thread; nothing is allocated once it has run.</summary>
internal sealed class Neighbourhood
{
    private readonly DesignInstance instance;
    private readonly int[] firstSupply;
    private readonly int[] nextSupply;
    private readonly double[] distance;
    private readonly int[] stamp;
    private readonly int[] done;
    private readonly PriorityQueue<int, double> open = new();
    private int round;

    public Neighbourhood(DesignInstance instance)
    {
        this.instance = instance;
        firstSupply = new int[instance.Graph.NodeCount];
        Array.Fill(firstSupply, -1);
        nextSupply = new int[instance.SupplyCount];
        for (int k = instance.SupplyCount - 1; k >= 0; k--)
        {
            nextSupply[k] = firstSupply[instance.Problem.Supplies[k].Node];
            firstSupply[instance.Problem.Supplies[k].Node] = k;
        }

        distance = new double[instance.Graph.NodeCount];
        stamp = new int[instance.Graph.NodeCount];
        done = new int[instance.Graph.NodeCount];
    }

    /// <summary>Supplies that run, nearest first.</summary>
    public List<int> Running { get; } = [];

    /// <summary>Supplies met on the way that do not run.</summary>
    public List<int> Idle { get; } = [];

    /// <summary>Collects outwards from a node until so many running supplies are met, or so many nodes.</summary>
    public void Collect(int centre, ReadOnlySpan<int> option, int running, int mostNodes)
    {
        Running.Clear();
        Idle.Clear();
        round++;
        open.Clear();
        Offer(centre, 0);
        for (int nodes = 0; nodes < mostNodes && Running.Count < running && open.TryDequeue(out int node, out double reached);)
        {
            if (done[node] == round)
            {
                continue;
            }

            done[node] = round;
            nodes++;
            for (int k = firstSupply[node]; k >= 0; k = nextSupply[k])
            {
                (option[k] >= 0 ? Running : Idle).Add(k);
            }

            Spread(node, reached);
        }
    }

    private void Spread(int node, double reached)
    {
        DesignGraph graph = instance.Graph;
        for (int i = graph.First[node]; i < graph.First[node + 1]; i++)
        {
            if (graph.MayLeave[i] && done[graph.Node[i]] != round)
            {
                Offer(graph.Node[i], reached + instance.Problem.Arcs[graph.Arc[i]].Scale);
            }
        }
    }

    private void Offer(int node, double reached)
    {
        if (stamp[node] != round || reached < distance[node])
        {
            stamp[node] = round;
            distance[node] = reached;
            open.Enqueue(node, reached);
        }
    }
}
