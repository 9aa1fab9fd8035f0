using CsCheck;
using Trunkline.Atlas;
using Trunkline.Domain;

namespace Trunkline.Tests.Unit.Atlas;

public sealed class ExistingLineTest
{
    [Fact]
    public void Chains_are_touching_passable_cells_in_the_line_s_order() =>
        (from surface in Surfaces.Any
         from cells in Gen.Int[0, surface.Multiplier.Length - 1].Array[2, 5]
         select (surface, cells)).Sample(c =>
        {
            var grid = new SurfaceGrid(c.surface);
            var line = new ExistingLine(grid, new Corridor("a", "a", [.. c.cells.Select(grid.PlaceOf)], default, null, "test"));
            foreach (IReadOnlyList<LineStop> chain in line.Chains)
            {
                Assert.True(chain.Count > 1);
                Assert.All(chain, stop => Assert.Equal(stop.Cell, grid.CellAt(line.PointAt(stop.At))));
                Assert.All(chain, stop => Assert.True(grid.IsPassable(stop.Cell)));
                Assert.All(chain.Zip(chain.Skip(1)), step =>
                {
                    Assert.True(step.First.At < step.Second.At);
                    Assert.InRange(Compass.Between(step.First.Cell, step.Second.Cell, c.surface.Columns), 0, 7);
                });
            }
        });

    [Fact]
    public void A_line_is_broken_where_no_pipe_may_pass()
    {
        CostSurface surface = Surfaces.Drawn("111#111");
        var line = new ExistingLine(new SurfaceGrid(surface), Surfaces.Line(surface, "a", null, (0, 0), (0, 6)));
        Assert.Equal([[0, 1, 2], [4, 5, 6]], line.Chains.Select(chain => chain.Select(stop => stop.Cell).ToArray()).ToArray());
    }

    [Fact]
    public void A_diagonal_line_steps_diagonally()
    {
        CostSurface surface = Surfaces.Flat(4, 4);
        var line = new ExistingLine(new SurfaceGrid(surface), Surfaces.Line(surface, "a", null, (0, 0), (3, 3)));
        Assert.Equal([0, 5, 10, 15], Assert.Single(line.Chains).Select(stop => stop.Cell));
    }

    [Fact]
    public void A_part_of_a_line_can_be_walked_either_way()
    {
        CostSurface surface = Surfaces.Flat(3, 5);
        var line = new ExistingLine(new SurfaceGrid(surface), Surfaces.Line(surface, "a", null, (0, 0), (0, 2), (2, 2)));
        PlanePoint[] there = [.. line.Between(10_000, 30_000)];
        Assert.Equal(3, there.Length);
        Assert.Equal(-10_000, there[0].X, 1e-3);
        Assert.Equal(0, there[2].Y, 1e-3);
        Assert.Equal(there, line.Between(30_000, 10_000).Reverse());
    }
}
