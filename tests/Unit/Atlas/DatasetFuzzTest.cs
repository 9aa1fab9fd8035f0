using Trunkline.Atlas;
using Trunkline.Domain;
using Trunkline.Pillars;
using Trunkline.Planner;

namespace Trunkline.Tests.Unit.Atlas;

/// <summary>A spoilt file of a dataset, of each kind that one may hold, and of what stands beside a study: told, never thrown.</summary>
[Collection(nameof(Alone))]
public sealed class DatasetFuzzTest
{
    private const int RowsOfEach = 4;

    private const string Lines =
        """
        {"type":"FeatureCollection","features":[
        {"type":"Feature","properties":{"id":"co2-1","name":"Line 1","length_km":70.2,"capacity_t_per_year":1000000,"source":"Chosen for this test"},"geometry":{"type":"LineString","coordinates":[[-108.882,40.099],[-109.085,40.208],[-109.134,40.271]]}}
        ]}
        """;

    private const string Outlines =
        """
        {"type":"FeatureCollection","features":[
        {"type":"Feature","properties":{"id":"01001","name":"Autauga"},"geometry":{"type":"MultiPolygon","coordinates":[[[[-86.917,32.664],[-86.712,32.661],[-86.716,32.706],[-86.917,32.664]]]]}}
        ]}
        """;

    private const string Surface = "ncols 3\nnrows 2\nxllcorner 100\nyllcorner 200\ncellsize 50\nNODATA_value -9999\n1 2.5 -1\n4 -9999 6\n";

    private static string Studies => Path.Combine(Datasets.Us, "..", "studies");

    [Fact]
    public void A_spoilt_dataset_is_told()
    {
        string folder = Whole();
        Assert.Empty(DatasetReader.Read(folder).Problems);
        SpoiltFiles.TellInFolder(folder, f => DatasetReader.Read(f).Problems);
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData("lines")]
    [InlineData("outlines")]
    public void Spoilt_lines_and_areas_are_told(string what) => SpoiltFiles.Tell(Bytes(what == "lines" ? Lines : Outlines), $"{what}.geojson", file => GeoJsonShapes.Read(file).Problems);

    [Fact]
    public void A_spoilt_recipe_of_a_surface_is_told() => SpoiltFiles.Tell(
        Bytes("""{ "grid": { "crs": "EPSG:5070", "left": 0, "top": 100, "cellSize": 10, "columns": 10, "rows": 10 }, "base": 1, "layers": [ { "name": "slope", "file": "slope.tif", "kind": "curve", "points": [ [ 0, 0 ], [ 10, 0.5 ] ] }, { "name": "land", "file": "land.tif", "kind": "classes", "classes": { "1": 0.2 } } ], "climb": { "file": "heights.tif", "uphill": 1, "downhill": 0.5 } }"""),
        "recipe.json",
        file => SurfaceRecipe.Read(file).Problems);

    [Fact]
    public void A_spoilt_question_of_funding_is_told() => SpoiltFiles.Tell(
        File.ReadAllBytes(Path.Combine(Studies, "20-fund-what-pays", "funding.json")), "funding.json", file => FundingReader.Parse(File.ReadAllText(file), file, 2).Problems);

    private static byte[] Bytes(string text) => System.Text.Encoding.UTF8.GetBytes(text);

    /// <summary>A small dataset with each table and file that there may be.</summary>
    private static string Whole()
    {
        string folder = Datasets.NewFolder();
        foreach (string table in DatasetSchema.Files.Where(f => f.EndsWith(".csv", StringComparison.Ordinal)))
        {
            string own = Path.Combine(Studies, "02-two-sources-one-trunk", table), nation = Path.Combine(Datasets.Us, table);
            if (File.Exists(own))
            {
                File.Copy(own, Path.Combine(folder, table));
            }
            else if (File.Exists(nation))
            {
                File.WriteAllLines(Path.Combine(folder, table), File.ReadLines(nation).Take(RowsOfEach));
            }
        }

        File.Copy(Path.Combine(Studies, "02-two-sources-one-trunk", DatasetSchema.DescriptionFile), Path.Combine(folder, DatasetSchema.DescriptionFile));
        File.Copy(Path.Combine(Datasets.Us, "notes.json"), Path.Combine(folder, "notes.json"));
        File.WriteAllText(Path.Combine(folder, DatasetSchema.ExistingPipelinesFile), Lines);
        File.WriteAllText(Path.Combine(folder, DatasetSchema.RightsOfWayFile), Lines);
        File.WriteAllText(Path.Combine(folder, DatasetSchema.SurfaceFile), Surface);
        File.WriteAllText(Path.Combine(folder, "county_outlines.geojson"), Outlines);
        return folder;
    }
}
