using Trunkline.Domain;
using Trunkline.Planner;

namespace Trunkline.Pillars;

/// <summary>Parts trunk lines into corridors: begin at the largest flow, go upstream always into the larger branch, and begin again with what is left.</summary>
internal sealed class HubCorridors(Plan plan, IReadOnlyList<int> trunks, string hubId, string hubName)
{
    public IReadOnlyList<HubCorridor> All()
    {
        Dictionary<int, (string From, string To, double Peak)> steps = trunks.ToDictionary(p => p, Peak);
        ILookup<string, int> arriving = trunks.ToLookup(p => steps[p].To, StringComparer.Ordinal);
        HashSet<int> left = [.. trunks];
        List<HubCorridor> corridors = [];
        foreach (int start in trunks.OrderByDescending(p => steps[p].Peak).ThenBy(p => plan.Pipes[p].EdgeId, StringComparer.Ordinal))
        {
            List<int> run = [];
            for (int next = left.Contains(start) ? start : -1; next >= 0;)
            {
                run.Add(next);
                left.Remove(next);
                next = arriving[steps[next].From].Where(left.Contains).OrderByDescending(p => steps[p].Peak).ThenBy(p => plan.Pipes[p].EdgeId, StringComparer.Ordinal)
                    .FirstOrDefault(-1);
            }

            if (run.Count > 0)
            {
                corridors.Add(Corridor(run, steps, corridors.Count + 1));
            }
        }

        return corridors;
    }

    /// <summary>A pipe in the direction of its largest flow.</summary>
    private (string From, string To, double Peak) Peak(int pipe)
    {
        FlowStep step = Enumerable.Range(0, plan.Periods.Count).Select(t => PlanFlows.Directed(plan.Pipes[pipe], t)).MaxBy(s => s.Rate);
        return (step.From, step.To, step.Rate);
    }

    private HubCorridor Corridor(List<int> run, Dictionary<int, (string From, string To, double Peak)> steps, int number)
    {
        PlannedPipe[] pipes = [.. run.Select(p => plan.Pipes[p])];
        PlannedCapture far = FarEnd(pipes[^1], steps[run[^1]].From);
        return new HubCorridor(
            $"{hubId}/{number}",
            new Bilingual($"{far.SiteName} ({far.State}) to {hubName}", $"{far.SiteName}（{far.State}）至 {hubName}"),
            far.SiteName,
            far.State,
            pipes.Sum(p => p.Length.Value),
            run.Max(p => steps[p].Peak) / 1e6,
            plan.Periods.Index().First(t => pipes.Any(p => p.Flow[t.Index].Value != 0 || p.Bought[t.Index].Value > 0)).Item.From,
            pipes.SelectMany(p => p.NominalInches).Max(),
            pipes.Sum(p => p.CapexUsd.Value),
            [.. pipes.Select(p => p.EdgeId)]);
    }

    /// <summary>The unit at a node, or the nearest one.</summary>
    private PlannedCapture FarEnd(PlannedPipe last, string node)
    {
        GeoPoint place = node == last.From ? last.Route[0] : last.Route[^1];
        return plan.Captures.Where(c => c.Node == node).OrderByDescending(c => c.Capacity.Value).FirstOrDefault()
            ?? plan.Captures.MinBy(c => Math.Pow(c.Place.Latitude - place.Latitude, 2) + Math.Pow((c.Place.Longitude - place.Longitude) * Math.Cos(place.Latitude * Math.PI / 180), 2))!;
    }
}
