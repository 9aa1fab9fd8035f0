namespace Trunkline.Planner;

/// <summary>Pipes and boosters: capital less salvage, O&amp;M to the horizon, and the electricity of boosters.</summary>
/// <remarks>docs/formulation.md#transport-costs</remarks>
public sealed class TransportCosts : ICost
{
    public string Name => "transport-costs";

    public void Price(PlanningCase planning, Decisions x)
    {
        for (int e = 0; e < planning.Edges.Count; e++)
        {
            if (!planning.Edges[e].IsFree)
            {
                Price(planning, e, x);
            }
        }
    }

    public IEnumerable<Payment> Payments(AuditedPlan audited) => audited.Plan.Pipes.SelectMany(p => PaymentsFor(audited, p));

    /// <summary>Undiscounted capital of what a plan buys on a corridor in a period, boosters included; it must buy something then.</summary>
    public static double CapitalOf(AuditedPlan audited, PlannedPipe pipe, int period) => PipeMoney.Capital(audited, pipe, period);

    /// <summary>What one corridor costs.</summary>
    public static IEnumerable<Payment> PaymentsFor(AuditedPlan audited, PlannedPipe pipe)
    {
        double scale = pipe.WeightedLength.Value;
        double electricity = audited.Numbers.BoosterElectricity * audited.Numbers.ElectricityPrice * scale;
        foreach (var (year, period) in audited.CalendarYears)
        {
            yield return new Payment(audited.Middle(year), electricity * Math.Abs(pipe.Flow[period].Value));
        }

        foreach (int v in audited.PeriodIndices.Where(v => pipe.Bought[v].Value > 0))
        {
            double capital = PipeMoney.Capital(audited, pipe, v);
            foreach (Payment payment in audited.Capital(capital, v, audited.LastPeriod, audited.Numbers.PipeLife))
            {
                yield return payment;
            }

            foreach (var (year, _) in audited.CalendarYears.Where(y => y.Period >= v))
            {
                yield return new Payment(audited.Middle(year), capital * audited.Numbers.PipeOm);
            }
        }
    }

    private static void Price(PlanningCase planning, int e, Decisions x)
    {
        double scale = planning.Edges[e].Scale;
        foreach (int t in planning.PeriodIndices)
        {
            x.Model.AddCost(x.Forward(e, t), scale * planning.FlowCost[t]);
            x.Model.AddCost(x.Back(e, t), scale * planning.FlowCost[t]);
            for (int c = 0; c < planning.Trends.Count; c++)
            {
                x.Model.AddCost(x.Built(e, c, t), scale * planning.Trends[c].Fixed[t]);
                x.Model.AddCost(x.Size(e, c, t), scale * planning.Trends[c].Slope[t]);
            }
        }
    }
}
