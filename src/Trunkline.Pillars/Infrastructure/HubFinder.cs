using Trunkline.Domain;
using Trunkline.Planner;
using Trunkline.Register;

namespace Trunkline.Pillars;

/// <summary>Finds the hubs of a plan: sinks that are entered at a common point are one hub, and each tonne belongs to the hub in which it ends.</summary>
internal sealed class HubFinder
{
    /// <summary>A site that sends less than this share of its CO2 to a hub is no member of it: pipes mix, and a trace of everything arrives everywhere.</summary>
    private const double LeastShare = 0.1;

    /// <summary>A trunk pipe stands in a hub's corridors where the hub pays at least this share of it.</summary>
    private const double MainUser = 0.5;

    private readonly PillarInput input;
    private readonly Plan plan;
    private readonly AuditedPlan audited;
    private readonly PlanFlows flows;
    private readonly PlanMoney money;
    private readonly int[] clusters;
    private readonly int count;
    private readonly HubLines lines;

    private HubFinder(PillarInput input, PlanFlows flows, double rate)
    {
        this.input = input;
        plan = input.Plan;
        audited = input.Audited();
        this.flows = flows;
        money = new PlanMoney(audited, rate);
        (clusters, count) = Clusters(plan);
        lines = new HubLines(plan, money, flows, clusters, count);
    }

    /// <summary>All hubs, shared or not, by what they store, the largest first.</summary>
    public static IReadOnlyList<Hub> Find(PillarInput input, PlanFlows flows)
    {
        if (input.Plan.Captures.Count == 0)
        {
            return [];
        }

        var finder = new HubFinder(input, flows, input.Study.DiscountRate.Value);
        return [.. Enumerable.Range(0, finder.count).Select(finder.Hub).OrderByDescending(h => h.StoredMt).ThenBy(h => h.Id, StringComparer.Ordinal)];
    }

    private static (int[] Clusters, int Count) Clusters(Plan plan)
    {
        int[] parent = [.. Enumerable.Range(0, plan.Storages.Count)];
        Dictionary<string, int> firstAt = new(StringComparer.Ordinal);
        foreach ((int s, PlannedStorage storage) in plan.Storages.Index())
        {
            foreach (StorageEntry entry in storage.Entries.Where(e => e.Rate.Any(r => r.Value > 0)))
            {
                parent[Root(parent, s)] = firstAt.TryGetValue(entry.Node, out int other) ? Root(parent, other) : Root(parent, s);
                firstAt.TryAdd(entry.Node, s);
            }
        }

        int[] roots = [.. Enumerable.Range(0, parent.Length).Select(s => Root(parent, s))];
        List<int> distinct = [.. roots.Distinct()];
        return ([.. roots.Select(r => distinct.IndexOf(r))], distinct.Count);
    }

    private static int Root(int[] parent, int of)
    {
        while (parent[of] != of)
        {
            of = parent[of];
        }

        return of;
    }

    private Hub Hub(int hub)
    {
        int[] sinks = [.. Enumerable.Range(0, clusters.Length).Where(s => clusters[s] == hub).OrderByDescending(Stored).ThenBy(s => plan.Storages[s].SinkId, StringComparer.Ordinal)];
        PlannedStorage largest = plan.Storages[sinks[0]];
        IReadOnlyList<HubMember> members = Members(sinks);
        string[] states = [.. sinks.Select(s => plan.Storages[s].State).Concat(members.Select(m => m.State)).Distinct().Order(StringComparer.Ordinal)];
        string also = sinks.Length > 1 ? $" + {sinks.Length - 1}" : string.Empty;
        return new Hub(
            $"hub-{largest.SinkId}",
            new Bilingual($"{largest.Name}{also} ({largest.State})", $"{largest.Name}{also}（{largest.State}）"),
            members.Count >= Pillars.Hub.LeastSites,
            largest.Centre,
            sinks.Sum(Stored) / 1e6,
            [.. sinks.Select(s => Storage(plan.Storages[s]))],
            members,
            [.. Enumerable.Range(0, plan.Periods.Count).Select(t => Period(hub, sinks, t))],
            new HubCorridors(plan, [.. lines.Of(hub).Where(p => lines.IsTrunk[p] && lines.Share(p, hub) >= MainUser)], $"hub-{largest.SinkId}", largest.Name).All(),
            [.. lines.Of(hub).Where(p => lines.IsTrunk[p]).Select(p => new HubTrunk(plan.Pipes[p].EdgeId, lines.Share(p, hub)))],
            Tariff(hub, sinks),
            PipelineLaw(states));
    }

    private double Stored(int storage) => plan.Periods.Index().Sum(t => (t.Item.To - t.Item.From + 1) * plan.Storages[storage].Rate[t.Index].Value);

