using Trunkline.Domain;
using Trunkline.Planner;

namespace Trunkline.Pillars;

/// <summary>What happens when a hub comes late: the study solved again with its formations ready so many years later. All differences are late less on time.</summary>
/// <param name="Years">By which it is late. Projects open on the first day of a period, so a delay counts to the next such day.</param>
/// <param name="Status"><c>proved</c>, <c>found</c>, <c>infeasible</c> or <c>none</c>.</param>
/// <param name="NetUsd">Discounted; null where there is no plan.</param>
/// <param name="CapturedMtPerYear">By period.</param>
/// <param name="HubMtPerYear">What the hub itself takes when late, by period; not a difference.</param>
/// <param name="Instead">Sinks that take more, the largest gain first: tonnes over the plan.</param>
/// <param name="Noise">Net of either plan above its bound: a difference smaller than this may be the search's, not the hub's.</param>
/// <param name="Reasons">Why there is no plan.</param>
public sealed record LateHub(
    string HubId,
    double Years,
    string Status,
    double? NetUsd,
    double? CostUsd,
    IReadOnlyList<double> CapturedMtPerYear,
    IReadOnlyList<double> HubMtPerYear,
    IReadOnlyList<SinkGain> Instead,
    double? Noise,
    IReadOnlyList<Bilingual> Reasons)
{
    private const int MostGains = 5;

    /// <summary>The study with the hub late.</summary>
    public static Study Delayed(Study study, Hub hub, double years)
    {
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(hub);
        HashSet<string> rock = [.. hub.Storage.Where(s => s.PermitBy is not null).Select(s => s.SinkId)];
        return study with { Limits = study.Limits with { Delays = [.. study.Limits.Delays, new StorageDelay(rock, new Years(years))] } };
    }

    /// <summary>Both answers beside each other.</summary>
    /// <param name="onTime">The plan that the late one is measured against.</param>
    public static LateHub Of(Plan onTime, Hub hub, double years, PlanOutcome late)
    {
        ArgumentNullException.ThrowIfNull(onTime);
        ArgumentNullException.ThrowIfNull(hub);
        return late switch
        {
            PlanOutcome.Planned planned => Of(onTime, hub, years, planned.Plan),
            PlanOutcome.Infeasible impossible => None(hub, years, "infeasible", [.. impossible.Relaxations.Select(r => r.Text)]),
            PlanOutcome.OutOfTime none => None(hub, years, "none", [none.Why]),
            _ => throw new ArgumentException($"An outcome is one of three, not {late}.", nameof(late)),
        };
    }

    private static LateHub Of(Plan onTime, Hub hub, double years, Plan late) => new(
        hub.Id,
        years,
        late.Totals.Status,
        (late.Totals.Net - onTime.Totals.Net).Value,
        (late.Totals.Cost - onTime.Totals.Cost).Value,
        [.. late.Periods.Zip(onTime.Periods, (l, o) => l.CapturedMtPerYear - o.CapturedMtPerYear)],
        [.. Enumerable.Range(0, late.Periods.Count).Select(t => late.Storages.Where(s => hub.Storage.Any(h => h.SinkId == s.SinkId)).Sum(s => s.Rate[t].Megatonnes))],
        [.. Gains(onTime, late).OrderByDescending(g => g.Mt).ThenBy(g => g.SinkId, StringComparer.Ordinal).Take(MostGains)],
        Math.Max((onTime.Totals.Net - onTime.Totals.Bound).Value, (late.Totals.Net - late.Totals.Bound).Value),
        []);

    private static LateHub None(Hub hub, double years, string status, IReadOnlyList<Bilingual> reasons) =>
        new(hub.Id, years, status, null, null, [], [], [], null, reasons);

    private static IEnumerable<SinkGain> Gains(Plan onTime, Plan late)
    {
        Dictionary<string, double> before = onTime.Storages.ToDictionary(s => s.SinkId, s => Stored(onTime, s));
        return from storage in late.Storages
               let gain = (Stored(late, storage) - before.GetValueOrDefault(storage.SinkId)) / 1e6
               where gain > 1e-3
               select new SinkGain(storage.SinkId, storage.Name, storage.State, gain);
    }

    private static double Stored(Plan plan, PlannedStorage storage) =>
        plan.Periods.Index().Sum(t => (t.Item.To - t.Item.From + 1) * storage.Rate[t.Index].Value);
}

/// <summary>A sink that takes more than before.</summary>
public sealed record SinkGain(string SinkId, string Name, string State, double Mt);
