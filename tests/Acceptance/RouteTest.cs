using System.Text.Json.Nodes;

namespace Trunkline.Tests.Acceptance;

/// <summary>The route commands as a person runs them.</summary>
public sealed class RouteTest
{
    [Fact]
    public void A_way_is_found_drawn_and_described()
    {
        using var scratch = new ScratchFolder();
        Ended way = Trunk.Run(scratch.Path, "route", "path", "-97.5,35.5", "-90.1,32.3", "--png", "way.png", "--out", "way.geojson", "--json");
        Assert.Equal(0, way.Code);
        // The great circle between the two places is 761 km.
        Assert.InRange((double)way.Json["km"]!, 750, 950);
        Assert.Equal("40109", (string?)way.Json["counties"]![0]);
        Assert.True((double)way.Json["people"]![0]!["people"]! < (double)way.Json["people"]![1]!["people"]!);
        Assert.Equal([0x89, 0x50, 0x4E, 0x47], File.ReadAllBytes(scratch.At("way.png"))[..4]);
        Assert.Equal(3, JsonNode.Parse(File.ReadAllText(scratch.At("way.geojson")))!["features"]!.AsArray().Count);
    }

    [Fact]
    public void A_place_in_the_sea_is_refused_with_the_nearest_usable_cell()
    {
        using var scratch = new ScratchFolder();
        Ended refused = Trunk.Run(scratch.Path, "route", "path", "-97.5,35.5", "-88,29", "--out", "way.geojson", "--json");
        Assert.Equal(2, refused.Code);
        string what = (string)refused.Json["problems"]![0]!["what"]!;
        Assert.Contains("no data", what, StringComparison.Ordinal);
        Assert.Contains("km away", what, StringComparison.Ordinal);
        Assert.False(File.Exists(scratch.At("way.geojson")));
    }

    [Fact]
    public void The_same_candidates_are_the_same_bytes_in_files_that_map_programs_open()
    {
        using var scratch = new ScratchFolder();
        string study = Path.Combine(Trunk.Root, "data", "studies", "07-north-dakota");
        Ended first = Trunk.Run(scratch.Path, "route", "candidates", "--study", study, "--out", "a.geojson", "--json");
        Assert.Equal((0, 0), (first.Code, (int)first.Json["unhosted"]!));
        Assert.Equal(0, Trunk.Run(scratch.Path, "route", "candidates", "--study", study, "--out", "b.geojson").Code);
        Assert.Equal(File.ReadAllBytes(scratch.At("a.geojson")), File.ReadAllBytes(scratch.At("b.geojson")));
        Assert.Equal(0, Trunk.Run(scratch.Path, "route", "candidates", "--study", study, "--style", "trunks", "--out", "net.gpkg").Code);
        Assert.Equal("SQLite format 3\0"u8.ToArray(), File.ReadAllBytes(scratch.At("net.gpkg"))[..16]);
        Assert.Equal(0, Trunk.Run(scratch.Path, "route", "candidates", "--study", study, "--out", "tables").Code);
        Assert.True(File.Exists(Path.Combine(scratch.At("tables"), "edges.csv")));
        Assert.Equal(0, Trunk.Run(scratch.Path, "route", "candidates", "--study", study, "--simccs", "--out", "simccs").Code);
        Assert.True(File.Exists(Path.Combine(scratch.At("simccs"), "BaseData", "CostNetwork", "Construction Costs.txt")));
    }

    [Fact]
    public void A_surface_is_built_described_and_converted()
    {
        using var scratch = new ScratchFolder();
        File.WriteAllText(scratch.At("slope.asc"), "ncols 3\nnrows 2\nxllcorner 0\nyllcorner 1000000\ncellsize 1000\nNODATA_value -9999\n0 10 20\n0 10 -9999\n");
        File.WriteAllText(scratch.At("recipe.json"), """{ "grid": { "like": "slope.asc", "crs": "EPSG:5070" }, "base": 1, "layers": [ { "name": "slope", "file": "slope.asc", "crs": "EPSG:5070", "kind": "linear", "weight": 0.1 } ] }""");
        Ended built = Trunk.Run(scratch.Path, "route", "surface", "build", "recipe.json", "--out", "surface.tif");
        Assert.Equal(0, built.Code);
        Ended info = Trunk.Run(scratch.Path, "route", "surface", "info", "surface.tif", "--json");
        Assert.Equal((5, 1, 1.0, 3.0), ((int)info.Json["passable"]!, (int)info.Json["noData"]!, (double)info.Json["quantiles"]![0]!, (double)info.Json["quantiles"]![4]!));
        Assert.Equal(0, Trunk.Run(scratch.Path, "route", "surface", "import", "surface.tif", "--out", "Construction Costs.txt").Code);
        Assert.Equal(2, Trunk.Run(scratch.Path, "route", "surface", "info", "slope.asc", "--json").Code);
    }
}
