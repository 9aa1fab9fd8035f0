using Trunkline.Planner;

namespace Trunkline.Pillars;

/// <summary>Facilities and sectors that a plan ties to a record. Computed from the plan, never evidence of an award; the record itself is not changed.</summary>
/// <param name="Record">Id of the record.</param>
/// <param name="AsOf">The day whose law was read.</param>
/// <param name="Computed">Always true: it marks these apart from what sources say.</param>
/// <param name="Facilities">Names, in order.</param>
public sealed record ComputedLink(string Record, DateOnly AsOf, bool Computed, IReadOnlyList<string> Facilities, IReadOnlyList<string> Sectors)
{
    internal static IReadOnlyList<ComputedLink> Of(PillarInput input, IReadOnlyList<IncentiveStack> stacks, AuditedPlan audited)
    {
        IncentiveStack[] earning = [.. stacks.Where(s => s.Earns)];
        PlannedStorage[] dedicated = [.. input.Plan.Storages.Where(s => audited.FormationOf(s) is not null && s.Projects.Sum() > 0)];
        var fees = dedicated.SelectMany(s => audited.CalendarYears.SelectMany(y => audited.StorageFeeIn(s.State, y.Year).Readings).Select(r => (r.PolicyId, s.Name))).Distinct();
        return
        [
            .. new[]
            {
                Link(input, PolicyPillar.CreditRecord, earning.Select(s => s.SiteName), earning.Select(s => s.Sector)),
                Link(input, "us.classvi", dedicated.Select(s => s.Name), []),
            }.Concat(fees.GroupBy(f => f.PolicyId, f => f.Name).Select(g => Link(input, g.Key, g, [])))
            .Where(l => l.Facilities.Count > 0).OrderBy(l => l.Record, StringComparer.Ordinal),
        ];
    }

    private static ComputedLink Link(PillarInput input, string record, IEnumerable<string> facilities, IEnumerable<string> sectors) =>
        new(record, input.Law.AsOf, true, [.. facilities.Distinct().Order(StringComparer.Ordinal)], [.. sectors.Distinct().Order(StringComparer.Ordinal)]);
}
