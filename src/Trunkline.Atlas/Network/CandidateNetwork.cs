using Trunkline.Domain;

namespace Trunkline.Atlas;

/// <summary>Which pipes could be built: places and the corridors between them.</summary>
/// <param name="Nodes">Index in this list is the node's number in <see cref="CandidateEdge"/>.</param>
/// <param name="Edges">Undirected.</param>
/// <param name="StorageAccess">Where the network touches each formation's area.</param>
public sealed record CandidateNetwork(
    IReadOnlyList<CandidateNode> Nodes, IReadOnlyList<CandidateEdge> Edges, IReadOnlyList<StorageAccess> StorageAccess)
{
    /// <summary>Terminals that stand where no pipe may pass and were joined to the nearest passable cell: shown, never silent.</summary>
    public IReadOnlyList<SnapNote> Snaps { get; init; } = [];

    /// <summary>Ids of formations that no land way reaches; they have no <see cref="StorageAccess"/>.</summary>
    public IReadOnlyList<string> UnreachedFormations { get; init; } = [];
}

/// <summary>A terminal that was moved to a cell where a pipe may pass.</summary>
/// <param name="Terminal">Its id.</param>
/// <param name="From">Where it stands.</param>
/// <param name="To">Middle of the cell that the network joins it at.</param>
/// <param name="Distance">Between the two, on the ground; not part of any edge's length.</param>
public sealed record SnapNote(string Terminal, GeoPoint From, GeoPoint To, Kilometres Distance);

/// <summary>A place in the candidate network.</summary>
/// <param name="Id">Stable name: the first of its hosts, or <c>junction:r12c34</c> by row and column of the surface.</param>
/// <param name="Hosts">Ids of the sites, DAC sites and uses that stand at this node; empty for a junction.</param>
public sealed record CandidateNode(string Id, GeoPoint Place, IReadOnlyList<string> Hosts);

/// <summary>A corridor in which a pipe could be laid, or in which one lies.</summary>
/// <param name="Id">Stable name.</param>
/// <param name="Length">On the ground.</param>
/// <param name="WeightedLength">Length times the terrain multiplier along the way, rights of way discounted: what pipe cost per km is multiplied by. At least zero.</param>
/// <param name="ExistingCapacity">What the pipe that lies here carries; zero where none is known.</param>
/// <param name="Route">From the first node to the second, both included.</param>
public sealed record CandidateEdge(
    string Id, int From, int To, Kilometres Length, Kilometres WeightedLength, TonnesPerYear ExistingCapacity, IReadOnlyList<GeoPoint> Route)
{
    /// <summary>What lies along the way; null where nobody has asked (<see cref="CorridorSurvey"/>).</summary>
    public CorridorFacts? Facts { get; init; }
}

/// <summary>A node from which a formation's area can be entered at no further length.</summary>
public sealed record StorageAccess(string FormationId, int Node);
