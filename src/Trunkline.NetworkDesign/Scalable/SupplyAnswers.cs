namespace Trunkline.NetworkDesign;

/// <summary>Each supply's cheapest run at given prices, with the way of each period: by the common tree, or at its own prices where it has any.</summary>
internal sealed class SupplyAnswers
{
    private readonly DesignInstance instance;
    private readonly CostShares? shares;
    private readonly ShortestPaths[] paths;
    private readonly double[][] length;
    private readonly double[][] start;
    private readonly Worker[] workers;
    private readonly List<int>[] ways;

    /// <summary>Answers at the trees, common arc lengths and start prices of sinks that the arrays hold when asked.</summary>
    public SupplyAnswers(DesignInstance instance, CostShares? shares, ShortestPaths[] paths, double[][] length, double[][] start, int threads)
    {
        this.instance = instance;
        this.shares = shares;
        this.paths = paths;
        this.length = length;
        this.start = start;
        int count = instance.SupplyCount;
        Option = new int[count];
        Rate = new double[count * instance.Periods];
        Value = new double[count];
        Sink = new int[count * instance.Periods];
        ways = shares is null ? [] : [.. Enumerable.Range(0, count * instance.Periods).Select(_ => new List<int>())];
        workers = [.. Enumerable.Range(0, Math.Max(1, threads)).Select(_ => new Worker(this))];
    }

    /// <summary>Option taken, -1 where none.</summary>
    public int[] Option { get; }

    /// <summary>[supply, period].</summary>
    public double[] Rate { get; }

    /// <summary>Cost of the answer at the prices, never above zero.</summary>
    public double[] Value { get; }

    /// <summary>Where the way ends, [supply, period].</summary>
    public int[] Sink { get; }

    /// <summary>Directed arcs passed by a supply that runs, where there are shares; [supply, period].</summary>
    public List<int> Ways(int key) => ways[key];

    /// <summary>Answers of all supplies at multipliers that begin with target prices, and at row prices.</summary>
    public void Find(double[] y, double[] rowPrice) =>
        Parallel.For(0, workers.Length, new ParallelOptions { MaxDegreeOfParallelism = workers.Length }, w =>
        {
            for (int k = w; k < instance.SupplyCount; k += workers.Length)
            {
                workers[w].Answer(k, y, rowPrice);
            }
        });

    private sealed class Worker
    {
        private readonly SupplyAnswers all;
        private readonly DesignInstance instance;
        private readonly SupplyChoice choice;
        private readonly OwnWaySearch? search;
        private readonly double[] margin;

        public Worker(SupplyAnswers all)
        {
            this.all = all;
            instance = all.instance;
            choice = new SupplyChoice(instance);
            margin = new double[instance.Periods];
            search = all.shares is null ? null : new OwnWaySearch(instance, all.shares);
        }

        // Own prices are never below common ones: a supply that does not pay at common prices does not pay.
        public void Answer(int supply, double[] y, double[] rowPrice)
        {
            int node = instance.Problem.Supplies[supply].Node;
            for (int t = 0; t < margin.Length; t++)
            {
                all.Sink[(supply * margin.Length) + t] = all.paths[t].Root[node];
                margin[t] = all.paths[t].Distance[node] + Beside(supply, t, y, rowPrice);
            }

            Choose(supply, rowPrice);
            if (search is not null && all.Option[supply] >= 0)
            {
                Walk(supply, y, rowPrice);
                Choose(supply, rowPrice);
            }
        }

        private double Beside(int supply, int t, double[] y, double[] rowPrice) =>
            instance.Rows.Supplied.Priced((supply * margin.Length) + t, rowPrice) - instance.Problem.Price[t] - y[t];

        private void Choose(int supply, double[] rowPrice)
        {
            (all.Value[supply], all.Option[supply]) = choice.Best(supply, margin, rowPrice);
            choice.Rates.CopyTo(all.Rate, supply * margin.Length);
        }

        private void Walk(int supply, double[] y, double[] rowPrice)
        {
            search!.Take(supply);
            for (int t = 0; t < margin.Length; t++)
            {
                int key = (supply * margin.Length) + t;
                all.ways[key].Clear();
                if (double.IsFinite(all.paths[t].Distance[instance.Problem.Supplies[supply].Node]))
                {
                    search.Run(t, all.paths[t], all.length[t], all.start[t]);
                    all.Sink[key] = search.Sink;
                    margin[t] = search.Price + Beside(supply, t, y, rowPrice);
                    search.Passed(all.ways[key]);
                }
            }
        }
    }
}
