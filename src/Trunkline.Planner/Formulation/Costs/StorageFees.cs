namespace Trunkline.Planner;

/// <summary>What states charge for each tonne stored, for supervision and long-term stewardship.</summary>
/// <remarks>docs/formulation.md#storage-fees</remarks>
public sealed class StorageFees : ICost
{
    /// <summary>The name, where no cost is at hand.</summary>
    internal const string RuleName = "storage-fees";

    public string Name => RuleName;

    public void Price(PlanningCase planning, Decisions x)
    {
        for (int j = 0; j < planning.Sinks.Count; j++)
        {
            foreach (int t in planning.PeriodIndices)
            {
                x.Model.AddCost(x.Injected(j, t), planning.Sinks[j].Fee[t]);
            }
        }
    }

    public IEnumerable<Payment> Payments(AuditedPlan audited) =>
        audited.Plan.Storages.SelectMany(s => PaymentsFor(audited, s));

    /// <summary>What the state charges at one formation; nothing at a use.</summary>
    public static IEnumerable<Payment> PaymentsFor(AuditedPlan audited, PlannedStorage storage) =>
        from y in audited.CalendarYears
        where audited.FormationOf(storage) is not null
        select new Payment(audited.Middle(y.Year), audited.StorageFeeIn(storage.State, y.Year).Real.Value * storage.Rate[y.Period].Value);
}
