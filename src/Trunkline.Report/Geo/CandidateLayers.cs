using NetTopologySuite.Geometries;
using Trunkline.Atlas;
using Trunkline.Domain;

namespace Trunkline.Report;

/// <summary>A candidate network as two map layers, <c>candidate_nodes</c> and <c>candidate_corridors</c>. What is not known of a corridor is null.</summary>
public static class CandidateLayers
{
    private const int Wgs84 = 4326;

    private static readonly GeometryFactory _shapes = new(new PrecisionModel(), Wgs84);

    public static IReadOnlyList<Layer> Of(CandidateNetwork network)
    {
        ILookup<int, string> formations = network.StorageAccess.ToLookup(access => access.Node, access => access.FormationId);
        var nodes = network.Nodes.Index().ToList();
        PlanTable nodeTable = PlanTable.Of("candidate_nodes", nodes,
        [
            Cells.Text<(int Index, CandidateNode Item)>("node_id", node => node.Item.Id),
            Cells.Text<(int Index, CandidateNode Item)>("hosts", node => string.Join(';', node.Item.Hosts)),
            Cells.Text<(int Index, CandidateNode Item)>("formations", node => string.Join(';', formations[node.Index])),
        ]);
        return
        [
            new Layer(nodeTable, "POINT", [.. network.Nodes.Select(node => _shapes.CreatePoint(At(node.Place)))]),
            new Layer(PlanTable.Of("candidate_corridors", network.Edges, Columns(network)), "LINESTRING", [.. network.Edges.Select(edge => _shapes.CreateLineString([.. Line(edge)]))]),
        ];
    }

    private static List<Cell<CandidateEdge>> Columns(CandidateNetwork network)
    {
        double[] distances = [.. network.Edges.SelectMany(edge => edge.Facts?.People ?? []).Select(near => near.Within.Value).Distinct().Order()];
        string[] kinds = [.. network.Edges.SelectMany(edge => edge.Facts?.Crossings ?? []).Select(crossing => crossing.Kind).Distinct()];
        return
        [
            Cells.Text<CandidateEdge>("corridor_id", edge => edge.Id),
            Cells.Text<CandidateEdge>("from_node", edge => network.Nodes[edge.From].Id),
            Cells.Text<CandidateEdge>("to_node", edge => network.Nodes[edge.To].Id),
            Cells.Number<CandidateEdge>("length_km", edge => edge.Length.Value),
            Cells.Number<CandidateEdge>("cost_reference_km", edge => edge.WeightedLength.Value),
            Cells.Number<CandidateEdge>("existing_t_per_y", edge => edge.ExistingCapacity.Value),
            Cells.Text<CandidateEdge>("terrain", edge => edge.Facts is { } facts ? CorridorWords.Of(facts.Terrain) : null),
            Cells.Number<CandidateEdge>("mean_multiplier", edge => edge.Facts?.MeanMultiplier),
            Cells.Text<CandidateEdge>("counties", edge => edge.Facts?.Counties is { } counties ? string.Join(';', counties.Select(county => county.Fips)) : null),
            .. distances.Select(km => Cells.Number<CandidateEdge>($"people_within_{km:0}_km", edge => edge.Facts?.PeopleWithin(km))),
            .. kinds.Select(kind => Cells.Whole<CandidateEdge>($"crossings_{kind.Replace('-', '_')}", edge => edge.Facts?.Crossings.Where(c => c.Kind == kind).Select(c => (long?)c.Lines).FirstOrDefault())),
            Cells.Text<CandidateEdge>("follows", edge => edge.Facts is { } facts ? string.Join(';', facts.Followed.Select(line => line.Line)) : null),
            Cells.Number<CandidateEdge>("follows_km", edge => edge.Facts?.Followed.Select(line => line.Length.Value).DefaultIfEmpty(0).Max()),
            Cells.Number<CandidateEdge>("no_go_avoided_km", edge => edge.Facts?.NoGoAvoided.Value),
        ];
    }

    private static IEnumerable<Coordinate> Line(CandidateEdge edge) => edge.Route.Count > 1 ? edge.Route.Select(At) : [At(edge.Route[0]), At(edge.Route[0])];

    private static Coordinate At(GeoPoint place) => new(place.Longitude, place.Latitude);
}
