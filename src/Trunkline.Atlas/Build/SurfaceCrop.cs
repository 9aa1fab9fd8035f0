using System.Globalization;
using Trunkline.Domain;

namespace Trunkline.Atlas.Build;

/// <summary>
/// Cuts the contiguous states out of NETL's cost surface and turns its index into a multiplier: 1 is the index of rural Kansas, because the pipe costs are
/// those of the Great Plains.
/// </summary>
internal static class SurfaceCrop
{
    // The contiguous states lie between these lines of ESRI:102008, metres; Alaska and its panhandle lie outside.
    private const double West = -2_400_000;
    private const double East = 2_300_000;
    private const double South = -1_720_000;
    private const double North = 1_600_000;
    private const float NoData = -9999;
    private const int HeadLines = 6;

    public static CostSurface Read(RawFolder raw, CitedFigures figures, List<Doubt> doubts)
    {
        (CostSurface surface, IReadOnlyList<int> raised) = ShoreCells.Mend(Crop(raw, figures));
        doubts.Add(new Doubt(
            "cost_surface",
            "shore",
            "shore-too-cheap",
            $"{raised.Count} cells that touch the sea, a lake or a border cost less than the land behind them: the index was averaged over water and foreign ground.",
            "Raised to the median of the inland cells within two cells; never lowered."));
        return surface;
    }

    private static CostSurface Crop(RawFolder raw, CitedFigures figures)
    {
        string[] lines = raw.Text(RawFolder.Surface).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        double[] head = [.. lines.Take(HeadLines).Select(l => Number(l.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1]))];
        double left = head[2], cell = head[4], top = head[3] + (head[1] * cell);
        int firstColumn = (int)Math.Floor((West - left) / cell), columns = Math.Min((int)head[0], (int)Math.Ceiling((East - left) / cell)) - firstColumn;
        int firstRow = (int)Math.Floor((top - North) / cell), rows = Math.Min((int)head[1], (int)Math.Ceiling((top - South) / cell)) - firstRow;
        float[] multiplier = new float[rows * columns];
        for (int row = 0; row < rows; row++)
        {
            string[] cells = lines[HeadLines + firstRow + row].Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            for (int column = 0; column < columns; column++)
            {
                multiplier[(row * columns) + column] = Multiplier((float)Number(cells[firstColumn + column]), figures);
            }
        }

        return new CostSurface
        {
            Columns = columns,
            Rows = rows,
            CellSize = cell,
            Left = left + (firstColumn * cell),
            Top = top - (firstRow * cell),
            Multiplier = multiplier,
        };
    }

    private static float Multiplier(float index, CitedFigures figures) =>
        index == NoData ? CostSurface.NoData
        : index < 0 ? CostSurface.NoGo
        : (float)Math.Round(Math.Max(index, figures["surface.least-index"]) / figures["surface.reference-index"], 3);

    private static double Number(string word) => double.Parse(word, CultureInfo.InvariantCulture);
}
