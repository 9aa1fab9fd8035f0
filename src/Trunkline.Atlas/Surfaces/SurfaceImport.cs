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
        float[] multiplier = new float[raster.Values.Length];
        List<Problem> problems = [.. WrongForm(raster, where, reference), .. WrongCells(raster, where, multiplier, Fill(raster.Values, multiplier, noGo, reference), noGo)];
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

    private static IEnumerable<Problem> WrongForm(Raster raster, string where, double reference)
    {
        if (!(reference > 0))
        {
            yield return new Problem("--reference", $"{reference} is not above zero.", "Give the raster's value on reference terrain.");
        }

        if (Math.Abs(raster.CellWidth - raster.CellHeight) > 1e-3 * raster.CellWidth)
        {
            yield return new Problem(where, $"Cells are {raster.CellWidth} wide and {raster.CellHeight} high.", "Resample it to square cells ('gdalwarp -tr').");
        }
    }

    private static IEnumerable<Problem> WrongCells(Raster raster, string where, float[] multiplier, (int First, int Count) wrong, float noGo)
    {
        if (wrong.Count > 0)
        {
            yield return new Problem(
                $"{where} row {wrong.First / raster.Columns}, column {wrong.First % raster.Columns}",
                $"{raster.Values[wrong.First]} is no multiplier, nor the mark for no-go ({noGo}); so are {wrong.Count:N0} cells in all.",
                "Give numbers above zero, the mark for no data, or the mark for no-go (--no-go).");
        }
        else if (!Array.Exists(multiplier, float.IsFinite))
        {
            yield return new Problem(where, $"None of its {multiplier.Length:N0} cells may be passed: all are no data or no-go.", "Check the mark for no data, and that the right band was written.");
        }
    }

    // The first cell that holds no multiplier, and how many do.
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
