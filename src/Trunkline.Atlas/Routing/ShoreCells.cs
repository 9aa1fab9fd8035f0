namespace Trunkline.Atlas;

/// <summary>
/// Mends the rim of a surface. Where a cell lies half in the sea or abroad, an index that was averaged over the whole cell reads too cheap
/// (in the shipped surface nearly every cell below 4, of a median near 11, touches no data), and least-cost routes would hug every shore and
/// the border. Such a cell is raised to what the land behind it costs; it is never lowered.
/// </summary>
public static class ShoreCells
{
    private const int FarthestCells = 7;

    /// <summary>
    /// The surface with each passable cell that touches no data, or the end of the grid, raised to the median of the passable cells near it
    /// that touch neither: within two cells, or farther where there is none so near; left as it is where there is none within seven.
    /// </summary>
    /// <returns>The mended surface, and the cells that were raised, in order.</returns>
    public static (CostSurface Surface, IReadOnlyList<int> Raised) Mend(CostSurface surface)
    {
        float[] mended = [.. surface.Multiplier];
        var raised = new List<int>();
        for (int cell = 0; cell < mended.Length; cell++)
        {
            if (surface.IsPassable(cell) && IsShore(surface, cell) && InlandMedian(surface, cell) is float inland && inland > mended[cell])
            {
                mended[cell] = inland;
                raised.Add(cell);
            }
        }

        var result = new CostSurface
        {
            Columns = surface.Columns,
            Rows = surface.Rows,
            CellSize = surface.CellSize,
            Projection = surface.Projection,
            Left = surface.Left,
            Top = surface.Top,
            Multiplier = mended,
        };
        return (result, raised);
    }

    private static bool IsShore(CostSurface surface, int cell)
    {
        int row = cell / surface.Columns, column = cell % surface.Columns;
        bool atEnd = row == 0 || column == 0 || row == surface.Rows - 1 || column == surface.Columns - 1;
        return atEnd || Around(surface, cell, 1).Any(near => float.IsNaN(surface.Multiplier[near]));
    }

    private static float? InlandMedian(CostSurface surface, int cell)
    {
        for (int reach = 2; reach <= FarthestCells; reach++)
        {
            float[] inland = [.. Around(surface, cell, reach).Where(near => surface.IsPassable(near) && !IsShore(surface, near)).Select(near => surface.Multiplier[near]).Order()];
            if (inland.Length > 0)
            {
                return inland[inland.Length / 2];
            }
        }

        return null;
    }

    private static IEnumerable<int> Around(CostSurface surface, int cell, int reach) =>
        from row in Enumerable.Range((cell / surface.Columns) - reach, (2 * reach) + 1)
        where row >= 0 && row < surface.Rows
        from column in Enumerable.Range((cell % surface.Columns) - reach, (2 * reach) + 1)
        where column >= 0 && column < surface.Columns
        select (row * surface.Columns) + column;
}
