using NetTopologySuite.Geometries;
using NetTopologySuite.Triangulate;

namespace Trunkline.Atlas;

/// <summary>
/// Lays trunks: ways that no two neighbouring terminals would ask for. The country is cut into squares; each square's hub is the terminal nearest
/// the middle of its terminals, and each formation has a hub among its laid cells. Neighbouring hubs are joined at no more than <see cref="Stretch"/> times the least cost, so that a long way need not zigzag from plant to plant. Where
/// three neighbouring hubs are joined more cheaply by way of one cell between them, that cell becomes a junction, whatever stands there.
/// </summary>
internal sealed class TrunkLayer(TerrainCost terrain, CorridorLayout layout, CancellationToken cancellation)
{
    /// <summary>Most that the network may add to the least cost of two hubs.</summary>
    public const double Stretch = 1.08;

    private const double SquareKm = 300;

    // A star that saves less than this share of the two sides it replaces is not worth its junction.
    private const double LeastSaving = 0.06;

    public void Lay(int[] places, IReadOnlyList<FormationArea> areas)
    {
        int[] hubs = Hubs(places, areas);
        List<(int Low, int High)> near = NeighbourPairs.Of(terrain.Grid, hubs);
        Dictionary<(int Low, int High), double> cost = Costs(near);
        foreach (((int low, int high), double least) in cost.OrderBy(pair => pair.Value).ThenBy(pair => pair.Key))
        {
            cancellation.ThrowIfCancellationRequested();
            layout.Join(low, new OneGoal(high), least, Stretch);
        }

        foreach ((int a, int b, int c) in Triangles(hubs))
        {
            cancellation.ThrowIfCancellationRequested();
            LayStar([a, b, c], cost);
        }
    }

    private int[] Hubs(int[] places, IReadOnlyList<FormationArea> areas)
    {
        int side = Math.Max(1, (int)(SquareKm / terrain.Grid.CellKilometres));
        var bySquare = places.GroupBy(cell => (terrain.Grid.RowOf(cell) / side, terrain.Grid.ColumnOf(cell) / side));
        var hubs = bySquare.Select(square =>
        {
            double row = square.Average(terrain.Grid.RowOf), column = square.Average(terrain.Grid.ColumnOf);
            return square.OrderBy(cell => Math.Pow(terrain.Grid.RowOf(cell) - row, 2) + Math.Pow(terrain.Grid.ColumnOf(cell) - column, 2)).ThenBy(cell => cell).First();
        });
        var entries = areas.Select(area => area.Cells.Where(cell => layout.Degree(cell) > 0).ToList()).Where(laid => laid.Count > 0)
            .Select(laid => laid[laid.Count / 2]);
        return [.. hubs.Concat(entries).Distinct().Order()];
    }

    private Dictionary<(int Low, int High), double> Costs(IReadOnlyList<(int Low, int High)> pairs)
    {
        var bySource = pairs.GroupBy(pair => pair.Low).ToArray();
        double[][] costs = new double[bySource.Length][];
        Parallel.For(
            0,
            bySource.Length,
            new ParallelOptions { CancellationToken = cancellation },
            () => new LeastCostRouter(terrain),
            (i, _, router) =>
            {
                costs[i] = router.Costs(bySource[i].Key, [.. bySource[i].Select(pair => pair.High)]);
                return router;
            },
            _ => { });
        return bySource.SelectMany((source, i) => source.Select((pair, j) => (pair, costs[i][j]))).Where(pair => double.IsFinite(pair.Item2))
            .ToDictionary(pair => pair.pair, pair => pair.Item2);
    }

    private IEnumerable<(int A, int B, int C)> Triangles(int[] hubs)
    {
        if (hubs.Length < 3)
        {
            return [];
        }

        var byPlace = hubs.ToDictionary(cell => new Coordinate(terrain.Grid.ColumnOf(cell), terrain.Grid.RowOf(cell)));
        var builder = new DelaunayTriangulationBuilder();
        builder.SetSites([.. byPlace.Keys.OrderBy(c => byPlace[c])]);
        return
        [
            .. builder.GetTriangles(GeometryFactory.Default).Geometries
                .Select(triangle => triangle.Coordinates.Take(3).Select(c => byPlace.GetValueOrDefault(c, -1)).Order().ToArray())
                .Where(corners => corners[0] >= 0).Select(corners => (corners[0], corners[1], corners[2])).Order(),
        ];
    }

    private void LayStar(int[] corners, Dictionary<(int Low, int High), double> cost)
    {
        double[] sides = [.. new[] { (corners[0], corners[1]), (corners[0], corners[2]), (corners[1], corners[2]) }.Select(pair => cost.GetValueOrDefault(pair, double.PositiveInfinity)).Order()];
        if (!double.IsFinite(sides[2]))
        {
            return;
        }

        (int middle, double star) = Meeting(corners, sides[2]);
        if (middle == SurfaceGrid.Outside || star > (1 - LeastSaving) * (sides[0] + sides[1]))
        {
            return;
        }

        foreach (int corner in corners.Where(corner => corner != middle))
        {
            layout.JoinAnew([middle], new OneGoal(corner), Stretch);
        }
    }

    // The cell from which the three corners are reached at the least cost in all. Costs towards the corners are taken for those from them: on a
    // surface with directed costs the junction is then only near the best one.
    private (int Cell, double Cost) Meeting(int[] corners, double limit)
    {
        int top = corners.Min(terrain.Grid.RowOf), bottom = corners.Max(terrain.Grid.RowOf), left = corners.Min(terrain.Grid.ColumnOf), right = corners.Max(terrain.Grid.ColumnOf);
        int[] between = [.. from row in Enumerable.Range(top, bottom - top + 1) from column in Enumerable.Range(left, right - left + 1) select (row * terrain.Grid.Surface.Columns) + column];
        Dictionary<int, double>[] fields = [.. corners.Select(corner => layout.Costs(corner, limit, between))];
        return fields[0].Keys.Where(cell => fields[1].ContainsKey(cell) && fields[2].ContainsKey(cell))
            .Select(cell => (Cell: cell, Cost: fields.Sum(field => field[cell])))
            .OrderBy(meeting => meeting.Cost).ThenBy(meeting => meeting.Cell)
            .FirstOrDefault((SurfaceGrid.Outside, double.PositiveInfinity));
    }
}
