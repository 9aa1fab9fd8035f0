using System.Text.Json;
using Trunkline.Domain;

namespace Trunkline.Atlas.Build;

/// <summary>A named area as closed rings; holes and parts alike, told apart by the even-odd rule.</summary>
/// <param name="Id">The topology's id, a FIPS code.</param>
internal sealed record Outline(string Id, string Name, IReadOnlyList<IReadOnlyList<GeoPoint>> Rings)
{
    private const double KmPerDegree = 111.195;

    /// <summary>True where a place lies inside.</summary>
    public bool Contains(GeoPoint place)
    {
        bool inside = false;
        foreach (IReadOnlyList<GeoPoint> ring in Rings)
        {
            for (int i = 1; i < ring.Count; i++)
            {
                GeoPoint a = ring[i - 1], b = ring[i];
                bool crosses = (a.Latitude > place.Latitude) != (b.Latitude > place.Latitude)
                    && place.Longitude < ((b.Longitude - a.Longitude) * (place.Latitude - a.Latitude) / (b.Latitude - a.Latitude)) + a.Longitude;
                inside ^= crosses;
            }
        }

        return inside;
    }

    /// <summary>Distance to the nearest border, in a plane around the place; good to a percent below some hundred kilometres.</summary>
    public Kilometres DistanceToBorder(GeoPoint place)
    {
        double squeeze = Math.Cos(place.Latitude * Math.PI / 180), least = double.MaxValue;
        foreach (IReadOnlyList<GeoPoint> ring in Rings)
        {
            for (int i = 1; i < ring.Count; i++)
            {
                least = Math.Min(least, ToSegment(place, ring[i - 1], ring[i], squeeze));
            }
        }

        return new Kilometres(least * KmPerDegree);
    }

    private static double ToSegment(GeoPoint place, GeoPoint a, GeoPoint b, double squeeze)
    {
        double ax = (a.Longitude - place.Longitude) * squeeze, ay = a.Latitude - place.Latitude;
        double dx = (b.Longitude - a.Longitude) * squeeze, dy = b.Latitude - a.Latitude;
        double square = (dx * dx) + (dy * dy);
        double t = square == 0 ? 0 : Math.Clamp(-((ax * dx) + (ay * dy)) / square, 0, 1);
        return Math.Sqrt(Math.Pow(ax + (t * dx), 2) + Math.Pow(ay + (t * dy), 2));
    }
}

/// <summary>
/// Reads TopoJSON: arcs shared between neighbours, delta-coded and quantised. Simplifying an arc once keeps neighbours joined.
/// </summary>
internal static class Topology
{
    /// <summary>The areas of one layer.</summary>
    /// <param name="tolerance">Arcs are thinned so that no dropped point lies further than this from the line, in degrees; 0 keeps all.</param>
    public static IReadOnlyList<Outline> Read(byte[] json, string layer, double tolerance = 0)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        JsonElement root = document.RootElement;
        IReadOnlyList<GeoPoint>[] arcs = [.. Arcs(root).Select(arc => LineThinning.Thin(arc, tolerance))];
        return [.. root.GetProperty("objects").GetProperty(layer).GetProperty("geometries").EnumerateArray().Select(g => Area(g, arcs))];
    }

    private static IEnumerable<IReadOnlyList<GeoPoint>> Arcs(JsonElement root)
    {
        JsonElement transform = root.GetProperty("transform");
        double scaleX = transform.GetProperty("scale")[0].GetDouble(), scaleY = transform.GetProperty("scale")[1].GetDouble();
        double left = transform.GetProperty("translate")[0].GetDouble(), bottom = transform.GetProperty("translate")[1].GetDouble();
        foreach (JsonElement arc in root.GetProperty("arcs").EnumerateArray())
        {
            int x = 0, y = 0;
            List<GeoPoint> points = [];
            foreach (JsonElement step in arc.EnumerateArray())
            {
                x += step[0].GetInt32();
                y += step[1].GetInt32();
                points.Add(new GeoPoint((x * scaleX) + left, (y * scaleY) + bottom));
            }

            yield return points;
        }
    }

    private static Outline Area(JsonElement geometry, IReadOnlyList<GeoPoint>[] arcs)
    {
        JsonElement parts = geometry.GetProperty("arcs");
        IEnumerable<JsonElement> rings = geometry.GetProperty("type").GetString() == "MultiPolygon"
            ? parts.EnumerateArray().SelectMany(polygon => polygon.EnumerateArray())
            : parts.EnumerateArray();
        string id = geometry.TryGetProperty("id", out JsonElement fips) ? fips.GetString()! : string.Empty;
        string name = geometry.TryGetProperty("properties", out JsonElement properties) && properties.TryGetProperty("name", out JsonElement n)
            ? n.GetString()! : string.Empty;
        return new Outline(id, name, [.. rings.Select(ring => Ring(ring, arcs))]);
    }

    // A negative number is the arc with that bitwise complement, walked backwards; neighbouring arcs share their joint.
    private static List<GeoPoint> Ring(JsonElement ring, IReadOnlyList<GeoPoint>[] arcs)
    {
        List<GeoPoint> points = [];
        foreach (int number in ring.EnumerateArray().Select(e => e.GetInt32()))
        {
            IEnumerable<GeoPoint> arc = number >= 0 ? arcs[number] : arcs[~number].Reverse();
            points.AddRange(points.Count == 0 ? arc : arc.Skip(1));
        }

        return points;
    }
}
