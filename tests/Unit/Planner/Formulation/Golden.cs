using System.Globalization;
using System.Text;
using Trunkline.Optimisation;
using Trunkline.Planner;

namespace Trunkline.Tests.Unit.Planner.Formulation;

/// <summary>
/// Rows or costs of one name as LP text, held against a file that a person has read. LP names know neither brackets nor hyphens, so
/// <c>open-once[A,2026]</c> stands there as <c>open_once.A.2026</c>. TRUNKLINE_GOLDEN=write writes the files anew; then read them.
/// </summary>
internal static class Golden
{
    public static string Folder { get; } = Path.Combine(TinyWorld.Root, "tests", "Unit", "Planner", "Formulation", "Golden");

    /// <summary>The rule's rows and the columns in them.</summary>
    public static string RowsOf(IRule rule, PlanningCase planning)
    {
        var x = new Decisions(planning);
        return Text(x.Model.Columns.Select(c => c with { Cost = 0 }), [.. rule.Rows(planning, x)]);
    }

    /// <summary>The objective with this cost alone.</summary>
    public static string ObjectiveOf(ICost cost, PlanningCase planning)
    {
        var x = new Decisions(planning);
        cost.Price(planning, x);
        return Text(x.Model.Columns, []);
    }

    public static void Check(string name, string text)
    {
        string file = Path.Combine(Folder, name + ".lp");
        if (Environment.GetEnvironmentVariable("TRUNKLINE_GOLDEN") == "write")
        {
            File.WriteAllText(file, text);
        }

        Assert.True(File.Exists(file), $"There is no golden file {file}. It should hold:\n{text}");
        Assert.Equal(File.ReadAllText(file), text);
    }

    private static string Text(IEnumerable<Column> columns, IReadOnlyList<Row> rows)
    {
        var small = new LinearModel();
        var kept = new Dictionary<int, int>();
        HashSet<int> inRows = [.. rows.SelectMany(r => r.Terms).Select(t => t.Column)];
        foreach (var (index, column) in columns.Index().Where(c => inRows.Contains(c.Index) || c.Item.Cost != 0))
        {
            kept[index] = small.AddColumn(Plain(column.Name), Digits(column.Cost), column.Lower, column.Upper, column.IsInteger);
        }

        foreach (Row row in rows)
        {
            small.AddRow(row with { Name = Plain(row.Name), Terms = [.. row.Terms.Select(t => new Term(Digits(t.Coefficient), kept[t.Column]))] });
        }

        return LpText.Write(small);
    }

    /// <summary>Twelve digits: what stands behind them is the computer's arithmetic, which nobody would write down.</summary>
    private static double Digits(double number) => double.Parse(number.ToString("G12", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    private static string Plain(string name) => new StringBuilder(name)
        .Replace("]", string.Empty).Replace('[', '.').Replace(',', '.').Replace('-', '_').Replace(':', '_').Replace('#', '_').ToString();
}
