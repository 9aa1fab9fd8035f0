using System.Runtime.InteropServices;

namespace Trunkline.NetworkDesign;

/// <summary>
/// Raises the Lagrangian bound by a proximal bundle method with one bundle for each supply and each sink: the answers each gave so far are
/// its columns, and a weighted mix of them is its present guess. The next point answers the present mix, near the best point so far.
/// </summary>
/// <remarks>
/// One bundle for all needs thousands of evaluations here, as every mix of answers would have to be seen at once; apart, some dozens do.
/// The mixes are improved two columns at a time, which touches only the few multipliers these columns speak of.
/// </remarks>
internal sealed class ColumnAscent
{
    // Sweeps that mix columns: all groups now and then, in between those that moved in the sweep before. A mix need not be exact, as the bound at
    // the point it leads to is.
    private const int MostSweeps = 20;
    private const int SweepsToWhole = 6;

    private const int IdleLimit = 12;

    // A promise below this share of the bound is no reason to step further.
    private const double WorthReaching = 1e-6;

    private readonly DesignInstance instance;
    private readonly DualSpace space;
    private readonly DualFunction function;
    private readonly double[] stretch;
    private readonly double[] pull;
    private readonly double[] trial;
    private readonly double[] scratch;
    private readonly List<Column>[] columns;
    private readonly List<(int Place, double Amount)> slope = [];
    private readonly List<(int Slot, int Period, double Rate)> load = [];
    private readonly CostShares? shares;
    private readonly double[] mean;
    private readonly bool[] moved;
    private int averaged;
    private readonly double leastReach;

    // Value at the best point: of the function, or of the columns where shares have moved since.
    private double centre;
    private double reach = 0.1;
    private int nullSteps;

    /// <summary>Begins at a point; with shares, answers remember the slots they use, and the step on multipliers stays at least at the given reach.</summary>
    public ColumnAscent(
        DesignInstance instance, DualSpace space, DualFunction function, double[] start, double[] stretch, CostShares? shares = null, double leastReach = 0)
    {
        this.shares = shares;
        this.leastReach = leastReach;
        this.instance = instance;
        this.space = space;
        this.function = function;
        this.stretch = stretch;
        pull = new double[space.Count];
        trial = [.. start];
        mean = [.. start];
        scratch = new double[space.Count];
        columns = [.. Enumerable.Range(0, instance.SupplyCount + instance.SinkCount).Select(_ => new List<Column> { new(0, [], []) { Weight = 1 } })];
        moved = new bool[columns.Length];
        Best = [.. start];
        Bound = function.Evaluate(trial);
        centre = Bound;
        OpenModules();
        Collect();
        TakeLatest();
    }

    /// <summary>Multipliers of the best bound; where shares move, those last found good.</summary>
    public double[] Best { get; }

    /// <summary>Best value so far.</summary>
    public double Bound { get; private set; }

    /// <summary>Rise that the columns still promise near the best point.</summary>
    public double Promise { get; private set; } = double.PositiveInfinity;

    /// <summary>One step. Returns whether the best point moved.</summary>
    public bool Step()
    {
        Mix();
        double promised = ModelValue(trial) - centre;
        Promise = Math.Max(promised, 1e-12 * Math.Abs(Bound));
        double value = function.Evaluate(trial);
        double rise = value - centre;
        Collect();
        Bound = Math.Max(Bound, value);
        if (rise > 0 && rise >= 0.1 * Promise)
        {
            centre = value;
            trial.CopyTo(Best, 0);
            reach *= rise >= 0.5 * Promise && Promise > WorthReaching * Math.Abs(Bound) ? 2 : 1;
            nullSteps = 0;
            return true;
        }

        if (++nullSteps >= 4)
        {
            reach = Math.Max(leastReach, 0.5 * reach);
            nullSteps = 0;
        }

        return false;
    }

    /// <summary>Shifts shares of arc costs to those whose mixed answers use the arcs; known answers cost what they do at the new shares.</summary>
    public void ShiftShares(double rate)
    {
        foreach (Column column in columns.SelectMany(group => group))
        {
            if (column.Weight > 0)
            {
                foreach ((int slot, int period, double amount) in column.Loads)
                {
                    shares!.Use(slot, period, column.Weight * amount);
                }
            }
        }

        shares!.Shift(rate);
        foreach (Column column in columns.SelectMany(group => group))
        {
            column.Cost = column.Base + Charged(column.Loads);
        }

        centre = ModelValue(Best);
    }

