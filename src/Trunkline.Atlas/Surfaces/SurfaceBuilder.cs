using System.Globalization;
using Trunkline.Domain;

namespace Trunkline.Atlas;

/// <summary>
/// Builds a surface from a recipe: (base + what layers add) times what layers multiply by; a cell with no data in a raster that adds or
/// multiplies has no data, a cell that any mask closes is closed. Rasters of another grid or projection are read at the middle of each cell, finer
/// ones at several points of it: numbers are averaged, of classes the dearest counts, of a mask any point closes.
/// </summary>
public sealed class SurfaceBuilder
{
    private const int MostPoints = 8;

    private readonly string _folder;
    private readonly List<Problem> _problems = [];
    private SurfaceGrid _grid = null!;
    private double[] _sum = [];
    private double[] _factor = [];
    private bool[] _closed = [];

    private SurfaceBuilder(string folder) => _folder = folder;

    /// <summary>The surface, or every problem of the recipe and of its files.</summary>
    /// <param name="folder">Where the recipe's files stand.</param>
    /// <param name="tell">Told the name of each layer as it begins.</param>
    public static Checked<CostSurface> Build(SurfaceRecipe recipe, string folder, Action<string>? tell = null, CancellationToken cancellation = default) =>
        new SurfaceBuilder(folder).Build(recipe, tell ?? (_ => { }), cancellation);

    private Checked<CostSurface> Build(SurfaceRecipe recipe, Action<string> tell, CancellationToken cancellation)
    {
        Checked<Raster> frame = Frame(recipe.Grid);
        if (!frame.IsRight)
        {
            return Checked<CostSurface>.Wrong([.. frame.Problems]);
        }

        Start(frame.Value, recipe.Base);
        foreach (RecipeLayer layer in recipe.Layers)
        {
            cancellation.ThrowIfCancellationRequested();
            tell(layer.Name);
            Apply(layer);
        }

        Climb? climb = recipe.Climb is { } wanted ? Heights(wanted) : null;
        return _problems.Count > 0 ? Checked<CostSurface>.Wrong(_problems) : Finish(frame.Value, climb);
    }

    private void Start(Raster frame, double start)
    {
        _grid = new SurfaceGrid(new CostSurface
        {
            Columns = frame.Columns,
            Rows = frame.Rows,
            CellSize = frame.CellWidth,
            Left = frame.Left,
            Top = frame.Top,
            Projection = frame.Projection,
            Multiplier = [],
        });
        _sum = [.. Enumerable.Repeat(start, _grid.Count)];
        _factor = [.. Enumerable.Repeat(1.0, _grid.Count)];
        _closed = new bool[_grid.Count];
    }

    private Checked<CostSurface> Finish(Raster frame, Climb? climb)
    {
        float[] values = new float[_sum.Length];
        for (int cell = 0; cell < values.Length; cell++)
        {
            values[cell] = _closed[cell] ? SurfaceImport.UsualNoGo : (float)(_sum[cell] * _factor[cell]);
        }

        Checked<CostSurface> built = SurfaceImport.Of(frame with { Values = values }, "the surface built");
        return !built.IsRight || climb is null
            ? built
            : Checked<CostSurface>.Right(new CostSurface
            {
                Columns = frame.Columns,
                Rows = frame.Rows,
                CellSize = frame.CellWidth,
                Left = frame.Left,
                Top = frame.Top,
                Projection = frame.Projection,
                Multiplier = built.Value.Multiplier,
                Climb = climb,
            });
    }

    private Checked<Raster> Frame(RecipeGrid grid)
    {
        if (grid.Like is { } like)
        {
            return RasterFile.Read(Path.Combine(_folder, like), grid.Crs);
        }

        if (grid is not { Crs: { } crs, Left: { } left, Top: { } top, CellSize: > 0 and { } size, Columns: > 0 and { } columns, Rows: > 0 and { } rows }
            || (long)columns * rows > RasterFile.MostCells)
        {
            return Checked<Raster>.Wrong([new Problem("recipe /grid", "It does not tell a grid.", "Give 'like' a raster, or crs, left, top, cellSize, columns and rows.")]);
        }

        Checked<MapProjection> projection = crs.Contains('[', StringComparison.Ordinal) ? MapProjection.OfWkt(crs, "recipe /grid/crs") : MapProjection.OfCode(crs, "recipe /grid/crs");
        return projection.IsRight
            ? Checked<Raster>.Right(new Raster(columns, rows, size, size, left, top, projection.Value, []))
            : Checked<Raster>.Wrong([.. projection.Problems]);
    }

