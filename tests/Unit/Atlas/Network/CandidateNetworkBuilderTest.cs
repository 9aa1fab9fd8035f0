using CsCheck;
using Trunkline.Atlas;
using Trunkline.Domain;

namespace Trunkline.Tests.Unit.Atlas;

public sealed class CandidateNetworkBuilderTest
{
    private static readonly Gen<CandidateRequest> Any =
        from surface in Surfaces.Any
        where surface.Multiplier.Any(float.IsFinite)
        let land = Enumerable.Range(0, surface.Multiplier.Length).Where(surface.IsPassable).ToArray()
        from terminals in Gen.Int[0, land.Length - 1].Array[1, 6]
        from centre in Gen.Int[0, land.Length - 1]
        from radius in Gen.Double[1, 40]
        from pipe in Gen.Int[0, surface.Multiplier.Length - 1].Array[2, 4]
        let grid = new SurfaceGrid(surface)
        select new CandidateRequest(
            surface,
            [.. terminals.Select((cell, i) => new Terminal($"site:{i}", grid.PlaceOf(land[cell])))],
            [Requests.Formation("f", grid.PlaceOf(land[centre]), radius)],
            [new Corridor("pipe", "pipe", [.. pipe.Select(grid.PlaceOf)], default, new TonnesPerYear(5), "test")],
            [],
            0.5);

    [Fact]
    public void Whatever_the_land_joins_the_network_joins() => Any.Sample(request =>
    {
        AssertJoined(request with { ExistingPipelines = [] }, (byLand, joined) => byLand == joined);
        // A pipe that lies between two closed cells may join what the land does not.
        AssertJoined(request, (byLand, joined) => joined || !byLand);
    });

    private static void AssertJoined(CandidateRequest request, Func<bool, bool, bool> isRight)
    {
        CandidateNetwork network = Requests.Built(request);
        var grid = new SurfaceGrid(request.Surface);
        var router = new LeastCostRouter(new TerrainCost(grid, [], 1));
        foreach (Terminal a in request.Terminals)
        {
            foreach (Terminal b in request.Terminals)
            {
                bool byLand = router.Path(grid.CellAt(a.Place), grid.CellAt(b.Place)) is not null;
                double way = Requests.Distance(network, Requests.NodeOf(network, a.Id), Requests.NodeOf(network, b.Id));
                Assert.True(isRight(byLand, double.IsFinite(way)), $"{a.Id} {b.Id}: by land {byLand}, {way} km");
            }
        }
    }

    [Fact]
    public void Every_edge_is_as_long_as_its_route_and_stays_on_land() => Any.Sample(request =>
    {
        CandidateNetwork network = Requests.Built(request);
        var terrain = new TerrainCost(new SurfaceGrid(request.Surface), request.ExistingPipelines, request.RightOfWayFactor);
        var meter = new RouteMeter(terrain);
        foreach (CandidateEdge edge in network.Edges)
        {
            RouteMeasure measure = meter.Measure([.. edge.Route.Select(MapProjection.NorthAmericaAlbers.Project)]);
            Assert.Equal(network.Nodes[edge.From].Place, edge.Route[0]);
            Assert.Equal(network.Nodes[edge.To].Place, edge.Route[^1]);
            Assert.Equal(measure.Weighted, edge.WeightedLength.Value, 1e-9);
            Assert.Equal(edge.Route.Zip(edge.Route.Skip(1)).Sum(leg => leg.First.DistanceTo(leg.Second).Value), edge.Length.Value, 1e-3);
            Assert.True(edge.ExistingCapacity.Value > 0 || measure.ImpassableKilometres < 0.5);
        }
    });

    [Fact]
    public void Only_places_have_fewer_than_three_corridors() => Any.Sample(request =>
    {
        CandidateNetwork network = Requests.Built(request);
        var access = network.StorageAccess.Select(a => a.Node).ToHashSet();
        for (int i = 0; i < network.Nodes.Count; i++)
        {
            CandidateEdge[] at = [.. network.Edges.Where(edge => edge.From == i || edge.To == i)];
            bool pipeEnds = at.Length == 2 && at[0].ExistingCapacity != at[1].ExistingCapacity;
            Assert.True(at.Length > 2 || network.Nodes[i].Hosts.Count > 0 || access.Contains(i) || pipeEnds);
        }
    });

