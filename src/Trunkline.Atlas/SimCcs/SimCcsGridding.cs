using System.Globalization;
using System.Text;
using Trunkline.Domain;

namespace Trunkline.Atlas.SimCcs;

/// <summary>Puts a surface and a candidate network on a grid in degrees, which is the only kind that SimCCS knows, and writes both in its forms.</summary>
public static class SimCcsGridding
{
    /// <summary>The surface in degrees: itself where it is, otherwise sampled at the middle of cells as large as its own at its middle.</summary>
    public static CostSurface InDegrees(CostSurface surface)
    {
        if (surface.Projection.IsGeographic)
        {
            return surface;
        }

        var grid = new SurfaceGrid(surface);
        GeoPoint[] rim = [.. Rim(surface).Select(grid.MiddleOf).Select(grid.Unproject)];
        double size = Math.Round(grid.CellKilometres / (GeoPoint.MeanEarthRadiusKm * Math.PI / 180), 6);
        double west = Math.Floor(rim.Min(p => p.Longitude) / size) * size, north = Math.Ceiling(rim.Max(p => p.Latitude) / size) * size;
        int columns = (int)Math.Ceiling((rim.Max(p => p.Longitude) - west) / size), rows = (int)Math.Ceiling((north - rim.Min(p => p.Latitude)) / size);
        float[] multiplier = new float[rows * columns];
        Parallel.For(0, rows, row =>
        {
            for (int column = 0; column < columns; column++)
            {
                int cell = grid.CellAt(new GeoPoint(west + ((column + 0.5) * size), north - ((row + 0.5) * size)));
                multiplier[(row * columns) + column] = cell == SurfaceGrid.Outside ? CostSurface.NoData : surface.Multiplier[cell];
            }
        });
        return new CostSurface { Columns = columns, Rows = rows, CellSize = size, Left = west, Top = north, Projection = MapProjection.Degrees, Multiplier = multiplier };
    }

    /// <summary>
    /// Writes <c>CandidateNetwork.txt</c>: each corridor as the cells that its line passes, its weighted length as construction and routing weight. Corridors that
    /// fall into one cell are left out, and of two between the same cells the cheaper stays.
    /// </summary>
    /// <returns>How many corridors were left out.</returns>
    public static int WriteNetwork(CandidateNetwork network, SurfaceGrid grid, string path)
    {
        List<(int From, int To, double Weight, int[] Route)> edges = [];
        foreach (CandidateEdge edge in network.Edges)
        {
            int[] route = Route(grid, edge.Route);
            if (route.Length >= 2 && route[0] != route[^1])
            {
                edges.Add((route[0], route[^1], edge.WeightedLength.Value, route));
            }
        }

        var kept = edges.GroupBy(e => (Math.Min(e.From, e.To), Math.Max(e.From, e.To))).Select(same => same.MinBy(e => e.Weight)).ToList();
        StringBuilder text = new("Vertex1\tVertex2\tCost\tConCost\tROWCost\tCellRoute\n");
        foreach ((int from, int to, double weight, int[] route) in kept)
        {
            text.Append(CultureInfo.InvariantCulture, $"{from + 1}\t{to + 1}\t{weight:0.######}\t{weight:0.######}\t0\t").AppendJoin('\t', route.Select(cell => cell + 1)).Append('\n');
        }

        File.WriteAllText(path, text.ToString(), new UTF8Encoding(false));
        return network.Edges.Count - kept.Count;
    }

    // The cells that the line passes, one after another, each touching the next; a corner passed exactly makes a diagonal step.
    private static int[] Route(SurfaceGrid grid, IReadOnlyList<GeoPoint> line)
    {
        List<int> cells = [];
        foreach (LinePiece piece in LineTrace.Along(grid, [.. line.Select(grid.Project)]))
        {
            if (piece.Cell != SurfaceGrid.Outside && (cells.Count == 0 || cells[^1] != piece.Cell))
            {
                cells.Add(piece.Cell);
            }
        }

        return [.. cells];
    }

    private static IEnumerable<int> Rim(CostSurface surface) =>
        Enumerable.Range(0, surface.Rows * surface.Columns)
            .Where(cell => cell < surface.Columns || cell >= (surface.Rows - 1) * surface.Columns || cell % surface.Columns == 0 || cell % surface.Columns == surface.Columns - 1);
}
