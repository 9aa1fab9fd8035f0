using NetTopologySuite.Geometries;
using NetTopologySuite.Triangulate;

namespace Trunkline.Atlas;

/// <summary>Which places are neighbours: the edges of their Delaunay triangulation, in time n log n.</summary>
internal static class NeighbourPairs
{
    /// <param name="grid">Where the cells lie.</param>
    /// <param name="cells">The places; a cell given twice counts once.</param>
    /// <returns>Pairs with the lower cell first, in order.</returns>
    public static List<(int Low, int High)> Of(SurfaceGrid grid, IEnumerable<int> cells)
    {
        int[] places = [.. cells.Distinct().Order()];
        if (places.Length < 3)
        {
            return places.Length == 2 ? [(places[0], places[1])] : [];
        }

        // Rows and columns are whole numbers: the triangulation's tests are then exact.
        var byPlace = places.ToDictionary(cell => new Coordinate(grid.ColumnOf(cell), grid.RowOf(cell)));
        var builder = new DelaunayTriangulationBuilder();
        builder.SetSites(byPlace.Keys.OrderBy(c => byPlace[c]).ToArray());
        var edges = builder.GetEdges(GeometryFactory.Default).Geometries
            .Select(edge => Ordered(byPlace[edge.Coordinates[0]], byPlace[edge.Coordinates[^1]]));
        return [.. edges.Distinct().Order()];
    }

    private static (int Low, int High) Ordered(int a, int b) => (Math.Min(a, b), Math.Max(a, b));
}
