using System.Text.Json;
using Trunkline.Domain;

namespace Trunkline.Report;

/// <summary>A state's name and shape, for the ground of a map.</summary>
/// <param name="Code">Two letters.</param>
/// <param name="Rings">Every ring, holes among them, in longitude and latitude.</param>
public sealed record StateOutline(string Code, IReadOnlyList<IReadOnlyList<GeoPoint>> Rings);

/// <summary>Reads <c>states.geojson</c>: polygons with the property <c>id</c>, the two-letter code.</summary>
public static class StateOutlines
{
    /// <summary>The outlines in a dataset's folder; none where the folder has no <c>states.geojson</c>, as small studies do not.</summary>
    /// <exception cref="InvalidDataException">The file is there and is not what it should be.</exception>
    public static IReadOnlyList<StateOutline> ReadFrom(string folder)
    {
        string path = Path.Combine(folder, "states.geojson");
        return File.Exists(path) ? Parse(File.ReadAllBytes(path), path) : [];
    }

    private static List<StateOutline> Parse(byte[] json, string path)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            return [.. document.RootElement.GetProperty("features").EnumerateArray().Select(Outline).OrderBy(state => state.Code, StringComparer.Ordinal)];
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new InvalidDataException($"{path} is not a collection of state polygons: {fault.Message}", fault);
        }
    }

    private static StateOutline Outline(JsonElement feature)
    {
        JsonElement geometry = feature.GetProperty("geometry");
        JsonElement coordinates = geometry.GetProperty("coordinates");
        IEnumerable<JsonElement> polygons = geometry.GetProperty("type").GetString() switch
        {
            "Polygon" => [coordinates],
            "MultiPolygon" => coordinates.EnumerateArray(),
            var other => throw new FormatException($"A state is a Polygon or MultiPolygon, not {other}."),
        };
        string code = feature.GetProperty("properties").GetProperty("id").GetString() ?? throw new FormatException("A state has no code.");
        return new StateOutline(code, [.. polygons.SelectMany(polygon => polygon.EnumerateArray()).Select(Ring)]);
    }

    private static IReadOnlyList<GeoPoint> Ring(JsonElement ring) =>
        [.. ring.EnumerateArray().Select(place => new GeoPoint(place[0].GetDouble(), place[1].GetDouble()))];
}
