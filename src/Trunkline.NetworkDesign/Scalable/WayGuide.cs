namespace Trunkline.NetworkDesign;

/// <summary>
/// What the rest of a way costs from every node, for rates of like size and run, by one search back from all sinks over the network as it stood a while ago.
/// A search outwards that is steered by it looks at little more than the way it ends with.
/// </summary>
internal sealed class WayGuide(DesignInstance instance, ParcelNetwork network)
{
    // The network has changed a little since, and rates of one class differ: what is left of the way is taken for rather less than it was.
    private const double Trust = 0.9;

    private readonly ShortestPaths paths = new(instance.Graph);
    private readonly Dictionary<int, Table> tables = [];
    private readonly double[] length = new double[2 * instance.ArcCount];
    private readonly double[] start = new double[instance.SinkCount];
    private readonly double[] like = new double[instance.Periods];
    private readonly int[] sinkNode = [.. instance.Problem.Sinks.Select(s => s.Node)];
    private int age;

    /// <summary>Lets every table be made anew when it is next asked for.</summary>
    public void Renew() => age++;

    /// <summary>The table for some rates, and what to multiply it by.</summary>
    /// <param name="score">Added cost at a sink for rates, a unit of what it has room for.</param>
    public (double[] Distance, double Times) For(double[] rate, Func<int, double[], double> score)
    {
        (int first, int last, double most, double amount) = Size(rate);
        int octave = (int)Math.Floor(2 * Math.Log2(most));
        int key = (((octave * instance.Periods) + first) * instance.Periods) + last;
        if (!tables.TryGetValue(key, out Table? table))
        {
            table = new Table(new double[instance.Graph.NodeCount]);
            tables.Add(key, table);
        }

        double whole = Like(first, last, Math.Pow(2, 0.5 * octave));
        if (table.Age != age || table.IsNew)
        {
            Fill(table, whole, score);
        }

        return (table.Distance, Trust * Math.Min(1.2, amount / whole));
    }

    private (int First, int Last, double Most, double Amount) Size(double[] rate)
    {
        (int first, int last, double most, double amount) = (-1, 0, 0, 0);
        for (int t = 0; t < rate.Length; t++)
        {
            if (rate[t] > 0)
            {
                (first, last) = (first < 0 ? t : first, t);
                most = Math.Max(most, rate[t]);
                amount += rate[t] * instance.Problem.PeriodLengths[t];
            }
        }

        return (first, last, most, amount);
    }

    private double Like(int first, int last, double rate)
    {
        double amount = 0;
        Array.Clear(like);
        for (int t = first; t <= last; t++)
        {
            like[t] = rate;
            amount += rate * instance.Problem.PeriodLengths[t];
        }

        return amount;
    }

    private void Fill(Table table, double amount, Func<int, double[], double> score)
    {
        double fresh = network.Fresh(like);
        // Against the flow of a used arc rates cost nothing: one length for both directions would make every trunk look free.
        for (int a = 0; a < instance.ArcCount; a++)
        {
            length[2 * a] = network.Length(a, 1, like, fresh);
            length[(2 * a) + 1] = network.Length(a, -1, like, fresh);
        }

        for (int j = 0; j < start.Length; j++)
        {
            start[j] = amount * score(j, like);
        }

        paths.Run(length, sinkNode, start, byWay: true);
        paths.Distance.CopyTo(table.Distance, 0);
        (table.Age, table.IsNew) = (age, false);
    }

    private sealed class Table(double[] distance)
    {
        public double[] Distance { get; } = distance;

        public int Age { get; set; }

        public bool IsNew { get; set; } = true;
    }
}
