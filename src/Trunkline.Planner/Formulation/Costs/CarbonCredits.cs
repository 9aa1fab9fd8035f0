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
        List<(int Year, int Period)> years = [.. audited.CalendarYears];
        double[] earned = new double[years.Count];
        foreach (PlannedCapture capture in audited.Plan.Captures)
        {
            CreditWindow? window = audited.CreditOf(capture);
            for (int i = 0; i < earned.Length; i++)
            {
                earned[i] += Earned(window, capture, years[i].Year, years[i].Period);
            }
        }

        return years.Select((y, i) =>
        {
            double lost = audited.Plan.Storages.Sum(s => audited.UseOf(s) is { } use ? s.Rate[y.Period].Value * audited.UseLoss(use, y.Year).Value : 0);
            return new Payment(audited.Middle(y.Year), lost - earned[i]);
        });
    }

    /// <summary>What the law pays one unit; positive.</summary>
    public static IEnumerable<Payment> EarnedBy(AuditedPlan audited, PlannedCapture capture)
    {
        CreditWindow? window = audited.CreditOf(capture);
        return audited.CalendarYears.Select(y => new Payment(audited.Middle(y.Year), Earned(window, capture, y.Year, y.Period))).Where(p => p.Amount != 0);
    }

    private static double Earned(CreditWindow? window, PlannedCapture capture, int year, int period) =>
        period >= capture.FirstPeriod && period <= capture.LastPeriod
        && window is not null && window.DedicatedByYear.TryGetValue(year, out var rate)
            ? rate.Value * capture.Rate[period].Value
            : 0;
}
