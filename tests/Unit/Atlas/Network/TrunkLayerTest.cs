using Trunkline.Atlas;

namespace Trunkline.Tests.Unit.Atlas;

public sealed class TrunkLayerTest
{
    // Three hubs 400 km apart. Along the sides two of them cost 800 km; by way of the middle three spokes of some 231 km: a junction where nothing stands.
    private static readonly (int Row, int Column)[] Corners = [(45, 5), (45, 45), (10, 25)];

    [Fact]
    public void Three_hubs_meet_in_a_junction_that_lies_on_no_way_between_two_of_them()
    {
        // Roads of 1 through land of 9. A and B are joined along the northern edge (40 steps), each with C around the rim (60 steps). From a cell M in the
        // middle the roads to A and B take 21.2 steps, that to C 37 at 1.1: A-M-B is 42.5 and A-M-C 61.9, so no pair goes by M; the star costs 83.2, two sides 100.
        float[] cells = [.. Enumerable.Repeat(9f, 41 * 41)];
        void Road(int row, int column, float multiplier = 1) => cells[(row * 41) + column] = multiplier;
        for (int i = 0; i <= 40; i++)
        {
            Road(0, i);
            Road(40, i);
            Road(i, 0);
            Road(i, 40);
            Road(Math.Clamp(Math.Min(i, 40 - i), 0, 3), i);
            Road(Math.Max(i, 4), 20, 1.1f);
        }

        CandidateRequest request = Requests.Of(Surfaces.Of(41, 41, cells), (0, 0), (0, 40), (40, 20)) with { Style = new CandidateStyle(true, 1, null) };
        // The diagonal roads may leave the spoke a cell before they meet.
        CandidateNode junction = Assert.Single(Requests.Built(request).Nodes, node => node.Id is "junction:r3c20" or "junction:r4c20");
        Assert.Empty(junction.Hosts);
        var grid = new SurfaceGrid(request.Surface);
        var router = new LeastCostRouter(new TerrainCost(grid, [], 1));
        int[] hubs = [.. request.Terminals.Select(t => grid.CellAt(t.Place))];
        Assert.All([(0, 1), (0, 2), (1, 2)], pair => Assert.DoesNotContain(grid.CellAt(junction.Place), router.Path(hubs[pair.Item1], hubs[pair.Item2])!.Cells));
    }

    [Fact]
    public void Hubs_are_joined_at_little_more_than_the_least_cost()
    {
        CostSurface surface = Surfaces.Flat(50, 50);
        CandidateNetwork network = Requests.Built(Requests.Of(surface, Corners) with { Style = CandidateStyle.WithTrunks });
        for (int i = 0; i < 3; i++)
        {
            double least = Surfaces.Place(surface, Corners[i].Row, Corners[i].Column).DistanceTo(Surfaces.Place(surface, Corners[(i + 1) % 3].Row, Corners[(i + 1) % 3].Column)).Value;
            double way = Requests.Distance(network, Requests.NodeOf(network, $"site:{i}"), Requests.NodeOf(network, $"site:{(i + 1) % 3}"));
            // Grid paths are up to 8.3 % longer than the great circle before they are pulled straight.
            Assert.InRange(way / least, 0.99, TrunkLayer.Stretch * 1.03 * 1.083);
        }
    }

    [Fact]
    public void Alternatives_give_a_pair_another_way()
    {
        CostSurface surface = Surfaces.Drawn("1111111", "1333331", "1333331", "1333331", "1111111");
        CandidateRequest request = Requests.Of(surface, (2, 0), (2, 6));
        Assert.Single(Requests.Built(request).Edges);
        CandidateNetwork two = Requests.Built(request with { Style = new CandidateStyle(false, 2, null) });
        Assert.True(two.Edges.Count >= 2);
    }
}
