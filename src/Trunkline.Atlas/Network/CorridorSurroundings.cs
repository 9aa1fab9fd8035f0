using System.Text.Json;
using Trunkline.Domain;

namespace Trunkline.Atlas;

/// <summary>What corridors are held against: counties, people, lines that may be crossed. What is not at hand is null or not listed, and then nothing is said of it.</summary>
/// <param name="Counties">Outlines by FIPS code.</param>
/// <param name="People">People by cell, on any grid.</param>
/// <param name="Crossable">Lines by kind, for example rivers.</param>
public sealed record CorridorSurroundings(IReadOnlyList<CountyOutline>? Counties, Raster? People, IReadOnlyList<CrossableLines> Crossable)
{
    private const string PeopleFile = "people.asc";

    /// <summary>Nothing at hand.</summary>
    public static CorridorSurroundings None { get; } = new(null, null, []);

    /// <summary>What stands beside a dataset's tables; what is absent is null.</summary>
    public static Checked<CorridorSurroundings> Beside(Dataset dataset)
    {
        List<Problem> problems = [];
        string people = Path.Combine(dataset.Folder, PeopleFile);
        Raster? raster = null;
        if (File.Exists(people) && dataset.Surface is { } surface)
        {
            Checked<Raster> read = AsciiGridReader.Read(people, surface.Projection);
            problems.AddRange(read.Problems);
            raster = read.IsRight ? read.Value : null;
        }

        return Checked<CorridorSurroundings>.From(new CorridorSurroundings(dataset.CountyOutlines.Count > 0 ? dataset.CountyOutlines : null, raster, []), problems);
    }
}

/// <summary>Lines of one kind.</summary>
public sealed record CrossableLines(string Kind, IReadOnlyList<IReadOnlyList<GeoPoint>> Lines)
{
    /// <summary>The lines of a GeoJSON file.</summary>
    public static Checked<CrossableLines> Read(string kind, string path)
    {
        Checked<GeoJsonShapes> shapes = GeoJsonShapes.Read(path);
        return shapes.IsRight
            ? Checked<CrossableLines>.Right(new CrossableLines(kind, shapes.Value.Lines))
            : Checked<CrossableLines>.Wrong([.. shapes.Problems]);
    }
}

/// <summary>A county's outline: rings of islands and holes alike, told apart by the even-odd rule.</summary>
public sealed record CountyOutline(string Fips, string Name, IReadOnlyList<IReadOnlyList<GeoPoint>> Rings)
{
    private const string File = "county_outlines.geojson";

    /// <summary>The outlines beside a dataset's tables; none where there is no file.</summary>
    internal static IReadOnlyList<CountyOutline> Beside(string folder, List<Problem> problems) =>
        Path.Combine(folder, File) is var path && System.IO.File.Exists(path) ? Read(path, problems) : [];

    /// <summary>The outlines of a GeoJSON file with <c>id</c> and <c>name</c>.</summary>
    internal static IReadOnlyList<CountyOutline> Read(string path, List<Problem> problems)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(System.IO.File.ReadAllBytes(path));
            return
            [
                .. from feature in document.RootElement.GetProperty("features").EnumerateArray()
                   let properties = feature.GetProperty("properties")
                   let parts = feature.GetProperty("geometry").GetProperty("coordinates")
                   select new CountyOutline(properties.GetProperty("id").GetString()!, properties.GetProperty("name").GetString()!, [.. RingsOf(parts)]),
            ];
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or IndexOutOfRangeException or FormatException)
        {
            problems.Add(new Problem(path, $"This is no collection of county outlines: {e.Message}", "Write MultiPolygons with id and name, or remove the file."));
            return [];
        }
    }

    private static IEnumerable<IReadOnlyList<GeoPoint>> RingsOf(JsonElement parts) =>
        parts.EnumerateArray().SelectMany(part => part.EnumerateArray())
            .Select(ring => (IReadOnlyList<GeoPoint>)[.. ring.EnumerateArray().Select(p => new GeoPoint(p[0].GetDouble(), p[1].GetDouble()))]);
}
