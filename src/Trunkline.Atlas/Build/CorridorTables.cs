using System.Globalization;
using System.Text.Json;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Linemerge;
using Trunkline.Domain;

namespace Trunkline.Atlas.Build;

/// <summary>Lines on the ground: existing CO2 pipelines (capacity only where matched to a named line) and gas pipelines as rights of way.</summary>
internal static class CorridorTables
{
    private const double Tolerance = 0.02;
    private const string GemSource = "Global Energy Monitor, Global Gas Infrastructure Tracker, Dec 2022";
    private const int LeastPoints = 4;
    private const double LeastKm = 5;
    private const double CanadianBorder = 49.001;

    /// <summary>NETL's lines south of the Canadian border, with the capacity of <c>Cited/co2_pipelines.csv</c>.</summary>
    public static IReadOnlyList<Corridor> Co2Pipelines(RawFolder raw, List<Doubt> doubts)
    {
        Dictionary<string, RawRow> named = CitedFigures.Rows("co2_pipelines.csv").ToDictionary(r => r.Text("netl_id")!);
        List<Corridor> lines = [];
        foreach (JsonElement feature in Features(raw.Bytes(RawFolder.Co2Pipelines)))
        {
            string id = feature.GetProperty("properties").GetProperty("id").GetInt32().ToString(CultureInfo.InvariantCulture);
            GeoPoint[] all = [.. Lines(feature).Single()];
            GeoPoint[] points = [.. all.Where(p => p.Latitude < CanadianBorder)];
            if (points.Length < all.Length)
            {
                doubts.Add(new Doubt("existing_pipelines", $"co2-{id}", "abroad", $"{all.Length - points.Length} of {all.Length} points lie in Canada.", points.Length < 2 ? "Left out." : "Cut at the border."));
            }

            if (points.Length >= 2)
            {
                lines.Add(Co2Line(id, points, named.GetValueOrDefault(id), doubts));
            }
        }

        return lines;
    }

    /// <summary>GEM's gas pipelines, parts joined end to end and thinned to about 2 km; sketches of fewer than four points and stubs are left out.</summary>
    public static IReadOnlyList<Corridor> RightsOfWay(RawFolder raw, List<Doubt> doubts)
    {
        List<Corridor> lines = [];
        foreach (JsonElement feature in Features(raw.Bytes(RawFolder.GasPipelines)))
        {
            JsonElement properties = feature.GetProperty("properties");
            string id = $"gem-{properties.GetProperty("id").GetString()}{Segment(properties)}", name = properties.GetProperty("name").GetString()!;
            ILookup<bool, IReadOnlyList<GeoPoint>> parts = Joined(Lines(feature)).ToLookup(l => l.Count >= LeastPoints && LengthOf(l).Value >= LeastKm);
            lines.AddRange(parts[true].Select((line, part) => new Corridor($"{id}-{part + 1}", name, LineThinning.Thin(line, Tolerance), LengthOf(line), null, GemSource)));
            if (parts[false].Any())
            {
                string km = parts[false].Select(LengthOf).Sum().Value.ToString("0", CultureInfo.InvariantCulture);
                doubts.Add(new Doubt("rights_of_way", id, "sketch", $"{name}: {parts[false].Count()} parts, {km} km in all, have fewer than {LeastPoints} points or {LeastKm} km.", "These parts are left out."));
            }
        }

        return [.. lines.GroupBy(l => l.Id).SelectMany(g => g.Select((l, i) => i == 0 ? l : l with { Id = $"{l.Id}.{i + 1}" })).OrderBy(l => l.Id, StringComparer.Ordinal)];
    }

    // Parts that meet end to end become one line; longest first, then by place, so that the order does not hang on the merger's.
    private static IEnumerable<IReadOnlyList<GeoPoint>> Joined(IEnumerable<IReadOnlyList<GeoPoint>> parts)
    {
        LineMerger merger = new();
        merger.Add(parts.Where(p => p.Distinct().Count() > 1).Select(p => new LineString([.. p.Select(q => new Coordinate(q.Longitude, q.Latitude))])));
        return merger.GetMergedLineStrings()
            .Select(line => (IReadOnlyList<GeoPoint>)[.. line.Coordinates.Select(c => new GeoPoint(c.X, c.Y))])
            .OrderByDescending(l => l.Count).ThenBy(l => l[0].Longitude).ThenBy(l => l[0].Latitude).ThenBy(l => l[^1].Longitude).ThenBy(l => l[^1].Latitude);
    }

    private static Corridor Co2Line(string id, GeoPoint[] points, RawRow? named, List<Doubt> doubts)
    {
        const string source = "NETL digitisation of PHMSA NPMS, existing US CO2 pipelines";
        if (named is null)
        {
            return new Corridor($"co2-{id}", $"CO2 pipeline {id}", LineThinning.Thin(points, Tolerance / 2), LengthOf(points), null, source + "; operator and capacity unknown");
        }

        double capacity = named.Number("capacity_mt_per_year")!.Value;
        doubts.Add(new Doubt(
            "existing_pipelines", $"co2-{id}", "matched-by-route", $"Taken as {named.Text("name")}: {named.Text("reason")}.", $"Capacity {capacity:0.#} Mt/y; what natural CO2 leaves free is unknown."));
        return new Corridor(
            $"co2-{id}", named.Text("name")!, LineThinning.Thin(points, Tolerance / 2), LengthOf(points), TonnesPerYear.FromMegatonnes(capacity), $"{source}; {named.Text("reason")}");
    }

    private static string Segment(JsonElement properties) =>
        properties.TryGetProperty("segment", out JsonElement segment) && segment.GetString() is { Length: > 0 } name ? $"-{name.Replace(' ', '-')}" : string.Empty;

    private static Kilometres LengthOf(IReadOnlyList<GeoPoint> line) => line.Zip(line.Skip(1), (a, b) => a.DistanceTo(b)).Sum();

    private static IEnumerable<JsonElement> Features(byte[] json) => [.. JsonDocument.Parse(json).RootElement.GetProperty("features").EnumerateArray()];

    private static IEnumerable<IReadOnlyList<GeoPoint>> Lines(JsonElement feature)
    {
        JsonElement geometry = feature.GetProperty("geometry"), coordinates = geometry.GetProperty("coordinates");
        IEnumerable<JsonElement> lines = geometry.GetProperty("type").GetString() == "LineString" ? [coordinates] : coordinates.EnumerateArray();
        return lines.Select(line => (IReadOnlyList<GeoPoint>)[.. line.EnumerateArray().Select(p => new GeoPoint(p[0].GetDouble(), p[1].GetDouble()))]);
    }
}
