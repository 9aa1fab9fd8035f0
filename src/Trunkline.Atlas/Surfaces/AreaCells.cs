using Trunkline.Domain;

namespace Trunkline.Atlas;

/// <summary>Finds the cells whose middle lies in an area, row by row between the crossings of its outline.</summary>
internal static class AreaCells
{
    public static IEnumerable<int> Of(SurfaceGrid grid, IReadOnlyList<IReadOnlyList<GeoPoint>> rings)
    {
        PlanePoint[][] outline = [.. rings.Select(ring => ring.Select(grid.Project).ToArray())];
        double top = outline.SelectMany(ring => ring).Max(p => p.Y), bottom = outline.SelectMany(ring => ring).Min(p => p.Y);
        CostSurface surface = grid.Surface;
        int first = Math.Max(0, (int)Math.Floor((surface.Top - top) / surface.CellSize)), last = Math.Min(surface.Rows - 1, (int)Math.Floor((surface.Top - bottom) / surface.CellSize));
        for (int row = first; row <= last; row++)
        {
            double[] crossings = [.. outline.SelectMany(ring => Crossings(ring, grid.MiddleAt(row, 0).Y)).Order()];
            for (int i = 0; i + 1 < crossings.Length; i += 2)
            {
                int from = Math.Max(0, (int)Math.Ceiling(((crossings[i] - surface.Left) / surface.CellSize) - 0.5));
                int to = Math.Min(surface.Columns - 1, (int)Math.Floor(((crossings[i + 1] - surface.Left) / surface.CellSize) - 0.5));
                for (int column = from; column <= to; column++)
                {
                    yield return (row * surface.Columns) + column;
                }
            }
        }
    }

    private static IEnumerable<double> Crossings(PlanePoint[] ring, double y)
    {
        for (int i = 0; i < ring.Length; i++)
        {
            PlanePoint a = ring[i], b = ring[(i + 1) % ring.Length];
            if ((a.Y > y) != (b.Y > y))
            {
                yield return a.X + ((b.X - a.X) * (y - a.Y) / (b.Y - a.Y));
            }
        }
    }
}
