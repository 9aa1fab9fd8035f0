using System.Globalization;
using System.Text;

namespace Trunkline.Report;

/// <summary>A table as RFC 4180 text with line feeds. Text that a spreadsheet would take for a formula is led by an apostrophe.</summary>
public static class TableCsv
{
    private const string FormulaStarts = "=+-@\t\r\n";

    public static string Of(PlanTable table)
    {
        StringBuilder text = new();
        text.AppendJoin(',', table.Columns.Select(column => column.Name)).Append('\n');
        foreach (IReadOnlyList<object?> row in table.Rows)
        {
            text.AppendJoin(',', row.Select(Field)).Append('\n');
        }

        return text.ToString();
    }

    private static string Field(object? value) => value switch
    {
        null => "",
        string words => Quoted(Harmless(words)),
        bool flag => flag ? "true" : "false",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new ArgumentException($"A table does not hold a {value.GetType().Name}.", nameof(value)),
    };

    private static string Harmless(string words) => words.Length > 0 && FormulaStarts.Contains(words[0]) ? "'" + words : words;

    private static string Quoted(string words) =>
        words.AsSpan().IndexOfAny(",\"\r\n") < 0 ? words : $"\"{words.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
