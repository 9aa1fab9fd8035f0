using CsvHelper;
using Trunkline.Domain;

namespace Trunkline.Atlas;

/// <summary>Reads one CSV table of the schema: header checked, every row offered to a maker, problems collected.</summary>
internal static class TableFile
{
    /// <summary>The rows made; empty where the file is absent.</summary>
    public static List<T> Read<T>(string folder, DatasetTable table, List<Problem> problems, Func<TableRow, T> make)
    {
        string path = Path.Combine(folder, table.File);
        if (!File.Exists(path))
        {
            return [];
        }

        try
        {
            (int Line, string[] Cells)[] records = [.. CsvText.Records(path)];
            string[] header = records.Length > 0 ? records[0].Cells : [];
            return HeaderIsRight(header, table, problems) ? Rows(header, records.Skip(1), table, problems, make) : [];
        }
        catch (CsvFormatException e)
        {
            problems.Add(new Problem(table.File, e.Message, "Close every quote, and double a quote that stands inside quotes."));
            return [];
        }
    }

    private static bool HeaderIsRight(string[] header, DatasetTable table, List<Problem> problems)
    {
        int before = problems.Count;
        foreach (DatasetColumn column in table.Columns.Where(c => c.Required && !header.Contains(c.Name)))
        {
            problems.Add(new Problem($"{table.File}:1:{column.Name}", "the column is missing.", $"Add it: {column.Meaning} ({column.Unit})."));
        }

        foreach (string name in header.Where(name => table.Columns.All(c => c.Name != name)))
        {
            string known = string.Join(", ", table.Columns.Select(c => c.Name));
            problems.Add(new Problem($"{table.File}:1:{name}", "this column is not known.", $"Remove or rename it. Known are {known}."));
        }

        foreach (string name in header.GroupBy(n => n).Where(g => g.Count() > 1).Select(g => g.Key))
        {
            problems.Add(new Problem($"{table.File}:1:{name}", "the column stands twice.", "Keep one."));
        }

        return problems.Count == before;
    }

    private static List<T> Rows<T>(
        string[] header, IEnumerable<(int Line, string[] Cells)> records, DatasetTable table, List<Problem> problems, Func<TableRow, T> make)
    {
        List<T> made = [];
        foreach ((int line, string[] cells) in records)
        {
            if (cells.Length != header.Length)
            {
                problems.Add(new Problem($"{table.File}:{line}", $"the row has {cells.Length} cells.", $"Write {header.Length}, as the header has."));
                continue;
            }

            TableRow row = new(table.File, line, header.Zip(cells).ToDictionary(p => p.First, p => p.Second), problems);
            T value = make(row);
            if (!row.IsWrong)
            {
                made.Add(value);
            }
        }

        return made;
    }
}
