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
        Assert.All(path.Cells.Zip(path.Cells.Skip(1)), step => Assert.True(Touch(c.Surface, step.First, step.Second)));
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

    [Fact]
    public void Agrees_with_a_plain_Dijkstra_on_grids_of_several_tiles() => Wide.Sample(
        c =>
        {
            TerrainCost terrain = Terrain(c.Surface, c.OnLine);
            double[] expected = PlainDijkstra(terrain, c.From);
            int[] all = [.. Enumerable.Range(0, expected.Length)];
            Assert.All(expected.Zip(new LeastCostRouter(terrain).Costs(c.From, all)), pair => AssertClose(pair.First, pair.Second));
            int far = Array.IndexOf(expected, expected.Where(double.IsFinite).Max());
            LeastCostPath path = new LeastCostRouter(terrain).Path(c.From, far)!;
            AssertClose(expected[far], path.Cost);
            AssertClose(expected[far], path.Cells.Zip(path.Cells.Skip(1)).Sum(step => StepCost(terrain, step.First, step.Second)));
        },
        iter: 60);

    [Fact]
    public void One_router_asked_again_and_again_answers_as_a_new_one_would() =>
        (from c in Wide from to in Gen.Int[0, c.Surface.Multiplier.Length - 1].Array[4] select (c.Surface, c.OnLine, c.From, To: to)).Sample(
            c =>
            {
                TerrainCost terrain = Terrain(c.Surface, c.OnLine);
                var used = new LeastCostRouter(terrain);
                foreach (int to in c.To)
                {
                    LeastCostPath? path = used.Path(c.From, to), anew = new LeastCostRouter(terrain).Path(c.From, to);
                    Assert.Equal(anew?.Cost, path?.Cost);
                    Assert.Equal(anew?.Cells, path?.Cells);
                }
            },
            iter: 40);

    [Fact]
    public void In_degrees_lengths_change_from_row_to_row() =>
        (from cells in Gen.Frequency((9, Gen.Float[0.2f, 4f]), (1, Gen.Const(CostSurface.NoGo))).Array[40 * 70] select cells).Sample(
            cells =>
            {
                var surface = new CostSurface { Rows = 40, Columns = 70, CellSize = 0.5, Left = -100, Top = 70, Multiplier = cells, Projection = MapProjection.Degrees };
                var terrain = new TerrainCost(new SurfaceGrid(surface), [], 1);
                int from = Array.FindIndex(cells, float.IsFinite);
                double[] costs = new LeastCostRouter(terrain).Costs(from, [.. Enumerable.Range(0, cells.Length)]);
                Assert.All(PlainDijkstra(terrain, from).Zip(costs), pair => AssertClose(pair.First, pair.Second));
            },
            iter: 20);

    [Fact]
    public void Costs_that_differ_a_millionfold_are_still_exact() =>
        (from cells in Gen.Frequency((1, Gen.Float[1e-4f, 1e-3f]), (3, Gen.Float[1f, 1000f])).Array[400]
         select Surfaces.Of(20, 20, cells)).Sample(
            surface =>
            {
                TerrainCost terrain = Surfaces.Terrain(surface);
                double[] expected = PlainDijkstra(terrain, 0);
                Assert.All(expected.Zip(new LeastCostRouter(terrain).Costs(0, [.. Enumerable.Range(0, 400)])), pair => AssertClose(pair.First, pair.Second));
            },
            iter: 60);

    [Fact]
    public void Climbing_costs_in_its_own_direction() =>
        (from surface in Surfaces.Any
         from height in Gen.Float[0, 2000].Array[surface.Multiplier.Length]
         from ends in Gen.Int[0, surface.Multiplier.Length - 1].Array[3]
         select (Surface: Climbing(surface, new Climb(height, 8, 3)), Ends: ends)).Sample(c =>
        {
            var terrain = new TerrainCost(new SurfaceGrid(c.Surface), [], 1);
            var router = new LeastCostRouter(terrain);
            double[] expected = PlainDijkstra(terrain, c.Ends[0]);
            AssertClose(expected[c.Ends[1]], router.Costs(c.Ends[0], [c.Ends[1]])[0]);
            double direct = router.Costs(c.Ends[0], [c.Ends[2]])[0];
            Assert.True(direct <= router.Costs(c.Ends[0], [c.Ends[1]])[0] + router.Costs(c.Ends[1], [c.Ends[2]])[0] + 1e-9);
        });

    [Fact]
    public void Up_and_down_are_charged_by_hand()
    {
        // 10 km apart and 500 m higher: a grade of 0.05 up at 8 and down at 3, so 1.4 and 1.15 times the ground length.
        var terrain = new TerrainCost(new SurfaceGrid(Climbing(Surfaces.Flat(1, 2), new Climb([0, 500], 8, 3))), [], 1);
        double km = terrain.StepLength(0, 4);
        Assert.Equal(1 + (8 * 0.5 / km), terrain.StepCost(0, 4) / km, 1e-9);
        Assert.Equal(1 + (3 * 0.5 / km), terrain.StepCost(1, 3) / km, 1e-9);
        Assert.False(terrain.IsSymmetric);
    }

    [Fact]
    public void A_surface_may_price_each_step_in_each_direction()
    {
        // Eastward a step costs 2, westward 5.
        float[] steps = [.. Enumerable.Repeat(float.PositiveInfinity, 24)];
        (steps[4], steps[12], steps[11], steps[19]) = (2, 2, 5, 5);
        CostSurface flat = Surfaces.Flat(1, 3);
        var surface = new CostSurface { Rows = 1, Columns = 3, CellSize = flat.CellSize, Left = flat.Left, Top = flat.Top, Multiplier = flat.Multiplier, StepCosts = steps };
        var router = new LeastCostRouter(new TerrainCost(new SurfaceGrid(surface), [], 1));
        Assert.Equal(4, router.Path(0, 2)!.Cost, 1e-9);
        Assert.Equal(10, router.Path(2, 0)!.Cost, 1e-9);
    }

    [Fact]
    public void Steps_in_degrees_are_as_long_as_the_parallel_is()
    {
        // At 60 degrees north a degree of longitude is half of one at the equator: cos 60 = 0.5, worked on the mean sphere.
        var surface = new CostSurface { Rows = 2, Columns = 2, CellSize = 0.01, Left = 10, Top = 60.01, Multiplier = [1, 1, 1, 1], Projection = MapProjection.Degrees };
        var terrain = new TerrainCost(new SurfaceGrid(surface), [], 1);
        double degree = Math.PI * GeoPoint.MeanEarthRadiusKm / 180;
        Assert.Equal(0.01 * degree * Math.Cos(60.005 * Math.PI / 180), terrain.StepLength(0, 4), 1e-6);
        Assert.Equal(0.01 * degree, terrain.StepLength(0, 6), 1e-6);
    }

    [Fact]
    public void Lengths_between_lattice_points_are_those_on_the_ground()
    {
        // Cells of 100 m in the far corner of the projection, where lengths change fastest.
        var surface = new CostSurface { Rows = 130, Columns = 140, CellSize = 100, Left = 2_200_000, Top = 1_500_000, Multiplier = new float[130 * 140] };
        var grid = new SurfaceGrid(surface);
        var lengths = new GroundLengths(grid);
        (from row in Gen.Int[1, 128] from column in Gen.Int[1, 138] from direction in Gen.Int[0, 7] select (row, column, direction)).Sample(c =>
        {
            int cell = (c.row * 140) + c.column, there = cell + (Compass.RowsOf(c.direction) * 140) + Compass.ColumnsOf(c.direction);
            // The great circle of two places 100 m apart is itself only good to some 1e-8 of its length in double precision.
            Assert.Equal(1, lengths.Of(c.row, c.column, c.direction) / grid.PlaceOf(cell).DistanceTo(grid.PlaceOf(there)).Value, 1e-6);
        });
    }

    [Fact]
    public void A_short_search_on_a_large_grid_takes_little_memory()
    {
        var surface = new CostSurface
        {
            Rows = 2000,
            Columns = 2000,
            CellSize = 1000,
            Left = 0,
            Top = 0,
            Projection = MapProjection.Nowhere,
            Multiplier = [.. Enumerable.Repeat(1f, 4_000_000)],
        };
        var search = new CellSearch(new TerrainCost(new SurfaceGrid(surface), [], 1));
        int from = (1000 * 2000) + 1000, to = from + 40;
        Assert.Equal(to, search.Run(new TerrainStep(new TerrainCost(new SurfaceGrid(surface), [], 1)), new OneGoal(to), [from]));
        // The grid would take 48 MB.
        Assert.True(search.Bytes < 1_000_000, $"{search.Bytes} bytes");
    }

    private static readonly Gen<(CostSurface Surface, bool[] OnLine, int From)> Wide =
        from rows in Gen.Int[30, 70]
        from columns in Gen.Int[30, 70]
        from cells in Gen.Frequency((7, Gen.Float[0.2f, 4f]), (2, Gen.Const(CostSurface.NoData)), (1, Gen.Const(CostSurface.NoGo))).Array[rows * columns]
        from hasLines in Gen.Bool
        from line in Gen.Bool.Array[rows * columns]
        from start in Gen.Int[0, (rows * columns) - 1]
        let land = Enumerable.Range(0, rows * columns).Where(cell => float.IsFinite(cells[(cell + start) % cells.Length])).Select(cell => (cell + start) % cells.Length)
        select (Surfaces.Of(rows, columns, cells), hasLines ? line : new bool[rows * columns], land.First());

    private static CostSurface Climbing(CostSurface s, Climb climb) => new()
    {
        Rows = s.Rows,
        Columns = s.Columns,
        CellSize = s.CellSize,
        Left = s.Left,
        Top = s.Top,
        Multiplier = s.Multiplier,
        Climb = climb,
    };

    // A textbook search over all cells with the library's heap.
    private static double[] PlainDijkstra(TerrainCost terrain, int source)
    {
        double[] cost = [.. Enumerable.Repeat(double.PositiveInfinity, terrain.Grid.Count)];
        var open = new PriorityQueue<int, double>();
        if (terrain.Grid.IsPassable(source))
        {
            cost[source] = 0;
            open.Enqueue(source, 0);
        }

        while (open.TryDequeue(out int cell, out double at))
        {
            for (int direction = 0; at <= cost[cell] && direction < 8; direction++)
            {
                int next = terrain.Neighbour(cell, terrain.Grid.RowOf(cell), terrain.Grid.ColumnOf(cell), direction);
                double reached = next < 0 ? double.NaN : at + terrain.StepCost(cell, direction);
                if (next >= 0 && reached < cost[next])
                {
                    cost[next] = reached;
                    open.Enqueue(next, reached);
                }
            }
        }

        return cost;
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
        bool touch = Touch(grid.Surface, a, b);
        bool slips = rows != 0 && columns != 0 && !grid.IsPassable(a + columns) && !grid.IsPassable(b - columns);
        if (!touch || slips || !grid.IsPassable(a) || !grid.IsPassable(b))
        {
            return double.PositiveInfinity;
        }

        double mean = (grid.Surface.Multiplier[a] + (double)grid.Surface.Multiplier[b]) / 2;
        return grid.PlaceOf(a).DistanceTo(grid.PlaceOf(b)).Value * mean * (terrain.OnLine[a] && terrain.OnLine[b] ? 0.5 : 1);
    }

    private static bool Touch(CostSurface surface, int a, int b) =>
        a != b && Math.Abs((b / surface.Columns) - (a / surface.Columns)) <= 1 && Math.Abs((b % surface.Columns) - (a % surface.Columns)) <= 1;

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
