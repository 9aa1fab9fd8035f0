namespace Trunkline.NetworkDesign;

/// <summary>
/// Flows made of parcels, with the exact cost of each arc and sink kept up to date as parcels come and go. Opposite flows on an arc
/// cancel.
/// </summary>
internal sealed class ParcelNetwork
{
    private readonly DesignInstance instance;
    private readonly PurchasePlan purchases;
    private readonly DesignArc[] arcs;
    private readonly double[] flowCost;
    private readonly double[] flow;
    private readonly double[] absorbed;
    private readonly double[] arcCost;
    private readonly double[] sinkCost;
    private readonly double[] activity;
    private readonly int[] users;
    private readonly double[] trial;
    private readonly TouchLog arcLog;
    private readonly TouchLog sinkLog;
    private readonly double[] activityBefore;
    private double costBefore;
    private bool isLogging;

    /// <summary>An empty network. What its sinks take counts in the given side-row activity, which others add to as well.</summary>
    public ParcelNetwork(DesignInstance instance, double[] activity)
    {
        this.instance = instance;
        purchases = new PurchasePlan(instance.Problem);
        (arcs, flowCost) = (instance.Problem.Arcs, instance.Problem.FlowCost);
        flow = new double[instance.ArcCount * instance.Periods];
        absorbed = new double[instance.SinkCount * instance.Periods];
        arcCost = new double[instance.ArcCount];
        sinkCost = new double[instance.SinkCount];
        this.activity = activity;
        users = new int[instance.ArcCount];
        trial = new double[instance.Periods];
        arcLog = new TouchLog(instance.ArcCount, instance.Periods);
        sinkLog = new TouchLog(instance.SinkCount, instance.Periods);
        activityBefore = new double[activity.Length];
        Parcels = [.. Enumerable.Range(0, instance.SupplyCount).Select(_ => new List<Parcel>())];
    }

    /// <summary>Parcels of each supply.</summary>
    public List<Parcel>[] Parcels { get; }

    /// <summary>Whether modules count as divisible, which steers better while much still moves.</summary>
    public bool IsSmooth { get; private set; }

    /// <summary>Cost of all arcs and sinks in use; exact after <see cref="Refresh"/>, kept up with each move.</summary>
    public double Cost { get; private set; }

    public ReadOnlySpan<double> FlowOn(int arc) => flow.AsSpan(arc * instance.Periods, instance.Periods);

    public ReadOnlySpan<double> AbsorbedBy(int sink) => absorbed.AsSpan(sink * instance.Periods, instance.Periods);

    public double CostOf(int arc) => arcCost[arc];

    public bool IsUsed(int arc) => users[arc] > 0;

    /// <summary>Parcels that run over an arc.</summary>
    public int UsersOf(int arc) => users[arc];

    /// <summary>Counts modules as divisible or whole from now on.</summary>
    public void CountModules(bool divisible)
    {
        IsSmooth = divisible;
        for (int j = 0; j < sinkCost.Length; j++)
        {
            sinkCost[j] = SinkCost(j, AbsorbedBy(j));
        }

        Cost = arcCost.Sum() + sinkCost.Sum();
    }

    public void Add(Parcel parcel)
    {
        Parcels[parcel.Supply].Add(parcel);
        Apply(parcel, 1);
    }

    /// <summary>Takes a supply's parcels away and gives them back for later.</summary>
    public List<Parcel> Remove(int supply)
    {
        List<Parcel> removed = [.. Parcels[supply]];
        Parcels[supply].Clear();
        foreach (Parcel parcel in removed)
        {
            Apply(parcel, -1);
        }

        return removed;
    }

    /// <summary>What one more parcel of these rates adds to an arc's cost, in the given direction (+1 from From to To).</summary>
    public double Added(int arc, double direction, ReadOnlySpan<double> rate)
    {
        for (int t = 0; t < trial.Length; t++)
        {
            trial[t] = flow[(arc * instance.Periods) + t] + (direction * rate[t]);
        }

        return ArcCost(arc, trial) - arcCost[arc];
    }

    /// <summary>
    /// What a search counts for these rates on an arc, in the given direction. Relief of an arc by opposite flow is not paid out, or the search would meet negative lengths.
    /// </summary>
    /// <param name="fresh">What <see cref="Fresh"/> says of the rates.</param>
    public double Length(int arc, double direction, ReadOnlySpan<double> rate, double fresh)
    {
        ref readonly DesignArc of = ref arcs[arc];
        return of.Scale == 0 ? 0
            : !IsUsed(arc) && of.ExistingCapacity == 0 ? of.Scale * fresh
            : Math.Max(0, Added(arc, direction, rate));
    }

