using Trunkline.Planner;
using Trunkline.Report;

namespace Trunkline.Server.Plans;

/// <summary>What two plans do otherwise, added up.</summary>
internal static class Differences
{
    private const int LargestShown = 12;

    public static DifferenceSeen Of(Plan before, Plan after)
    {
        PlanDifference map = PlanDifference.Of(before, after);
        PlanTotals old = before.Totals, now = after.Totals;
        return new DifferenceSeen(
            now.Net.Value - old.Net.Value,
            now.Cost.Value - old.Cost.Value,
            now.CreditsDiscounted.Value - old.CreditsDiscounted.Value,
            Tonnes(after, p => p.CapturedMtPerYear) - Tonnes(before, p => p.CapturedMtPerYear),
            Tonnes(after, p => p.StoredMtPerYear) - Tonnes(before, p => p.StoredMtPerYear),
            after.Periods.Sum(p => p.NewPipeKm) - before.Periods.Sum(p => p.NewPipeKm),
            old.Gap,
            now.Gap,
            ChangeCount.Of(map.Sites),
            ChangeCount.Of(map.Pipes),
            ChangeCount.Of(map.Storages),
            [.. PlanComparison.Of(before, after).Money.Select(m => new MoneyPair(m.Name.Replace(' ', '-'), m.Before.Value, m.After.Value))],
            Largest(map));
    }

    private static PlaceRef[] Largest(PlanDifference map) =>
    [
        .. Of("site", map.Sites).Concat(Of("pipe", map.Pipes)).Concat(Of("storage", map.Storages))
            .OrderByDescending(c => c.Change.Size)
            .Take(LargestShown)
            .Select(c => new PlaceRef(c.Kind, c.Change.Id, c.Change.Name)),
    ];

    private static IEnumerable<(string Kind, ThingChange Change)> Of(string kind, IReadOnlyList<ThingChange> changes) => changes.Select(c => (kind, c));

    private static double Tonnes(Plan plan, Func<PlanPeriod, double> rate) => plan.Periods.Sum(p => rate(p) * (p.To - p.From + 1));
}
