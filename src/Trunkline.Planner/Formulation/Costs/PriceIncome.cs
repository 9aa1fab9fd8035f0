namespace Trunkline.Planner;

/// <summary>In price mode, what each captured tonne earns by the study's price; an earning, so negative.</summary>
/// <remarks>docs/formulation.md#price-income</remarks>
public sealed class PriceIncome : ICost
{
    public string Name => "price-income";

    public void Price(PlanningCase planning, Decisions x)
    {
        foreach (int t in planning.PeriodIndices.Where(t => planning.Price[t] != 0))
        {
            foreach (var (_, _, column) in x.CapturedIn(t))
            {
                x.Model.AddCost(column, -planning.Price[t]);
            }
        }
    }

    public IEnumerable<Payment> Payments(AuditedPlan audited) =>
        audited.Study.Goal is Goal.CarbonPrice price
            ? audited.CalendarYears.Select(y => new Payment(
                audited.Middle(y.Year), -price.Prices[y.Period].Value * audited.Plan.Captures.Sum(c => c.Rate[y.Period].Value)))
            : [];
}
