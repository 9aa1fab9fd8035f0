namespace Trunkline.NetworkDesign;

/// <summary>Prices a draft exactly, with the best purchases and modules for its flows, and lists the limits it breaks.</summary>
internal sealed class DraftCost(DesignInstance instance)
{
    private readonly PurchasePlan purchases = new(instance.Problem);

    public void Evaluate(Draft draft)
    {
        draft.SupplyCost = Supplies(draft);
        draft.ArcCost = Arcs(draft);
        draft.SinkCost = Sinks(draft);
        List(draft);
    }

    /// <summary>Purchase cost of one arc.</summary>
    public double Purchases(int arc, ReadOnlySpan<double> flow)
    {
        DesignArc of = instance.Problem.Arcs[arc];
        return of.Scale == 0 ? 0 : of.Scale * purchases.Cost(flow, of.ExistingCapacity);
    }

    /// <summary>The draft as decisions.</summary>
    public DesignSolution Write(Draft draft)
    {
        int periods = instance.Periods;
        Purchase?[][] bought = [.. Enumerable.Range(0, instance.ArcCount).Select(_ => new Purchase?[periods])];
        for (int a = 0; a < bought.Length; a++)
        {
            DesignArc arc = instance.Problem.Arcs[a];
            if (arc.Scale > 0)
            {
                purchases.Write(draft.Flow.AsSpan(a * periods, periods), arc.ExistingCapacity, bought[a]);
            }
        }

        int[][] modules = [.. Enumerable.Range(0, instance.SinkCount).Select(_ => new int[periods])];
        for (int j = 0; j < modules.Length; j++)
        {
            ModulePlan.Plan(instance.Problem.Sinks[j], instance.Problem.PeriodLengths, draft.Absorbed.AsSpan(j * periods, periods), modules[j]);
        }

        return new DesignSolution
        {
            Option = [.. draft.Option],
            Supplied = Table(draft.Rate, instance.SupplyCount),
            Flow = Table(draft.Flow, instance.ArcCount),
            Bought = bought,
            Modules = modules,
            Absorbed = Table(draft.Absorbed, instance.SinkCount),
        };
    }

    private double[][] Table(double[] flat, int count) =>
        [.. Enumerable.Range(0, count).Select(i => flat[(i * instance.Periods)..((i + 1) * instance.Periods)])];

    private double Supplies(Draft draft)
    {
        NeumaierSum sum = default;
        for (int k = 0; k < instance.SupplyCount; k++)
        {
            if (draft.Option[k] < 0)
            {
                continue;
            }

            SupplyOption option = instance.Problem.Supplies[k].Options[draft.Option[k]];
            sum.Add(option.OpeningCost);
            for (int t = option.FirstPeriod; t <= option.LastPeriod; t++)
            {
                sum.Add(draft.Rate[(k * instance.Periods) + t] * (option.UnitCost[t] - instance.Problem.Price[t]));
            }
        }

        return sum.Value;
    }

    private double Arcs(Draft draft)
    {
        NeumaierSum sum = default;
        for (int a = 0; a < instance.ArcCount; a++)
        {
            ReadOnlySpan<double> flow = draft.Flow.AsSpan(a * instance.Periods, instance.Periods);
            if (instance.Problem.Arcs[a].Scale == 0 || !flow.ContainsAnyExcept(0))
            {
                continue;
            }

            sum.Add(Purchases(a, flow));
            for (int t = 0; t < flow.Length; t++)
            {
                sum.Add(instance.Problem.Arcs[a].Scale * instance.Problem.FlowCost[t] * Math.Abs(flow[t]));
            }
        }

        return sum.Value;
    }

    private double Sinks(Draft draft)
    {
        NeumaierSum sum = default;
        for (int j = 0; j < instance.SinkCount; j++)
        {
            ReadOnlySpan<double> absorbed = draft.Absorbed.AsSpan(j * instance.Periods, instance.Periods);
            Sink sink = instance.Problem.Sinks[j];
            sum.Add(ModulePlan.Cost(sink, instance.Problem.PeriodLengths, absorbed));
            for (int t = 0; t < absorbed.Length; t++)
            {
                sum.Add(sink.UnitCost[t] * absorbed[t]);
            }
        }

        return sum.Value;
    }

    private void List(Draft draft)
    {
        draft.Shortfalls.Clear();
        for (int t = 0; t < instance.Periods; t++)
        {
            ListTarget(draft, t);
        }

        double[] activity = Activity(draft);
        for (int r = 0; r < activity.Length; r++)
        {
            double over = activity[r] - instance.Rows.Limits[r];
            if (over > 1e-7 * Math.Max(1, Math.Abs(instance.Rows.Limits[r])))
            {
                SideRow row = instance.Problem.SideRows[r];
                draft.Shortfalls.Add(new Shortfall(row.Name, row.Terms.Select(x => x.Period).DefaultIfEmpty(0).Max(), over, row.Name));
            }
        }

        if (draft.Shortfalls.Count == 0 && !double.IsFinite(draft.Cost))
        {
            draft.Shortfalls.Add(new Shortfall("target", instance.Periods - 1, 0, "network"));
        }
    }

    private void ListTarget(Draft draft, int period)
    {
        double target = instance.Problem.Target[period];
        double supplied = 0;
        for (int k = 0; k < instance.SupplyCount; k++)
        {
            supplied += draft.Rate[(k * instance.Periods) + period];
        }

        if (draft.Stranded[period] > 1e-9 * Math.Max(1, supplied))
        {
            draft.Shortfalls.Add(new Shortfall("target", period, draft.Stranded[period], "sinks"));
        }

        if (target > 0 && target - supplied > 1e-9 * target)
        {
            draft.Shortfalls.Add(new Shortfall("target", period, target - supplied, "supply"));
        }
    }

    private double[] Activity(Draft draft)
    {
        Span<int> first = new int[instance.SupplyCount];
        for (int k = 0; k < first.Length; k++)
        {
            first[k] = draft.Option[k] < 0 ? -1 : instance.Problem.Supplies[k].Options[draft.Option[k]].FirstPeriod;
        }

        return instance.Rows.Activity(first, draft.Rate, draft.Absorbed);
    }
}
