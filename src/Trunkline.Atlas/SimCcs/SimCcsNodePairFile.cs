using Trunkline.Domain;

namespace Trunkline.Atlas.SimCcs;

/// <summary>
/// Reads DelaunayPaths.txt for the cells of the terminals: a header, then <c>SOURCE|SINK label SOURCE|SINK label cell cell</c>, separated by tabs
/// (labels may hold blanks).
/// </summary>
internal static class SimCcsNodePairFile
{
    private const int CellsInLine = 6;

    /// <summary>Cell by kind and label; kinds are SOURCE and SINK.</summary>
    public static Dictionary<(string Kind, string Label), int> Read(string path, string shown, List<Problem> problems)
    {
        string[] lines = SimCcsText.Lines(path);
        Dictionary<(string, string), int> cells = [];
        for (int i = 1; i < lines.Length; i++)
        {
            if (string.IsNullOrWhiteSpace(lines[i]))
            {
                continue;
            }

            string[] parts = [.. lines[i].Split('\t').Select(p => p.Trim())];
            var row = new SimCcsRow(shown, i + 1, parts, problems);
            if (parts.Length != CellsInLine)
            {
                row.Wrong("line", $"it has {parts.Length} cells.", "Write six, separated by tabs: kind, label, kind, label, cell, cell.");
                continue;
            }

            Add(cells, row, kind: 0, cell: 4);
            Add(cells, row, kind: 2, cell: 5);
        }

        return cells;
    }

    private static void Add(Dictionary<(string, string), int> cells, SimCcsRow row, int kind, int cell)
    {
        var key = (row.Cell(kind).ToUpperInvariant(), row.Text(kind + 1, "label"));
        int number = row.GridCell(cell, "cell");
        if (key.Item1 is not ("SOURCE" or "SINK"))
        {
            row.Wrong("kind", $"'{row.Cell(kind)}' is neither SOURCE nor SINK.", "Write SOURCE or SINK.");
        }
        else if (cells.TryGetValue(key, out int known) && known != number)
        {
            row.Wrong(row.Cell(kind + 1), $"its cell is {number} here and {known} above.", "Give it one cell.");
        }
        else if (number > 0)
        {
            cells[key] = number;
        }
    }
}
