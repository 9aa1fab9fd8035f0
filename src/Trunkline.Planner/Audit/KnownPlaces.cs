using Trunkline.Atlas;

namespace Trunkline.Planner;

/// <summary>
/// Checks that a plan stands on the ground that the candidate network describes: units where their site is, corridors with the ends, the length
/// and the old pipe that they have, storage entered where the network touches it. Nothing to check where the network is not at hand.
/// </summary>
internal static class KnownPlaces
{
    private const string Name = "network";

    public static IEnumerable<Violation> Audit(AuditedPlan audited, CandidateNetwork? network) =>
        network is null ? [] : [.. Corridors(audited.Plan, network), .. Units(audited.Plan, network), .. Entries(audited, network)];

    private static IEnumerable<Violation> Corridors(Plan plan, CandidateNetwork network)
    {
        Dictionary<string, CandidateEdge> edges = network.Edges.ToDictionary(e => e.Id);
        foreach (PlannedPipe pipe in plan.Pipes)
        {
            if (!edges.TryGetValue(pipe.EdgeId, out CandidateEdge? edge))
            {
                yield return new Violation(Name, pipe.EdgeId, "is no corridor of the network");
            }
            else if (pipe.From != network.Nodes[edge.From].Id || pipe.To != network.Nodes[edge.To].Id)
            {
                yield return new Violation(Name, pipe.EdgeId, $"joins {network.Nodes[edge.From].Id} and {network.Nodes[edge.To].Id}, not {pipe.From} and {pipe.To}");
            }
            else if (pipe.WeightedLength != edge.WeightedLength || pipe.ExistingCapacity != edge.ExistingCapacity)
            {
                yield return new Violation(Name, pipe.EdgeId,
                    $"counts as {edge.WeightedLength} with {edge.ExistingCapacity} of old pipe, not {pipe.WeightedLength} with {pipe.ExistingCapacity}");
            }
        }
    }

    private static IEnumerable<Violation> Units(Plan plan, CandidateNetwork network)
    {
        HashSet<(string, string)> hosts = [.. network.Nodes.SelectMany(n => n.Hosts.Select(h => (n.Id, h)))];
        return from capture in plan.Captures
               where !hosts.Contains((capture.Node, capture.SiteId))
               select new Violation(Name, capture.StreamId, $"does not stand at {capture.Node}");
    }

    private static IEnumerable<Violation> Entries(AuditedPlan audited, CandidateNetwork network)
    {
        HashSet<(string, string)> access =
        [
            .. network.StorageAccess.Select(a => (network.Nodes[a.Node].Id, a.FormationId)),
            .. network.Nodes.SelectMany(n => n.Hosts.Select(h => (n.Id, h))),
        ];
        return from storage in audited.Plan.Storages
               from entry in storage.Entries
               where !access.Contains((entry.Node, storage.SinkId))
               select new Violation(Name, storage.SinkId, $"cannot be entered at {entry.Node}");
    }
}