    private void Apply(RecipeLayer layer)
    {
        string path = Path.Combine(_folder, layer.File);
        bool isShapes = layer.Kind is LayerKind.Crossing or LayerKind.Corridor or LayerKind.Area
            || (layer.Kind == LayerKind.NoGo && Path.GetExtension(path).ToUpperInvariant() is ".GEOJSON" or ".JSON");
        if (WrongWords(layer) is { } wrong)
        {
            _problems.Add(new Problem($"recipe, layer {layer.Name}", wrong, "See 'Building a surface' in docs/routes.md."));
        }
        else if (isShapes)
        {
            ApplyShapes(layer, path);
        }
        else if (Kept(RasterFile.Read(path, layer.Crs)) is { } raster)
        {
            ApplyRaster(layer, raster);
        }
    }

    private static string? WrongWords(RecipeLayer layer) => layer.Kind switch
    {
        LayerKind.Linear or LayerKind.Crossing or LayerKind.Area when layer.Weight is null => "it has no weight.",
        LayerKind.Corridor when layer.Weight is not (> 0 and <= 1) => "the weight of a corridor is a factor above 0 and at most 1.",
        LayerKind.Curve when layer.Points is not { Count: >= 2 } || layer.Points.Any(p => p.Count != 2) || !layer.Points.Zip(layer.Points.Skip(1)).All(p => p.First[0] < p.Second[0])
            => "a curve needs two or more [value, addition] points by rising value.",
        LayerKind.Classes when layer.Classes is not { Count: > 0 } => "it lists no classes.",
        _ => null,
    };

    private void ApplyShapes(RecipeLayer layer, string path)
    {
        if (Kept(GeoJsonShapes.Read(path)) is not { } shapes)
        {
            return;
        }

        var cells = new HashSet<int>(layer.Kind is LayerKind.Crossing or LayerKind.Corridor
            ? shapes.Lines.SelectMany(line => LineTrace.Along(_grid, [.. line.Select(_grid.Project)])).Select(piece => piece.Cell).Where(cell => cell != SurfaceGrid.Outside)
            : shapes.Areas.SelectMany(area => AreaCells.Of(_grid, area)));
        foreach (int cell in cells)
        {
            _sum[cell] += layer.Kind is LayerKind.Crossing or LayerKind.Area ? layer.Weight!.Value : 0;
            _factor[cell] *= layer.Kind == LayerKind.Corridor ? layer.Weight!.Value : 1;
            _closed[cell] |= layer.Kind == LayerKind.NoGo;
        }
    }

    private void ApplyRaster(RecipeLayer layer, Raster raster)
    {
        Func<float, double> worth = Worth(layer);
        double[] worths = new double[_grid.Count];
        int points = PointsAcross(raster);
        Parallel.For(0, _grid.Surface.Rows, row =>
        {
            for (int column = 0; column < _grid.Surface.Columns; column++)
            {
                worths[(row * _grid.Surface.Columns) + column] = Sample(raster, row, column, points, layer.Kind, worth);
            }
        });
        if (layer.Kind == LayerKind.Classes && Array.FindIndex(worths, double.IsInfinity) is int unlisted and >= 0)
        {
            _problems.Add(new Problem($"recipe, layer {layer.Name}", $"{layer.File} has a class that is not listed, first in the cell of row {unlisted / _grid.Surface.Columns}, column {unlisted % _grid.Surface.Columns}.",
                "List it, or give 'otherwise'."));
            return;
        }

        for (int cell = 0; cell < worths.Length; cell++)
        {
            _sum[cell] += layer.Kind is LayerKind.Linear or LayerKind.Curve or LayerKind.Classes ? worths[cell] : 0;
            _factor[cell] *= layer.Kind == LayerKind.Multiplier ? worths[cell] : 1;
            _closed[cell] |= layer.Kind == LayerKind.NoGo && worths[cell] > 0;
        }
    }

