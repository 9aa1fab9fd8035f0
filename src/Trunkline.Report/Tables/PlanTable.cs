using System.Globalization;
using Trunkline.Planner;

namespace Trunkline.Report;

/// <summary>What a column holds.</summary>
public enum ColumnKind
{
    Text,
    Whole,
    Number,
    Flag,
}

/// <summary>A column. The unit, where there is one, is the end of its name: <c>rate_2026_2030_t_per_y</c>.</summary>
public sealed record Column(string Name, ColumnKind Kind);

/// <summary>
/// One table of a plan, for machines: keys and units in English whatever the report's language. CSV files and map layers are both
/// written from it, so they cannot differ.
/// </summary>
/// <param name="Rows">One value a column: string, long, double, bool, or null for no value.</param>
public sealed record PlanTable(string Name, IReadOnlyList<Column> Columns, IReadOnlyList<IReadOnlyList<object?>> Rows)
{
    /// <summary>The table of these things, one row each in their order.</summary>
    public static PlanTable Of<T>(string name, IEnumerable<T> things, IReadOnlyList<Cell<T>> cells) => new(
        name,
        [.. cells.Select(cell => cell.Column)],
        [.. things.Select(thing => (IReadOnlyList<object?>)[.. cells.Select(cell => cell.Value(thing))])]);
}

/// <summary>A column and how its value is read from a thing.</summary>
public sealed record Cell<T>(Column Column, Func<T, object?> Value);

/// <summary>Cells by what they hold; numbers keep nine significant digits, as <c>plan.json</c> does.</summary>
public static class Cells
{
    public static Cell<T> Text<T>(string name, Func<T, string?> value) => new(new Column(name, ColumnKind.Text), value);

    public static Cell<T> Whole<T>(string name, Func<T, long?> value) => new(new Column(name, ColumnKind.Whole), thing => value(thing));

    public static Cell<T> Flag<T>(string name, Func<T, bool> value) => new(new Column(name, ColumnKind.Flag), thing => value(thing));

    public static Cell<T> Number<T>(string name, Func<T, double?> value) =>
        new(new Column(name, ColumnKind.Number), thing => value(thing) is double number ? Rounded(number) : null);

    /// <summary>One column a period: <c>prefix_2026_2030_unit</c>.</summary>
    public static IEnumerable<Cell<T>> ByPeriod<T>(Plan plan, string prefix, string unit, Func<T, int, double?> value) =>
        plan.Periods.Select((period, t) => Number<T>($"{prefix}_{period.From}_{period.To}_{unit}", thing => value(thing, t)));

    private static double Rounded(double value) =>
        double.Parse(value.ToString("G9", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
