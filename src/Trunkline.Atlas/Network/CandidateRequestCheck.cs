using Trunkline.Domain;

namespace Trunkline.Atlas;

/// <summary>What can be wrong with a request before anything is routed.</summary>
internal static class CandidateRequestCheck
{
    public static IEnumerable<Problem> Problems(CandidateRequest request) =>
    [
        .. Surface(request.Surface), .. Terminals(request.Terminals), .. Formations(request.Formations),
        .. Lines(request.ExistingPipelines.Concat(request.RightsOfWay)), .. Factor(request.RightOfWayFactor), .. Style(request.Style),
    ];

    private static IEnumerable<Problem> Surface(CostSurface surface)
    {
        if (surface.Rows <= 0 || surface.Columns <= 0 || surface.Multiplier.Length != (long)surface.Rows * surface.Columns)
        {
            yield return new Problem(
                "cost surface", $"has {surface.Multiplier.Length} cells for {surface.Rows} rows and {surface.Columns} columns.", "Give one multiplier a cell.");
        }
        else if (surface.Multiplier.Any(multiplier => multiplier <= 0))
        {
            int cell = Array.FindIndex(surface.Multiplier, multiplier => multiplier <= 0);
            yield return new Problem(
                $"cost surface row {cell / surface.Columns}, column {cell % surface.Columns}",
                $"has the multiplier {surface.Multiplier[cell]}.", "Give a positive multiplier, no-go or no data.");
        }
    }

    private static IEnumerable<Problem> Terminals(IReadOnlyList<Terminal> terminals) =>
        terminals.Count == 0
            ? [new Problem("terminals", "there is none: the network has nothing to join.", "Widen the region, or lower what a site must emit.")]
            : terminals.GroupBy(t => t.Id).Where(same => same.Count() > 1)
                .Select(same => new Problem($"terminal {same.Key}", $"is given {same.Count()} times.", "Give each terminal once."));

    private static IEnumerable<Problem> Formations(IReadOnlyList<Formation> formations) =>
        formations.Where(f => !(f.AreaKm2 > 0) || !double.IsFinite(f.AreaKm2) || !double.IsFinite(f.Centre.Longitude + f.Centre.Latitude))
            .Select(f => new Problem($"formation {f.Id}", $"has the area {f.AreaKm2} km2 around {f.Centre}.", "Give a positive area and a centre in degrees."));

    private static IEnumerable<Problem> Lines(IEnumerable<Corridor> lines) =>
        lines.Where(line => line.Points.Count < 2)
            .Select(line => new Problem($"line {line.Id}", $"has {line.Points.Count} points.", "Give at least two."));

    private static IEnumerable<Problem> Factor(double factor) =>
        factor is > 0 and <= 1
            ? []
            : [new Problem("right-of-way factor", $"is {factor}.", "Give a share of the cost above 0 and at most 1, for example 0.9.")];

    private static IEnumerable<Problem> Style(CandidateStyle style) =>
    [
        .. style.Alternatives is >= 1 and <= 5 ? (Problem[])[] : [new Problem("alternatives", $"{style.Alternatives} is not between 1 and 5.", "Give a number of ways a pair of neighbours.")],
        .. style.Pruning is null or (>= 1 and <= 10) ? (Problem[])[] : [new Problem("pruning", $"{style.Pruning} is not between 1 and 10.", "Give a factor, for example 1.03 for 3 %.")],
    ];
}
