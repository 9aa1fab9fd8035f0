using System.Text;
using System.Text.Json;
using Trunkline.Domain;

namespace Trunkline.Atlas.Build;

/// <summary>Writes lines and areas as GeoJSON, one feature a line of text, coordinates rounded.</summary>
internal static class GeoJsonText
{
    private const int LineDecimals = 3;
    private const int AreaDecimals = 2;

    public static string Lines(IEnumerable<Corridor> corridors) => Collection(corridors.Select(c =>
        Feature(Line(c), "LineString", $"[{Points(c.Points, LineDecimals)}]")));

    /// <summary>Areas; rings that shrink to less than a triangle are dropped.</summary>
    public static string Areas(IEnumerable<(string Id, string Name, IEnumerable<IReadOnlyList<GeoPoint>> Rings)> areas, int decimals = AreaDecimals) => Collection(areas.Select(a =>
        Feature($"\"id\":{Json(a.Id)},\"name\":{Json(a.Name)}", "MultiPolygon", $"[{string.Join(",", a.Rings.Select(ring => Ring(ring, decimals)).Where(r => r.Length > 0))}]")));

    private static string Collection(IEnumerable<string> features) =>
        $"{{\"type\":\"FeatureCollection\",\"features\":[\n{string.Join(",\n", features)}\n]}}\n";

    private static string Feature(string properties, string type, string coordinates) =>
        $"{{\"type\":\"Feature\",\"properties\":{{{properties}}},\"geometry\":{{\"type\":\"{type}\",\"coordinates\":{coordinates}}}}}";

    private static string Line(Corridor c)
    {
        StringBuilder text = new($"\"id\":{Json(c.Id)},\"name\":{Json(c.Name)},\"length_km\":{Number(c.Length.Value, 1)}");
        if (c.Capacity is { } capacity)
        {
            text.Append($",\"capacity_t_per_year\":{Number(capacity.Value, 0)}");
        }

        return text.Append($",\"source\":{Json(c.Source)}").ToString();
    }

    private static string Ring(IReadOnlyList<GeoPoint> ring, int decimals)
    {
        GeoPoint[] rounded = [.. Rounded(ring, decimals)];
        return rounded.Length < 4 ? string.Empty : $"[[{Pairs(rounded)}]]";
    }

    private static string Points(IEnumerable<GeoPoint> points, int decimals) => Pairs(Rounded(points, decimals));

    private static string Pairs(IEnumerable<GeoPoint> points) => string.Join(",", points.Select(p => $"[{p.Longitude},{p.Latitude}]"));

    private static IEnumerable<GeoPoint> Rounded(IEnumerable<GeoPoint> points, int decimals)
    {
        GeoPoint? last = null;
        foreach (GeoPoint point in points)
        {
            GeoPoint next = new(TableText.Round(point.Longitude, decimals), TableText.Round(point.Latitude, decimals));
            if (next != last)
            {
                yield return next;
            }

            last = next;
        }
    }

    private static string Number(double value, int decimals) => TableText.Round(value, decimals).ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static string Json(string text) => $"\"{JsonEncodedText.Encode(text, System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";
}