    /// <summary>Cost per unit of scale of carrying these rates on an arc that is not used and has no capacity.</summary>
    public double Fresh(ReadOnlySpan<double> rate)
    {
        double cost = purchases.Cost(rate, 0);
        for (int t = 0; t < rate.Length; t++)
        {
            cost += instance.Problem.FlowCost[t] * rate[t];
        }

        return cost;
    }

    /// <summary>Purchase cost per unit of scale of a flow.</summary>
    public double FreshPurchase(ReadOnlySpan<double> use, double existing) => purchases.Cost(use, existing);

    /// <summary>What taking these rates adds to a sink's cost.</summary>
    public double AddedAt(int sink, ReadOnlySpan<double> rate)
    {
        for (int t = 0; t < trial.Length; t++)
        {
            trial[t] = absorbed[(sink * instance.Periods) + t] + rate[t];
        }

        return SinkCost(sink, trial) - sinkCost[sink];
    }

    /// <summary>Writes how much of these rates a sink has room for; returns the sum over periods weighted by their lengths.</summary>
    public double Fit(int sink, ReadOnlySpan<double> rate, Span<double> part)
    {
        Sink of = instance.Problem.Sinks[sink];
        double life = LifeLeft(sink, of);
        double fitted = 0;
        for (int t = 0; t < rate.Length; t++)
        {
            double length = instance.Problem.PeriodLengths[t];
            double taken = absorbed[(sink * instance.Periods) + t];
            double free = Math.Max(0, of.FreeRate[t] - taken);
            double room = DesignInstance.MostAbsorbed(of, t) - taken;
            room = Math.Min(Math.Min(room, free + (life / length)), RowRoom(sink, t));
            part[t] = Math.Max(0, Math.Min(rate[t], room));
            part[t] = part[t] > (1 - 1e-9) * rate[t] ? rate[t] : part[t];
            life = Math.Max(0, life - (Math.Max(0, part[t] - free) * length));
            fitted += part[t] * length;
        }

        return fitted;
    }

    /// <summary>Writes rates and flows into a draft.</summary>
    public void WriteTo(Draft draft)
    {
        flow.CopyTo(draft.Flow, 0);
        absorbed.CopyTo(draft.Absorbed, 0);
    }

    /// <summary>Sums flows anew from the parcels, so that rounding from many moves does not stay.</summary>
    public void Refresh()
    {
        Array.Clear(flow);
        instance.Rows.Absorbed.Collect(activity, [.. absorbed.Select(x => -x)]);
        Array.Clear(absorbed);
        foreach (Parcel parcel in Parcels.SelectMany(p => p))
        {
            AddAbsorbed(parcel.Sink, parcel.Rate, 1);
            foreach (int step in parcel.Way)
            {
                AddFlow(step, parcel.Rate, 1);
            }
        }

        for (int a = 0; a < arcCost.Length; a++)
        {
            arcCost[a] = ArcCost(a, FlowOn(a));
        }

        CountModules(IsSmooth);
    }

    private double LifeLeft(int sink, Sink of)
    {
        if (double.IsPositiveInfinity(of.ModuleLifetime))
        {
            return double.PositiveInfinity;
        }

        double used = 0;
        for (int t = 0; t < instance.Periods; t++)
        {
            used += Math.Max(0, absorbed[(sink * instance.Periods) + t] - of.FreeRate[t]) * instance.Problem.PeriodLengths[t];
        }

        return Math.Max(0, (of.ModuleLifetime * of.MaxModules) - used);
    }

    private double RowRoom(int sink, int period)
    {
        TermTable table = instance.Rows.Absorbed;
        int key = (sink * instance.Periods) + period;
        double room = double.PositiveInfinity;
        for (int i = table.First[key]; i < table.First[key + 1]; i++)
        {
            double slack = Math.Max(0, instance.Rows.Limits[table.Row[i]] - activity[table.Row[i]]);
            room = table.Coefficient[i] > 0 ? Math.Min(room, slack / table.Coefficient[i]) : room;
        }

        return room;
    }

