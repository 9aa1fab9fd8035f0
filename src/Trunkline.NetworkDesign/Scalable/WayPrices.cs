namespace Trunkline.NetworkDesign;

/// <summary>
/// What a unit from each supply pays on its way, by period, at the average cost of arcs in use, a likely cost of arcs out of use, and
/// the module cost of sinks with room.
/// </summary>
internal sealed class WayPrices
{
    // Added cost on an arc is seldom below this share of the least average.
    private const double GuideShare = 0.65;

    private readonly DesignInstance instance;
    private readonly ParcelNetwork network;
    private readonly ParallelOptions parallel;
    private readonly ShortestPaths[] paths;
    private readonly double[][] length;
    private readonly double[][] sinkPrice;
    private readonly int[] sinkNode;
    private readonly double[] rent;

    public WayPrices(DesignInstance instance, ParcelNetwork network, int threads)
    {
        this.instance = instance;
        this.network = network;
        parallel = new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, threads) };
        paths = [.. Enumerable.Range(0, instance.Periods).Select(_ => new ShortestPaths(instance.Graph))];
        length = [.. Enumerable.Range(0, instance.Periods).Select(_ => new double[instance.ArcCount])];
        sinkPrice = [.. Enumerable.Range(0, instance.Periods).Select(_ => new double[instance.SinkCount])];
        sinkNode = [.. instance.Problem.Sinks.Select(s => s.Node)];
        rent = new double[instance.Periods];
    }

    /// <summary>Scarcity prices [sink, period] from the bound, or null before it is known.</summary>
    public double[]? Scarcity { get; set; }

    /// <summary>Way prices [supply, period]; arcs out of use charge as for a flow of the given size shaped like the totals.</summary>
    public double[] Find(double unusedFlow, double[] totals)
    {
        double top = totals.Max();
        double[] shape = [.. totals.Select(x => top > 0 ? x / top * unusedFlow : unusedFlow)];
        ChargeArcs(shape);
        ChargeSinks(shape);
        Parallel.For(0, instance.Periods, parallel, t => paths[t].Run(length[t], sinkNode, sinkPrice[t]));
        double[] way = new double[instance.SupplyCount * instance.Periods];
        for (int key = 0; key < way.Length; key++)
        {
            way[key] = paths[key % instance.Periods].Distance[instance.Problem.Supplies[key / instance.Periods].Node];
        }

        return way;
    }

    /// <summary>A low price of the rest of the way, [period][node], where arcs charge a share of their least rents; for guiding searches.</summary>
    public double[][] Guide(double[] totals)
    {
        PeakRents.Spread(instance.Rents.LeastAverage, totals, rent);
        for (int t = 0; t < instance.Periods; t++)
        {
            for (int a = 0; a < instance.ArcCount; a++)
            {
                DesignArc arc = instance.Problem.Arcs[a];
                bool exists = arc.ExistingCapacity > 0;
                length[t][a] = arc.Scale == 0 ? 0 : arc.Scale * (instance.Problem.FlowCost[t] + (exists ? 0 : GuideShare * rent[t]));
            }
        }

        ChargeSinks(totals);
        Parallel.For(0, instance.Periods, parallel, t =>
        {
            double[] low = [.. sinkPrice[t].Select((p, j) => ((1 - GuideShare) * instance.Problem.Sinks[j].UnitCost[t]) + (GuideShare * p))];
            paths[t].Run(length[t], sinkNode, low);
        });
        return [.. paths.Select(p => p.Distance.ToArray())];
    }

    private void ChargeArcs(double[] shape)
    {
        double[] fresh = Rents(network.FreshPurchase(shape, 0), shape);
        for (int a = 0; a < instance.ArcCount; a++)
        {
            DesignArc arc = instance.Problem.Arcs[a];
            bool used = network.IsUsed(a);
            double[] rents = arc.Scale == 0 || (!used && arc.ExistingCapacity == 0) ? fresh
                : used ? Rents(network.FreshPurchase(network.FlowOn(a), arc.ExistingCapacity), network.FlowOn(a))
                : Rents(network.FreshPurchase(shape, arc.ExistingCapacity), shape);
            for (int t = 0; t < instance.Periods; t++)
            {
                length[t][a] = arc.Scale == 0 ? 0 : arc.Scale * (instance.Problem.FlowCost[t] + rents[t]);
            }
        }
    }

    // The purchase cost spread over the peaks of use in proportion to the rents there.
    private double[] Rents(double cost, ReadOnlySpan<double> use)
    {
        PeakRents.Spread(instance.Rents.LeastAverage, use, rent);
        double charged = 0;
        for (int t = 0; t < use.Length; t++)
        {
            charged += rent[t] == 0 ? 0 : rent[t] * Math.Abs(use[t]);
        }

        double factor = cost == 0 ? 0 : charged > 0 ? cost / charged : 1;
        return [.. rent.Select(r => factor == 0 ? 0 : factor * r)];
    }

    private void ChargeSinks(double[] shape)
    {
        double[] one = new double[instance.Periods];
        double[] part = new double[instance.Periods];
        double[] cost = new double[instance.Periods];
        for (int j = 0; j < instance.SinkCount; j++)
        {
            Sink sink = instance.Problem.Sinks[j];
            ReadOnlySpan<double> absorbed = network.AbsorbedBy(j);
            for (int t = 0; t < cost.Length; t++)
            {
                cost[t] = t >= sink.FirstModulePeriod && sink.ModuleRate > 0 ? sink.ModuleCost[t] / sink.ModuleRate : double.PositiveInfinity;
            }

            PeakRents.Spread(cost, absorbed.ContainsAnyExcept(0) ? absorbed : shape, rent);
            for (int t = 0; t < cost.Length; t++)
            {
                Array.Clear(one);
                one[t] = Math.Max(sink.ModuleRate, 1e-3 * DesignInstance.MostAbsorbed(sink, t));
                bool room = network.Fit(j, one, part) > 0.5 * one[t] * instance.Problem.PeriodLengths[t];
                bool free = absorbed[t] < sink.FreeRate[t];
                sinkPrice[t][j] = Scarcity is not null && DesignInstance.MostAbsorbed(sink, t) > 0
                    ? sink.UnitCost[t] + Scarcity[(j * cost.Length) + t]
                    : room ? sink.UnitCost[t] + (free ? 0 : rent[t]) : double.PositiveInfinity;
            }
        }
    }
}