    private static Func<float, double> Worth(RecipeLayer layer) => layer.Kind switch
    {
        LayerKind.Linear => value => layer.Weight!.Value * value,
        LayerKind.Curve => value => OnCurve(layer.Points!, value),
        LayerKind.Classes => value => float.IsNaN(value) ? double.NaN
            : layer.Classes!.TryGetValue(value.ToString("0.###", CultureInfo.InvariantCulture), out double addition) ? addition : layer.Otherwise ?? double.PositiveInfinity,
        LayerKind.NoGo => value => float.IsNaN(value) || value == 0 ? 0 : 1,
        _ => value => value,
    };

    private static double OnCurve(IReadOnlyList<IReadOnlyList<double>> points, double value)
    {
        int after = points.TakeWhile(p => p[0] <= value).Count();
        if (after == 0 || after == points.Count || double.IsNaN(value))
        {
            return double.IsNaN(value) ? double.NaN : points[Math.Min(after, points.Count - 1)][1];
        }

        IReadOnlyList<double> low = points[after - 1], high = points[after];
        return low[1] + ((high[1] - low[1]) * (value - low[0]) / (high[0] - low[0]));
    }

    // How many points across a cell are looked at, so that no cell of a finer raster is passed over, up to eight.
    private int PointsAcross(Raster raster)
    {
        var frame = new SurfaceGrid(new CostSurface
        {
            Columns = raster.Columns,
            Rows = raster.Rows,
            CellSize = raster.CellWidth,
            Left = raster.Left,
            Top = raster.Top,
            Projection = raster.Projection,
            Multiplier = [],
        });
        return Math.Clamp((int)Math.Round(_grid.CellKilometres / frame.CellKilometres), 1, MostPoints);
    }

    private double Sample(Raster raster, int row, int column, int points, LayerKind kind, Func<float, double> worth)
    {
        bool sameSystem = raster.Projection.Wkt == _grid.Surface.Projection.Wkt, takesMost = kind is LayerKind.Classes or LayerKind.NoGo;
        PlanePoint middle = _grid.MiddleAt(row, column);
        double step = _grid.Surface.CellSize / points, sum = 0, most = double.NegativeInfinity;
        int count = 0;
        for (int i = 0; i < points * points; i++)
        {
            double x = middle.X + (((i % points) + 0.5) * step) - (_grid.Surface.CellSize / 2), y = middle.Y + (((i / points) + 0.5) * step) - (_grid.Surface.CellSize / 2);
            var point = new PlanePoint(x, y);
            double value = worth(raster.At(sameSystem ? point : raster.Projection.Project(_grid.Unproject(point))));
            if (!double.IsNaN(value))
            {
                (sum, most, count) = (sum + value, Math.Max(most, value), count + 1);
            }
        }

        return count == 0 ? double.NaN : takesMost ? most : sum / count;
    }

    private Climb? Heights(RecipeClimb wanted)
    {
        if (!(wanted.Uphill >= 0) || !(wanted.Downhill >= 0))
        {
            _problems.Add(new Problem("recipe /climb", "uphill and downhill are zero or more.", "A grade never makes a step cheaper."));
        }

        if (Kept(RasterFile.Read(Path.Combine(_folder, wanted.File), wanted.Crs)) is not { } raster)
        {
            return null;
        }

        float[] height = new float[_grid.Count];
        int points = PointsAcross(raster);
        Parallel.For(0, height.Length, cell => height[cell] = (float)Sample(raster, cell / _grid.Surface.Columns, cell % _grid.Surface.Columns, points, LayerKind.Linear, value => value));
        return new Climb(height, wanted.Uphill, wanted.Downhill);
    }

    private T? Kept<T>(Checked<T> read)
        where T : class
    {
        _problems.AddRange(read.Problems);
        return read.IsRight ? read.Value : null;
    }
}
