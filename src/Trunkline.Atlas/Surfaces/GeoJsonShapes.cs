using System.Text.Json;
using Trunkline.Domain;

namespace Trunkline.Atlas;

/// <summary>Lines and areas of a GeoJSON file in longitude and latitude; of an area all rings, told apart by the even-odd rule.</summary>
/// <param name="Lines">LineStrings and the parts of MultiLineStrings.</param>
/// <param name="Areas">Rings of each Polygon and MultiPolygon.</param>
internal sealed record GeoJsonShapes(IReadOnlyList<IReadOnlyList<GeoPoint>> Lines, IReadOnlyList<IReadOnlyList<IReadOnlyList<GeoPoint>>> Areas)
{
    public static Checked<GeoJsonShapes> Read(string path)
    {
        if (!File.Exists(path))
        {
            return Wrong(path, "There is no such file.");
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(path));
            List<IReadOnlyList<GeoPoint>> lines = [];
            List<IReadOnlyList<IReadOnlyList<GeoPoint>>> areas = [];
            foreach (JsonElement feature in document.RootElement.GetProperty("features").EnumerateArray())
            {
                Take(feature.GetProperty("geometry"), lines, areas);
            }

            return Checked<GeoJsonShapes>.Right(new GeoJsonShapes(lines, areas));
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or IndexOutOfRangeException or FormatException)
        {
            return Wrong(path, $"This is not a GeoJSON FeatureCollection: {e.Message}");
        }
    }

    private static void Take(JsonElement geometry, List<IReadOnlyList<GeoPoint>> lines, List<IReadOnlyList<IReadOnlyList<GeoPoint>>> areas)
    {
        if (geometry.ValueKind == JsonValueKind.Null)
        {
            return;
        }

        JsonElement coordinates = geometry.GetProperty("coordinates");
        switch (geometry.GetProperty("type").GetString())
        {
            case "LineString": lines.Add(Line(coordinates)); break;
            case "MultiLineString": lines.AddRange(coordinates.EnumerateArray().Select(Line)); break;
            case "Polygon": areas.Add([.. coordinates.EnumerateArray().Select(Line)]); break;
            case "MultiPolygon": areas.Add([.. coordinates.EnumerateArray().SelectMany(part => part.EnumerateArray()).Select(Line)]); break;
            default: break;
        }
    }

    private static List<GeoPoint> Line(JsonElement line) => [.. line.EnumerateArray().Select(p => new GeoPoint(p[0].GetDouble(), p[1].GetDouble()))];

    private static Checked<GeoJsonShapes> Wrong(string path, string what) =>
        Checked<GeoJsonShapes>.Wrong([new Problem(path, what, "Give lines or areas in longitude and latitude.")]);
}
