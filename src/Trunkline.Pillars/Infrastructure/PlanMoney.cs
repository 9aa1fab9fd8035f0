using Trunkline.Planner;

namespace Trunkline.Pillars;

/// <summary>A plan's payments discounted at a rate of one's choice; at the study's own the parts add up to the plan's totals.</summary>
/// <param name="audited">The plan with its dataset and law.</param>
/// <param name="rate">Real, a year.</param>
internal sealed class PlanMoney(AuditedPlan audited, double rate)
{
    /// <summary>Real discount rate a year.</summary>
    public double Rate => rate;

    /// <summary>Money on the first day of the plan.</summary>
    public double Present(IEnumerable<Payment> payments) => payments.Sum(p => p.Amount * Math.Pow(1 + rate, -p.After));

    /// <summary>Discounted years of a period: what a t/y through the period comes to in discounted tonnes.</summary>
    public double Annuity(int period) => audited.Periods[period].CalendarYears.Sum(y => Math.Pow(1 + rate, -audited.Middle(y)));

    /// <summary>Discounted tonnes of a rate by period.</summary>
    public double Tonnes(Func<int, double> ratePerYear) => audited.PeriodIndices.Sum(t => ratePerYear(t) * Annuity(t));

    public double Of(PlannedPipe pipe) => Present(TransportCosts.PaymentsFor(audited, pipe));

    /// <summary>Storage itself, without the state's fees.</summary>
    public double Of(PlannedStorage storage) => Present(StorageCosts.PaymentsFor(audited, storage));

    public double FeesOf(PlannedStorage storage) => Present(StorageFees.PaymentsFor(audited, storage));

    public double Of(PlannedCapture capture) => Present(CaptureCosts.PaymentsFor(audited, capture));

    public double CreditOf(PlannedCapture capture) => Present(CarbonCredits.EarnedBy(audited, capture));
}
