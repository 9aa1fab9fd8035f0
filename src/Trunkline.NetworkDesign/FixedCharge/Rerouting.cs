namespace Trunkline.NetworkDesign.FixedCharge;

/// <summary>
/// Descent by whole flows: all that runs over a link is taken off it and sent the cheapest other way at its exact added cost, relief of other
/// links included; a cycle that costs less than nothing is taken at once. Ends where no single move improves.
/// </summary>
internal sealed class Rerouting
{
    private const double LeastGain = 1e-7;

    private readonly FlowNetwork network;
    private readonly int[] start;
    private readonly int[] leaving;
    private readonly double[] price;
    private readonly double[] distance;
    private readonly int[] reachedBy;
    private readonly int[] queue;
    private readonly bool[] isQueued;
    private readonly int[] order;

    public Rerouting(FlowNetwork network)
    {
        this.network = network;
        int nodes = network.NodeCount, links = network.LinkCount;
        start = new int[nodes + 1];
        leaving = new int[2 * links];
        price = new double[2 * links];
        distance = new double[nodes];
        reachedBy = new int[nodes];
        queue = new int[nodes + 1];
        isQueued = new bool[nodes];
        order = new int[links];
        ListLinks();
    }

    /// <summary>Improves the flows in place until no move does.</summary>
    public void Descend(double[] flow, Random random, CancellationToken cancellation)
    {
        for (int i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        bool isBetter = true;
        while (isBetter && !cancellation.IsCancellationRequested)
        {
            isBetter = false;
            random.Shuffle(order);
            foreach (int link in order)
            {
                isBetter |= TryLink(flow, link);
            }
        }
    }

    private bool TryLink(double[] flow, int link)
    {
        double carried = flow[link];
        double amount = Math.Abs(carried);
        if (amount <= FlowNetwork.Nothing)
        {
            return link >= network.SourceStart && link < network.SinkStart && TryMore(flow, link, network.Capacity[link]);
        }

        bool isBetter = TryLess(flow, link, amount);
        if (link >= network.SinkStart && link - network.SinkStart < network.Problem.Sinks.Length)
        {
            double rate = network.Problem.Sinks[link - network.SinkStart].WellRate;
            double excess = flow[link] % rate;
            isBetter |= excess > FlowNetwork.Nothing && TryLess(flow, link, excess);
        }
        else if (link >= network.SourceStart && link < network.SinkStart)
        {
            double room = network.Capacity[link] - flow[link];
            isBetter |= room > FlowNetwork.Nothing && TryMore(flow, link, room);
        }

        return isBetter;
    }

    // Takes an amount off a link and sends it another way from the link's one end to the other.
    private bool TryLess(double[] flow, int link, double amount)
    {
        double carried = flow[link];
        if (amount > Math.Abs(carried))
        {
            return false;
        }

        double saving = network.Cost(link, carried) - network.Cost(link, carried - (Math.Sign(carried) * amount));
        bool forward = carried > 0;
        int from = forward ? network.From[link] : network.To[link];
        int to = forward ? network.To[link] : network.From[link];
        return Send(flow, link, forward ? -amount : amount, from, to, amount, saving);
    }

    // Puts an amount more on a source and takes it off others.
    private bool TryMore(double[] flow, int link, double amount)
    {
        double saving = network.Cost(link, flow[link]) - network.Cost(link, flow[link] + amount);
        return Send(flow, link, amount, network.To[link], network.From[link], amount, saving);
    }

    private bool Send(double[] flow, int link, double change, int from, int to, double amount, double saving)
    {
        Price(flow, amount);
        price[2 * link] = price[(2 * link) + 1] = double.PositiveInfinity;
        int cycleAt = Search(from);
        if (cycleAt >= 0)
        {
            return TakeCycle(flow, cycleAt, amount);
        }

        if (!(distance[to] < saving - LeastGain))
        {
            return false;
        }

        Add(flow, link, change);
        for (int v = to; v != from; v = Before(reachedBy[v]))
        {
            Add(flow, reachedBy[v] >> 1, (reachedBy[v] & 1) == 0 ? amount : -amount);
        }

        return true;
    }

    private void Price(double[] flow, double amount)
    {
        for (int link = 0; link < network.LinkCount; link++)
        {
            double now = network.Cost(link, flow[link]);
            price[2 * link] = PriceOf(link, flow[link] + amount, now);
            price[(2 * link) + 1] = PriceOf(link, flow[link] - amount, now);
        }
    }

    private double PriceOf(int link, double next, double now)
    {
        bool isAllowed = Math.Abs(next) <= network.Capacity[link] + FlowNetwork.Nothing && (link < network.EdgeCount || next >= -FlowNetwork.Nothing);
        return isAllowed ? network.Cost(link, next) - now : double.PositiveInfinity;
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
                int way = leaving[k];
                double next = distance[v] + price[way];
                int w = After(way);
                if (!(next < distance[w] - LeastGain) || (reachedBy[v] ^ way) == 1)
                {
                    continue;
                }

                if (IsBefore(w, v))
                {
                    reachedBy[w] = way;
                    Empty(first, count);
                    return w;
                }

                distance[w] = next;
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

    private bool TakeCycle(double[] flow, int node, double amount)
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
            Add(flow, reachedBy[v] >> 1, (reachedBy[v] & 1) == 0 ? amount : -amount);
            v = Before(reachedBy[v]);
        }
        while (v != node);
        return true;
    }

    private static void Add(double[] flow, int link, double amount)
    {
        double next = flow[link] + amount;
        flow[link] = Math.Abs(next) <= FlowNetwork.Nothing ? 0 : next;
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

        int[] next = [.. start];
        for (int way = 0; way < 2 * network.LinkCount; way++)
        {
            leaving[next[Before(way)]++] = way;
        }
    }
}
