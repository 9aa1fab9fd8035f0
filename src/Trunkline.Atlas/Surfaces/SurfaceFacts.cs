using Trunkline.Domain;

namespace Trunkline.Atlas;

/// <summary>What can be said of a surface at a glance.</summary>
/// <param name="CellKilometres">Side of the middle cell on the ground.</param>
/// <param name="Corners">North-west, north-east, south-west, south-east, on the ground.</param>
/// <param name="Quantiles">Least multiplier, first quartile, median, third quartile, greatest.</param>
/// <param name="Lands">Cells of each connected part, the largest first.</param>
public sealed record SurfaceFacts(
    int Columns, int Rows, double CellKilometres, string Projection, IReadOnlyList<GeoPoint> Corners,
    int Passable, int NoGo, int NoData, IReadOnlyList<double> Quantiles, IReadOnlyList<int> Lands)
{
    public static SurfaceFacts Of(CostSurface surface)
    {
        var grid = new SurfaceGrid(surface);
        float[] open = [.. surface.Multiplier.Where(float.IsFinite)];
        Array.Sort(open);
        (double right, double bottom) = (surface.Left + (surface.Columns * surface.CellSize), surface.Top - (surface.Rows * surface.CellSize));
        return new SurfaceFacts(
            surface.Columns,
            surface.Rows,
            grid.CellKilometres,
            surface.Projection.Name,
            [.. from y in new[] { surface.Top, bottom } from x in new[] { surface.Left, right } select grid.Unproject(new PlanePoint(x, y))],
            open.Length,
            surface.Multiplier.Count(float.IsInfinity),
            surface.Multiplier.Count(float.IsNaN),
            open.Length == 0 ? [] : [.. new[] { 0, 0.25, 0.5, 0.75, 1 }.Select(share => (double)open[(int)(share * (open.Length - 1))])],
            LandsOf(surface));
    }

    private static int[] LandsOf(CostSurface surface)
    {
        bool[] seen = new bool[surface.Multiplier.Length];
        List<int> lands = [];
        var open = new Stack<int>();
        for (int start = 0; start < seen.Length; start++)
        {
            int count = 0;
            Enter(start);
            while (open.TryPop(out int cell))
            {
                count++;
                int row = cell / surface.Columns, column = cell % surface.Columns;
                for (int direction = 0; direction < Compass.Directions; direction++)
                {
                    int r = row + Compass.RowsOf(direction), c = column + Compass.ColumnsOf(direction);
                    if (r >= 0 && r < surface.Rows && c >= 0 && c < surface.Columns)
                    {
                        Enter((r * surface.Columns) + c);
                    }
                }
            }

            lands.AddRange(count > 0 ? [count] : []);
        }

        return [.. lands.OrderDescending()];

        void Enter(int cell)
        {
            if (!seen[cell] && surface.IsPassable(cell))
            {
                seen[cell] = true;
                open.Push(cell);
            }
        }
    }
}
