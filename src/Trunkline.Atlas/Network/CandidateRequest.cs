using Trunkline.Domain;

namespace Trunkline.Atlas;

/// <summary>What a candidate network is wanted for: only what the study may use.</summary>
/// <param name="Terminals">Sites, DAC sites and uses with their places.</param>
/// <param name="Formations">Formations that may be entered.</param>
/// <param name="ExistingPipelines">CO2 pipelines: junctions, capacity where known, cheap corridor everywhere.</param>
/// <param name="RightsOfWay">Other lines whose corridor is cheaper to follow.</param>
/// <param name="RightOfWayFactor">Multiplier on a cell's cost along a right of way, 0 to 1, cited in the dataset's parameters.</param>
public sealed record CandidateRequest(
    CostSurface Surface,
    IReadOnlyList<Terminal> Terminals,
    IReadOnlyList<Formation> Formations,
    IReadOnlyList<Corridor> ExistingPipelines,
    IReadOnlyList<Corridor> RightsOfWay,
    double RightOfWayFactor)
{
    /// <summary>How rich the network is to be.</summary>
    public CandidateStyle Style { get; init; } = CandidateStyle.Plain;

    /// <summary>What the corridors are held against; null where nobody will ask what lies along them.</summary>
    public CorridorSurroundings? Surroundings { get; init; }
}

/// <summary>What the network holds beyond shared ways between neighbours.</summary>
/// <param name="Trunks">Direct ways between the hubs of whole regions, and junctions where three of them meet, whether or not a terminal stands there.</param>
/// <param name="Alternatives">Ways a pair of neighbours: 1 for the best one, 2 with another that keeps off it, and so on.</param>
/// <param name="Pruning">
/// A corridor is left out where those that stay join its ends at no more than this many times its cost, 1 or more; null to keep all.
/// Corridors with a pipe are never left out. Ways through the network are so lengthened by this factor at most.
/// </param>
public sealed record CandidateStyle(bool Trunks, int Alternatives, double? Pruning)
{
    /// <summary>One way a pair of neighbours, nothing pruned.</summary>
    public static CandidateStyle Plain { get; } = new(false, 1, null);

    /// <summary>With trunks, pruned to 3 %.</summary>
    public static CandidateStyle WithTrunks { get; } = new(true, 1, 1.03);
}

/// <summary>A place that the network must reach.</summary>
public sealed record Terminal(string Id, GeoPoint Place);
