namespace Trunkline.NetworkDesign;

/// <summary>
/// The cheapest way to place rates from a node: a search outwards over what each arc would cost more, ended at the sink with the least
/// added cost for each unit it has room for.
/// </summary>
internal sealed class ParcelSearch
{
    // The guide counts on sinks that have room for at least this share; little room at no cost would make it look cheap everywhere.
    private const double LeastFit = 0.3;

    private readonly DesignInstance instance;
    private readonly ParcelNetwork network;
    private readonly int[] firstSink;
    private readonly int[] nextSink;
    private readonly double[] distance;
    private readonly int[] arrival;
    private readonly int[] stamp;
    private readonly OpenNodes open = new();
    private readonly double[] part;
    private readonly double[] bestPart;
    private readonly int[] done;
    private IReadOnlyList<double[]> guide = [];
    private int round;
    private double blur;
    private int blurSeed;
    private readonly WayGuide near;
    private readonly Func<int, double[], double> sinkScore;
    private double[] rest = [];
    private double times;
    private bool isNear;
    private double freshCost;

    public ParcelSearch(DesignInstance instance, ParcelNetwork network)
    {
        this.instance = instance;
        this.network = network;
        firstSink = new int[instance.Graph.NodeCount];
        Array.Fill(firstSink, -1);
        nextSink = new int[instance.SinkCount];
        for (int j = instance.SinkCount - 1; j >= 0; j--)
        {
            nextSink[j] = firstSink[instance.Problem.Sinks[j].Node];
            firstSink[instance.Problem.Sinks[j].Node] = j;
        }

        distance = new double[instance.Graph.NodeCount];
        arrival = new int[instance.Graph.NodeCount];
        stamp = new int[instance.Graph.NodeCount];
        part = new double[instance.Periods];
        bestPart = new double[instance.Periods];
        done = new int[instance.Graph.NodeCount];
        Premium = new double[instance.SinkCount * instance.Periods];
        RowPrice = new double[instance.Rows.Count];
        near = new WayGuide(instance, network);
        sinkScore = (sink, rate) => Score(sink, rate, 0, LeastFit * Amount(rate), steer: 0);
    }

    /// <summary>Prices of side rows that steer among sinks.</summary>
    public double[] RowPrice { get; }

    /// <summary>Extra prices of sinks [sink, period], for what they keep others from.</summary>
    public double[] Premium { get; }

    /// <summary>Arcs scanned so far; the same for the same questions, so it serves as a clock.</summary>
    public long Scanned { get; private set; }

    /// <summary>Makes arcs look cheaper or dearer by chance, by up to a share; zero for true costs.</summary>
    public void Blur(double share, int seed) => (blur, blurSeed) = (share, seed);

    /// <summary>Places as much as one sink can take on one way. Null where no sink in reach has room.</summary>
    public Parcel? Find(int supply, double[] rate) => Find(supply, instance.Problem.Supplies[supply].Node, rate, whole: false, double.PositiveInfinity);

    /// <summary>The same from any node; whole where only a sink that takes all of it will do.</summary>
    /// <param name="limit">Cost from which on an answer is of no use; null then. Kept to as far as the guide can be trusted.</param>
    public Parcel? Find(int supply, int from, double[] rate, bool whole, double limit)
    {
        double amount = Amount(rate);
        if (amount <= 0)
        {
            return null;
        }

        Start(from, rate);
        double least = whole ? (1 - 1e-9) * amount : 0;
        int bestSink = -1;
        double bestScore = double.PositiveInfinity;
        while (open.TryDequeue(out int node, out double key))
        {
            if (key / amount >= bestScore || double.IsPositiveInfinity(key))
            {
                break;
            }

            if (done[node] == round)
            {
                continue;
            }

            done[node] = round;
            double reached = distance[node];

            for (int j = firstSink[node]; j >= 0; j = nextSink[j])
            {
                double score = Score(j, rate, reached, least);
                if (score < bestScore)
                {
                    (bestScore, bestSink) = (score, j);
                    part.CopyTo(bestPart, 0);
                }
            }

            Spread(node, reached, rate, Math.Min(isNear ? limit : double.PositiveInfinity, bestScore * amount));
        }

        return bestSink < 0 ? null : new Parcel(supply, bestSink, [.. bestPart], Way(instance.Problem.Sinks[bestSink].Node));
    }

