using System.Text.Json;
using Trunkline.Domain;

namespace Trunkline.Atlas;

/// <summary>Writes a candidate network as GeoJSON (RFC 7946): its nodes as points, its corridors as lines. The same network gives the same bytes.</summary>
public static class CandidateNetworkGeoJson
{
    public static void Write(CandidateNetwork network, Stream stream)
    {
        using var json = new Utf8JsonWriter(stream);
        ILookup<int, string> formations = network.StorageAccess.ToLookup(access => access.Node, access => access.FormationId);
        json.WriteStartObject();
        json.WriteString("type", "FeatureCollection");
        json.WriteStartArray("features");
        for (int i = 0; i < network.Nodes.Count; i++)
        {
            WriteNode(json, network.Nodes[i], formations[i]);
        }

        foreach (CandidateEdge edge in network.Edges)
        {
            WriteEdge(json, edge, network.Nodes);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteNode(Utf8JsonWriter json, CandidateNode node, IEnumerable<string> formations)
    {
        StartFeature(json, node.Id);
        WriteStrings(json, "hosts", node.Hosts);
        WriteStrings(json, "formations", formations);
        StartGeometry(json, "Point");
        WritePlace(json, node.Place);
        EndFeature(json);
    }

    private static void WriteEdge(Utf8JsonWriter json, CandidateEdge edge, IReadOnlyList<CandidateNode> nodes)
    {
        StartFeature(json, edge.Id);
        json.WriteString("from", nodes[edge.From].Id);
        json.WriteString("to", nodes[edge.To].Id);
        json.WriteNumber("km", Math.Round(edge.Length.Value, 3));
        json.WriteNumber("weightedKm", Math.Round(edge.WeightedLength.Value, 3));
        json.WriteNumber("existingTonnesPerYear", edge.ExistingCapacity.Value);
        if (edge.Facts is { } facts)
        {
            WriteFacts(json, facts);
        }

        StartGeometry(json, "LineString");
        json.WriteStartArray();
        foreach (GeoPoint place in edge.Route)
        {
            WritePlace(json, place);
        }

        json.WriteEndArray();
        EndFeature(json);
    }

    private static void WriteFacts(Utf8JsonWriter json, CorridorFacts facts)
    {
        json.WriteString("terrain", CorridorWords.Of(facts.Terrain));
        json.WriteNumber("meanMultiplier", Math.Round(facts.MeanMultiplier, 3));
        json.WriteNumber("noGoAvoidedKm", Math.Round(facts.NoGoAvoided.Value, 1));
        foreach (PeopleNear near in facts.People ?? [])
        {
            json.WriteNumber($"peopleWithin{near.Within.Value:0}Km", Math.Round(near.People));
        }

        foreach (LineCrossings crossing in facts.Crossings)
        {
            json.WriteNumber($"crossings:{crossing.Kind}", crossing.Lines);
        }

        if (facts.Counties is { } counties)
        {
            WriteStrings(json, "counties", counties.Select(county => county.Fips));
        }

        WriteStrings(json, "follows", facts.Followed.Select(line => line.Line));
        json.WriteNumber("followsKm", Math.Round(facts.Followed.Select(line => line.Length.Value).DefaultIfEmpty(0).Max(), 1));
    }

    private static void StartFeature(Utf8JsonWriter json, string id)
    {
        json.WriteStartObject();
        json.WriteString("type", "Feature");
        json.WriteString("id", id);
        json.WriteStartObject("properties");
    }

    private static void StartGeometry(Utf8JsonWriter json, string type)
    {
        json.WriteEndObject();
        json.WriteStartObject("geometry");
        json.WriteString("type", type);
        json.WritePropertyName("coordinates");
    }

    private static void EndFeature(Utf8JsonWriter json)
    {
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteStrings(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (string value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }

    private static void WritePlace(Utf8JsonWriter json, GeoPoint place)
    {
        json.WriteStartArray();
        json.WriteNumberValue(place.Longitude);
        json.WriteNumberValue(place.Latitude);
        json.WriteEndArray();
    }
}