    private IReadOnlyList<HubMember> Members(int[] sinks)
    {
        double[][] sent = [.. plan.Captures.Select(_ => new double[plan.Periods.Count])];
        foreach (int t in Enumerable.Range(0, plan.Periods.Count))
        {
            foreach ((int capture, double rate) in sinks.SelectMany(s => flows.Into(s, t)))
            {
                sent[capture][t] += rate;
            }
        }

        return
        [
            .. from unit in plan.Captures.Index()
               group unit by unit.Item.SiteId into site
               let rates = plan.Periods.Index().Select(t => site.Sum(u => sent[u.Index][t.Index])).ToArray()
               let share = Over(rates) / Math.Max(1, Over([.. plan.Periods.Index().Select(t => site.Sum(u => u.Item.Rate[t.Index].Value))]))
               where share >= LeastShare
               orderby Over(rates) descending, site.Key
               let first = site.First().Item
               select new HubMember(site.Key, first.SiteName, first.State, first.Sector, [.. rates.Select(r => r / 1e6)], Math.Min(1, share)),
        ];
    }

    private double Over(double[] rates) => rates.Index().Sum(r => r.Item * (plan.Periods[r.Index].To - plan.Periods[r.Index].From + 1));

    private HubStorage Storage(PlannedStorage storage)
    {
        bool isRock = audited.FormationOf(storage) is not null;
        var readings = isRock ? audited.PermittingReadings(storage.State) : null;
        double? months = readings?[^1].Value;
        double? build = isRock ? audited.Numbers.StorageBuildYears.Value : null;
        int first = storage.Projects.Index().Where(p => p.Item > 0).Select(p => p.Index).FirstOrDefault(-1);
        return new HubStorage(
            storage.SinkId,
            storage.Name,
            storage.Kind,
            storage.State,
            storage.Projects,
            [.. storage.Rate.Select(r => r.Megatonnes)],
            readings?[0].Words,
            months,
            build,
            isRock ? storage.ReadyFrom : null,
            isRock && first >= 0 ? audited.Periods[first].FirstDay.AddMonths(-(int)Math.Ceiling(months!.Value + (12 * build!.Value))) : null);
    }

    private HubPeriod Period(int hub, int[] sinks, int t)
    {
        int[] trunks = [.. lines.Of(hub).Where(p => lines.IsTrunk[p] && lines.Capacity(p, t) > 0)];
        double could = sinks.Sum(s => audited.MostInjected(plan.Storages[s], t)), takes = sinks.Sum(s => plan.Storages[s].Rate[t].Value);
        double carried = trunks.Sum(p => Km(p) * Math.Abs(plan.Pipes[p].Flow[t].Value)), capacity = trunks.Sum(p => Km(p) * lines.Capacity(p, t));
        return new HubPeriod(
            plan.Periods[t].From,
            plan.Periods[t].To,
            sinks.SelectMany(s => flows.Into(s, t)).Where(f => f.Rate > 1).Select(f => plan.Captures[f.Capture].SiteId).Distinct().Count(),
            takes / 1e6,
            could / 1e6,
            could > 0 ? takes / could : null,
            trunks.Sum(Km),
            trunks.Where(p => plan.Pipes[p].Bought[t].Value > 0).Sum(Km),
            capacity > 0 ? carried / capacity : null,
            trunks.Where(p => lines.Share(p, hub) >= MainUser).SelectMany(p => plan.Pipes[p].NominalInches.Take(t + 1)).Max());

        double Km(int pipe) => lines.Share(pipe, hub) * plan.Pipes[pipe].Length.Value;
    }

    private HubTariff Tariff(int hub, int[] sinks)
    {
        double tonnes = money.Tonnes(t => sinks.Sum(s => plan.Storages[s].Rate[t].Value));
        double trunk = Lines(hub, isTrunk: true), spur = Lines(hub, isTrunk: false);
        double storage = sinks.Sum(s => money.Of(plan.Storages[s])), fees = sinks.Sum(s => money.FeesOf(plan.Storages[s]));
        double tonneKm = lines.Of(hub).Where(p => lines.IsTrunk[p]).Sum(p => lines.TonneKm(p, hub));
        return new HubTariff(
            money.Rate,
            (trunk + storage + fees) / tonnes,
            trunk / tonnes,
            storage / tonnes,
            fees / tonnes,
            tonneKm > 0 ? trunk / tonneKm : null,
            spur / tonnes,
            trunk + storage + fees,
            spur,
            tonnes / 1e6);
    }

    private double Lines(int hub, bool isTrunk) =>
        lines.Of(hub).Where(p => lines.IsTrunk[p] == isTrunk).Sum(p => lines.Share(p, hub) * money.Of(plan.Pipes[p]));

    private string[] PipelineLaw(string[] states)
    {
        HashSet<string> jurisdictions = [.. states.Select(s => $"us-{s.ToLowerInvariant()}")];
        return
        [
            .. input.Law.Register.Records.Select(r => r.Document)
                .Where(d => jurisdictions.Contains(d.Jurisdiction) && d.ValueChain.Contains(ValueChainStage.Transport))
                .Select(d => d.Id).Order(StringComparer.Ordinal),
        ];
    }
}