    /// <summary>From now on every arc and sink is noted before it changes, so that <see cref="Rollback"/> comes back to this very state.</summary>
    public void Mark()
    {
        arcLog.Begin();
        sinkLog.Begin();
        activity.CopyTo(activityBefore, 0);
        costBefore = Cost;
        isLogging = true;
    }

    /// <summary>What has changed since <see cref="Mark"/> stays.</summary>
    public void Keep() => isLogging = false;

    /// <summary>Comes back to the state at <see cref="Mark"/>; the parcels of supplies are the caller's to put back.</summary>
    public void Rollback()
    {
        arcLog.Restore(flow, arcCost, users);
        sinkLog.Restore(absorbed, sinkCost, []);
        activityBefore.CopyTo(activity, 0);
        Cost = costBefore;
        isLogging = false;
    }

    /// <summary>Adds or takes away rates on the steps of a way; parcels are not kept up.</summary>
    /// <param name="settle">Whether costs follow at once; if not, <see cref="Settle"/> must be called before they are read.</param>
    public void AddAlong(ReadOnlySpan<int> way, ReadOnlySpan<double> rate, int sign, bool settle)
    {
        foreach (int step in way)
        {
            int arc = step < 0 ? ~step : step;
            if (isLogging)
            {
                arcLog.Note(arc, flow, arcCost, users);
            }

            AddFlow(step, rate, sign);
            users[arc] += sign;
            if (settle || !isLogging)
            {
                SettleArc(arc);
            }
        }
    }

    /// <summary>Adds or takes away rates at a sink; parcels are not kept up.</summary>
    public void AddAt(int sink, ReadOnlySpan<double> rate, int sign)
    {
        if (isLogging)
        {
            sinkLog.Note(sink, absorbed, sinkCost, []);
        }

        AddAbsorbed(sink, rate, sign);
        double before = sinkCost[sink];
        sinkCost[sink] = SinkCost(sink, AbsorbedBy(sink));
        Cost += sinkCost[sink] - before;
    }

    /// <summary>Brings the costs of all arcs touched since <see cref="Mark"/> in line with their flows.</summary>
    public void Settle()
    {
        foreach (int arc in arcLog.Touched)
        {
            SettleArc(arc);
        }
    }

    private void Apply(Parcel parcel, int sign)
    {
        AddAlong(parcel.Way, parcel.Rate, sign, settle: true);
        AddAt(parcel.Sink, parcel.Rate, sign);
    }

    private void SettleArc(int arc)
    {
        if (users[arc] == 0)
        {
            Array.Clear(flow, arc * instance.Periods, instance.Periods);
        }

        double old = arcCost[arc];
        arcCost[arc] = users[arc] == 0 ? 0 : ArcCost(arc, FlowOn(arc));
        Cost += arcCost[arc] - old;
    }

    private void AddFlow(int step, ReadOnlySpan<double> rate, int sign)
    {
        int at = (step < 0 ? ~step : step) * instance.Periods;
        double along = step < 0 ? -sign : sign;
        for (int t = 0; t < rate.Length; t++)
        {
            flow[at + t] += along * rate[t];
        }
    }

    private void AddAbsorbed(int sink, ReadOnlySpan<double> rate, int sign)
    {
        for (int t = 0; t < rate.Length; t++)
        {
            if (rate[t] != 0)
            {
                int key = (sink * instance.Periods) + t;
                absorbed[key] = Math.Max(0, absorbed[key] + (sign * rate[t]));
                instance.Rows.Absorbed.AddTo(activity, key, sign * rate[t]);
            }
        }
    }

    private double ArcCost(int arc, ReadOnlySpan<double> use)
    {
        ref readonly DesignArc of = ref arcs[arc];
        if (of.Scale == 0)
        {
            return 0;
        }

        double cost = purchases.Cost(use, of.ExistingCapacity);
        for (int t = 0; t < use.Length; t++)
        {
            cost += flowCost[t] * Math.Abs(use[t]);
        }

        return of.Scale * cost;
    }

    private double SinkCost(int sink, ReadOnlySpan<double> use)
    {
        Sink of = instance.Problem.Sinks[sink];
        double cost = ModulePlan.Cost(of, instance.Problem.PeriodLengths, use, IsSmooth);
        for (int t = 0; t < use.Length; t++)
        {
            cost += of.UnitCost[t] * use[t];
        }

        return cost;
    }
}
