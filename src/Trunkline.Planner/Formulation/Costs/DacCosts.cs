using Trunkline.Atlas;

namespace Trunkline.Planner;

/// <summary>Capital, renewals, O&amp;M and energy of direct air capture trains, less salvage.</summary>
/// <remarks>docs/formulation.md#dac-costs</remarks>
public sealed class DacCosts : ICost
{
    public string Name => "dac-costs";

    public void Price(PlanningCase planning, Decisions x) => UnitMoney.Price(planning, x, s => s.Track == Track.Dac);

    public IEnumerable<Payment> Payments(AuditedPlan audited) => UnitMoney.Payments(audited, c => c.Track == "dac");
}
