namespace Trunkline.NetworkDesign.Staged;

/// <summary>
/// Descent by whole profiles: what runs over a link in some periods is taken off it and sent the cheapest other way at its exact added cost, relief
/// of other links and cheaper purchases included; a cycle that costs less than nothing is taken at once. Ends where no single move improves.
/// </summary>
internal sealed class StagedRerouting
{
    private const double LeastGain = 1e-6;

    private readonly StagedFlow network;
    private readonly int[] start;
    private readonly int[] leaving;
    private readonly double[] price;
    private readonly double[] now;
    private readonly double[] distance;
    private readonly int[] reachedBy;
    private readonly int[] queue;
    private readonly bool[] isQueued;
    private readonly int[] order;
    private readonly double[] profile;
    private readonly double[] next;

    public StagedRerouting(StagedFlow network)
    {
        this.network = network;
        int nodes = network.NodeCount, links = network.LinkCount;
        start = new int[nodes + 1];
        leaving = new int[2 * links];
        price = new double[2 * links];
        now = new double[links];
        Factor = new double[links];
        distance = new double[nodes];
        reachedBy = new int[nodes];
        queue = new int[nodes + 1];
        isQueued = new bool[nodes];
        order = [.. Enumerable.Range(0, links)];
        profile = new double[network.PeriodCount];
        next = new double[network.PeriodCount];
        Array.Fill(Factor, 1);
        ListLinks();
    }

    /// <summary>What each link's cost is multiplied by while descending: 1, or else to leave a valley.</summary>
    public double[] Factor { get; }

    /// <summary>Improves the flows in place until no move does or the passes end.</summary>
    public void Descend(double[][] flow, Random random, int passes, CancellationToken cancellation)
    {
        for (int link = 0; link < network.LinkCount; link++)
        {
            now[link] = Cost(link, flow[link]);
        }

        bool isBetter = true;
        for (int pass = 0; pass < passes && isBetter; pass++)
        {
            isBetter = false;
            random.Shuffle(order);
            foreach (int link in order)
            {
                if (cancellation.IsCancellationRequested)
                {
                    return;
                }

                isBetter |= TryLink(flow, link);
            }
        }
    }

    private double Cost(int link, ReadOnlySpan<double> flow) => Factor[link] * network.Cost(link, flow);

    private bool TryLink(double[][] flow, int link)
    {
        bool isBetter = TryDirection(flow, link, 1) | (link < network.EdgeCount && TryDirection(flow, link, -1));
        return link >= network.SourceStart ? isBetter | TryMore(flow, link) : isBetter;
    }

    // All that runs one way over a link: in every period, from a period on, up to a period, in one period.
    private bool TryDirection(double[][] flow, int link, int sign)
    {
        bool isBetter = false;
        int last = network.PeriodCount - 1;
        for (int first = 0; first <= last; first++)
        {
            isBetter |= TryLess(flow, link, sign, first, last);
            isBetter |= first < last && TryLess(flow, link, sign, first, first);
            isBetter |= first > 0 && first < last && TryLess(flow, link, sign, 0, first);
        }

        return isBetter;
    }

    private bool TryLess(double[][] flow, int link, int sign, int first, int last)
    {
        double sum = 0;
        for (int t = 0; t < profile.Length; t++)
        {
            profile[t] = t >= first && t <= last ? Math.Max(0, sign * flow[link][t]) : 0;
            sum += profile[t];
        }

        if (sum <= StagedFlow.Nothing)
        {
            return false;
        }

        bool forward = sign > 0;
        int from = forward ? network.From[link] : network.To[link];
        int to = forward ? network.To[link] : network.From[link];
        return Send(flow, link, -sign, from, to);
    }

    // Puts what fits more on a source, a sink or the way past everything, in one period or from one on, and takes it off others.
    private bool TryMore(double[][] flow, int link)
    {
        bool isBetter = false;
        for (int first = 0; first < network.PeriodCount; first++)
        {
            isBetter |= TryMore(flow, link, first, first) | (first < network.PeriodCount - 1 && TryMore(flow, link, first, network.PeriodCount - 1));
        }

        return isBetter;
    }

    private bool TryMore(double[][] flow, int link, int first, int last)
    {
        double sum = 0;
        for (int t = 0; t < profile.Length; t++)
        {
            double share = link >= network.SinkStart && link < network.LinkCount - 1 ? last - first + 1 : 1;
            profile[t] = t >= first && t <= last ? Math.Max(0, network.Room(link, flow[link], t) / share) : 0;
            sum += profile[t];
        }

        return sum > StagedFlow.Nothing && Send(flow, link, 1, network.To[link], network.From[link]);
    }

