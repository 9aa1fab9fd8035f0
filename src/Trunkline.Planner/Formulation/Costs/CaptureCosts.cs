using Trunkline.Atlas;

namespace Trunkline.Planner;

/// <summary>Capital, renewals, O&amp;M and energy of capture units at stacks and fermenters, less salvage.</summary>
/// <remarks>docs/formulation.md#capture-costs</remarks>
public sealed class CaptureCosts : ICost
{
    public string Name => "capture-costs";

    public void Price(PlanningCase planning, Decisions x) => UnitMoney.Price(planning, x, s => s.Track != Track.Dac);

    /// <summary>What one unit costs, of any track.</summary>
    public static IEnumerable<Payment> PaymentsFor(AuditedPlan audited, PlannedCapture capture) => UnitMoney.PaymentsFor(audited, capture);

    public IEnumerable<Payment> Payments(AuditedPlan audited) => UnitMoney.Payments(audited, c => c.Track != "dac");
}
