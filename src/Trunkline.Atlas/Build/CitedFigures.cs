using System.Globalization;
using Trunkline.Domain;

namespace Trunkline.Atlas.Build;

/// <summary>A number with its unit, the year of its dollars where it is money, its source and how far it can be trusted.</summary>
internal sealed record CitedFigure(string Id, double Value, string Unit, int? DollarYear, string Source, Confidence Confidence);

/// <summary>Figures that no raw file holds, kept beside the code as CSV (<c>Build/Cited</c>) with source and confidence. Money is asked for in one dollar year.</summary>
internal sealed class CitedFigures
{
    private readonly Dictionary<string, CitedFigure> byId;

    public CitedFigures(int dollarYear)
    {
        DollarYear = dollarYear;
        byId = Rows("figures.csv").Select(Figure).ToDictionary(f => f.Id);
    }

    /// <summary>The year whose dollars every money figure is given in.</summary>
    public int DollarYear { get; }

    /// <summary>All figures, in the order of the file.</summary>
    public IEnumerable<CitedFigure> All => byId.Values;

    /// <summary>A figure by id; money in <see cref="DollarYear"/>.</summary>
    public double this[string id] => InDollarYear(byId[id]);

    /// <summary>A figure as its source gives it, money in its own year.</summary>
    public CitedFigure Raw(string id) => byId[id];

    /// <summary>What money of one year is worth in <see cref="DollarYear"/>, by consumer prices.</summary>
    public double PriceFactor(int fromYear) => byId[KnownCpi(DollarYear)].Value / byId[KnownCpi(fromYear)].Value;

    public double InDollarYear(CitedFigure figure) => figure.Value * (figure.DollarYear is { } year ? PriceFactor(year) : 1);

    /// <summary>The rows of a cited table.</summary>
    public static IEnumerable<RawRow> Rows(string file)
    {
        using StreamReader text = new(Open(file));
        string[] lines = text.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        string[] header = lines[0].Split(',');
        return [.. lines.Skip(1).Select(line => new RawRow(header.Zip(Cells(line)).ToDictionary(p => p.First, p => p.Second)))];
    }

    /// <summary>A cited file as it stands.</summary>
    public static string Text(string file)
    {
        using StreamReader text = new(Open(file));
        return text.ReadToEnd();
    }

    private static Stream Open(string file) =>
        typeof(CitedFigures).Assembly.GetManifestResourceStream($"cited/{file}") ?? throw new FileNotFoundException($"No cited file '{file}' in the assembly.");

    private static string KnownCpi(int year) => string.Create(CultureInfo.InvariantCulture, $"cpi.{year}");

    private static CitedFigure Figure(RawRow row) => new(
        row.Text("id")!,
        row.Number("value")!.Value,
        row.Text("unit")!,
        row.Number("dollar_year") is { } year ? (int)year : null,
        row.Text("source")!,
        Enum.Parse<Confidence>(row.Text("confidence")!));

    // Our own small files: quotes only around whole cells, never a line break inside.
    private static List<string> Cells(string line)
    {
        List<string> cells = [];
        int start = 0;
        bool quoted = false;
        for (int i = 0; i <= line.Length; i++)
        {
            if (i == line.Length || (line[i] == ',' && !quoted))
            {
                cells.Add(line[start..i].Trim('"').Replace("\"\"", "\"", StringComparison.Ordinal));
                start = i + 1;
            }
            else if (line[i] == '"')
            {
                quoted = !quoted;
            }
        }

        return cells;
    }
}
