namespace Trunkline.NetworkDesign;

/// <summary>
/// Finds designs by dynamic slope scaling (Kim and Pardalos 1999, with the memory of Crainic, Gendron and Hernu 2004): each arc charges the
/// rent of new capacity times a factor, the factor that its own purchases showed in the last round; supplies are chosen and routed anew
/// at these charges. An arc out of use keeps the last factor it showed.
/// </summary>
internal sealed class SlopeScaling
{
    private readonly DesignInstance instance;
    private readonly DraftCost pricing;
    private readonly Router router;
    private readonly Selection selection;
    private readonly ParallelOptions parallel;
    private readonly ShortestPaths[] paths;
    private readonly double[] factor;
    private readonly double[][] length;
    private readonly double[][] sinkPrice;
    private readonly double[] way;
    private readonly int[] sinkNode;

    public SlopeScaling(DesignInstance instance, DualSpace space, double[] multipliers, Selection selection, int threads)
    {
        this.instance = instance;
        this.selection = selection;
        pricing = new DraftCost(instance);
        router = new Router(instance);
        parallel = new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, threads) };
        paths = [.. Enumerable.Range(0, instance.Periods).Select(_ => new ShortestPaths(instance.Graph))];
        factor = new double[instance.ArcCount];
        length = [.. Enumerable.Range(0, instance.Periods).Select(_ => new double[instance.ArcCount])];
        sinkPrice = [.. Enumerable.Range(0, instance.Periods).Select(t => SinkPrices(space, multipliers, t))];
        way = new double[instance.SupplyCount * instance.Periods];
        sinkNode = [.. instance.Problem.Sinks.Select(s => s.Node)];
        Current = new Draft(instance);
    }

    /// <summary>The design of the last round.</summary>
    public Draft Current { get; }

    /// <summary>Charges every arc as though so much flowed on it in all periods.</summary>
    public void Begin(double flow)
    {
        double[] steady = new double[instance.Periods];
        Array.Fill(steady, flow);
        PurchasePlan plan = new(instance.Problem);
        double fresh = Factor(plan.Cost(steady, 0), steady);
        for (int a = 0; a < factor.Length; a++)
        {
            double existing = instance.Problem.Arcs[a].ExistingCapacity;
            factor[a] = existing > 0 ? Factor(plan.Cost(steady, existing), steady) : fresh;
        }
    }

    /// <summary>One round: charge, choose, route, price.</summary>
    public Draft Round(bool choose)
    {
        Parallel.For(0, instance.Periods, parallel, Charge);
        if (choose)
        {
            ReadWays();
            selection.Choose(way);
            selection.Option.CopyTo(Current.Option, 0);
            selection.Rate.CopyTo(Current.Rate, 0);
        }

        router.Route(Current, length, sinkPrice);
        pricing.Evaluate(Current);
        Array.Clear(selection.AbsorbedActivity);
        instance.Rows.Absorbed.Collect(selection.AbsorbedActivity, Current.Absorbed);
        Learn();
        return Current;
    }

    private double[] SinkPrices(DualSpace space, double[] multipliers, int period)
    {
        double[] price = new double[instance.SinkCount];
        double[] plain = DualStart.For(instance, space);
        ReadOnlySpan<double> rowPrice = multipliers.AsSpan(space.RowAt, instance.Rows.Count);
        for (int j = 0; j < price.Length; j++)
        {
            int key = (j * instance.Periods) + period;
            price[j] = instance.Problem.Sinks[j].UnitCost[period] + Math.Max(plain[space.SinkAt + key], multipliers[space.SinkAt + key]) + instance.Rows.Absorbed.Priced(key, rowPrice);
        }

        return price;
    }

    private void Charge(int period)
    {
        double rent = instance.Rents.PerScale[period];
        for (int a = 0; a < factor.Length; a++)
        {
            DesignArc arc = instance.Problem.Arcs[a];
            double charge = factor[a] == 0 ? 0 : factor[a] * rent;
            length[period][a] = arc.Scale == 0 ? 0 : arc.Scale * (instance.Problem.FlowCost[period] + charge);
        }

        paths[period].Run(length[period], sinkNode, OpenPrices(period));
    }

    private double[] OpenPrices(int period)
    {
        double[] open = [.. sinkPrice[period]];
        for (int j = 0; j < open.Length; j++)
        {
            open[j] = DesignInstance.MostAbsorbed(instance.Problem.Sinks[j], period) > 0 ? open[j] : double.PositiveInfinity;
        }

        return open;
    }

    private void ReadWays()
    {
        for (int k = 0; k < instance.SupplyCount; k++)
        {
            for (int t = 0; t < instance.Periods; t++)
            {
                way[(k * instance.Periods) + t] = paths[t].Distance[instance.Problem.Supplies[k].Node];
            }
        }
    }

    private void Learn()
    {
        for (int a = 0; a < factor.Length; a++)
        {
            ReadOnlySpan<double> flow = Current.Flow.AsSpan(a * instance.Periods, instance.Periods);
            DesignArc arc = instance.Problem.Arcs[a];
            if (arc.Scale > 0 && flow.ContainsAnyExcept(0))
            {
                factor[a] = Math.Min(1e6, Factor(pricing.Purchases(a, flow) / arc.Scale, flow));
            }
        }
    }

    private double Factor(double cost, ReadOnlySpan<double> flow)
    {
        double rents = 0;
        for (int t = 0; t < flow.Length; t++)
        {
            rents += Math.Abs(flow[t]) * instance.Rents.PerScale[t];
        }

        return cost == 0 ? 0 : double.IsPositiveInfinity(cost) ? 1e6 : rents > 0 ? cost / rents : 1;
    }
}
