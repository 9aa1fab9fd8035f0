using System.Text.Encodings.Web;
using System.Text.Json;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO.Esri;
using NetTopologySuite.IO.Esri.Dbf.Fields;
using NetTopologySuite.IO.Esri.Shapefiles.Writers;
using Trunkline.Domain;

namespace Trunkline.Atlas.SimCcs;

/// <summary>Writes a result as maps: the three shapefiles that SimCCS writes, with its field names, and one GeoJSON file.</summary>
public static class SimCcsLayers
{
    // The coordinate system that SimCCS states: geographic, North American Datum of 1983.
    private const string Nad83 =
        "GEOGCS[\"GCS_North_American_1983\",DATUM[\"D_North_American_1983\",SPHEROID[\"GRS_1980\",6378137.0,298.257222101]],"
        + "PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]]";

    // SimCCS gives numbers ten characters, too few for a longitude west of 100 degrees.
    private const int NumberWidth = 16;
    private const int Decimals = 6;
    private const int LongestId = 64;

    /// <summary>Writes Sources, Sinks and Network with .shp, .shx, .dbf and .prj into a folder, which is made where it is missing.</summary>
    public static void WriteShapefiles(SimCcsScenario scenario, SimCcsResult result, string folder)
    {
        Directory.CreateDirectory(folder);
        WritePoints(Path.Combine(folder, "Sources"), scenario.Grid, ["CO2Cptrd", "MxSpply", "PieWdge", "GensUsed", "MaxGens", "ActlCst", "TtlCst"], Sources(scenario, result));
        WritePoints(Path.Combine(folder, "Sinks"), scenario.Grid, ["CO2Strd", "MxStrg", "PieWdge", "WllsUsed", "MxWlls", "ActCst", "TtlCst"], Sinks(scenario, result));
        WriteNetwork(Path.Combine(folder, "Network"), scenario, result);
    }

