namespace Trunkline.NetworkDesign;

/// <summary>
/// The cheapest way to place rates from a node: a search outwards over what each arc would cost more, ended at the sink with the least
/// added cost for each unit it has room for.
/// </summary>
internal sealed class ParcelSearch
{
    private readonly DesignInstance instance;
    private readonly ParcelNetwork network;
    private readonly int[] firstSink;
    private readonly int[] nextSink;
    private readonly double[] distance;
    private readonly int[] arrival;
    private readonly int[] stamp;
    private readonly PriorityQueue<int, double> open = new();
    private readonly double[] part;
    private readonly double[] bestPart;
    private readonly int[] done;
    private IReadOnlyList<double[]> guide = [];
    private int round;
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
    }

    /// <summary>Prices of side rows that steer among sinks.</summary>
    public double[] RowPrice { get; }

    /// <summary>Extra prices of sinks [sink, period], for what they keep others from.</summary>
    public double[] Premium { get; }

    /// <summary>Places as much as one sink can take on one way. Null where no sink in reach has room.</summary>
    public Parcel? Find(int supply, double[] rate)
    {
        double amount = Amount(rate);
        if (amount <= 0)
        {
            return null;
        }

        Start(instance.Problem.Supplies[supply].Node, rate);
        int bestSink = -1;
        double bestScore = double.PositiveInfinity;
        while (open.TryDequeue(out int node, out double key))
        {
            if (key / amount >= bestScore)
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
                double score = Score(j, rate, reached);
                if (score < bestScore)
                {
                    (bestScore, bestSink) = (score, j);
                    part.CopyTo(bestPart, 0);
                }
            }

            Spread(node, reached, rate);
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
    public void Guide(IReadOnlyList<double[]> price) => guide = price;

    private double Rest(int node, double[] rate)
    {
        double rest = 0;
        for (int t = 0; t < rate.Length; t++)
        {
            rest += rate[t] == 0 || guide.Count == 0 ? 0 : rate[t] * guide[t][node];
        }

        return rest;
    }

    private void Start(int node, double[] rate)
    {
        round++;
        open.Clear();
        freshCost = network.Fresh(rate);
        stamp[node] = round;
        distance[node] = 0;
        arrival[node] = int.MaxValue;
        open.Enqueue(node, 0);
    }

    private double Score(int sink, double[] rate, double reached)
    {
        double fitted = network.Fit(sink, rate, part);
        if (fitted <= 0)
        {
            return double.PositiveInfinity;
        }

        double added = network.AddedAt(sink, part);
        for (int t = 0; t < part.Length; t++)
        {
            int key = (sink * instance.Periods) + t;
            added += part[t] == 0 ? 0 : part[t] * (Premium[key] + instance.Rows.Absorbed.Priced(key, RowPrice));
        }

        return (reached + added) / fitted;
    }

    private void Spread(int node, double reached, double[] rate)
    {
        DesignGraph graph = instance.Graph;
        for (int i = graph.First[node]; i < graph.First[node + 1]; i++)
        {
            int next = graph.Node[i];
            int arc = graph.Arc[i];
            bool forward = instance.Problem.Arcs[arc].From == node;
            double offer = reached + Length(arc, forward ? 1 : -1, rate);
            if (graph.MayLeave[i] && done[next] != round && (stamp[next] != round || offer < distance[next]) && offer < double.PositiveInfinity)
            {
                stamp[next] = round;
                distance[next] = offer;
                arrival[next] = forward ? arc : ~arc;
                open.Enqueue(next, offer + Rest(next, rate));
            }
        }
    }

    // Relief of an arc by opposite flow is not paid out here, or the search would meet negative lengths.
    private double Length(int arc, double direction, double[] rate)
    {
        DesignArc of = instance.Problem.Arcs[arc];
        return of.Scale == 0 ? 0
            : !network.IsUsed(arc) && of.ExistingCapacity == 0 ? of.Scale * freshCost
            : Math.Max(0, network.Added(arc, direction, rate));
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
