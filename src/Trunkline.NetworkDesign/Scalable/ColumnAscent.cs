namespace Trunkline.NetworkDesign;

/// <summary>
/// Raises the Lagrangian bound by a proximal bundle method with one bundle for each supply and each wearing sink: the answers each gave
/// so far are its columns, a weighted mix of them is its present guess, and modules are kept exact. The next point answers the present
/// mix, near the best point so far.
/// </summary>
/// <remarks>
/// One bundle for all needs thousands of evaluations here, as every mix of answers would have to be seen at once; apart, some dozens do.
/// The mixes are improved two columns at a time, which touches only the few multipliers these columns speak of.
/// </remarks>
internal sealed class ColumnAscent
{
    private const int MostSweeps = 60;
    private const int IdleLimit = 12;

    private readonly DesignInstance instance;
    private readonly DualSpace space;
    private readonly DualFunction function;
    private readonly ModuleBlock modules;
    private readonly double[] stretch;
    private readonly double[] pull;
    private readonly double[] trial;
    private readonly double[] scratch;
    private readonly List<Column>[] columns;
    private readonly List<(int Place, double Amount)> slope = [];
    private double reach = 1;
    private int nullSteps;

    public ColumnAscent(DesignInstance instance, DualSpace space, DualFunction function, double[] start, double[] stretch)
    {
        this.instance = instance;
        this.space = space;
        this.function = function;
        this.stretch = stretch;
        modules = new ModuleBlock(instance, space);
        pull = new double[space.Count];
        trial = [.. start];
        scratch = new double[space.Count];
        columns = [.. Enumerable.Range(0, instance.SupplyCount + instance.SinkCount).Select(_ => new List<Column> { new(0, [], []) { Weight = 1 } })];
        Best = [.. start];
        Bound = function.Evaluate(trial);
        Collect();
        TakeLatest();
    }

    /// <summary>Multipliers of the best bound.</summary>
    public double[] Best { get; }

    /// <summary>Best value so far.</summary>
    public double Bound { get; private set; }

    /// <summary>Rise that the columns still promise near the best point.</summary>
    public double Promise { get; private set; } = double.PositiveInfinity;

    public double Reach => reach;

    /// <summary>One step. Returns whether the best bound rose.</summary>
    public bool Step()
    {
        Mix();
        double promised = ModelValue() - Bound;
        Promise = Math.Max(promised, 1e-12 * Math.Abs(Bound));
        double value = function.Evaluate(trial);
        double rise = value - Bound;
        Collect();
        if (rise > 0 && rise >= 0.1 * Promise)
        {
            Bound = value;
            trial.CopyTo(Best, 0);
            reach *= rise >= 0.5 * Promise ? 2 : 1;
            nullSteps = 0;
            return true;
        }

        if (++nullSteps >= 4)
        {
            reach *= 0.5;
            nullSteps = 0;
        }

        return false;
    }

    private void Mix()
    {
        Pull();
        double tolerance = 1e-7 * Math.Max(1, Math.Abs(Bound)) / columns.Length;
        for (int sweep = 0; sweep < MostSweeps; sweep++)
        {
            modules.Improve(pull, trial, Best, space.Upper, stretch, reach);
            bool any = false;
            for (int g = 0; g < columns.Length; g++)
            {
                any |= columns[g].Count > 1 && Improve(columns[g], tolerance);
            }

            if (!any)
            {
                break;
            }
        }

        Forget();
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

        modules.AddPull(pull);
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

    // Reads and clears the scratch, so that a place both columns speak of counts once.
    private double Curvature(Column column)
    {
        double curvature = 0;
        foreach (int place in column.Places)
        {
            double change = scratch[place];
            scratch[place] = 0;
            double free = Best[place] + (reach * stretch[place] * pull[place]);
            curvature += free >= 0 && free <= space.Upper[place] ? stretch[place] * change * change : 0;
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

    private double ModelValue()
    {
        double value = modules.Value(trial);
        for (int i = 0; i < trial.Length; i++)
        {
            value += trial[i] * space.Fixed[i];
        }

        foreach (List<Column> group in columns)
        {
            value += group.Min(c => c.Value(trial));
        }

        return value;
    }

    private void Collect()
    {
        for (int k = 0; k < instance.SupplyCount; k++)
        {
            function.SlopeOf(k, slope);
            Offer(columns[k], function.SupplyValue[k]);
        }

        for (int j = 0; j < instance.SinkCount; j++)
        {
            if (!modules.IsExact[j])
            {
                SlopeOfSink(j);
                Offer(columns[instance.SupplyCount + j], function.SinkValue[j]);
            }
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

    private void Offer(List<Column> group, double value)
    {
        double known = group.Min(c => c.Value(trial));
        if (value >= known - (1e-9 * Math.Abs(known)))
        {
            return;
        }

        double priced = slope.Sum(s => s.Amount * trial[s.Place]);
        group.Add(new Column(value - priced, [.. slope.Select(s => s.Place)], [.. slope.Select(s => s.Amount)]));
    }

    private void TakeLatest()
    {
        foreach (List<Column> group in columns)
        {
            group[0].Weight = group.Count > 1 ? 0 : 1;
            group[^1].Weight = 1;
        }
    }

    // Taking nothing is always known; other answers out of use for long are dropped.
    private void Forget()
    {
        foreach (List<Column> group in columns)
        {
            for (int c = group.Count - 1; c > 0; c--)
            {
                group[c].Idle = group[c].Weight > 0 ? 0 : group[c].Idle + 1;
                if (group[c].Idle > IdleLimit)
                {
                    group.RemoveAt(c);
                }
            }
        }
    }

    private sealed class Column(double cost, int[] places, double[] amounts)
    {
        public int[] Places { get; } = places;

        public double[] Amounts { get; } = amounts;

        public double Weight { get; set; }

        public double Level { get; set; }

        public int Idle { get; set; }

        public double Value(double[] y)
        {
            double value = cost;
            for (int i = 0; i < Places.Length; i++)
            {
                value += Amounts[i] * y[Places[i]];
            }

            return value;
        }
    }
}
