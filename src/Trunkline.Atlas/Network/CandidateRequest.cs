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
    double RightOfWayFactor);

/// <summary>A place that the network must reach.</summary>
public sealed record Terminal(string Id, GeoPoint Place);
