using CsCheck;
using Trunkline.Atlas;

namespace Trunkline.Tests.Unit.Atlas;

public sealed class CorridorLayoutTest
{
    private static readonly Gen<(CostSurface Surface, int[] Places)> Cases =
        from surface in Surfaces.Any
        from places in Gen.Int[0, surface.Multiplier.Length - 1].Array[2, 8]
        select (surface, places.Where(surface.IsPassable).Distinct().ToArray());

    // The guarantee, measured by a search of its own over the laid steps.
    [Fact]
    public void Every_pair_of_neighbours_is_joined_at_little_more_than_its_least_cost() => Cases.Sample(c =>
    {
        TerrainCost terrain = Surfaces.Terrain(c.Surface);
        var layout = new CorridorLayout(terrain);
        new NetworkLayer(terrain, layout, TestContext.Current.CancellationToken).Lay(c.Places.ToHashSet(), [], []);
        foreach ((int low, int high) in NeighbourPairs.Of(terrain.Grid, c.Places))
        {
            double least = new LeastCostRouter(terrain).Costs(low, [high])[0];
            double way = LaidCost(terrain, layout, low)[high];
            Assert.True(way <= (CorridorLayout.Stretch * least) + 1e-6, $"{low} to {high}: {way} against {least}");
        }
    });

    [Fact]
    public void What_is_joined_well_enough_gets_nothing_new()
    {
        TerrainCost terrain = Surfaces.Terrain(Surfaces.Flat(2, 9));
        var layout = new CorridorLayout(terrain);
        layout.Lay([0, 1, 2, 3, 4, 5, 6, 7, 8]);
        layout.Join(0, new OneGoal(8), new LeastCostRouter(terrain).Costs(0, [8])[0]);
        Assert.All(Enumerable.Range(9, 9), cell => Assert.Equal(0, layout.Degree(cell)));
    }

    private static double[] LaidCost(TerrainCost terrain, CorridorLayout layout, int source)
    {
        double[] cost = [.. Enumerable.Repeat(double.PositiveInfinity, terrain.Grid.Count)];
        cost[source] = 0;
        for (int round = 0; round < cost.Length; round++)
        {
            for (int cell = 0; cell < cost.Length; cell++)
            {
                foreach (int next in layout.LaidNeighbours(cell))
                {
                    int direction = Compass.Between(cell, next, terrain.Grid.Surface.Columns);
                    cost[next] = Math.Min(cost[next], cost[cell] + terrain.StepCost(cell, direction));
                }
            }
        }

        return cost;
    }
}
