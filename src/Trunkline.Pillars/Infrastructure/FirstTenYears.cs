using Trunkline.Domain;
using Trunkline.Planner;

namespace Trunkline.Pillars;

/// <summary>What is to be started in the first ten years, where and in which order. One entry a hub that takes CO2 by then; details stand in the hub.</summary>
/// <param name="Order">1 first.</param>
/// <param name="Stage">How much of a cluster it is by the end of the ten years.</param>
/// <param name="BeginBy">
/// First day on which something of it must be begun: a permit applied for, or the construction started of a plant that is not running when the hub opens. A day before the plan's first is what the plan takes as begun already.
/// How long pipelines take to permit and lay is not known here.
/// </param>
/// <param name="InService">Year in which it first takes CO2.</param>
/// <param name="MtPerYear">What it takes at the end of the ten years.</param>
/// <param name="PipeKm">Pipe laid for it by then, its share of shared lines.</param>
/// <param name="Projects">Storage projects opened by then.</param>
/// <param name="CapexUsd">Overnight capital of plants, pipes and storage projects begun for it by then; real dollars, undiscounted.</param>
public sealed record StartOfHub(
    int Order, string HubId, Bilingual Name, StartStage Stage, DateOnly BeginBy, int InService, int Sites, double MtPerYear, double PipeKm, int Projects, double CapexUsd);

/// <summary>From a first plant to a cluster.</summary>
public enum StartStage
{
    /// <summary>One site.</summary>
    Pilot,

    /// <summary>Two sites.</summary>
    Pair,

    /// <summary>Three sites or more.</summary>
    Cluster,
}

/// <summary>Makes the list of the first ten years.</summary>
internal static class FirstTenYears
{
    public const int Length = 10;

    /// <summary>By the day on which something must be begun, then from pilots to clusters, then by tonnes.</summary>
    public static IReadOnlyList<StartOfHub> Of(PillarInput input, IReadOnlyList<Hub> hubs)
    {
        AuditedPlan audited = input.Audited();
        int last = audited.Periods.Index().Where(p => p.Item.From < audited.FirstYear + Length).Max(p => p.Index);
        return
        [
            .. hubs.Where(h => h.Members.Any(m => m.MtPerYear.Take(last + 1).Any(r => r > 0))).Select(h => Start(audited, h, last))
                .OrderBy(s => s.BeginBy).ThenBy(s => s.Stage).ThenByDescending(s => s.MtPerYear).ThenBy(s => s.HubId, StringComparer.Ordinal)
                .Index().Select(s => s.Item with { Order = s.Index + 1 }),
        ];
    }

    private static StartOfHub Start(AuditedPlan audited, Hub hub, int last)
    {
        HashSet<string> members = [.. hub.Members.Where(m => m.MtPerYear.Take(last + 1).Any(r => r > 0)).Select(m => m.SiteId)];
        int service = Enumerable.Range(0, last + 1).First(t => hub.Members.Any(m => m.MtPerYear[t] > 0));
        Dictionary<string, double> share = hub.Members.ToDictionary(m => m.SiteId, m => m.Share);
        PlannedCapture[] units = [.. audited.Plan.Captures.Where(c => members.Contains(c.SiteId) && c.FirstPeriod <= last)];
        PlannedStorage[] sinks = [.. audited.Plan.Storages.Where(s => hub.Storage.Any(h => h.SinkId == s.SinkId))];
        Dictionary<string, double> trunks = hub.Trunks.ToDictionary(p => p.EdgeId, p => p.Share, StringComparer.Ordinal);
        (PlannedPipe Pipe, double Share)[] pipes = [.. audited.Plan.Pipes.Where(p => trunks.ContainsKey(p.EdgeId)).Select(p => (p, trunks[p.EdgeId]))];
        DateOnly[] begins =
        [
            .. units.Where(c => c.FirstPeriod >= service).Select(c => audited.CreditOf(c)?.ConstructionBegins ?? audited.Periods[c.FirstPeriod].FirstDay.AddMonths(-(int)(12 * audited.Numbers.CaptureBuildYears.Value))),
            .. hub.Storage.Select(s => s.ApplyBy).OfType<DateOnly>(),
        ];
        return new StartOfHub(
            0,
            hub.Id,
            hub.Name,
            members.Count >= Hub.LeastSites ? StartStage.Cluster : members.Count == 2 ? StartStage.Pair : StartStage.Pilot,
            begins.DefaultIfEmpty(audited.Periods[service].FirstDay).Min(),
            hub.Periods[service].From,
            members.Count,
            hub.Periods[last].ReceivedMtPerYear,
            pipes.Where(p => p.Pipe.Bought.Take(last + 1).Any(b => b.Value > 0)).Sum(p => p.Share * p.Pipe.Length.Value),
            sinks.Sum(s => s.Projects.Take(last + 1).Sum()),
            Capital(audited, units, share, sinks, pipes, last));
    }

    private static double Capital(
        AuditedPlan audited, PlannedCapture[] units, Dictionary<string, double> share, PlannedStorage[] sinks, (PlannedPipe Pipe, double Share)[] pipes, int last) =>
        units.Sum(c => share[c.SiteId] * audited.CostOf(c)!.Capex.Value * audited.Numbers.Learned(audited.ProcessOf(c), audited.Periods[c.FirstPeriod].From))
        + sinks.Sum(s => audited.FormationOf(s) is { } f
            ? Enumerable.Range(0, last + 1).Sum(v => s.Projects[v] * (f.Development + f.Construction).Value * audited.Numbers.Learned("storage", audited.Periods[v].From))
            : 0)
        + pipes.Sum(p => p.Share * Enumerable.Range(0, last + 1).Sum(v => p.Pipe.Bought[v].Value > 0 ? TransportCosts.CapitalOf(audited, p.Pipe, v) : 0));
}
