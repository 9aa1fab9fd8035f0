namespace Trunkline.Planner;

/// <summary>Credits that the law pays for captured CO2, less what is lost where it goes to a use; an earning, so negative.</summary>
/// <remarks>docs/formulation.md#carbon-credits</remarks>
public sealed class CarbonCredits : ICost
{
    /// <summary>The name, where no cost is at hand.</summary>
    internal const string RuleName = "carbon-credits";

    public string Name => RuleName;

    public void Price(PlanningCase planning, Decisions x)
    {
        foreach (int t in planning.PeriodIndices)
        {
            foreach (var (supply, option, column) in x.CapturedIn(t))
            {
                x.Model.AddCost(column, -planning.Supplies[supply].Options[option].Credit[t]);
            }

            for (int j = 0; j < planning.Sinks.Count; j++)
            {
                x.Model.AddCost(x.Injected(j, t), planning.Sinks[j].CreditLoss[t]);
            }
        }
    }

    public IEnumerable<Payment> Payments(AuditedPlan audited)
    {
        foreach (var (year, period) in audited.CalendarYears)
        {
            double earned = audited.Plan.Captures.Sum(c => Earned(audited, c, year, period));
            double lost = audited.Plan.Storages.Sum(s => audited.UseOf(s) is { } use ? s.Rate[period].Value * audited.UseLoss(use, year).Value : 0);
            yield return new Payment(audited.Middle(year), lost - earned);
        }
    }

    /// <summary>What the law pays one unit; positive.</summary>
    public static IEnumerable<Payment> EarnedBy(AuditedPlan audited, PlannedCapture capture) =>
        audited.CalendarYears.Select(y => new Payment(audited.Middle(y.Year), Earned(audited, capture, y.Year, y.Period))).Where(p => p.Amount != 0);

    private static double Earned(AuditedPlan audited, PlannedCapture capture, int year, int period) =>
        period >= capture.FirstPeriod && period <= capture.LastPeriod
        && audited.CreditOf(capture) is { } window && window.DedicatedByYear.TryGetValue(year, out var rate)
            ? rate.Value * capture.Rate[period].Value
            : 0;
}
