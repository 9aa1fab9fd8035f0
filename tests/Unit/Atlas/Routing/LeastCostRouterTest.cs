using CsCheck;
using Trunkline.Atlas;
using Trunkline.Domain;

namespace Trunkline.Tests.Unit.Atlas;

public sealed class LeastCostRouterTest
{
    private static readonly Gen<(CostSurface Surface, bool[] OnLine, int[] Cells)> Cases =
        from surface in Surfaces.Any
        from line in Gen.Bool.Array[surface.Multiplier.Length]
        from cells in Gen.Int[0, surface.Multiplier.Length - 1].Array[3]
        select (surface, line, cells);

    [Fact]
    public void Agrees_with_Bellman_and_Ford() => Cases.Sample(c =>
    {
        TerrainCost terrain = Terrain(c.Surface, c.OnLine);
        double[] expected = BellmanFord(terrain, c.Cells[0]);
        double[] costs = new LeastCostRouter(terrain).Costs(c.Cells[0], [.. Enumerable.Range(0, expected.Length)]);
        Assert.All(expected.Zip(costs), pair => AssertClose(pair.First, pair.Second));
    });

    [Fact]
    public void A_path_costs_what_its_steps_cost() => Cases.Sample(c =>
    {
        TerrainCost terrain = Terrain(c.Surface, c.OnLine);
        if (new LeastCostRouter(terrain).Path(c.Cells[0], c.Cells[1]) is not { } path)
        {
            return;
        }

        Assert.Equal(c.Cells[0], path.Cells[0]);
        Assert.Equal(c.Cells[1], path.Cells[^1]);
        Assert.All(path.Cells, cell => Assert.True(c.Surface.IsPassable(cell)));
        AssertClose(path.Cells.Zip(path.Cells.Skip(1)).Sum(step => StepCost(terrain, step.First, step.Second)), path.Cost);
    });

    [Fact]
    public void There_costs_what_back_costs() => Cases.Sample(c =>
    {
        var router = new LeastCostRouter(Terrain(c.Surface, c.OnLine));
        AssertClose(router.Costs(c.Cells[0], [c.Cells[1]])[0], router.Costs(c.Cells[1], [c.Cells[0]])[0]);
    });

    [Fact]
    public void A_way_round_is_never_cheaper() => Cases.Sample(c =>
    {
        var router = new LeastCostRouter(Terrain(c.Surface, c.OnLine));
        double direct = router.Costs(c.Cells[0], [c.Cells[2]])[0];
        double round = router.Costs(c.Cells[0], [c.Cells[1]])[0] + router.Costs(c.Cells[1], [c.Cells[2]])[0];
        Assert.True(direct <= round + 1e-9);
    });

    [Fact]
    public void The_edge_of_the_grid_is_the_end()
    {
        // The last column and the first are neighbours in memory only: 40 km apart, not 10.
        CostSurface surface = Surfaces.Drawn("11111", "11111");
        Assert.Equal(5, new LeastCostRouter(Surfaces.Terrain(surface)).Path(4, 5)!.Cells.Count);
        Assert.Null(new LeastCostRouter(Surfaces.Terrain(Surfaces.Drawn("1~1", "1#1"))).Path(2, 3));
    }

    [Fact]
    public void No_path_slips_between_two_closed_cells() =>
        Assert.Null(new LeastCostRouter(Surfaces.Terrain(Surfaces.Drawn("1~", "#1"))).Path(0, 3));

    [Fact]
    public void A_diagonal_may_pass_one_closed_cell() =>
        Assert.Equal([0, 3], new LeastCostRouter(Surfaces.Terrain(Surfaces.Drawn("1~", "11"))).Path(0, 3)!.Cells);

    [Fact]
    public void A_line_is_followed_where_it_pays()
    {
        // Along the bottom row a line halves the cost: two diagonals onto it and six steps along it beat eight steps of open land.
        CostSurface surface = Surfaces.Flat(2, 9);
        Corridor line = Surfaces.Line(surface, "line", null, (1, 0), (1, 8));
        IReadOnlyList<int> cells = new LeastCostRouter(Surfaces.Terrain(surface, line)).Path(0, 8)!.Cells;
        Assert.Equal(7, cells.Count(cell => cell >= 9));
    }

    [Fact]
    public void Each_step_is_as_long_as_it_is_on_the_ground()
    {
        // Far from the standard parallels a step of 10 km on the plane is longer or shorter on the ground.
        var grid = new SurfaceGrid(new CostSurface
        {
            Rows = 2,
            Columns = 2,
            CellSize = 10_000,
            Left = 900_000,
            Top = 3_000_000,
            Multiplier = [1, 2, 3, 4],
        });
        LeastCostPath path = new LeastCostRouter(new TerrainCost(grid, [], 1)).Path(0, 1)!;
        Assert.Equal(1.5 * grid.PlaceOf(0).DistanceTo(grid.PlaceOf(1)).Value, path.Cost, 1e-5);
        Assert.NotInRange(path.Cost, 14.9, 15.1);
    }

    private static TerrainCost Terrain(CostSurface surface, bool[] onLine)
    {
        TerrainCost terrain = Surfaces.Terrain(surface);
        onLine.CopyTo(terrain.OnLine, 0);
        return terrain;
    }

    // The rule in its own words, without the router's arrays: length on the ground, mean multiplier, half where both lie on a line.
    private static double StepCost(TerrainCost terrain, int a, int b)
    {
        SurfaceGrid grid = terrain.Grid;
        int rows = grid.RowOf(b) - grid.RowOf(a), columns = grid.ColumnOf(b) - grid.ColumnOf(a);
        bool touch = a != b && Math.Abs(rows) <= 1 && Math.Abs(columns) <= 1;
        bool slips = rows != 0 && columns != 0 && !grid.IsPassable(a + columns) && !grid.IsPassable(b - columns);
        if (!touch || slips || !grid.IsPassable(a) || !grid.IsPassable(b))
        {
            return double.PositiveInfinity;
        }

        double mean = (grid.Surface.Multiplier[a] + (double)grid.Surface.Multiplier[b]) / 2;
        return grid.PlaceOf(a).DistanceTo(grid.PlaceOf(b)).Value * mean * (terrain.OnLine[a] && terrain.OnLine[b] ? 0.5 : 1);
    }

    private static double[] BellmanFord(TerrainCost terrain, int source)
    {
        double[] cost = [.. Enumerable.Repeat(double.PositiveInfinity, terrain.Grid.Count)];
        if (terrain.Grid.IsPassable(source))
        {
            cost[source] = 0;
        }

        for (int round = 0; round < cost.Length; round++)
        {
            for (int a = 0; a < cost.Length; a++)
            {
                for (int b = 0; b < cost.Length; b++)
                {
                    cost[b] = Math.Min(cost[b], cost[a] + StepCost(terrain, a, b));
                }
            }
        }

        return cost;
    }

    private static void AssertClose(double expected, double actual) =>
        Assert.True(expected.Equals(actual) || Math.Abs(expected - actual) <= 1e-6 * expected, $"{expected} against {actual}");
}
