using System.Globalization;
using System.Text;

namespace Trunkline.Atlas;

/// <summary>Where the values of a column of the schema come from.</summary>
/// <param name="From">A column of the uploaded table; null where <paramref name="Value"/> is given.</param>
/// <param name="Value">The same text in every row.</param>
/// <param name="Factor">What numbers are multiplied by, for units; null leaves them.</param>
public sealed record ColumnSource(string? From = null, string? Value = null, double? Factor = null);

/// <summary>Lays an uploaded table out as a table of the schema. Whether it makes sense there is for the dataset's reader to say.</summary>
public static class TableMapping
{
    /// <summary>The table as CSV text in the schema's own columns; a column without a source is left out. Row by row as uploaded.</summary>
    public static string Csv(UploadedTable uploaded, DatasetTable table, IReadOnlyDictionary<string, ColumnSource> sources)
    {
        string[] columns = [.. table.Columns.Select(c => c.Name).Where(sources.ContainsKey)];
        Dictionary<string, int> place = uploaded.Columns.Index().DistinctBy(c => c.Item).ToDictionary(c => c.Item, c => c.Index, StringComparer.Ordinal);
        StringBuilder text = new();
        text.AppendJoin(',', columns).Append('\n');
        foreach (IReadOnlyList<string> row in uploaded.Rows)
        {
            text.AppendJoin(',', columns.Select(c => Quoted(Value(sources[c], row, place)))).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>The likeliest column of the schema for an uploaded column: the same name, whatever its case, blanks and hyphens.</summary>
    public static string? Guess(string column, DatasetTable table) => table.Columns.FirstOrDefault(c => Plain(c.Name) == Plain(column))?.Name;

    private static string Value(ColumnSource source, IReadOnlyList<string> row, Dictionary<string, int> place)
    {
        string value = source.From is { } from && place.TryGetValue(from, out int at) ? row[at] : source.Value ?? "";
        return source.Factor is { } factor && double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
            ? (factor * number).ToString("R", CultureInfo.InvariantCulture)
            : value;
    }

    private static string Plain(string name) => new([.. name.ToLowerInvariant().Where(char.IsLetterOrDigit)]);

    private static string Quoted(string value) =>
        value.AsSpan().IndexOfAny(",\"\r\n") < 0 ? value : $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