    private bool Send(double[][] flow, int link, int sign, int from, int to)
    {
        double saving = now[link] - Cost(link, Changed(flow[link], sign));
        if (!(saving > double.NegativeInfinity))
        {
            return false;
        }

        Price(flow);
        price[2 * link] = price[(2 * link) + 1] = double.PositiveInfinity;
        int cycleAt = Search(from);
        if (cycleAt >= 0)
        {
            return TakeCycle(flow, cycleAt);
        }

        if (!(distance[to] < saving - LeastGain))
        {
            return false;
        }

        Add(flow, link, sign);
        for (int v = to; v != from; v = Before(reachedBy[v]))
        {
            Add(flow, reachedBy[v] >> 1, (reachedBy[v] & 1) == 0 ? 1 : -1);
        }

        return true;
    }

    private void Price(double[][] flow)
    {
        for (int link = 0; link < network.LinkCount; link++)
        {
            price[2 * link] = Cost(link, Changed(flow[link], 1)) - now[link];
            price[(2 * link) + 1] = Cost(link, Changed(flow[link], -1)) - now[link];
        }
    }

    private double[] Changed(double[] flow, int sign)
    {
        for (int t = 0; t < next.Length; t++)
        {
            next[t] = flow[t] + (sign * profile[t]);
        }

        return next;
    }

    // Cheapest ways from a node by correcting labels. A way that closes on itself below zero cost ends the search: its node is given back.
    private int Search(int from)
    {
        Array.Fill(distance, double.PositiveInfinity);
        Array.Fill(reachedBy, -1);
        distance[from] = 0;
        int first = 0, count = 0;
        queue[count++] = from;
        isQueued[from] = true;
        while (count > 0)
        {
            int v = queue[first];
            first = first + 1 == queue.Length ? 0 : first + 1;
            count--;
            isQueued[v] = false;
            for (int k = start[v]; k < start[v + 1]; k++)
            {
                int way = leaving[k], w = After(way);
                double reached = distance[v] + price[way];
                if (!(reached < distance[w] - LeastGain) || (reachedBy[v] ^ way) == 1)
                {
                    continue;
                }

                if (IsBefore(w, v))
                {
                    reachedBy[w] = way;
                    Empty(first, count);
                    return w;
                }

                distance[w] = reached;
                reachedBy[w] = way;
                if (!isQueued[w])
                {
                    isQueued[w] = true;
                    queue[(first + count) % queue.Length] = w;
                    count++;
                }
            }
        }

        return -1;
    }

    private void Empty(int first, int count)
    {
        for (int k = 0; k < count; k++)
        {
            isQueued[queue[(first + k) % queue.Length]] = false;
        }
    }

    private bool IsBefore(int node, int v)
    {
        while (v != node && reachedBy[v] >= 0)
        {
            v = Before(reachedBy[v]);
        }

        return v == node;
    }

    private bool TakeCycle(double[][] flow, int node)
    {
        double sum = 0;
        int v = node;
        do
        {
            sum += price[reachedBy[v]];
            v = Before(reachedBy[v]);
        }
        while (v != node);
        if (!(sum < -LeastGain))
        {
            return false;
        }

        do
        {
            Add(flow, reachedBy[v] >> 1, (reachedBy[v] & 1) == 0 ? 1 : -1);
            v = Before(reachedBy[v]);
        }
        while (v != node);
        return true;
    }

    private void Add(double[][] flow, int link, int sign)
    {
        double[] changed = Changed(flow[link], sign);
        for (int t = 0; t < changed.Length; t++)
        {
            flow[link][t] = Math.Abs(changed[t]) <= StagedFlow.Nothing ? 0 : changed[t];
        }

        now[link] = Cost(link, flow[link]);
    }

    private int After(int way) => (way & 1) == 0 ? network.To[way >> 1] : network.From[way >> 1];

    private int Before(int way) => (way & 1) == 0 ? network.From[way >> 1] : network.To[way >> 1];

    private void ListLinks()
    {
        for (int way = 0; way < 2 * network.LinkCount; way++)
        {
            start[Before(way) + 1]++;
        }

        for (int v = 0; v < network.NodeCount; v++)
        {
            start[v + 1] += start[v];
        }

        int[] slot = [.. start];
        for (int way = 0; way < 2 * network.LinkCount; way++)
        {
            leaving[slot[Before(way)]++] = way;
        }
    }
}
