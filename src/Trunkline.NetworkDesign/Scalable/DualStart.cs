namespace Trunkline.NetworkDesign;

/// <summary>
/// First multipliers: sinks charge their module cost spread over the periods of use, targets pay what the last supply needed costs alone.
/// </summary>
internal static class DualStart
{
    // Where these ways cannot meet a target, its price would rise without end.
    private const double MostTimes = 50;

    public static double[] For(DesignInstance instance, DualSpace space)
    {
        double[] y = new double[space.Count];
        for (int j = 0; j < instance.SinkCount; j++)
        {
            SpreadModules(instance.Problem.Sinks[j], y.AsSpan(space.SinkAt + (j * instance.Periods), instance.Periods));
        }

        return y;
    }

    /// <summary>Adds first target and row prices, for ways priced at the present sink prices.</summary>
    public static void PriceTargets(DesignInstance instance, DualSpace space, double[] stretch, DualFunction function, double[] y)
    {
        function.Evaluate(y);
        TargetPricing pricing = new(instance, space, y, stretch);
        double[] way = new double[instance.SupplyCount * instance.Periods];
        for (int key = 0; key < way.Length; key++)
        {
            way[key] = function.NodePrice(instance.Problem.Supplies[key / instance.Periods].Node, key % instance.Periods);
        }

        pricing.Find(way, 150);
        double most = MostTimes * TypicalPrice(instance.Problem);
        for (int i = 0; i < pricing.Prices.Length; i++)
        {
            double natural = stretch[i] > 0 ? Math.Max(most, MostTimes * stretch[i]) : most;
            y[i] = Math.Min(pricing.Prices[i], natural);
        }
    }

    /// <summary>
    /// How far each multiplier naturally moves for a unit of subgradient: its own likely size over the likely size of its subgradient.
    /// </summary>
    public static double[] Stretch(DesignInstance instance, DualSpace space) => Stretch(instance, space, TypicalPrice(instance.Problem));

    /// <summary>The same for a given likely price of a unit.</summary>
    public static double[] Stretch(DesignInstance instance, DualSpace space, double price)
    {
        double flow = Math.Max(1e-9, instance.LargestFlow.DefaultIfEmpty(0).Max());
        double[] stretch = new double[space.Count];
        Array.Fill(stretch, price / flow, 0, instance.Periods);
        for (int r = 0; r < instance.Rows.Count; r++)
        {
            double size = RowSize(instance.Problem.SideRows[r], flow);
            stretch[space.RowAt + r] = price * flow / (size * size);
        }

        for (int key = 0; key < instance.SinkCount * instance.Periods; key++)
        {
            double most = DesignInstance.MostAbsorbed(instance.Problem.Sinks[key / instance.Periods], key % instance.Periods);
            stretch[space.SinkAt + key] = price / Math.Clamp(most, flow / (10 * instance.SinkCount), flow);
        }

        for (int key = 0; key < space.ExistingArcs.Length * instance.Periods; key++)
        {
            double capacity = instance.Problem.Arcs[space.ExistingArcs[key / instance.Periods]].ExistingCapacity;
            double most = Math.Min(price, space.Upper[space.ExistingAt + key]);
            stretch[space.ExistingAt + key] = most / Math.Clamp(capacity, 1e-3 * flow, flow);
        }

        return stretch;
    }

    private static double RowSize(SideRow row, double flow)
    {
        bool counts = row.Terms.All(x => x.Kind == SideTermKind.Opened);
        double coefficient = row.Terms.Select(x => Math.Abs(x.Coefficient)).DefaultIfEmpty(1).Average();
        // A row without a limit of its own weighs one part of the flow against another.
        double part = row.Limit == 0 ? 10 : 100;
        return Math.Max(1e-9, Math.Max(Math.Abs(row.Limit), counts ? coefficient : coefficient * flow / part));
    }

    /// <summary>The middle of what a unit costs over all options, as a scale only.</summary>
    public static double TypicalPrice(DesignProblem problem)
    {
        List<double> prices = [];
        foreach (SupplyOption option in problem.Supplies.SelectMany(s => s.Options))
        {
            double amount = 0;
            double cost = Math.Abs(option.OpeningCost);
            for (int t = option.FirstPeriod; t <= option.LastPeriod; t++)
            {
                amount += option.Maximum[t];
                cost += Math.Abs(option.UnitCost[t]) * option.Maximum[t];
            }

            if (amount > 0)
            {
                prices.Add(cost / amount);
            }
        }

        prices.Sort();
        return prices.Count == 0 || prices[prices.Count / 2] <= 0 ? 1 : prices[prices.Count / 2];
    }

    // As for arcs: prices that sum from each opening period on to at most the module's cost a unit of rate.
    private static void SpreadModules(Sink sink, Span<double> price)
    {
        if (sink.MaxModules == 0 || sink.ModuleRate <= 0)
        {
            return;
        }

        double later = 0;
        for (int t = price.Length - 1; t >= sink.FirstModulePeriod; t--)
        {
            double least = double.PositiveInfinity;
            for (int v = sink.FirstModulePeriod; v <= t; v++)
            {
                least = Math.Min(least, sink.ModuleCost[v] / sink.ModuleRate);
            }

            price[t] = Math.Max(0, least - later);
            later = Math.Max(later, least);
        }
    }
}