    [Fact]
    public void A_formation_that_land_reaches_is_entered_inside_its_area() => Any.Sample(request =>
    {
        CandidateNetwork network = Requests.Built(request);
        var grid = new SurfaceGrid(request.Surface);
        Formation formation = request.Formations[0];
        var area = new FormationArea(grid, formation);
        var router = new LeastCostRouter(new TerrainCost(grid, [], 1));
        bool reached = request.Terminals.Any(t => router.Costs(grid.CellAt(t.Place), [.. area.Cells]).Any(double.IsFinite));
        Assert.True(!reached || network.StorageAccess.Count > 0);
        Assert.All(network.StorageAccess, a => Assert.Contains(grid.CellAt(network.Nodes[a.Node].Place), area.Cells));
    });

    [Fact]
    public void The_same_request_gives_the_same_bytes() => Any.Sample(request =>
    {
        byte[] Bytes()
        {
            using var stream = new MemoryStream();
            CandidateNetworkGeoJson.Write(Requests.Built(request), stream);
            return stream.ToArray();
        }

        Assert.Equal(Bytes(), Bytes());
    });

    [Fact]
    public void Ids_are_unique() => Any.Sample(request =>
    {
        CandidateNetwork network = Requests.Built(request);
        Assert.Equal(network.Nodes.Count, network.Nodes.Select(node => node.Id).Distinct().Count());
        Assert.Equal(network.Edges.Count, network.Edges.Select(edge => edge.Id).Distinct().Count());
    });

    [Fact]
    public void Two_terminals_are_joined_by_one_corridor()
    {
        CostSurface surface = Surfaces.Flat(3, 9);
        CandidateNetwork network = Requests.Built(Requests.Of(surface, (1, 0), (1, 8)));
        CandidateEdge edge = Assert.Single(network.Edges);
        Assert.Equal(2, network.Nodes.Count);
        // 80 km apart on the plane; the ground is the great circle between the two places.
        Assert.Equal(Surfaces.Place(surface, 1, 0).DistanceTo(Surfaces.Place(surface, 1, 8)).Value, edge.Length.Value, 0.1);
        Assert.Equal(edge.Length.Value, edge.WeightedLength.Value, 1e-9);
        Assert.Equal("site:0--site:1", edge.Id);
    }

    [Fact]
    public void Two_that_must_pass_one_gap_share_the_way_and_meet_in_a_junction()
    {
        // A neck of land one cell wide leads east. The two western sites meet in row 1, column 1, and each may as well go east by way of it.
        CostSurface surface = Surfaces.Drawn("11~~~~~", "~111111", "11~~~~~");
        CandidateNetwork network = Requests.Built(Requests.Of(surface, (0, 0), (2, 0), (1, 6)));
        CandidateNode junction = Assert.Single(network.Nodes, node => node.Hosts.Count == 0);
        Assert.Equal("junction:r1c1", junction.Id);
        Assert.Equal(3, network.Edges.Count);
        Assert.All(network.Edges, edge => Assert.True(network.Nodes[edge.From] == junction || network.Nodes[edge.To] == junction));
    }

    [Fact]
    public void Terminals_of_one_cell_share_a_node()
    {
        CandidateNetwork network = Requests.Built(Requests.Of(Surfaces.Flat(3, 3), (1, 1), (1, 1), (0, 0)));
        Assert.Equal(2, network.Nodes.Count);
        Assert.Contains(network.Nodes, node => node.Hosts.SequenceEqual(["site:0", "site:1"]));
    }

    [Fact]
    public void One_terminal_in_a_formation_is_its_access()
    {
        CostSurface surface = Surfaces.Flat(5, 5);
        CandidateRequest request = Requests.Of(surface, (2, 2)) with { Formations = [Requests.Formation("f", Surfaces.Place(surface, 2, 2), 20)] };
        CandidateNetwork network = Requests.Built(request);
        Assert.Empty(network.Edges);
        Assert.Equal([new StorageAccess("f", 0)], network.StorageAccess);
    }

    [Fact]
    public void One_terminal_outside_a_formation_reaches_its_nearest_cell()
    {
        // The circle of 15 km around column 8 holds the middles of columns 7 to 8 of that row: the way ends in column 7, 60 km from column 1.
        CostSurface surface = Surfaces.Flat(1, 9);
        CandidateRequest request = Requests.Of(surface, (0, 1)) with { Formations = [Requests.Formation("f", Surfaces.Place(surface, 0, 8), 15)] };
        CandidateNetwork network = Requests.Built(request);
        CandidateEdge edge = Assert.Single(network.Edges);
        Assert.Equal(Surfaces.Place(surface, 0, 1).DistanceTo(Surfaces.Place(surface, 0, 7)).Value, edge.Length.Value, 0.1);
        Assert.Equal("junction:r0c7", network.Nodes[Assert.Single(network.StorageAccess).Node].Id);
    }

