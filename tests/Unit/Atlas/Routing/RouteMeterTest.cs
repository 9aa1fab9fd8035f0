using CsCheck;
using Trunkline.Atlas;

namespace Trunkline.Tests.Unit.Atlas;

public sealed class RouteMeterTest
{
    [Fact]
    public void A_path_through_cell_middles_weighs_what_its_steps_cost() =>
        (from surface in Surfaces.Any
         from ends in Gen.Int[0, surface.Multiplier.Length - 1].Array[2]
         select (surface, ends)).Sample(c =>
        {
            TerrainCost terrain = Surfaces.Terrain(c.surface);
            if (new LeastCostRouter(terrain).Path(c.ends[0], c.ends[1]) is { } path)
            {
                RouteMeasure measure = new RouteMeter(terrain).Measure([.. path.Cells.Select(terrain.Grid.MiddleOf)]);
                Assert.Equal(path.Cost, measure.Weighted, 1e-5 * (1 + path.Cost));
                Assert.Equal(0, measure.ImpassableKilometres, 1e-9);
            }
        });

    [Fact]
    public void Following_a_line_is_discounted_and_crossing_it_is_not()
    {
        CostSurface surface = Surfaces.Flat(3, 5);
        TerrainCost terrain = Surfaces.Terrain(surface, Surfaces.Line(surface, "line", null, (1, 0), (1, 4)));
        var meter = new RouteMeter(terrain);
        RouteMeasure along = meter.Measure([terrain.Grid.MiddleOf(5), terrain.Grid.MiddleOf(9)]);
        RouteMeasure across = meter.Measure([terrain.Grid.MiddleOf(2), terrain.Grid.MiddleOf(12)]);
        Assert.Equal(0.5 * along.Kilometres, along.Weighted, 1e-9);
        Assert.Equal(across.Kilometres, across.Weighted, 1e-9);
    }

    [Fact]
    public void Each_part_weighs_by_the_cell_it_lies_in()
    {
        // 2.5 km in the first cell, 7.5 km in the second, of 10 km in all: (0.25 * 2 + 0.75 * 4) times the ground length.
        TerrainCost terrain = Surfaces.Terrain(Surfaces.Drawn("24"));
        RouteMeasure measure = new RouteMeter(terrain).Measure([new PlanePoint(-2_500, 0), new PlanePoint(7_500, 0)]);
        Assert.Equal(3.5 * measure.Kilometres, measure.Weighted, 1e-9);
    }

    [Fact]
    public void What_lies_in_a_closed_cell_is_told()
    {
        TerrainCost terrain = Surfaces.Terrain(Surfaces.Drawn("1#1"));
        RouteMeasure measure = new RouteMeter(terrain).Measure([terrain.Grid.MiddleOf(0), terrain.Grid.MiddleOf(2)]);
        Assert.Equal(measure.Kilometres / 2, measure.ImpassableKilometres, 1e-9);
    }
}
