using System.Globalization;
using System.Text;

namespace Trunkline.Atlas.Build;

/// <summary>Writes a table of the schema as CSV: columns in the schema's order, quotes only where needed, numbers in invariant form.</summary>
internal static class TableText
{
    /// <summary>The CSV text of a table.</summary>
    /// <param name="cells">The cells of a row in the order of the schema's columns; null is an empty cell.</param>
    public static string Csv<T>(DatasetTable table, IEnumerable<T> rows, Func<T, object?[]> cells)
    {
        StringBuilder text = new();
        text.AppendJoin(',', table.Columns.Select(c => c.Name)).Append('\n');
        foreach (T row in rows)
        {
            object?[] values = cells(row);
            if (values.Length != table.Columns.Count)
            {
                throw new InvalidOperationException($"{table.File}: {values.Length} cells for {table.Columns.Count} columns.");
            }

            text.AppendJoin(',', values.Select(Cell)).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>A number rounded for the file, so that small steps of floating point do not change its bytes.</summary>
    public static double Round(double value, int decimals) => Math.Round(value, decimals, MidpointRounding.AwayFromZero);

    /// <summary>A number to so many significant digits.</summary>
    public static double Significant(double value, int digits) =>
        value == 0 ? 0 : double.Parse(value.ToString($"E{digits - 1}", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    private static string Cell(object? value) => value switch
    {
        null => string.Empty,
        bool flag => flag ? "true" : "false",
        double number => number.ToString("0.############", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => Quoted(value.ToString()!),
    };

    private static string Quoted(string text) =>
        text.AsSpan().IndexOfAny("\",\n") >= 0 ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
