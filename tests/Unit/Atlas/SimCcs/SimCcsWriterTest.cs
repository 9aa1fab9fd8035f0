using System.Text.Json.Nodes;
using NetTopologySuite.Features;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO.Esri;
using Trunkline.Atlas.SimCcs;

namespace Trunkline.Tests.Unit.Atlas.SimCcs;

/// <summary>What is written is read again as it was: by our reader, and by other libraries' readers where the form is not ours.</summary>
public sealed class SimCcsWriterTest
{
    private static readonly SimCcsResult Result = new(
        30, 0.1, null, 4, 118.26, 95, 1.26, 22,
        [new("Alpha, north", 4, 95)], [new("Zeta", 4, 22)],
        [new(12, 24, 4, 0.36, 111), new(24, 29, 4, 0.9, 222), new(32, 24, 0.5, 0.33, 100)]);

    public static TheoryData<string, string> Edits => new()
    {
        { "", "" },
        { "Sinks.csv", TinyScenario.Sinks.Replace("300,,60", "300,8,60", StringComparison.Ordinal) },
        { "Linear.txt", "ID\tSLOPE\tINTERCEPT\tROWSLOPE\tROWINTERCEPT\n1\t0.2\t1\t0.02\t0.5\n2\t0.1\t1.5\t0.01\t0.6\n" },
        { "Sources.csv", TinyScenario.Sources.Replace("Beta", "\"M \"\"B\"\", 东\"", StringComparison.Ordinal) },
    };

    [Theory]
    [MemberData(nameof(Edits))]
    public void A_scenario_written_is_the_same_scenario(string file, string text) =>
        AssertSurvives(file.Length == 0 ? TinyScenario.Read() : TinyScenario.Read((file, text)));

    [Fact]
    public void The_southeast_written_is_the_same_scenario_with_its_grid_known() =>
        AssertSurvives(SimCcsReader.Read(TinyScenario.SoutheastOrSkip()).OrThrow());

    [Fact]
    public void Shapefiles_are_read_by_another_library()
    {
        string folder = Path.Combine(Datasets.NewFolder(), "shapeFiles");
        SimCcsScenario scenario = TinyScenario.Read();
        SimCcsLayers.WriteShapefiles(scenario, Result, folder);
        IFeature source = Assert.Single(Shapefile.ReadAllFeatures(Path.Combine(folder, "Sources.shp")));
        Assert.Equal(new Coordinate(-99.25, 32.25), source.Geometry.Coordinate);
        Assert.Equal(["Id", "X", "Y", "CO2Cptrd", "MxSpply", "PieWdge", "GensUsed", "MaxGens", "ActlCst", "TtlCst", "Name", "Cell#"], source.Attributes.GetNames());
        Assert.Equal((4.0, 0.0), (Convert.ToDouble(source.Attributes["CO2Cptrd"]), Convert.ToDouble(source.Attributes["PieWdge"])));
        IFeature sink = Assert.Single(Shapefile.ReadAllFeatures(Path.Combine(folder, "Sinks.shp")));
        Assert.Equal((10.0, 6.0), (Convert.ToDouble(sink.Attributes["MxStrg"]), Convert.ToDouble(sink.Attributes["PieWdge"])));
        Feature[] pipes = Shapefile.ReadAllFeatures(Path.Combine(folder, "Network.shp"));
        Assert.Equal([4, 4, 0.5], pipes.Select(p => Convert.ToDouble(p.Attributes["Flow"])));
        Assert.Equal([3, 6, 3], pipes.Select(p => p.Geometry.NumPoints));
        Assert.Equal(scenario.Grid.CentreOf(32).Latitude, pipes[2].Geometry.Coordinates[0].Y, 12);
    }

    [Fact]
    public void Projections_are_plain_text()
    {
        string folder = Datasets.NewFolder();
        SimCcsLayers.WriteShapefiles(TinyScenario.Read(), Result, folder);
        Assert.All(new[] { "Sources", "Sinks", "Network" }, name => Assert.Equal((byte)'G', File.ReadAllBytes(Path.Combine(folder, name + ".prj"))[0]));
    }

    [Fact]
    public void The_map_layer_has_every_terminal_and_pipe_in_use()
    {
        JsonArray features = JsonNode.Parse(SimCcsLayers.GeoJson(TinyScenario.Read(), Result))!["features"]!.AsArray();
        Assert.Equal(["source", "sink", "pipe", "pipe", "pipe"], features.Select(f => (string?)f!["properties"]!["kind"]));
        Assert.Equal(6, features[3]!["geometry"]!["coordinates"]!.AsArray().Count);
        Assert.Equal(SimCcsLayers.GeoJson(TinyScenario.Read(), Result), SimCcsLayers.GeoJson(TinyScenario.Read(), Result));
    }

    private static readonly int[] NoRoute = [];

    private static void AssertSurvives(SimCcsScenario scenario)
    {
        string folder = Path.Combine(Datasets.NewFolder(), "written");
        SimCcsWriter.Write(scenario, folder);
        SimCcsScenario read = SimCcsReader.Read(folder).OrThrow();
        Assert.Equal(scenario.Sources, read.Sources);
        Assert.Equal(scenario.Sinks, read.Sinks);
        Assert.Equal(scenario.Trends, read.Trends);
        Assert.Equal(scenario.Grid, read.Grid);
        Assert.Equal(scenario.Network.Vertices, read.Network.Vertices);
        Assert.All(scenario.Network.Edges.Zip(read.Network.Edges), e =>
        {
            Assert.Equal(e.First with { Route = NoRoute }, e.Second with { Route = NoRoute });
            Assert.Equal(e.First.Route, e.Second.Route);
        });
    }
}
