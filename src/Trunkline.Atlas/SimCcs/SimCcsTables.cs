using System.Text.RegularExpressions;
using Trunkline.Domain;

namespace Trunkline.Atlas.SimCcs;

/// <summary>Reads the lists of plants and storage sites, in the form with columns named in the file (.csv) or the older one (.txt).</summary>
internal static partial class SimCcsTables
{
    private const int CsvHeaderLines = 3;

    /// <summary>Plants; their cells are not known yet.</summary>
    public static List<SimCcsSource> Sources(string path, string shown, List<Problem> problems) =>
        Distinct(Rows<SimCcsSource>(path, shown, problems, IsCsv(path) ? SourceOfCsv : SourceOfText), s => s.Id, s => s.Name, shown, problems);

    /// <summary>Storage sites; their cells are not known yet.</summary>
    public static List<SimCcsSink> Sinks(string path, string shown, List<Problem> problems) =>
        Distinct(Rows<SimCcsSink>(path, shown, problems, IsCsv(path) ? SinkOfCsv : SinkOfText), s => s.Id, s => s.Name, shown, problems);

    private static bool IsCsv(string path) => Path.GetExtension(path).Equals(".csv", StringComparison.OrdinalIgnoreCase);

    private static List<T> Rows<T>(string path, string shown, List<Problem> problems, Func<SimCcsRow, T> make)
    {
        bool isCsv = IsCsv(path);
        string[] lines = SimCcsText.Lines(path);
        int first = isCsv ? CsvHeaderLines : 1;
        List<T> made = [];
        int rows = 0;
        for (int i = first; i < lines.Length && !IsEnd(lines[i], isCsv); i++, rows++)
        {
            var row = new SimCcsRow(shown, i + 1, isCsv ? CsvCells(lines[i]) : lines[i].Trim().Split(Blanks, StringSplitOptions.RemoveEmptyEntries), problems);
            T value = make(row);
            if (!row.IsWrong)
            {
                made.Add(value);
            }
        }

        if (rows == 0)
        {
            problems.Add(new Problem(shown, "No row stands below the header.", $"Write the first one in line {first + 1}."));
        }

        return made;
    }

    // SimCCS reads up to the first line that starts with a comma or a blank; spreadsheets leave such lines below the table.
    private static bool IsEnd(string line, bool isCsv) => string.IsNullOrWhiteSpace(line) || (isCsv && line[0] is ',' or ' ');

    private static readonly char[] Blanks = [' ', '\t'];

    internal static string[] CsvCells(string line) => [.. CommaOutsideQuotes().Split(line).Select(Unquoted)];

    private static string Unquoted(string cell)
    {
        string trimmed = cell.Trim();
        return trimmed.Length >= 2 && trimmed[0] == '"' && trimmed[^1] == '"' ? trimmed[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal).Trim() : trimmed;
    }

    private static SimCcsSource SourceOfCsv(SimCcsRow row)
    {
        double? unit = UnitCost(row);
        return new SimCcsSource(
            row.Text(0, "Unique ID"),
            row.Text(1, "Name"),
            row.Number(2, "Capturable CO2"),
            unit is null ? row.Number(4, "Fixed capital cost") : 0,
            unit is null ? row.Number(5, "Fixed O&M cost") : 0,
            unit ?? row.Number(6, "Variable O&M cost", double.MinValue),
            row.Place(7, 8),
            Cell: 0);
    }

    private static SimCcsSource SourceOfText(SimCcsRow row) => new(
        row.Text(0, "ID"),
        row.Text(0, "ID"),
        row.Number(4, "capMax"),
        row.Number(1, "costFix"),
        row.Number(2, "fixO&M"),
        row.Number(3, "varO&M", double.MinValue),
        row.Place(6, 7),
        Cell: 0);

    private static SimCcsSink SinkOfCsv(SimCcsRow row)
    {
        double? unit = UnitCost(row);
        return new SimCcsSink(
            row.Text(0, "Unique ID"),
            row.Text(1, "Name"),
            row.Number(2, "Storage capacity"),
            unit is null ? row.Number(4, "Site-wide fixed capital cost") : 0,
            unit is null ? row.Number(5, "Site-wide fixed O&M cost") : 0,
            unit is null ? row.Number(6, "Individual well injection rate") : double.PositiveInfinity,
            unit is null ? row.Number(7, "Injection fixed capital cost") : 0,
            unit is null ? row.Number(8, "Injection fixed O&M cost") : 0,
            unit ?? row.Number(9, "Injection variable O&M cost", double.MinValue),
            row.Place(10, 11),
            Cell: 0);
    }

    private static SimCcsSink SinkOfText(SimCcsRow row) => new(
        row.Text(0, "Sink_ID"),
        row.Text(0, "Sink_ID"),
        row.Number(2, "fieldCap"),
        row.Number(3, "costFix"),
        row.Number(4, "fixO&M"),
        row.Number(5, "wellCap"),
        row.Number(6, "wellCostFix"),
        row.Number(7, "wellFixO&M"),
        row.Number(8, "varO&M", double.MinValue),
        row.Place(10, 11),
        Cell: 0);

    // A unit cost other than zero stands for all the other cost columns.
    private static double? UnitCost(SimCcsRow row) => row.OptionalNumber(3, "Total unit cost", double.MinValue) is { } unit and not 0 ? unit : null;

    private static List<T> Distinct<T>(List<T> items, Func<T, string> id, Func<T, string> name, string shown, List<Problem> problems)
    {
        foreach (var (what, key) in new[] { ("id", id), ("name", name) })
        {
            problems.AddRange(items.GroupBy(key).Where(g => g.Count() > 1)
                .Select(g => new Problem($"{shown}:{g.Key}", $"The {what} stands {g.Count()} times.", $"Give each row its own {what}.")));
        }

        return items;
    }

    [GeneratedRegex(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)")]
    private static partial Regex CommaOutsideQuotes();
}
