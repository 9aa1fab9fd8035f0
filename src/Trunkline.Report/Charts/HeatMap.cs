using System.Globalization;

namespace Trunkline.Report;

/// <summary>A row of a heat map: shares from 0 to 1, one a column.</summary>
public sealed record HeatRow(string Name, string Look, IReadOnlyList<double> Shares);

/// <summary>Shares as cells that are the darker the larger, with the figure in each.</summary>
/// <param name="Columns">Heads, left to right.</param>
public sealed record HeatMap(string Title, IReadOnlyList<string> Columns, IReadOnlyList<HeatRow> Rows) : IChart
{
    private const double NameWidth = 330, Cell = 70, RowHeight = 22, Head = 22;
    private const int LongestName = 46;

    public IEnumerable<(string Look, string Name)> Key => [];

    public string Picture()
    {
        Markup svg = new();
        svg.Open("svg", ("class", "chart"), ("viewBox", $"0 0 {Markup.At(NameWidth + (Cell * Columns.Count))} {Markup.At(Head + (RowHeight * Rows.Count))}"), ("role", "img"));
        svg.Leaf("title", Title).Leaf("desc", string.Join("; ", Rows.Select(row => $"{row.Name}: {string.Join(", ", row.Shares.Select(Percent))}")));
        for (int c = 0; c < Columns.Count; c++)
        {
            svg.Leaf("text", Columns[c], ("class", "name"), ("x", Markup.At(Middle(c))), ("y", "14"));
        }

        for (int r = 0; r < Rows.Count; r++)
        {
            DrawRow(svg, Rows[r], Head + (RowHeight * r));
        }

        return svg.Close().ToString();
    }

    private static void DrawRow(Markup svg, HeatRow row, double top)
    {
        string name = row.Name.Length > LongestName ? $"{row.Name[..(LongestName - 1)]}…" : row.Name;
        svg.Leaf("text", name, ("x", "0"), ("y", Markup.At(top + 15)));
        for (int c = 0; c < row.Shares.Count; c++)
        {
            svg.Empty(
                "rect",
                ("class", $"bar {row.Look}"),
                ("fill-opacity", (0.06 + (0.6 * row.Shares[c])).ToString("0.##", CultureInfo.InvariantCulture)),
                ("x", Markup.At(NameWidth + (Cell * c))),
                ("y", Markup.At(top)),
                ("width", Markup.At(Cell)),
                ("height", Markup.At(RowHeight)));
            svg.Leaf("text", Percent(row.Shares[c]), ("class", "name"), ("x", Markup.At(Middle(c))), ("y", Markup.At(top + 15)));
        }
    }

    private static double Middle(int column) => NameWidth + (Cell * (column + 0.5));

    private static string Percent(double share) => (100 * share).ToString("0", CultureInfo.InvariantCulture) + " %";
}
