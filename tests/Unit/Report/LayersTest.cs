using System.Text.Json;
using Microsoft.Data.Sqlite;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;
using Trunkline.Domain;
using Trunkline.Planner;
using Trunkline.Report;

namespace Trunkline.Tests.Unit.Report;

public sealed class LayersTest : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("trunkline-layers-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_geopackage_opens_and_holds_every_row_of_every_layer()
    {
        Plan plan = SamplePlans.National(120, 150);
        IReadOnlyList<Layer> layers = Layer.All(plan);
        using SqliteConnection database = Opened(Written("a.gpkg", plan));
        Assert.Equal(0x47504B47L, Scalar(database, "PRAGMA application_id"));
        Assert.Equal("ok", Scalar(database, "PRAGMA integrity_check"));
        Assert.Equal(0L, Scalar(database, "SELECT count(*) FROM pragma_foreign_key_check"));
        Assert.Equal(3L, Scalar(database, "SELECT count(*) FROM gpkg_spatial_ref_sys WHERE srs_id IN (-1, 0, 4326)"));
        Assert.Equal("2026-03-01T00:00:00.000Z", Scalar(database, "SELECT DISTINCT last_change FROM gpkg_contents"));
        Assert.Equal(["captures", "pipelines", "storage", "injection_points"], layers.Select(layer => layer.Table.Name));
        Assert.Equal([120, 150, 16, 32], layers.Select(layer => layer.Shapes.Count));
        foreach (Layer layer in layers)
        {
            Assert.Equal((long)layer.Shapes.Count, Scalar(database, $"SELECT count(*) FROM {layer.Table.Name}"));
            Assert.Equal(layer.GeometryType, Scalar(database, $"SELECT geometry_type_name FROM gpkg_geometry_columns WHERE table_name = '{layer.Table.Name}'"));
            byte[] blob = Assert.IsType<byte[]>(Scalar(database, $"SELECT geom FROM {layer.Table.Name} WHERE fid = 1"));
            Geometry shape = new GeoPackageGeoReader().Read(blob);
            Assert.True(shape.EqualsExact(layer.Shapes[0]));
            // Bytes 4 to 7 of a GeoPackage blob are its reference system.
            Assert.Equal(4326, BitConverter.ToInt32(blob, 4));
        }
    }

    [Fact]
    public void Shapes_in_a_geopackage_have_neither_height_nor_measure()
    {
        Plan plan = SamplePlans.National(3, 4);
        using SqliteConnection database = Opened(Written("a.gpkg", plan));
        foreach (Layer layer in Layer.All(plan))
        {
            byte[] blob = Assert.IsType<byte[]>(Scalar(database, $"SELECT geom FROM {layer.Table.Name} WHERE fid = 1"));
            // OGC 12-128r18, 2.1.3: three bits of the flags say whether no envelope follows the eight bytes of the header, or one of 4, 6, 6 or 8 doubles.
            int envelope = ((blob[3] >> 1) & 7) switch { 0 => 0, 1 => 4, 2 or 3 => 6, _ => 8 };
            Assert.InRange(envelope, 0, 4);
            // Well-known binary: byte order, then the kind of shape; a thousand more would be height, two thousand a measure.
            int kind = BitConverter.ToInt32(blob, 8 + (envelope * sizeof(double)) + 1);
            Assert.Equal(layer.GeometryType switch { "POINT" => 1, "LINESTRING" => 2, _ => 3 }, kind);
            Assert.All(new GeoPackageGeoReader().Read(blob).Coordinates, at => Assert.True(double.IsNaN(at.Z) && double.IsNaN(at.M)));
        }
    }

    [Fact]
    public void The_same_plan_gives_the_same_geopackage() =>
        Assert.Equal(File.ReadAllBytes(Written("a.gpkg", SamplePlans.Small)), File.ReadAllBytes(Written("b.gpkg", SamplePlans.Small)));

    [Fact]
    public void Geojson_says_the_same_as_the_table()
    {
        foreach (Layer layer in Layer.All(SamplePlans.Small))
        {
            using JsonDocument json = JsonDocument.Parse(GeoJsonText.Of(layer));
            JsonElement[] features = [.. json.RootElement.GetProperty("features").EnumerateArray()];
            Assert.Equal(layer.Table.Rows.Count, features.Length);
            Assert.Equal(
                layer.Table.Columns.Select(column => column.Name), features[0].GetProperty("properties").EnumerateObject().Select(member => member.Name));
        }
    }

    [Fact]
    public void A_formation_is_a_circle_of_its_own_area()
    {
        // A degree of latitude is 111.195 km on the mean sphere; at 40 north a degree of longitude is cos 40 of that.
        Polygon circle = Layer.Circle(new GeoPoint(-90, 40), 66.7558);
        double squareKm = circle.Area * 111.195 * 111.195 * Math.Cos(40 * Math.PI / 180);
        Assert.InRange(squareKm / 14000, 0.995, 1.005);
        Assert.True(circle.IsValid);
        Assert.True(NetTopologySuite.Algorithm.Orientation.IsCCW(circle.Shell.CoordinateSequence));
    }

    private string Written(string name, Plan plan)
    {
        string path = Path.Combine(_folder, name);
        GeoPackageFile.Write(path, Layer.All(plan), plan.Study.PolicyAsOf);
        return path;
    }

    private static SqliteConnection Opened(string path)
    {
        SqliteConnection database = new(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, Mode = SqliteOpenMode.ReadOnly }.ToString());
        database.Open();
        return database;
    }

    private static object? Scalar(SqliteConnection database, string sql)
    {
        using SqliteCommand command = database.CreateCommand();
#pragma warning disable CA2100 // The names come from this test.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command.ExecuteScalar();
    }
}
