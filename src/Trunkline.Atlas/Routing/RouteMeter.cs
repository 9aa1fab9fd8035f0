namespace Trunkline.Atlas;

/// <summary>How long a line is, and what its terrain makes of it.</summary>
/// <param name="Kilometres">On the ground.</param>
/// <param name="Weighted">Kilometres of reference terrain.</param>
/// <param name="ImpassableKilometres">How much of it lies in cells that no pipe may enter.</param>
internal readonly record struct RouteMeasure(double Kilometres, double Weighted, double ImpassableKilometres);

/// <summary>A line's stay in one cell.</summary>
/// <param name="Cell">The cell, or <see cref="SurfaceGrid.Outside"/>.</param>
/// <param name="Kilometres">On the ground.</param>
internal readonly record struct RouteStay(int Cell, double Kilometres);

/// <summary>
/// Measures any line over the surface by the rule that the router applies to steps: each part in a cell weighs its ground length times the
/// cell's multiplier, times the right-of-way factor where this cell and the one the line comes from (first half of the part) or goes to
/// (second half) both lie on an existing line. For a line through the middles of neighbouring cells this is the sum of the step costs.
/// </summary>
internal sealed class RouteMeter(TerrainCost terrain)
{
    public RouteMeasure Measure(IReadOnlyList<PlanePoint> line)
    {
        IReadOnlyList<RouteStay> stays = Stays(line);
        double weighted = 0, impassable = 0, kilometres = 0;
        for (int i = 0; i < stays.Count; i++)
        {
            int cell = stays[i].Cell;
            double before = Factor(cell, i > 0 ? stays[i - 1].Cell : cell), after = Factor(cell, i + 1 < stays.Count ? stays[i + 1].Cell : cell);
            double factor = i == 0 ? after : i == stays.Count - 1 ? before : (before + after) / 2;
            weighted += stays[i].Kilometres * factor * Multiplier(stays, i);
            impassable += terrain.Grid.IsPassable(cell) ? 0 : stays[i].Kilometres;
            kilometres += stays[i].Kilometres;
        }

        return new RouteMeasure(kilometres, weighted, impassable);
    }

    /// <summary>The line's way from cell to cell: pieces gathered into one stay for each run in the same cell.</summary>
    public IReadOnlyList<RouteStay> Stays(IReadOnlyList<PlanePoint> line)
    {
        List<RouteStay> stays = [];
        double[] segmentKm = SegmentLengths(line);
        foreach (LinePiece piece in LineTrace.Along(terrain.Grid, line))
        {
            double km = segmentKm[piece.Segment] * (piece.To - piece.From);
            if (stays.Count > 0 && stays[^1].Cell == piece.Cell)
            {
                stays[^1] = new RouteStay(piece.Cell, stays[^1].Kilometres + km);
            }
            else
            {
                stays.Add(new RouteStay(piece.Cell, km));
            }
        }

        return stays;
    }

    private double[] SegmentLengths(IReadOnlyList<PlanePoint> line)
    {
        if (terrain.Grid.Surface.Projection.IsNowhere)
        {
            return [.. line.Skip(1).Select((point, i) => line[i].PlaneDistance(point) / 1000)];
        }

        var places = line.Select(terrain.Grid.Unproject).ToList();
        return [.. places.Skip(1).Select((place, i) => places[i].DistanceTo(place).Value)];
    }

    private double Factor(int here, int there) => here != there && OnLine(here) && OnLine(there) ? terrain.RightOfWayFactor : 1;

    private bool OnLine(int cell) => cell != SurfaceGrid.Outside && terrain.OnLine[cell];

    // A line that exists on the ground may clip a cell without a multiplier: it counts as the nearest cell along the line that has one.
    private double Multiplier(IReadOnlyList<RouteStay> stays, int at)
    {
        for (int away = 0; away < stays.Count; away++)
        {
            foreach (int i in (ReadOnlySpan<int>)[at - away, at + away])
            {
                if (i >= 0 && i < stays.Count && terrain.Grid.IsPassable(stays[i].Cell))
                {
                    return terrain.Grid.Surface.Multiplier[stays[i].Cell];
                }
            }
        }

        return 1;
    }
}