    /// <summary>Adds the last point and its shares to their means; with a larger weight on late ones, earlier ones are forgotten sooner.</summary>
    public void Average(double onLate)
    {
        double part = onLate / (onLate + averaged++);
        for (int i = 0; i < mean.Length; i++)
        {
            mean[i] += part * (trial[i] - mean[i]);
        }

        shares!.Average(part);
    }

    /// <summary>Tries the means: where steps keep overshooting to either side, the middle is often better than any of them.</summary>
    public void EvaluateMean()
    {
        shares!.ExchangeMean();
        Bound = Math.Max(Bound, function.Evaluate(mean));
        shares.ExchangeMean();
    }

    private double Charged(ReadOnlySpan<(int Slot, int Period, double Rate)> loads)
    {
        double cost = 0;
        foreach ((int slot, int period, double rate) in loads)
        {
            cost += shares!.Extra(slot, period) * rate;
        }

        return cost;
    }

    private void Mix()
    {
        Pull();
        double tolerance = 1e-6 * Math.Max(1, Math.Abs(Bound)) / columns.Length;
        bool whole = true;
        for (int sweep = 0; sweep < MostSweeps; sweep++)
        {
            bool any = Sweep(whole, tolerance);
            if (whole && !any)
            {
                break;
            }

            whole = !any || sweep % SweepsToWhole == 0;
        }

        Forget();
    }

    private bool Sweep(bool whole, double tolerance)
    {
        bool any = false;
        for (int g = 0; g < columns.Length; g++)
        {
            if ((whole || moved[g]) && columns[g].Count > 1)
            {
                moved[g] = Improve(columns[g], tolerance);
                any |= moved[g];
            }
        }

        return any;
    }

    private void Pull()
    {
        space.Fixed.CopyTo(pull, 0);
        foreach (List<Column> group in columns)
        {
            foreach (Column column in group)
            {
                Add(pull, column, column.Weight);
            }
        }

        for (int i = 0; i < trial.Length; i++)
        {
            trial[i] = At(i);
        }
    }

    private double At(int place) => Math.Clamp(Best[place] + (reach * stretch[place] * pull[place]), 0, space.Upper[place]);

    private bool Improve(List<Column> group, double tolerance)
    {
        Column low = group[0];
        Column? high = null;
        foreach (Column column in group)
        {
            column.Level = column.Value(trial);
            low = column.Level < low.Level ? column : low;
            high = column.Weight > 0 && (high is null || column.Level > high.Level) ? column : high;
        }

        if (high is null || high.Level - low.Level <= tolerance)
        {
            return false;
        }

        Shift(low, high);
        return true;
    }

    private void Shift(Column low, Column high)
    {
        Add(scratch, low, 1);
        Add(scratch, high, -1);
        double curvature = Curvature(low) + Curvature(high);
        double difference = high.Level - low.Level;
        double weight = curvature > 0 ? Math.Min(high.Weight, difference / (reach * curvature)) : high.Weight;
        low.Weight += weight;
        high.Weight = weight >= high.Weight ? 0 : high.Weight - weight;
        Apply(low, weight);
        Apply(high, -weight);
    }

    // Reads and clears the scratch, so that a place both columns speak of counts once. Places at the end of their box count too: the step is
    // then short rather than too long.
    private double Curvature(Column column)
    {
        double curvature = 0;
        foreach (int place in column.Places)
        {
            double change = scratch[place];
            scratch[place] = 0;
            curvature += stretch[place] * change * change;
        }

        return curvature;
    }

    private void Apply(Column column, double weight)
    {
        Add(pull, column, weight);
        foreach (int place in column.Places)
        {
            trial[place] = At(place);
        }
    }

    private static void Add(double[] sum, Column column, double weight)
    {
        if (weight != 0)
        {
            for (int i = 0; i < column.Places.Length; i++)
            {
                sum[column.Places[i]] += weight * column.Amounts[i];
            }
        }
    }

