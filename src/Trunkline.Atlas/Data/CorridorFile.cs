using System.Text.Json;
using Trunkline.Domain;

namespace Trunkline.Atlas;

/// <summary>
/// Reads lines from GeoJSON: one LineString a feature, with <c>id</c>, <c>name</c>, <c>length_km</c>, <c>source</c> and, where it is known,
/// <c>capacity_t_per_year</c>.
/// </summary>
internal static class CorridorFile
{
    private static readonly string[] Known = ["id", "name", "length_km", "capacity_t_per_year", "source"];

    /// <summary>The lines; empty where the file is absent.</summary>
    public static List<Corridor> Read(string folder, string file, List<Problem> problems)
    {
        string path = Path.Combine(folder, file);
        if (!File.Exists(path))
        {
            return [];
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(path));
            return Features(document.RootElement, file, problems);
        }
        catch (JsonException e)
        {
            problems.Add(new Problem($"{file}:{e.LineNumber + 1}", "this is not JSON.", "Write a GeoJSON FeatureCollection."));
            return [];
        }
        catch (InvalidOperationException e)
        {
            // The letters of a text are looked at when it is asked for: bytes that are no UTF-8, or half of a letter.
            problems.Add(new Problem(file, e.Message, "Write a GeoJSON FeatureCollection as UTF-8."));
            return [];
        }
    }

    private static List<Corridor> Features(JsonElement root, string file, List<Problem> problems)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("features", out JsonElement features) || features.ValueKind != JsonValueKind.Array)
        {
            problems.Add(new Problem($"{file} /features", "there is no list of features.", "Write a GeoJSON FeatureCollection."));
            return [];
        }

        List<Corridor> corridors = [];
        int index = 0;
        foreach (JsonElement feature in features.EnumerateArray())
        {
            int before = problems.Count;
            Corridor? corridor = One(feature, $"{file} /features/{index++}", problems);
            if (corridor is not null && problems.Count == before)
            {
                corridors.Add(corridor);
            }
        }

        return corridors;
    }

    private static Corridor? One(JsonElement feature, string where, List<Problem> problems)
    {
        if (feature.ValueKind != JsonValueKind.Object || !feature.TryGetProperty("properties", out JsonElement properties)
            || properties.ValueKind != JsonValueKind.Object)
        {
            problems.Add(new Problem($"{where}/properties", "the feature has no properties.", "Give it an id, a name and length_km."));
            return null;
        }

        foreach (string name in properties.EnumerateObject().Select(p => p.Name).Where(n => !Known.Contains(n)))
        {
            problems.Add(new Problem($"{where}/properties/{name}", "this property is not known.", $"Known are {string.Join(", ", Known)}."));
        }

        return new Corridor(
            Text(properties, "id", where, problems, required: true),
            Text(properties, "name", where, problems, required: false),
            Points(feature, where, problems),
            new Kilometres(Number(properties, "length_km", where, problems, required: true) ?? 0),
            Number(properties, "capacity_t_per_year", where, problems, required: false) is { } capacity ? new TonnesPerYear(capacity) : null,
            Text(properties, "source", where, problems, required: false));
    }

    private static List<GeoPoint> Points(JsonElement feature, string where, List<Problem> problems)
    {
        List<GeoPoint> points = [];
        if (feature.TryGetProperty("geometry", out JsonElement geometry) && geometry.ValueKind == JsonValueKind.Object
            && geometry.TryGetProperty("type", out JsonElement type) && type.ValueEquals("LineString")
            && geometry.TryGetProperty("coordinates", out JsonElement coordinates) && coordinates.ValueKind == JsonValueKind.Array)
        {
            points.AddRange(coordinates.EnumerateArray().Where(IsPair).Select(c => new GeoPoint(c[0].GetDouble(), c[1].GetDouble())));
        }

        if (points.Count < 2 || points.Any(p => Math.Abs(p.Longitude) > 180 || Math.Abs(p.Latitude) > 90))
        {
            problems.Add(new Problem($"{where}/geometry", "this is not a line.", "Write a LineString of two or more [longitude, latitude] pairs."));
        }

        return points;
    }

    private static bool IsPair(JsonElement c) =>
        c.ValueKind == JsonValueKind.Array && c.GetArrayLength() >= 2 && c[0].ValueKind == JsonValueKind.Number && c[1].ValueKind == JsonValueKind.Number;

    private static string Text(JsonElement properties, string name, string where, List<Problem> problems, bool required)
    {
        if (properties.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text)
        {
            return text;
        }

        if (required)
        {
            problems.Add(new Problem($"{where}/properties/{name}", "the text is missing.", "Write it between quotes."));
        }

        return string.Empty;
    }

    private static double? Number(JsonElement properties, string name, string where, List<Problem> problems, bool required)
    {
        bool present = properties.TryGetProperty(name, out JsonElement value) && value.ValueKind != JsonValueKind.Null;
        if (present && value.ValueKind == JsonValueKind.Number && value.GetDouble() is >= 0 and < double.MaxValue and double number)
        {
            return number;
        }

        if (present || required)
        {
            problems.Add(new Problem($"{where}/properties/{name}", "this is not a number of zero or more.", "Write a number, or leave an unknown capacity out."));
        }

        return null;
    }
}
