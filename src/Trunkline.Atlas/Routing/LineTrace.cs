namespace Trunkline.Atlas;

/// <summary>The part of a line that lies in one cell.</summary>
/// <param name="Cell">The cell, or <see cref="SurfaceGrid.Outside"/>.</param>
/// <param name="Segment">Which segment of the line, from 0.</param>
/// <param name="From">Where on the segment the part begins, 0 to 1.</param>
/// <param name="To">Where on the segment it ends.</param>
internal readonly record struct LinePiece(int Cell, int Segment, double From, double To);

/// <summary>Cuts lines on the plane at the sides of the cells they pass.</summary>
internal static class LineTrace
{
    /// <summary>The pieces of a line in its own order, one for each cell and segment; pieces of no length are left out.</summary>
    public static IEnumerable<LinePiece> Along(SurfaceGrid grid, IReadOnlyList<PlanePoint> line)
    {
        var cuts = new List<double>();
        for (int segment = 0; segment + 1 < line.Count; segment++)
        {
            PlanePoint a = line[segment], b = line[segment + 1];
            Cuts(cuts, (a.X - grid.Surface.Left) / grid.Surface.CellSize, (b.X - grid.Surface.Left) / grid.Surface.CellSize);
            Cuts(cuts, (grid.Surface.Top - a.Y) / grid.Surface.CellSize, (grid.Surface.Top - b.Y) / grid.Surface.CellSize);
            cuts.Add(1);
            cuts.Sort();
            double from = 0;
            foreach (double to in cuts)
            {
                // Shorter than a millionth of the segment is a corner passed exactly, not a stay in a cell.
                if (to - from > 1e-6)
                {
                    yield return new LinePiece(grid.CellAt(a.Towards(b, (from + to) / 2)), segment, from, to);
                    from = to;
                }
            }

            cuts.Clear();
        }
    }

    // Shares of the way from a to b at which whole numbers are passed.
    private static void Cuts(List<double> cuts, double a, double b)
    {
        double low = Math.Min(a, b), high = Math.Max(a, b);
        for (double side = Math.Floor(low) + 1; side < high; side++)
        {
            cuts.Add((side - a) / (b - a));
        }
    }
}