    private double ModelValue(double[] y)
    {
        double value = 0;
        for (int i = 0; i < y.Length; i++)
        {
            value += y[i] * space.Fixed[i];
        }

        foreach (List<Column> group in columns)
        {
            value += group.Min(c => c.Value(y));
        }

        return value;
    }

    private void Collect()
    {
        for (int k = 0; k < instance.SupplyCount; k++)
        {
            function.SlopeOf(k, slope);
            Offer(k, function.SupplyValue[k]);
        }

        for (int j = 0; j < instance.SinkCount; j++)
        {
            SlopeOfSink(j);
            Offer(instance.SupplyCount + j, function.SinkValue[j]);
        }
    }

    private void SlopeOfSink(int sink)
    {
        slope.Clear();
        for (int t = 0; t < instance.Periods; t++)
        {
            int key = (sink * instance.Periods) + t;
            if (function.Taken[key] != 0)
            {
                slope.Add((space.SinkAt + key, -function.Taken[key]));
            }
        }
    }

    // Supplies come first, then sinks, which load no arcs.
    private void Offer(int place, double value)
    {
        List<Column> group = columns[place];
        double known = group.Min(c => c.Value(trial));
        if (value >= known - (1e-9 * Math.Abs(known)))
        {
            return;
        }

        load.Clear();
        if (place < instance.SupplyCount)
        {
            function.LoadOf(place, load);
        }

        double priced = slope.Sum(s => s.Amount * trial[s.Place]);
        double charged = Charged(CollectionsMarshal.AsSpan(load));
        group.Add(new Column(value - priced, [.. slope.Select(s => s.Place)], [.. slope.Select(s => s.Amount)])
        {
            Base = value - priced - charged,
            Loads = [.. load],
        });
    }

    // All answers of a sink whose modules last the whole time: all modules opened in one period. Waiting for each to show up would take long,
    // as most sinks in use stand where a module just pays.
    private void OpenModules()
    {
        for (int j = 0; j < instance.SinkCount; j++)
        {
            Sink sink = instance.Problem.Sinks[j];
            bool lasts = sink.ModuleLifetime >= sink.ModuleRate * instance.Problem.PeriodLengths.Sum();
            for (int v = sink.FirstModulePeriod; lasts && sink.MaxModules > 0 && v < instance.Periods; v++)
            {
                int[] places = [.. Enumerable.Range(space.SinkAt + (j * instance.Periods) + v, instance.Periods - v)];
                double[] amounts = new double[places.Length];
                Array.Fill(amounts, -sink.ModuleRate * sink.MaxModules);
                columns[instance.SupplyCount + j].Add(new Column(sink.ModuleCost[v] * sink.MaxModules, places, amounts) { IsKept = true });
            }
        }
    }

    private void TakeLatest()
    {
        foreach (List<Column> group in columns)
        {
            bool fresh = group.Count > 1 && !group[^1].IsKept;
            group[0].Weight = fresh ? 0 : 1;
            group[^1].Weight = fresh || group.Count == 1 ? 1 : 0;
        }
    }

    // Taking nothing is always known; other answers out of use for long are dropped.
    private void Forget()
    {
        foreach (List<Column> group in columns)
        {
            for (int c = group.Count - 1; c > 0; c--)
            {
                group[c].Idle = group[c].Weight > 0 || group[c].IsKept ? 0 : group[c].Idle + 1;
                if (group[c].Idle > IdleLimit)
                {
                    group.RemoveAt(c);
                }
            }
        }
    }

    private sealed class Column(double cost, int[] places, double[] amounts)
    {
        public double Cost { get; set; } = cost;

        /// <summary>Cost without what slots charge.</summary>
        public double Base { get; init; } = cost;

        /// <summary>What it sends over slots.</summary>
        public (int Slot, int Period, double Rate)[] Loads { get; init; } = [];

        public int[] Places { get; } = places;

        public double[] Amounts { get; } = amounts;

        public double Weight { get; set; }

        public double Level { get; set; }

        public int Idle { get; set; }

        /// <summary>Whether it stays even when out of use.</summary>
        public bool IsKept { get; init; }

        public double Value(double[] y)
        {
            double value = Cost;
            for (int i = 0; i < Places.Length; i++)
            {
                value += Amounts[i] * y[Places[i]];
            }

            return value;
        }
    }
}
