using System.Globalization;
using Trunkline.Atlas;
using Trunkline.Domain;

namespace Trunkline.Tests.Unit.Atlas;

public sealed class SurfaceBuilderTest
{
    private readonly string _folder = Datasets.NewFolder();

    private static readonly CostSurface Grid = Surfaces.Flat(2, 3);

    private static RecipeGrid Frame => new(Crs: "ESRI:102008", Left: Grid.Left, Top: Grid.Top, CellSize: 10_000, Columns: 3, Rows: 2);

    [Fact]
    public void Layers_add_and_multiply_as_worked_by_hand()
    {
        Raster("slope.asc", "0 2 4\n0 2 -9999");
        Raster("cover.asc", "11 41 41\n11 41 41");
        Lines("river.geojson", "LineString", Place(0, 0), Place(0, 1));
        Lines("pipe.geojson", "LineString", Place(1, 0), Place(1, 1));
        CostSurface built = Build(
            new RecipeLayer("slope", "slope.asc", LayerKind.Curve, Points: [[0, 0], [4, 2]]),
            new RecipeLayer("cover", "cover.asc", LayerKind.Classes, Classes: new Dictionary<string, double> { ["11"] = 5, ["41"] = 0.25 }),
            new RecipeLayer("rivers", "river.geojson", LayerKind.Crossing, 0.5),
            new RecipeLayer("pipelines", "pipe.geojson", LayerKind.Corridor, 0.5)).OrThrow();
        // Base 1; slope 0, 1, 2; class 5 or 0.25; the river passes the first two cells of the upper row, the pipe those of the lower one.
        Assert.Equal([6.5f, 2.75f, 3.25f, 3, 1.125f, float.NaN], built.Multiplier);
    }

    [Fact]
    public void Masks_close_cells()
    {
        Lines("park.geojson", "Polygon", Corner(0, 1), Corner(0, 2), Corner(1, 2), Corner(1, 1), Corner(0, 1));
        Raster("mask.asc", "0 0 0\n7 0 -9999");
        CostSurface built = Build(new RecipeLayer("park", "park.geojson", LayerKind.NoGo), new RecipeLayer("mask", "mask.asc", LayerKind.NoGo)).OrThrow();
        Assert.Equal([1, CostSurface.NoGo, 1, CostSurface.NoGo, 1, 1], built.Multiplier);
    }

    [Fact]
    public void Heights_make_steps_dearer_uphill()
    {
        Raster("height.asc", "0 500 0\n0 0 0");
        CostSurface built = SurfaceBuilder.Build(new SurfaceRecipe(Frame, 1, [], new RecipeClimb("height.asc", 8, 3, "ESRI:102008")), _folder, cancellation: TestContext.Current.CancellationToken).OrThrow();
        var terrain = new TerrainCost(new SurfaceGrid(built), [], 1);
        // 500 m over the ground length of one step: at 10 km a grade of 0.05.
        double grade = 0.5 / terrain.StepLength(0, 4);
        Assert.Equal(1 + (8 * grade), terrain.StepCost(0, 4) / terrain.StepLength(0, 4), 1e-6);
        Assert.Equal(1 + (3 * grade), terrain.StepCost(1, 3) / terrain.StepLength(1, 3), 1e-6);
    }

    [Fact]
    public void A_finer_raster_is_averaged_and_of_classes_the_dearest_counts()
    {
        string head = $"ncols 6\nnrows 4\nxllcorner {Grid.Left}\nyllcorner {Grid.Top - 20_000}\ncellsize 5000\nNODATA_value -9999\n";
        File.WriteAllText(Path.Combine(_folder, "fine.asc"), head + string.Join('\n', Enumerable.Repeat("1 3 2 2 2 2", 4)));
        var layer = new RecipeLayer("fine", "fine.asc", LayerKind.Linear, 1, Crs: "ESRI:102008");
        Assert.Equal(3, Build(layer).OrThrow().Multiplier[0]);
        Assert.Equal(8, Build(layer with { Kind = LayerKind.Classes, Classes = new Dictionary<string, double> { ["1"] = 0, ["2"] = 0, ["3"] = 7 } }).OrThrow().Multiplier[0]);
    }

    [Fact]
    public void Everything_wrong_is_told_at_once()
    {
        Raster("cover.asc", "11 41 90\n11 41 41");
        IReadOnlyList<Problem> problems = Build(
            new RecipeLayer("missing", "absent.asc", LayerKind.Linear, 1),
            new RecipeLayer("no weight", "cover.asc", LayerKind.Linear),
            new RecipeLayer("unlisted", "cover.asc", LayerKind.Classes, Crs: "ESRI:102008", Classes: new Dictionary<string, double> { ["11"] = 1, ["41"] = 1 }),
            new RecipeLayer("factor", "absent.geojson", LayerKind.Corridor, 2)).Problems;
        Assert.Equal(4, problems.Count);
        Assert.Contains("row 0, column 2", problems[2].What, StringComparison.Ordinal);
    }

    [Fact]
    public void A_recipe_is_read_strictly()
    {
        string path = Path.Combine(_folder, "recipe.json");
        File.WriteAllText(path, """{ "grid": { "like": "a.tif" }, "base": 1, "layers": [ { "name": "s", "file": "s.tif", "kind": "linear", "weigth": 2 } ] }""");
        Assert.Contains("weigth", SurfaceRecipe.Read(path).Problems[0].What, StringComparison.Ordinal);
    }

    private Checked<CostSurface> Build(params RecipeLayer[] layers) => SurfaceBuilder.Build(new SurfaceRecipe(Frame, 1, [.. layers.Select(l => l.Crs is null ? l with { Crs = l.File.EndsWith("asc", StringComparison.Ordinal) ? "ESRI:102008" : null } : l)]), _folder);

    private void Raster(string file, string cells) => File.WriteAllText(
        Path.Combine(_folder, file), $"ncols 3\nnrows 2\nxllcorner {Grid.Left}\nyllcorner {Grid.Top - 20_000}\ncellsize 10000\nNODATA_value -9999\n{cells}\n");

    private void Lines(string file, string type, params GeoPoint[] places)
    {
        string pairs = string.Join(',', places.Select(p => string.Create(CultureInfo.InvariantCulture, $"[{p.Longitude:R},{p.Latitude:R}]")));
        string coordinates = type == "Polygon" ? $"[[{pairs}]]" : $"[{pairs}]";
        File.WriteAllText(
            Path.Combine(_folder, file),
            "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{},\"geometry\":{\"type\":\"" + type + "\",\"coordinates\":" + coordinates + "}}]}");
    }

    private static GeoPoint Place(int row, int column) => Surfaces.Place(Grid, row, column);

    private static GeoPoint Corner(int row, int column) =>
        MapProjection.NorthAmericaAlbers.Unproject(new PlanePoint(Grid.Left + (column * 10_000), Grid.Top - (row * 10_000)));
}
