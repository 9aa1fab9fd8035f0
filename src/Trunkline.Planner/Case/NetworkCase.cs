using Trunkline.Atlas;
using Trunkline.Domain;

namespace Trunkline.Planner;

/// <summary>The candidate network with one more node for each formation, joined to it by free steps wherever the network touches its area.</summary>
internal sealed class NetworkCase
{
    private readonly Dictionary<string, int> nodeOfHost;
    private readonly Dictionary<string, int> nodeOfFormation;

    private NetworkCase(
        IReadOnlyList<CaseNode> nodes, IReadOnlyList<CaseEdge> edges, Dictionary<string, int> nodeOfHost, Dictionary<string, int> nodeOfFormation) =>
        (Nodes, Edges, this.nodeOfHost, this.nodeOfFormation) = (nodes, edges, nodeOfHost, nodeOfFormation);

    public IReadOnlyList<CaseNode> Nodes { get; }

    public IReadOnlyList<CaseEdge> Edges { get; }

    /// <summary>The dataset's own network, or one routed on its cost surface for the members of the region.</summary>
    public static Checked<CandidateNetwork> Candidates(Dataset dataset, RegionMembers members, CancellationToken cancellation)
    {
        if (dataset.Network is not null)
        {
            return Checked<CandidateNetwork>.Right(dataset.Network);
        }

        return dataset.Surface is null
            ? Checked<CandidateNetwork>.Wrong([new Problem($"{dataset.Folder}", "There is neither a candidate network nor a cost surface.",
                "Give nodes.csv and edges.csv, or cost_surface.asc.")])
            : CandidateNetworkBuilder.Build(Request(dataset, dataset.Surface, members), cancellation);
    }

    /// <summary>What the network is wanted for: the members of the region, on a surface.</summary>
    public static CandidateRequest Request(Dataset dataset, CostSurface surface, RegionMembers members) => new(
        surface,
        [.. Terminals(members)],
        members.Formations,
        dataset.ExistingPipelines,
        dataset.RightsOfWay,
        dataset.Parameter(KnownParameters.RightOfWayFactor).Value);

    /// <param name="closed">Ids that take no part; corridors among them are left out.</param>
    public static NetworkCase Of(CandidateNetwork candidates, RegionMembers members, IReadOnlySet<string> closed)
    {
        List<CaseNode> nodes = [.. candidates.Nodes.Select(n => new CaseNode(n.Id, n.Place))];
        List<CaseEdge> edges = [.. candidates.Edges.Where(e => !closed.Contains(e.Id)).Select(e => new CaseEdge(e.Id, e.From, e.To, e))];
        var hosts = new Dictionary<string, int>();
        for (int n = 0; n < candidates.Nodes.Count; n++)
        {
            foreach (string host in candidates.Nodes[n].Hosts)
            {
                hosts[host] = n;
            }
        }

        var formations = new Dictionary<string, int>();
        foreach (Formation formation in members.Formations)
        {
            formations[formation.Id] = nodes.Count;
            nodes.Add(new CaseNode($"formation:{formation.Id}", formation.Centre));
        }

        edges.AddRange(candidates.StorageAccess.Where(a => formations.ContainsKey(a.FormationId))
            .Select(a => new CaseEdge($"enter:{a.FormationId}:{candidates.Nodes[a.Node].Id}", a.Node, formations[a.FormationId], null)));
        return new NetworkCase(nodes, edges, hosts, formations);
    }

    /// <summary>Node of a site, a DAC site or a use.</summary>
    public int NodeOfHost(string id) => nodeOfHost[id];

    public int NodeOfFormation(string id) => nodeOfFormation[id];

    /// <summary>Members of the region at which no node of the network stands.</summary>
    public static IReadOnlyList<Problem> Unreached(CandidateNetwork candidates, RegionMembers members, string folder)
    {
        HashSet<string> reached = [.. candidates.Nodes.SelectMany(n => n.Hosts)];
        return [.. Terminals(members).Where(t => !reached.Contains(t.Id)).Select(t => new Problem(
            $"{folder}/nodes.csv", $"No node hosts '{t.Id}'.", "Name it in the column hosts of the node where it stands."))];
    }

    private static IEnumerable<Terminal> Terminals(RegionMembers members) =>
        members.Streams.Select(s => s.Site).DistinctBy(s => s.Id).Select(s => new Terminal(s.Id, s.Place))
            .Concat(members.DacSites.Select(d => new Terminal(d.Id, d.Place)))
            .Concat(members.Uses.Select(u => new Terminal(u.Id, u.Place)));
}
