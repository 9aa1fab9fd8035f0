namespace Trunkline.NetworkDesign;

/// <summary>
/// The cheapest way of one supply where it pays its own prices on some arcs, guided by the common prices of the rest of the way, which own
/// prices are never below. One object serves one thread.
/// </summary>
internal sealed class OwnWaySearch
{
    private readonly DesignInstance instance;
    private readonly CostShares shares;
    private readonly int[] firstSink;
    private readonly int[] nextSink;
    private readonly double[] distance;
    private readonly double[] key;
    private readonly int[] arrival;
    private readonly int[] stamp;
    private readonly int[] place;
    private readonly int[] heap;
    private readonly int[] slotOn;
    private int heapSize;
    private int round;
    private int end;
    private int supply;
    private double[] extra = [];

    public OwnWaySearch(DesignInstance instance, CostShares shares)
    {
        this.instance = instance;
        this.shares = shares;
        int nodes = instance.Graph.NodeCount;
        distance = new double[nodes];
        key = new double[nodes];
        arrival = new int[nodes];
        stamp = new int[nodes];
        place = new int[nodes];
        heap = new int[nodes];
        slotOn = new int[2 * instance.ArcCount];
        Array.Fill(slotOn, -1);
        firstSink = new int[nodes];
        Array.Fill(firstSink, -1);
        nextSink = new int[instance.SinkCount];
        for (int j = instance.SinkCount - 1; j >= 0; j--)
        {
            nextSink[j] = firstSink[instance.Problem.Sinks[j].Node];
            firstSink[instance.Problem.Sinks[j].Node] = j;
        }
    }

    /// <summary>Price of the way found.</summary>
    public double Price { get; private set; }

    /// <summary>The sink where it ends.</summary>
    public int Sink { get; private set; }

    /// <summary>Turns to a supply: its slots count from now on.</summary>
    public void Take(int next)
    {
        foreach (int way in shares.Slots.OfSupply[supply])
        {
            slotOn[way] = -1;
        }

        supply = next;
        extra = shares.Extras(next);
        List<int> ways = shares.Slots.OfSupply[next];
        for (int i = 0; i < ways.Count; i++)
        {
            slotOn[ways[i]] = i * instance.Periods;
        }
    }

    /// <summary>Finds the supply's way in a period, given the common tree, common arc lengths and start prices of sinks.</summary>
    public void Run(int period, ShortestPaths tree, double[] length, double[] start)
    {
        round += 2;
        heapSize = 0;
        (Price, Sink, end) = (double.PositiveInfinity, -1, -1);
        int home = instance.Problem.Supplies[supply].Node;
        arrival[home] = -1;
        distance[home] = 0;
        Put(home, tree.Distance[home]);
        while (heapSize > 0 && key[heap[0]] < Price)
        {
            int node = Pop();
            stamp[node] = round + 1;
            End(node, start);
            Spread(node, period, tree, length);
        }
    }

    /// <summary>Writes the ways passed, last first.</summary>
    public void Passed(List<int> ways)
    {
        ways.Clear();
        for (int node = end; arrival[node] >= 0;)
        {
            int way = arrival[node];
            ways.Add(way);
            DesignArc arc = instance.Problem.Arcs[way / 2];
            node = way % 2 == 0 ? arc.From : arc.To;
        }
    }

    private void End(int node, double[] start)
    {
        for (int j = firstSink[node]; j >= 0; j = nextSink[j])
        {
            double offer = distance[node] + start[j];
            if (offer < Price)
            {
                (Price, Sink, end) = (offer, j, node);
            }
        }
    }

    private void Spread(int node, int period, ShortestPaths tree, double[] length)
    {
        DesignGraph graph = instance.Graph;
        double here = distance[node];
        for (int i = graph.First[node]; i < graph.First[node + 1]; i++)
        {
            int next = graph.Node[i];
            if (!graph.MayLeave[i] || stamp[next] == round + 1)
            {
                continue;
            }

            int arc = graph.Arc[i];
            int way = graph.Way[i];
            double offer = here + length[arc] + (slotOn[way] < 0 ? 0 : extra[slotOn[way] + period]);
            double whole = offer + tree.Distance[next];
            if (whole < Price && (stamp[next] != round || offer < distance[next]))
            {
                distance[next] = offer;
                arrival[next] = way;
                Put(next, whole);
            }
        }
    }

    private void Put(int node, double priority)
    {
        if (stamp[node] != round)
        {
            stamp[node] = round;
            place[node] = heapSize;
            heap[heapSize++] = node;
        }

        key[node] = priority;
        int at = place[node];
        while (at > 0 && key[heap[(at - 1) >> 1]] > priority)
        {
            heap[at] = heap[(at - 1) >> 1];
            place[heap[at]] = at;
            at = (at - 1) >> 1;
        }

        heap[at] = node;
        place[node] = at;
    }

    private int Pop()
    {
        int top = heap[0];
        int moved = heap[--heapSize];
        if (heapSize > 0)
        {
            Sift(moved);
        }

        return top;
    }

    private void Sift(int node)
    {
        int at = 0;
        while ((2 * at) + 1 < heapSize)
        {
            int below = (2 * at) + 1;
            below += below + 1 < heapSize && key[heap[below + 1]] < key[heap[below]] ? 1 : 0;
            if (key[heap[below]] >= key[node])
            {
                break;
            }

            heap[at] = heap[below];
            place[heap[at]] = at;
            at = below;
        }

        heap[at] = node;
        place[node] = at;
    }
}
