using System.Globalization;
using System.Text;
using Trunkline.Domain;

namespace Trunkline.Atlas.SimCcs;

/// <summary>What SimCCS' solution.csv says. Money is M$/y, amounts Mt/y; edges are named by the cells of their ends, in the direction of the flow.</summary>
public sealed record SimCcsResult(
    double Years,
    double CapitalRecovery,
    double? TaxUsdPerTonne,
    double AmountMtPerYear,
    double Total,
    double Capture,
    double Transport,
    double Storage,
    IReadOnlyList<SimCcsResultTerminal> Sources,
    IReadOnlyList<SimCcsResultTerminal> Sinks,
    IReadOnlyList<SimCcsResultEdge> Edges);

/// <summary>A source or sink in use.</summary>
public sealed record SimCcsResultTerminal(string Name, double AmountMtPerYear, double Cost);

/// <summary>A pipe in use.</summary>
public sealed record SimCcsResultEdge(int From, int To, double AmountMtPerYear, double Cost, double LengthKm);

/// <summary>Reads and writes SimCCS' solution.csv.</summary>
public static class SimCcsSolutionFile
{
    private const string SourceHeader = "Source,Capture Amount (MTCO2/yr),Capture Cost ($M/yr)";
    private const string SinkHeader = "Sink,Storage Amount (MTCO2/yr),Storage Cost ($M/yr)";
    private const string EdgeHeader = "Edge Source,Edge Sink,Amount (MTCO2/yr),Transport Cost ($M/yr),Length (km)";

    private const string Years = "Project Length";
    private const string Recovery = "CRF";
    private const string Tax = "Tax or Credit";
    private const string Amount = "Annual Capture Amount (MTCO2/yr)";
    private const string Total = "Total Cost ($M/yr)";
    private const string Capture = "Capture Cost ($M/yr)";
    private const string Transport = "Transport Cost ($M/yr)";
    private const string Storage = "Storage Cost ($M/yr)";

    /// <summary>The text, lines ended by a line feed; names that hold a comma are quoted.</summary>
    public static string Text(SimCcsResult result)
    {
        var text = new StringBuilder();
        Line(text, Years, result.Years);
        Line(text, Recovery, result.CapitalRecovery);
        if (result.TaxUsdPerTonne is { } tax and not 0)
        {
            Line(text, Tax, tax);
        }

        Line(text, Amount, result.AmountMtPerYear);
        Line(text, Total, result.Total);
        Line(text, Capture, result.Capture);
        Line(text, Transport, result.Transport);
        Line(text, Storage, result.Storage);
        Table(text, SourceHeader, result.Sources.Select(Row));
        Table(text, SinkHeader, result.Sinks.Select(Row));
        Table(text, EdgeHeader, result.Edges.Select(e => string.Create(
            CultureInfo.InvariantCulture, $"{e.From},{e.To},{e.AmountMtPerYear:R},{e.Cost:R},{e.LengthKm:R}")));
        return text.ToString();
    }

    /// <summary>The result, or every problem.</summary>
    public static Checked<SimCcsResult> Read(string path)
    {
        if (!File.Exists(path))
        {
            return Checked<SimCcsResult>.Wrong([new Problem(path, "There is no such file.", "Name a solution.csv of SimCCS or of 'network solve --out'.")]);
        }

        List<Problem> problems = [];
        var tables = new Tables(Path.GetFileName(path), SimCcsText.Lines(path), problems);
        var result = new SimCcsResult(
            tables.Number(Years), tables.Number(Recovery), tables.OptionalNumber(Tax), tables.Number(Amount), tables.Number(Total),
            tables.Number(Capture), tables.Number(Transport), tables.Number(Storage),
            tables.Rows(SourceHeader, Terminal),
            tables.Rows(SinkHeader, Terminal),
            tables.Rows(EdgeHeader, r => new SimCcsResultEdge(
                r.GridCell(0, "Edge Source"), r.GridCell(1, "Edge Sink"), r.Number(2, "Amount"), r.Number(3, "Transport Cost"), r.Number(4, "Length"))));
        return Checked<SimCcsResult>.From(result, problems);
    }

    private static SimCcsResultTerminal Terminal(SimCcsRow row) => new(row.Text(0, "Name"), row.Number(1, "Amount"), row.Number(2, "Cost", double.MinValue));

    private static string Row(SimCcsResultTerminal t) => string.Create(CultureInfo.InvariantCulture, $"{SimCcsWriter.Quoted(t.Name)},{t.AmountMtPerYear:R},{t.Cost:R}");

    private static void Line(StringBuilder text, string key, double value) =>
        text.Append(CultureInfo.InvariantCulture, $"{key},{value:R}\n");

    private static void Table(StringBuilder text, string header, IEnumerable<string> rows) =>
        text.Append('\n').Append(header).Append('\n').AppendJoin("", rows.Select(r => r + "\n"));

    private sealed class Tables(string file, string[] lines, List<Problem> problems)
    {
        public double Number(string key)
        {
            double? number = OptionalNumber(key);
            if (number is null)
            {
                problems.Add(new Problem($"{file}:{key}", "The line is missing or holds no number.", $"Write '{key},' and a number."));
            }

            return number ?? 0;
        }

        public double? OptionalNumber(string key)
        {
            string? line = lines.TakeWhile(l => l.Length > 0).FirstOrDefault(l => l.StartsWith(key + ",", StringComparison.Ordinal));
            return line is not null && double.TryParse(line[(key.Length + 1)..], NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value)
                ? value : null;
        }

        public IReadOnlyList<T> Rows<T>(string header, Func<SimCcsRow, T> make)
        {
            int at = Array.IndexOf(lines, header);
            if (at < 0)
            {
                problems.Add(new Problem($"{file}:{header.Split(',')[0]}", "The table is missing.", $"Write the line '{header}' and the rows below it."));
                return [];
            }

            return [.. lines.Index().Skip(at + 1).TakeWhile(l => l.Item.Length > 0)
                .Select(l => make(new SimCcsRow(file, l.Index + 1, SimCcsTables.CsvCells(l.Item), problems)))];
        }
    }
}