    private double Amount(double[] rate)
    {
        double amount = 0;
        for (int t = 0; t < rate.Length; t++)
        {
            amount += rate[t] * instance.Problem.PeriodLengths[t];
        }

        return amount;
    }

    /// <summary>Sets the guide: a likely price of the rest of the way by period and node, rather too low than too high.</summary>
    public void Guide(IReadOnlyList<double[]> price)
    {
        guide = price;
        isNear = false;
    }

    /// <summary>Steers by the costs of the network as it stands now, in place of the guide set before; they are found anew after each <see cref="LookAround"/>.</summary>
    public void LookAround()
    {
        near.Renew();
        isNear = true;
    }

    private double Rest(int node, double[] rate)
    {
        if (isNear)
        {
            return times * rest[node];
        }

        double left = 0;
        for (int t = 0; t < rate.Length; t++)
        {
            left += rate[t] == 0 || guide.Count == 0 ? 0 : rate[t] * guide[t][node];
        }

        return left;
    }

    private void Start(int node, double[] rate)
    {
        round++;
        open.Clear();
        freshCost = network.Fresh(rate);
        if (isNear)
        {
            (rest, times) = near.For(rate, sinkScore);
        }

        stamp[node] = round;
        distance[node] = 0;
        arrival[node] = int.MaxValue;
        open.Enqueue(node, 0);
    }

    private double Score(int sink, double[] rate, double reached, double least, double steer = 1)
    {
        double fitted = network.Fit(sink, rate, part);
        if (fitted <= least)
        {
            return double.PositiveInfinity;
        }

        double added = network.AddedAt(sink, part);
        for (int t = 0; t < part.Length; t++)
        {
            int key = (sink * instance.Periods) + t;
            added += part[t] == 0 ? 0 : steer * part[t] * (Premium[key] + instance.Rows.Absorbed.Priced(key, RowPrice));
        }

        return (reached + added) / fitted;
    }

    private void Spread(int node, double reached, double[] rate, double useful)
    {
        DesignGraph graph = instance.Graph;
        Scanned += graph.First[node + 1] - graph.First[node];
        for (int i = graph.First[node]; i < graph.First[node + 1]; i++)
        {
            int next = graph.Node[i];
            bool isKnown = stamp[next] == round;
            if (!graph.MayLeave[i] || done[next] == round || (isKnown && reached >= distance[next]))
            {
                continue;
            }

            // No arc is shorter than nothing: what is too far even then need not be measured.
            double left = Rest(next, rate);
            if (reached + left >= useful)
            {
                continue;
            }

            int arc = graph.Arc[i];
            bool forward = graph.Way[i] % 2 == 0;
            double offer = reached + (Blurred(arc) * network.Length(arc, forward ? 1 : -1, rate, freshCost));
            if ((!isKnown || offer < distance[next]) && offer + left < useful)
            {
                stamp[next] = round;
                distance[next] = offer;
                arrival[next] = forward ? arc : ~arc;
                open.Enqueue(next, offer + left);
            }
        }
    }

    private double Blurred(int arc)
    {
        if (blur == 0)
        {
            return 1;
        }

        unchecked
        {
            uint mixed = (uint)((arc * 0x9E3779B1) ^ (blurSeed * 0x85EBCA77));
            mixed = (mixed ^ (mixed >> 15)) * 0x2C1B3C6D;
            mixed = (mixed ^ (mixed >> 12)) * 0x297A2D39;
            mixed ^= mixed >> 15;
            return 1 + (blur * ((2.0 * mixed / uint.MaxValue) - 1));
        }
    }

    private int[] Way(int node)
    {
        List<int> way = [];
        while (arrival[node] != int.MaxValue)
        {
            int step = arrival[node];
            way.Add(step);
            node = step < 0 ? instance.Problem.Arcs[~step].To : instance.Problem.Arcs[step].From;
        }

        way.Reverse();
        return [.. way];
    }
}
