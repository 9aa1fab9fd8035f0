using Trunkline.Domain;

namespace Trunkline.Atlas;

/// <summary>Turns a raster of multipliers into a cost surface.</summary>
public static class SurfaceImport
{
    /// <summary>The value that stands for no-go where nothing else is said.</summary>
    public const float UsualNoGo = -1;

    /// <summary>A surface read from a file in one go.</summary>
    public static Checked<CostSurface> Read(string path, string? crs = null, float noGo = UsualNoGo, double reference = 1)
    {
        Checked<Raster> raster = RasterFile.Read(path, crs);
        return raster.IsRight ? Of(raster.Value, path, noGo, reference) : Checked<CostSurface>.Wrong([.. raster.Problems]);
    }

    /// <summary>The surface, or everything that keeps the raster from being one.</summary>
    /// <param name="where">Names the raster in problems.</param>
    /// <param name="noGo">The value of cells that no pipe may enter.</param>
    /// <param name="reference">The raster's value on reference terrain; multipliers are values over it.</param>
    public static Checked<CostSurface> Of(Raster raster, string where, float noGo = UsualNoGo, double reference = 1)
    {
        List<Problem> problems = [];
        if (!(reference > 0))
        {
            problems.Add(new Problem("--reference", $"{reference} is not above zero.", "Give the raster's value on reference terrain."));
        }

        if (Math.Abs(raster.CellWidth - raster.CellHeight) > 1e-3 * raster.CellWidth)
        {
            problems.Add(new Problem(where, $"Cells are {raster.CellWidth} wide and {raster.CellHeight} high.", "Resample it to square cells ('gdalwarp -tr')."));
        }

        float[] multiplier = new float[raster.Values.Length];
        (int wrong, int count) = Fill(raster.Values, multiplier, noGo, reference);
        if (count > 0)
        {
            problems.Add(new Problem(
                $"{where} row {wrong / raster.Columns}, column {wrong % raster.Columns}",
                $"{raster.Values[wrong]} is no multiplier, nor the mark for no-go ({noGo}); so are {count:N0} cells in all.",
                "Give numbers above zero, the mark for no data, or the mark for no-go (--no-go)."));
        }
        else if (!Array.Exists(multiplier, float.IsFinite))
        {
            problems.Add(new Problem(where, $"None of its {multiplier.Length:N0} cells may be passed: all are no data or no-go.", "Check the mark for no data, and that the right band was written."));
        }

        return problems.Count > 0
            ? Checked<CostSurface>.Wrong(problems)
            : Checked<CostSurface>.Right(new CostSurface
            {
                Columns = raster.Columns,
                Rows = raster.Rows,
                CellSize = raster.CellWidth,
                Left = raster.Left,
                Top = raster.Top,
                Projection = raster.Projection,
                Multiplier = multiplier,
            });
    }

    private static (int First, int Count) Fill(float[] values, float[] multiplier, float noGo, double reference)
    {
        (int first, int count) = (-1, 0);
        for (int cell = 0; cell < values.Length; cell++)
        {
            float value = values[cell];
            bool isWrong = value <= 0 && value != noGo;
            (first, count) = isWrong ? (first < 0 ? cell : first, count + 1) : (first, count);
            multiplier[cell] = float.IsNaN(value) ? CostSurface.NoData : value == noGo ? CostSurface.NoGo : (float)(value / reference);
        }

        return (first, count);
    }
}
