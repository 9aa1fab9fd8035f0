using Trunkline.Domain;

namespace Trunkline.Atlas;

/// <summary>A cheapest way as a line on the ground.</summary>
/// <param name="Line">From the middle of the first cell to that of the last, without the grid's staircase.</param>
/// <param name="Cost">Of the line, kilometres of reference terrain; where steps have a direction, of the cells it was routed through.</param>
/// <param name="Cells">How many cells the cheapest path has.</param>
public sealed record GroundRoute(IReadOnlyList<GeoPoint> Line, Kilometres Length, double Cost, int Cells)
{
    /// <summary>The way between two passable cells, or null where none exists.</summary>
    public static GroundRoute? Find(TerrainCost terrain, int from, int to)
    {
        if (new LeastCostRouter(terrain).Path(from, to) is not { } path)
        {
            return null;
        }

        List<PlanePoint> line = new RouteSmoother(terrain).Smooth([.. path.Cells.Select(terrain.Grid.MiddleOf)]);
        line = line.Count > 1 ? line : [line[0], line[0]];
        RouteMeasure measure = new RouteMeter(terrain).Measure(line);
        return new GroundRoute(
            [.. line.Select(terrain.Grid.Unproject)], new Kilometres(measure.Kilometres), terrain.IsPlain ? measure.Weighted : path.Cost, path.Cells.Count);
    }
}
