using System.Collections.Frozen;
using Trunkline.Domain;

namespace Trunkline.Register;

/// <summary>An arrow of the law: one policy does something to another from a day on.</summary>
/// <param name="Source">Id of the policy that acts, for example <c>us.obbba</c>.</param>
/// <param name="Target">Id of the policy that is acted upon, for example <c>us.45q</c>.</param>
/// <param name="Since">The day from which the arrow holds.</param>
/// <param name="Provision">The clause that does it, where it is known.</param>
public sealed record GraphEdge(string Source, string Target, RelationKind Kind, DateOnly Since, string? Provision);

/// <summary>Policies that are told together, under a name that the records share.</summary>
/// <param name="Members">Ids, in order.</param>
public sealed record PolicyCluster(Bilingual Name, IReadOnlyList<string> Members);

/// <summary>How the policies of the register act upon each other: typed, dated arrows. Immutable.</summary>
public sealed class PolicyGraph
{
    private readonly FrozenDictionary<string, GraphEdge[]> leaving;
    private readonly FrozenDictionary<string, GraphEdge[]> arriving;

    /// <summary>The graph of these records. Every target must be among them, which the reader has checked.</summary>
    public PolicyGraph(IReadOnlyList<PolicyRecord> records)
    {
        Nodes = [.. records.Select(r => r.Id).Order(StringComparer.Ordinal)];
        Edges =
        [
            .. from record in records
               from relation in record.Document.Relations
               let edge = new GraphEdge(record.Id, relation.Target, relation.Kind, relation.From, relation.Provision)
               orderby edge.Source, edge.Target, edge.Kind, edge.Since
               select edge,
        ];
        leaving = Grouped(e => e.Source);
        arriving = Grouped(e => e.Target);
        Clusters = ClustersOf(records);
    }

    /// <summary>Ids of all policies, in order.</summary>
    public IReadOnlyList<string> Nodes { get; }

    /// <summary>All arrows, in order of source, target, kind and day.</summary>
    public IReadOnlyList<GraphEdge> Edges { get; }

    /// <summary>The clusters that records name, in order of their English name.</summary>
    public IReadOnlyList<PolicyCluster> Clusters { get; }

    /// <summary>The arrows that hold on a day; all of them where no day is given.</summary>
    public IEnumerable<GraphEdge> EdgesOn(DateOnly? day) => Edges.Where(e => day is null || e.Since <= day);

    /// <summary>The arrows that leave a policy.</summary>
    public IReadOnlyList<GraphEdge> Leaving(string policyId, DateOnly? day = null) => On(leaving, policyId, day);

    /// <summary>The arrows that arrive at a policy.</summary>
    public IReadOnlyList<GraphEdge> Arriving(string policyId, DateOnly? day = null) => On(arriving, policyId, day);

    /// <summary>Ids of the policies one arrow away, in either direction, in order.</summary>
    public IReadOnlyList<string> Neighbours(string policyId, DateOnly? day = null) =>
    [
        .. Leaving(policyId, day).Select(e => e.Target)
            .Concat(Arriving(policyId, day).Select(e => e.Source))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Ids of all policies that arrows lead to from one, in either direction, itself included, in order.</summary>
    public IReadOnlyList<string> Around(string policyId, DateOnly? day = null)
    {
        SortedSet<string> reached = new(StringComparer.Ordinal) { policyId };
        Queue<string> open = new([policyId]);
        while (open.TryDequeue(out string? at))
        {
            foreach (string neighbour in Neighbours(at, day).Where(reached.Add))
            {
                open.Enqueue(neighbour);
            }
        }

        return [.. reached];
    }

    private static GraphEdge[] On(FrozenDictionary<string, GraphEdge[]> edges, string policyId, DateOnly? day) =>
        edges.TryGetValue(policyId, out GraphEdge[]? all) ? [.. all.Where(e => day is null || e.Since <= day)] : [];

    private static PolicyCluster[] ClustersOf(IReadOnlyList<PolicyRecord> records) =>
    [
        .. from record in records
           from name in record.Document.Clusters ?? []
           group record.Id by name into members
           orderby members.Key.En
           select new PolicyCluster(members.Key, [.. members.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]),
    ];

    private FrozenDictionary<string, GraphEdge[]> Grouped(Func<GraphEdge, string> end) =>
        Edges.GroupBy(end, StringComparer.Ordinal).ToFrozenDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);
}
