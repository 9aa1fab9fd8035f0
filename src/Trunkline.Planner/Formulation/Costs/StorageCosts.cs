using Trunkline.Atlas;
using Trunkline.Domain;

namespace Trunkline.Planner;

/// <summary>Storage projects from development to aftercare, less salvage, and what a use pays for its CO2.</summary>
/// <remarks>docs/formulation.md#storage-costs</remarks>
public sealed class StorageCosts : ICost
{
    public string Name => "storage-costs";

    public void Price(PlanningCase planning, Decisions x)
    {
        for (int j = 0; j < planning.Sinks.Count; j++)
        {
            foreach (int t in planning.PeriodIndices)
            {
                x.Model.AddCost(x.Projects(j, t), planning.Sinks[j].ProjectCost[t]);
                x.Model.AddCost(x.Injected(j, t), planning.Sinks[j].UnitCost[t]);
            }
        }
    }

    public IEnumerable<Payment> Payments(AuditedPlan audited) => audited.Plan.Storages.SelectMany(s => PaymentsFor(audited, s));

    /// <summary>What one formation or use costs.</summary>
    public static IEnumerable<Payment> PaymentsFor(AuditedPlan audited, PlannedStorage storage) =>
        audited.FormationOf(storage) is { } formation ? OfFormation(audited, storage, formation) : OfUse(audited, storage, audited.UseOf(storage)!);

    private static IEnumerable<Payment> OfUse(AuditedPlan audited, PlannedStorage storage, CarbonUse use) =>
        from y in audited.CalendarYears
        where use.PriceKnown
        select new Payment(audited.Middle(y.Year), -use.Price.Value * storage.Rate[y.Period].Value);

    private static IEnumerable<Payment> OfFormation(AuditedPlan audited, PlannedStorage storage, Formation formation)
    {
        double life = audited.Numbers.StorageLife.Value;
        foreach (var (year, period) in audited.CalendarYears)
        {
            int running = storage.Projects.Take(period + 1).Sum();
            double yearly = running * ((formation.Injection.Value / life) + formation.FixedOm.Value);
            yield return new Payment(audited.Middle(year), yearly + (formation.VariableOm.Value * storage.Rate[period].Value));
        }

        foreach (int v in audited.PeriodIndices.Where(v => storage.Projects[v] > 0))
        {
            double capital = (formation.Development + formation.Construction).Value * audited.Numbers.Learned("storage", audited.Periods[v].From);
            foreach (Payment payment in audited.Capital(storage.Projects[v] * capital, v, audited.LastPeriod, audited.Numbers.StorageLife))
            {
                yield return payment;
            }

            double used = Math.Min(1, (audited.Years - audited.StartOf(v)) / life);
            yield return new Payment(audited.StartOf(v) + life, storage.Projects[v] * formation.AfterCare.Value * used);
        }
    }
}
