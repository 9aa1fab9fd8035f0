using System.Globalization;
using System.Text;
using Trunkline.Domain;

namespace Trunkline.Atlas;

/// <summary>
/// A cost surface as an ESRI ASCII grid of multipliers in ESRI:102008 (North America Albers equal area, NAD 83): -9999 no data, -1 no-go.
/// </summary>
internal static class SurfaceFile
{
    private const double NoData = -9999;
    private const double NoGo = -1;
    private static readonly string[] Keys = ["ncols", "nrows", "xllcorner", "yllcorner", "cellsize", "NODATA_value"];

    /// <summary>The surface, or null where the file is absent or wrong.</summary>
    public static CostSurface? Read(string folder, List<Problem> problems)
    {
        string path = Path.Combine(folder, DatasetSchema.SurfaceFile);
        if (!File.Exists(path))
        {
            return null;
        }

        string[] lines = File.ReadAllLines(path);
        double[]? head = Head(lines, problems);
        if (head is null || WrongSize(lines, head[0], head[1]) is not { } wrong)
        {
            return head is null ? null : Body(lines, head, problems);
        }

        problems.Add(wrong);
        return null;
    }

    /// <summary>The grid as text, multipliers to three decimals.</summary>
    public static string Write(CostSurface surface)
    {
        StringBuilder text = new();
        CultureInfo plain = CultureInfo.InvariantCulture;
        text.Append(plain, $"ncols {surface.Columns}\nnrows {surface.Rows}\nxllcorner {surface.Left}\n");
        text.Append(plain, $"yllcorner {surface.Top - (surface.Rows * surface.CellSize)}\ncellsize {surface.CellSize}\nNODATA_value -9999\n");
        for (int row = 0; row < surface.Rows; row++)
        {
            IEnumerable<string> cells = surface.Multiplier.Skip(row * surface.Columns).Take(surface.Columns).Select(Cell);
            text.AppendJoin(' ', cells).Append('\n');
        }

        return text.ToString();
    }

    private static string Cell(float multiplier) =>
        float.IsNaN(multiplier) ? "-9999" : float.IsInfinity(multiplier) ? "-1" : multiplier.ToString("0.###", CultureInfo.InvariantCulture);

    private static double[]? Head(string[] lines, List<Problem> problems)
    {
        double[] values = new double[Keys.Length];
        int before = problems.Count;
        for (int i = 0; i < Keys.Length; i++)
        {
            string[] words = i < lines.Length ? lines[i].Split(' ', StringSplitOptions.RemoveEmptyEntries) : [];
            bool right = words.Length == 2 && words[0].Equals(Keys[i], StringComparison.OrdinalIgnoreCase) && Number(words[1], out values[i]);
            if (!right)
            {
                problems.Add(new Problem($"{DatasetSchema.SurfaceFile}:{i + 1}", $"the line '{Keys[i]} value' is missing.", "Write an ESRI ASCII grid."));
            }
        }

        return problems.Count == before ? values : null;
    }

    // Before room is asked for: each cell takes a letter at least.
    private static Problem? WrongSize(string[] lines, double columns, double rows) => RasterFile.WrongSize(DatasetSchema.SurfaceFile, columns, rows)
        ?? (columns * rows > lines.Skip(Keys.Length).Sum(l => (long)l.Length)
            ? new Problem(DatasetSchema.SurfaceFile, $"There are fewer numbers than {columns} columns and {rows} rows need.", "Correct ncols and nrows, or copy the file again.")
            : null);

    private static CostSurface? Body(string[] lines, double[] head, List<Problem> problems)
    {
        int columns = (int)head[0], rows = (int)head[1];
        float[] multiplier = new float[columns * rows];
        int before = problems.Count;
        for (int row = 0; row < rows; row++)
        {
            int line = row + Keys.Length;
            string[] words = line < lines.Length ? lines[line].Split(' ', StringSplitOptions.RemoveEmptyEntries) : [];
            if (words.Length != columns)
            {
                problems.Add(new Problem($"{DatasetSchema.SurfaceFile}:{line + 1}", $"the row has {words.Length} cells.", $"Write {columns}."));
                continue;
            }

            FillRow(words, multiplier.AsSpan(row * columns, columns), line + 1, problems);
        }

        return problems.Count > before
            ? null
            : new CostSurface
            {
                Columns = columns,
                Rows = rows,
                CellSize = head[4],
                Left = head[2],
                Top = head[3] + (rows * head[4]),
                Multiplier = multiplier,
            };
    }

    private static void FillRow(string[] words, Span<float> cells, int line, List<Problem> problems)
    {
        for (int column = 0; column < words.Length; column++)
        {
            if (!Number(words[column], out double value) || (value <= 0 && value != NoData && value != NoGo))
            {
                problems.Add(new Problem(
                    $"{DatasetSchema.SurfaceFile}:{line}:{column + 1}", $"'{words[column]}' is not a multiplier.", "Write a number above 0, -1 (no-go) or -9999 (no data)."));
            }

            cells[column] = value == NoData ? CostSurface.NoData : value == NoGo ? CostSurface.NoGo : (float)value;
        }
    }

    private static bool Number(string word, out double value) =>
        double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && double.IsFinite(value);
}
