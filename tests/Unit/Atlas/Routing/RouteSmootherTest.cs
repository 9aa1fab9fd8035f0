using CsCheck;
using Trunkline.Atlas;

namespace Trunkline.Tests.Unit.Atlas;

public sealed class RouteSmootherTest
{
    [Fact]
    public void A_smoothed_route_is_never_dearer_and_never_leaves_the_land() =>
        (from surface in Surfaces.Any
         from ends in Gen.Int[0, surface.Multiplier.Length - 1].Array[2]
         select (surface, ends)).Sample(c =>
        {
            TerrainCost terrain = Surfaces.Terrain(c.surface);
            if (new LeastCostRouter(terrain).Path(c.ends[0], c.ends[1]) is { } path)
            {
                PlanePoint[] middles = [.. path.Cells.Select(terrain.Grid.MiddleOf)];
                List<PlanePoint> smooth = new RouteSmoother(terrain).Smooth(middles);
                RouteMeasure measure = new RouteMeter(terrain).Measure(smooth);
                Assert.Equal(middles[0], smooth[0]);
                Assert.Equal(middles[^1], smooth[^1]);
                Assert.True(measure.Weighted <= path.Cost * (1 + 1e-5));
                Assert.InRange(measure.ImpassableKilometres, 0, 0.05 * smooth.Count);
            }
        });

    [Fact]
    public void A_staircase_on_open_land_becomes_one_straight_line()
    {
        TerrainCost terrain = Surfaces.Terrain(Surfaces.Flat(5, 9));
        LeastCostPath path = new LeastCostRouter(terrain).Path(0, 44)!;
        Assert.Equal(2, new RouteSmoother(terrain).Smooth([.. path.Cells.Select(terrain.Grid.MiddleOf)]).Count);
    }

    [Fact]
    public void A_bay_is_not_cut()
    {
        TerrainCost terrain = Surfaces.Terrain(Surfaces.Drawn("1~~~1", "1~~~1", "11111"));
        LeastCostPath path = new LeastCostRouter(terrain).Path(0, 4)!;
        List<PlanePoint> smooth = new RouteSmoother(terrain).Smooth([.. path.Cells.Select(terrain.Grid.MiddleOf)]);
        Assert.Equal(0, new RouteMeter(terrain).Measure(smooth).ImpassableKilometres, 0.05);
    }
}
