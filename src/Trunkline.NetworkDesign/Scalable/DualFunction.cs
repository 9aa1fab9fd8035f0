namespace Trunkline.NetworkDesign;

/// <summary>
/// The Lagrangian of a design problem: targets, side rows, sink capacity and existing arc capacity are priced, arc purchases are replaced by
/// rents never above their cost. What remains falls apart into one shortest-path search a period and one choice a supply and a sink,
/// each solved exactly, so the value at any multipliers is a lower bound on every solution.
/// </summary>
internal sealed class DualFunction
{
    // The sums have some 1e5 terms; rounding in each is below 1e-14 of its size, so this share of the total size covers it amply.
    private const double Safety = 1e-11;

    private readonly DesignInstance instance;
    private readonly DualSpace space;
    private readonly ParallelOptions parallel;
    private readonly ShortestPaths[] paths;
    private readonly double[][] length;
    private readonly double[][] start;
    private readonly int[][] priced;
    private readonly int[] existingPlace;
    private readonly int[] sinkNode;
    private readonly SupplyAnswers answers;
    private readonly CostShares? shares;

    /// <summary>With shares, supplies pay their own prices near home; without, rents of the largest pipe all the way.</summary>
    public DualFunction(DesignInstance instance, DualSpace space, int threads, CostShares? shares = null)
    {
        this.instance = instance;
        this.space = space;
        this.shares = shares;
        parallel = new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, threads) };
        int periods = instance.Periods;
        paths = [.. Enumerable.Range(0, periods).Select(_ => new ShortestPaths(instance.Graph))];
        length = [.. Enumerable.Range(0, periods).Select(BaseLengths)];
        start = [.. Enumerable.Range(0, periods).Select(_ => new double[instance.SinkCount])];
        priced = [.. Enumerable.Range(0, periods).Select(_ => new int[instance.Graph.NodeCount])];
        existingPlace = new int[instance.ArcCount];
        Array.Fill(existingPlace, -1);
        for (int i = 0; i < space.ExistingArcs.Length; i++)
        {
            existingPlace[space.ExistingArcs[i]] = i;
        }

        sinkNode = [.. instance.Problem.Sinks.Select(s => s.Node)];
        answers = new SupplyAnswers(instance, shares, paths, length, start, threads);
        SinkValue = new double[instance.SinkCount];
        Taken = new double[instance.SinkCount * periods];
    }

    /// <summary>Option taken by each supply at the last evaluation.</summary>
    public int[] Option => answers.Option;

    /// <summary>Rates at the last evaluation, [supply, period].</summary>
    public double[] Rate => answers.Rate;

    /// <summary>Each supply's part of the last value.</summary>
    public double[] SupplyValue => answers.Value;

    /// <summary>Each sink's part of the last value, modules included.</summary>
    public double[] SinkValue { get; }

    /// <summary>Sum of the sizes of everything that made up the last value.</summary>
    public double Size { get; private set; }

    /// <summary>What each sink offered at the last evaluation, [sink, period].</summary>
    public double[] Taken { get; }

    /// <summary>Price of a way to a sink from a node at the last evaluation.</summary>
    public double NodePrice(int node, int period) => paths[period].Distance[node];

    /// <summary>The bound at these multipliers, with a margin for rounding.</summary>
    public double Evaluate(double[] y)
    {
        Parallel.For(0, instance.Periods, parallel, t => Search(y, t));
        NeumaierSum sum = default;
        for (int i = 0; i < space.Count; i++)
        {
            sum.Add(y[i] * space.Fixed[i]);
        }

        AddSinks(y, ref sum);
        AddSupplies(y, ref sum);
        Size = sum.Size;
        return sum.Value - (Safety * sum.Size);
    }

    /// <summary>How a supply's part depends on the multipliers at the last evaluation, as pairs of place and amount.</summary>
    public void SlopeOf(int supply, List<(int Place, double Amount)> slope)
    {
        slope.Clear();
        if (Option[supply] < 0)
        {
            return;
        }

        SupplyOption option = instance.Problem.Supplies[supply].Options[Option[supply]];
        AddRows(slope, instance.Rows.Opened, (supply * instance.Periods) + option.FirstPeriod, 1);
        for (int t = option.FirstPeriod; t <= option.LastPeriod; t++)
        {
            int key = (supply * instance.Periods) + t;
            if (Rate[key] != 0)
            {
                AddRate(slope, supply, t, key, Rate[key]);
            }
        }
    }

    private void AddRate(List<(int Place, double Amount)> slope, int supply, int period, int key, double rate)
    {
        if (space.Upper[period] > 0)
        {
            slope.Add((period, -rate));
        }

        int sinkKey = (answers.Sink[key] * instance.Periods) + period;
        slope.Add((space.SinkAt + sinkKey, rate));
        AddRows(slope, instance.Rows.Supplied, key, rate);
        AddRows(slope, instance.Rows.Absorbed, sinkKey, rate);
        if (space.ExistingArcs.Length > 0)
        {
            AddExistingOn(slope, supply, period, rate);
        }
    }

    private void AddExistingOn(List<(int Place, double Amount)> slope, int supply, int period, double rate)
    {
        if (shares is not null)
        {
            foreach (int way in answers.Ways((supply * instance.Periods) + period))
            {
                AddExisting(slope, period, rate, existingPlace[way / 2]);
            }

            return;
        }

        int node = instance.Problem.Supplies[supply].Node;
        for (int n = priced[period][node]; n >= 0; n = priced[period][paths[period].Parent[n]])
        {
            AddExisting(slope, period, rate, existingPlace[paths[period].ParentArc[n]]);
        }
    }

    private void AddExisting(List<(int Place, double Amount)> slope, int period, double rate, int place)
    {
        if (place >= 0)
        {
            slope.Add((space.ExistingAt + (place * instance.Periods) + period, rate));
        }
    }

    /// <summary>What a supply's answer at the last evaluation puts on shared arcs; slots are made where it has none.</summary>
    public void LoadOf(int supply, List<(int Slot, int Period, double Rate)> load)
    {
        load.Clear();
        for (int t = 0; shares is not null && Option[supply] >= 0 && t < instance.Periods; t++)
        {
            int key = (supply * instance.Periods) + t;
            if (Rate[key] <= 0)
            {
                continue;
            }

            foreach (int way in answers.Ways(key))
            {
                if (CostShares.IsShared(instance.Problem.Arcs[way / 2]))
                {
                    load.Add((shares.Slot(supply, way), t, Rate[key]));
                }
            }
        }
    }

    /// <summary>The answers of the last evaluation as parcels: one for each way to each sink that a supply takes in some periods. Needs shares.</summary>
    public List<Parcel> Parcels()
    {
        List<Parcel> parcels = [];
        for (int k = 0; k < instance.SupplyCount; k++)
        {
            int first = parcels.Count;
            for (int t = 0; Option[k] >= 0 && t < instance.Periods; t++)
            {
                int key = (k * instance.Periods) + t;
                if (Rate[key] > 0)
                {
                    AddRate(parcels, first, k, t, key);
                }
            }
        }

        return parcels;
    }

    private void AddRate(List<Parcel> parcels, int first, int supply, int period, int key)
    {
        // Ways are listed from the sink, parcels from the supply.
        int[] way = [.. answers.Ways(key).AsEnumerable().Reverse().Select(w => w % 2 == 0 ? w / 2 : ~(w / 2))];
        Parcel? same = parcels.Skip(first).FirstOrDefault(p => p.Sink == answers.Sink[key] && p.Way.AsSpan().SequenceEqual(way));
        if (same is null)
        {
            parcels.Add(same = new Parcel(supply, answers.Sink[key], new double[instance.Periods], way));
        }

        same.Rate[period] = Rate[key];
    }

    private void AddRows(List<(int Place, double Amount)> slope, TermTable table, int key, double amount)
    {
        for (int i = table.First[key]; i < table.First[key + 1]; i++)
        {
            slope.Add((space.RowAt + table.Row[i], table.Coefficient[i] * amount));
        }
    }

    private double[] BaseLengths(int period)
    {
        DesignProblem problem = instance.Problem;
        double[] lengths = new double[problem.Arcs.Length];
        for (int a = 0; a < lengths.Length; a++)
        {
            DesignArc arc = problem.Arcs[a];
            bool buys = arc.Scale > 0 && !double.IsPositiveInfinity(arc.ExistingCapacity);
            double rent = !buys ? 0 : shares is null ? instance.Rents.PerScale[(a * instance.Periods) + period] : shares.Common(period);
            lengths[a] = arc.Scale == 0 ? 0 : arc.Scale * (problem.FlowCost[period] + rent);
        }

        return lengths;
    }

    private void Search(double[] y, int period)
    {
        DesignProblem problem = instance.Problem;
        for (int i = 0; i < space.ExistingArcs.Length; i++)
        {
            int arc = space.ExistingArcs[i];
            length[period][arc] = (problem.Arcs[arc].Scale * problem.FlowCost[period]) + y[space.ExistingAt + (i * instance.Periods) + period];
        }

        ReadOnlySpan<double> rowPrice = y.AsSpan(space.RowAt, instance.Rows.Count);
        for (int j = 0; j < sinkNode.Length; j++)
        {
            int key = (j * instance.Periods) + period;
            start[period][j] = problem.Sinks[j].UnitCost[period] + y[space.SinkAt + key] + instance.Rows.Absorbed.Priced(key, rowPrice);
        }

        paths[period].Run(length[period], sinkNode, start[period]);
        if (space.ExistingArcs.Length > 0)
        {
            MarkPriced(paths[period], priced[period]);
        }
    }

    // For each node the next node on its way that leaves by an arc with existing capacity.
    private void MarkPriced(ShortestPaths tree, int[] next)
    {
        Array.Fill(next, -1);
        for (int i = 0; i < tree.SettledCount; i++)
        {
            int node = tree.Settled[i];
            if (tree.Parent[node] >= 0)
            {
                next[node] = existingPlace[tree.ParentArc[node]] >= 0 ? node : next[tree.Parent[node]];
            }
        }
    }

    private void AddSinks(double[] y, ref NeumaierSum sum)
    {
        for (int j = 0; j < instance.SinkCount; j++)
        {
            int at = space.SinkAt + (j * instance.Periods);
            Span<double> taken = Taken.AsSpan(j * instance.Periods, instance.Periods);
            SinkValue[j] = ModuleDual.Value(instance.Problem.Sinks[j], instance.Problem.PeriodLengths, y.AsSpan(at, instance.Periods), taken);
            sum.Add(SinkValue[j]);
        }
    }

    private void AddSupplies(double[] y, ref NeumaierSum sum)
    {
        answers.Find(y, y[space.RowAt..space.SinkAt]);
        for (int k = 0; k < instance.SupplyCount; k++)
        {
            sum.Add(SupplyValue[k]);
            sum.Widen(Option[k] < 0 ? 0 : instance.Problem.Supplies[k].Options[Option[k]].OpeningCost);
        }
    }
}