    /// <summary>Sources, sinks and pipes in use as one RFC 7946 feature collection; the same result gives the same bytes.</summary>
    public static byte[] GeoJson(SimCcsScenario scenario, SimCcsResult result)
    {
        using MemoryStream bytes = new();
        using (Utf8JsonWriter json = new(bytes, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("type", "FeatureCollection");
            json.WriteStartArray("features");
            Sources(scenario, result).ForEach(s => WritePoint(json, "source", s, scenario.Grid));
            Sinks(scenario, result).ForEach(s => WritePoint(json, "sink", s, scenario.Grid));
            result.Edges.ToList().ForEach(e => WriteLine(json, e, scenario));
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return bytes.ToArray();
    }

    private sealed record Terminal(string Name, int Cell, double Amount, double Most, double Cost);

    private static List<Terminal> Sources(SimCcsScenario scenario, SimCcsResult result) =>
        [.. result.Sources.Join(scenario.Sources, r => r.Name, s => s.Name, (r, s) => new Terminal(s.Name, s.Cell, r.AmountMtPerYear, s.MostMtPerYear, r.Cost))];

    private static List<Terminal> Sinks(SimCcsScenario scenario, SimCcsResult result) =>
        [.. result.Sinks.Join(scenario.Sinks, r => r.Name, s => s.Name, (r, s) => new Terminal(s.Name, s.Cell, r.AmountMtPerYear, s.CapacityMt / result.Years, r.Cost))];

    private static void WritePoints(string path, SimCcsGrid grid, string[] numbers, List<Terminal> terminals)
    {
        DbfField[] fields =
            [new DbfCharacterField("Id", LongestId), Number("X"), Number("Y"), .. numbers.Select(Number), new DbfCharacterField("Name", LongestId), Number("Cell#")];
        using var writer = new ShapefilePointWriter(path + ".shp", Options(ShapeType.Point, fields));
        foreach (Terminal t in terminals)
        {
            GeoPoint place = grid.CentreOf(t.Cell);
            object[] values =
                [Short(t.Name), place.Longitude, place.Latitude, t.Amount, t.Most, Math.Max(0, t.Most - t.Amount), 0.0, 0.0, t.Cost, t.Cost, Short(t.Name), (double)t.Cell];
            Set(fields, values);
            writer.Geometry = new Point(place.Longitude, place.Latitude);
            writer.Write();
        }

        WriteProjection(path);
    }

    private static void WriteNetwork(string path, SimCcsScenario scenario, SimCcsResult result)
    {
        DbfField[] fields =
        [
            new DbfCharacterField("Id", LongestId),
            .. new[] { "CapID", "CapValue", "Flow", "Cost", "LengKM", "LengROW", "LengCONS", "Variable" }.Select(Number),
        ];
        using var writer = new ShapefilePolyLineWriter(path + ".shp", Options(ShapeType.PolyLine, fields));
        foreach (SimCcsResultEdge e in result.Edges)
        {
            Set(fields, [$"{e.From}-{e.To}", 0.0, 0.0, e.AmountMtPerYear, e.Cost, e.LengthKm, 0.0, 0.0, 0.0]);
            writer.Geometry = new MultiLineString([new LineString([.. Route(scenario, e).Select(p => new Coordinate(p.Longitude, p.Latitude))])]);
            writer.Write();
        }

        WriteProjection(path);
    }

    private static ShapefileWriterOptions Options(ShapeType shape, DbfField[] fields) => new(shape, fields) { Encoding = System.Text.Encoding.UTF8 };

    // Written here: the library begins the file with a byte order mark, which other tools take for part of the first word.
    private static void WriteProjection(string path) => File.WriteAllText(path + ".prj", Nad83);

    private static DbfField Number(string name) => new DbfNumericDoubleField(name, NumberWidth, Decimals);

    private static string Short(string name) => name.Length <= LongestId / 4 ? name : name[..(LongestId / 4)];

    private static void Set(DbfField[] fields, object[] values)
    {
        for (int i = 0; i < fields.Length; i++)
        {
            fields[i].Value = values[i];
        }
    }

    // Along the candidate edge, in the direction of the flow.
    private static IEnumerable<GeoPoint> Route(SimCcsScenario scenario, SimCcsResultEdge edge)
    {
        SimCcsEdge candidate = scenario.Network.Edges.First(c => (c.From, c.To) == (edge.From, edge.To) || (c.To, c.From) == (edge.From, edge.To));
        IEnumerable<int> cells = candidate.From == edge.From ? candidate.Route : candidate.Route.Reverse();
        return cells.Select(scenario.Grid.CentreOf);
    }

    private static void WritePoint(Utf8JsonWriter json, string kind, Terminal terminal, SimCcsGrid grid)
    {
        Start(json, kind);
        json.WriteString("name", terminal.Name);
        json.WriteNumber("mtPerYear", terminal.Amount);
        json.WriteNumber("mostMtPerYear", terminal.Most);
        json.WriteNumber("millionUsdPerYear", terminal.Cost);
        Geometry(json, "Point");
        Place(json, grid.CentreOf(terminal.Cell));
        End(json);
    }

    private static void WriteLine(Utf8JsonWriter json, SimCcsResultEdge edge, SimCcsScenario scenario)
    {
        Start(json, "pipe");
        json.WriteNumber("fromCell", edge.From);
        json.WriteNumber("toCell", edge.To);
        json.WriteNumber("mtPerYear", edge.AmountMtPerYear);
        json.WriteNumber("millionUsdPerYear", edge.Cost);
        json.WriteNumber("km", edge.LengthKm);
        Geometry(json, "LineString");
        json.WriteStartArray();
        foreach (GeoPoint place in Route(scenario, edge))
        {
            Place(json, place);
        }

        json.WriteEndArray();
        End(json);
    }

    private static void Start(Utf8JsonWriter json, string kind)
    {
        json.WriteStartObject();
        json.WriteString("type", "Feature");
        json.WriteStartObject("properties");
        json.WriteString("kind", kind);
    }

    private static void Geometry(Utf8JsonWriter json, string type)
    {
        json.WriteEndObject();
        json.WriteStartObject("geometry");
        json.WriteString("type", type);
        json.WritePropertyName("coordinates");
    }

    private static void End(Utf8JsonWriter json)
    {
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Place(Utf8JsonWriter json, GeoPoint place)
    {
        json.WriteStartArray();
        json.WriteNumberValue(place.Longitude);
        json.WriteNumberValue(place.Latitude);
        json.WriteEndArray();
    }
}
