using System.Text.Json;
using System.Text.Json.Serialization;
using Trunkline.Domain;

namespace Trunkline.Atlas;

/// <summary>What a surface is built from: a grid, and layers in order. Read strictly from JSON; files are named beside the recipe.</summary>
/// <param name="Grid">Where the cells lie.</param>
/// <param name="Base">Multiplier before any layer.</param>
/// <param name="Climb">Heights that make steps cost by grade; null for none.</param>
public sealed record SurfaceRecipe(RecipeGrid Grid, double Base, IReadOnlyList<RecipeLayer> Layers, RecipeClimb? Climb = null)
{
    private static readonly JsonSerializerOptions _strict = new(JsonSerializerOptions.Strict)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>The recipe, or what is wrong with the file.</summary>
    public static Checked<SurfaceRecipe> Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<SurfaceRecipe>(File.ReadAllText(path), _strict) is { } recipe
                ? Checked<SurfaceRecipe>.Right(recipe)
                : Wrong(path, "It is empty.");
        }
        catch (JsonException e)
        {
            return Wrong($"{path}:{e.LineNumber + 1} {e.Path}", e.Message);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return Wrong(path, "There is no such file.");
        }
    }

    private static Checked<SurfaceRecipe> Wrong(string where, string what) =>
        Checked<SurfaceRecipe>.Wrong([new Problem(where, what, "See 'Building a surface' in docs/routes.md.")]);
}

/// <summary>The grid: that of a raster, or given outright.</summary>
/// <param name="Like">A raster whose grid is taken; then nothing else is given.</param>
/// <param name="Crs">EPSG number or WKT 1.</param>
public sealed record RecipeGrid(string? Like = null, string? Crs = null, double? Left = null, double? Top = null, double? CellSize = null, int? Columns = null, int? Rows = null);

/// <summary>What a layer does to the multiplier of a cell.</summary>
public enum LayerKind
{
    /// <summary>Adds weight times the raster's value.</summary>
    Linear,

    /// <summary>Adds what a broken line through (value, addition) points says of the raster's value.</summary>
    Curve,

    /// <summary>Adds a number by class of the raster.</summary>
    Classes,

    /// <summary>Multiplies by the raster's value.</summary>
    Multiplier,

    /// <summary>Adds weight to each cell that a line of the GeoJSON passes: a river, road or railway to be crossed.</summary>
    Crossing,

    /// <summary>Multiplies by weight each cell that a line of the GeoJSON passes: a corridor to be followed.</summary>
    Corridor,

    /// <summary>Adds weight to each cell whose middle lies in an area of the GeoJSON: protected land.</summary>
    Area,

    /// <summary>Closes each cell whose middle lies in an area of the GeoJSON, or where the raster is not zero.</summary>
    NoGo,
}

/// <summary>One layer.</summary>
/// <param name="File">Raster or GeoJSON, beside the recipe.</param>
/// <param name="Weight">Meaning by kind.</param>
/// <param name="Crs">Where the raster does not say its projection.</param>
/// <param name="Points">For a curve: pairs of value and addition, by rising value.</param>
/// <param name="Classes">For classes: addition by class.</param>
/// <param name="Otherwise">For classes: addition for a class that is not listed; where it is left out, such a class is a problem.</param>
public sealed record RecipeLayer(
    string Name, string File, LayerKind Kind, double? Weight = null, string? Crs = null,
    IReadOnlyList<IReadOnlyList<double>>? Points = null, IReadOnlyDictionary<string, double>? Classes = null, double? Otherwise = null);

/// <summary>Heights in metres, and what a grade of 1 adds to a step's factor upwards and downwards.</summary>
public sealed record RecipeClimb(string File, double Uphill, double Downhill, string? Crs = null);
