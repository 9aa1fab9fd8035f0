namespace Trunkline.Atlas;

/// <summary>How long a line is, and what its terrain makes of it.</summary>
/// <param name="Kilometres">On the ground.</param>
/// <param name="Weighted">Kilometres of reference terrain.</param>
/// <param name="ImpassableKilometres">How much of it lies in cells that no pipe may enter.</param>
internal readonly record struct RouteMeasure(double Kilometres, double Weighted, double ImpassableKilometres);

/// <summary>
/// Measures any line over the surface by the rule that the router applies to steps: each part in a cell weighs its ground length times the
/// cell's multiplier, times the right-of-way factor where this cell and the one the line comes from (first half of the part) or goes to
/// (second half) both lie on an existing line. For a line through the middles of neighbouring cells this is the sum of the step costs.
/// </summary>
internal sealed class RouteMeter(TerrainCost terrain)
{
    public RouteMeasure Measure(IReadOnlyList<PlanePoint> line)
    {
        (List<int> cells, List<double> lengths) = Stays(line);
        double weighted = 0, impassable = 0;
        for (int i = 0; i < cells.Count; i++)
        {
            double factor = (Factor(cells, i, Math.Max(i - 1, 0)) + Factor(cells, i, Math.Min(i + 1, cells.Count - 1))) / 2;
            factor = i == 0 ? Factor(cells, 0, Math.Min(1, cells.Count - 1)) : i == cells.Count - 1 ? Factor(cells, i, i - 1) : factor;
            weighted += lengths[i] * factor * Multiplier(cells, i);
            impassable += terrain.Grid.IsPassable(cells[i]) ? 0 : lengths[i];
        }

        return new RouteMeasure(lengths.Sum(), weighted, impassable);
    }

    // Pieces gathered into one stay for each run in the same cell.
    private (List<int> Cells, List<double> Lengths) Stays(IReadOnlyList<PlanePoint> line)
    {
        List<int> cells = [];
        List<double> lengths = [];
        double[] segmentKm = SegmentLengths(line);
        foreach (LinePiece piece in LineTrace.Along(terrain.Grid, line))
        {
            double km = segmentKm[piece.Segment] * (piece.To - piece.From);
            if (cells.Count > 0 && cells[^1] == piece.Cell)
            {
                lengths[^1] += km;
            }
            else
            {
                cells.Add(piece.Cell);
                lengths.Add(km);
            }
        }

        return (cells, lengths);
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

    private double Factor(List<int> cells, int here, int there) =>
        here != there && OnLine(cells[here]) && OnLine(cells[there]) ? terrain.RightOfWayFactor : 1;

    private bool OnLine(int cell) => cell != SurfaceGrid.Outside && terrain.OnLine[cell];

    // A line that exists on the ground may clip a cell without a multiplier: it counts as the nearest cell along the line that has one.
    private double Multiplier(List<int> cells, int at)
    {
        for (int away = 0; away < cells.Count; away++)
        {
            foreach (int i in (ReadOnlySpan<int>)[at - away, at + away])
            {
                if (i >= 0 && i < cells.Count && terrain.Grid.IsPassable(cells[i]))
                {
                    return terrain.Grid.Surface.Multiplier[cells[i]];
                }
            }
        }

        return 1;
    }
}
