using System.Text.RegularExpressions;
using CsvHelper;
using Trunkline.Domain;

namespace Trunkline.Atlas.Communities;

/// <summary>Reads the tract file of the Climate and Economic Justice Screening Tool, version 1.0 (CSV, 133 columns, one row a tract).</summary>
public static partial class CejstFile
{
    private const string Tract = "Census tract 2010 ID";
    private const string State = "State/Territory";
    private const string People = "Total population";
    private const string Identified = "Identified as disadvantaged";
    private const string ByBurdens = "Identified as disadvantaged without considering neighbors";
    private const string Thresholds = "Total threshold criteria exceeded";
    private const string Categories = "Total categories exceeded";

    /// <summary>Every tract with what the rule gives for it, or every problem of the file at once.</summary>
    public static Checked<IReadOnlyList<CejstTract>> Read(string path)
    {
        if (!File.Exists(path))
        {
            return Wrong(path, "There is no such file.", "Give the tract file of the screening tool, version 1.0, as CSV.");
        }

        try
        {
            List<Problem> problems = [];
            (int Line, string[] Cells)[] records = [.. CsvText.Records(path)];
            string[] header = records.Length > 0 ? records[0].Cells : [];
            string[] missing = [.. Needed.Where(c => !header.Contains(c))];
            problems.AddRange(missing.Select(c => new Problem($"{path}:1:{c}", "The column is missing.", "Use the file of version 1.0 with its own column names.")));
            IReadOnlyList<CejstTract> tracts = problems.Count == 0 ? [.. Tracts(path, header, records.Skip(1), problems)] : [];
            return Checked<IReadOnlyList<CejstTract>>.From(tracts, problems);
        }
        catch (CsvFormatException e)
        {
            return Wrong(path, e.Message, "Close every quote, and double a quote that stands inside quotes.");
        }
    }

    private static IEnumerable<string> Needed => [Tract, State, People, Identified, ByBurdens, Thresholds, Categories, .. CejstRule.Columns];

    private static IEnumerable<CejstTract> Tracts(string path, string[] header, IEnumerable<(int Line, string[] Cells)> records, List<Problem> problems)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach ((int line, string[] cells) in records)
        {
            if (cells.Length != header.Length)
            {
                problems.Add(new Problem($"{path}:{line}", $"The row has {cells.Length} cells.", $"Write {header.Length}, as the header has."));
                continue;
            }

            CejstRow row = new($"{path}:{line}", header.Zip(cells).DistinctBy(p => p.First).ToDictionary(p => p.First, p => p.Second), problems);
            string id = row.Text(Tract) ?? string.Empty;
            if (!TractId().IsMatch(id) || !seen.Add(id))
            {
                problems.Add(new Problem($"{path}:{line}:{Tract}", $"'{id}' is no tract id, or stands twice.", "Write eleven digits as text, each tract once."));
                continue;
            }

            string state = row.Text(State) ?? string.Empty;
            yield return new CejstTract(
                id, state, row.Number(People), row.Flag(Identified) ?? false, row.Flag(ByBurdens) ?? false, row.Number(Thresholds), row.Number(Categories), CejstRule.Of(row, state));
        }
    }

    private static Checked<IReadOnlyList<CejstTract>> Wrong(string where, string what, string fix) =>
        Checked<IReadOnlyList<CejstTract>>.Wrong([new Problem(where, what, fix)]);

    [GeneratedRegex("^[0-9]{11}$")]
    private static partial Regex TractId();
}