    [Fact]
    public void A_formation_beyond_land_is_named()
    {
        CandidateRequest request = Requests.Of(Surfaces.Drawn("11~~~~~~~"), (0, 0));
        Formation sea = Requests.Formation("sea", Surfaces.Place(request.Surface, 0, 8), 10);
        Assert.Equal(["sea"], Requests.Built(request with { Formations = [sea] }).UnreachedFormations);
    }

    [Fact]
    public void An_existing_pipe_keeps_its_line_and_capacity_and_is_joined_where_a_corridor_crosses_it()
    {
        CostSurface surface = Surfaces.Flat(5, 9);
        Corridor pipe = Surfaces.Line(surface, "pipe", new TonnesPerYear(7e6), (2, 0), (2, 8));
        CandidateRequest request = Requests.Of(surface, (0, 4), (4, 4), (2, 0), (2, 8)) with { ExistingPipelines = [pipe] };
        CandidateNetwork network = Requests.Built(request);
        CandidateEdge[] pieces = [.. network.Edges.Where(edge => edge.ExistingCapacity.Value > 0)];
        Assert.True(pieces.Length >= 2);
        Assert.All(pieces, piece => Assert.Equal(7e6, piece.ExistingCapacity.Value));
        Assert.Equal(pipe.Points[0].DistanceTo(pipe.Points[1]).Value, pieces.Sum(piece => piece.Length.Value), 1.0);
        Assert.All(pieces, piece => Assert.Equal(0.5 * piece.Length.Value, piece.WeightedLength.Value, 1e-6));
        Assert.True(double.IsFinite(Requests.Distance(network, Requests.NodeOf(network, "site:0"), Requests.NodeOf(network, "site:3"))));
    }

    [Fact]
    public void A_pipe_of_unknown_capacity_carries_nothing()
    {
        CostSurface surface = Surfaces.Flat(3, 9);
        CandidateRequest request = Requests.Of(surface, (1, 0), (1, 8)) with { ExistingPipelines = [Surfaces.Line(surface, "pipe", null, (1, 0), (1, 8))] };
        CandidateEdge edge = Assert.Single(Requests.Built(request).Edges);
        Assert.Equal(default, edge.ExistingCapacity);
        Assert.Equal(0.5 * edge.Length.Value, edge.WeightedLength.Value, 1e-6);
    }

    [Fact]
    public void A_terminal_off_the_land_is_joined_at_the_nearest_cell_and_noted()
    {
        CandidateRequest request = Requests.Of(Surfaces.Drawn("11~~~~~~~"), (0, 0), (0, 3));
        CandidateNetwork network = Requests.Built(request);
        SnapNote note = Assert.Single(network.Snaps);
        Assert.Equal("site:1", note.Terminal);
        Assert.Equal(Surfaces.Place(request.Surface, 0, 1), note.To);
        Assert.Equal(note.From.DistanceTo(note.To), note.Distance);
    }

    [Fact]
    public void Every_terminal_too_far_off_is_a_problem_that_names_the_nearest_cell()
    {
        var wrong = CandidateNetworkBuilder.Build(Requests.Of(Surfaces.Drawn("11~~~~~~~"), (0, 0), (0, 6), (0, 8)), TestContext.Current.CancellationToken);
        Assert.Equal(["terminal site:1", "terminal site:2"], wrong.Problems.Select(problem => problem.Where));
        CostSurface surface = Surfaces.Drawn("11~~~~~~~");
        GeoPoint nearest = Surfaces.Place(surface, 0, 1);
        Assert.Contains(nearest.ToString(), wrong.Problems[0].What, StringComparison.Ordinal);
        Assert.Contains($"{nearest.DistanceTo(Surfaces.Place(surface, 0, 6)).Value:0} km", wrong.Problems[0].What, StringComparison.Ordinal);
    }

    [Fact]
    public void All_that_is_wrong_is_told_at_once()
    {
        CandidateRequest request = Requests.Of(Surfaces.Drawn("01"), (0, 1), (0, 1)) with { RightOfWayFactor = 0 };
        request = request with
        {
            Terminals = [.. request.Terminals, new Terminal("site:0", new GeoPoint(double.NaN, 40))],
            Formations = [Requests.Formation("f", new GeoPoint(-96, 40), 0)],
            RightsOfWay = [new Corridor("row", "row", [], default, null, "test")],
        };
        var wrong = CandidateNetworkBuilder.Build(request, TestContext.Current.CancellationToken);
        Assert.Equal(6, wrong.Problems.Count);
    }
}
