namespace Trunkline.Report;

/// <summary>A lying bar with its name and figure above it.</summary>
/// <param name="Value">May be negative: the bar then runs left from zero.</param>
/// <param name="Text">The figure as people read it.</param>
public sealed record LyingBar(string Name, string Look, double Value, string Text);

/// <summary>Lying bars under each other, for names that are long.</summary>
/// <param name="Full">Value at the full width, for shares of a whole; null to fit the largest.</param>
public sealed record HorizontalBars(string Title, IReadOnlyList<LyingBar> Bars, double? Full = null) : IChart
{
    private const double Width = 480, Row = 34, BarTop = 17, BarHeight = 10;

    public IEnumerable<(string Look, string Name)> Key => [];

    public string Picture()
    {
        double least = Math.Min(0, Bars.Min(bar => bar.Value)), most = Full ?? Math.Max(0, Bars.Max(bar => bar.Value));
        double unit = Width / Math.Max(most - least, double.Epsilon), zero = -least * unit;
        Markup svg = new();
        svg.Open("svg", ("class", "chart"), ("viewBox", $"0 0 {Width} {Markup.At(Row * Bars.Count)}"), ("role", "img"));
        svg.Leaf("title", Title).Leaf("desc", string.Join("; ", Bars.Select(bar => $"{bar.Name}: {bar.Text}")));
        for (int i = 0; i < Bars.Count; i++)
        {
            DrawBar(svg, Bars[i], Row * i, zero, unit);
        }

        return svg.Close().ToString();
    }

    private static void DrawBar(Markup svg, LyingBar bar, double top, double zero, double unit)
    {
        double length = Math.Abs(bar.Value) * unit, x = bar.Value < 0 ? zero - length : zero;
        svg.Leaf("text", bar.Name, ("class", "left"), ("x", "0"), ("y", Markup.At(top + 12)));
        svg.Leaf("text", bar.Text, ("class", "right"), ("x", Markup.At(Width)), ("y", Markup.At(top + 12)));
        svg.Empty("rect", ("class", "track"), ("x", "0"), ("y", Markup.At(top + BarTop)), ("width", Markup.At(Width)), ("height", Markup.At(BarHeight)));
        svg.Empty("rect", ("class", $"bar {bar.Look}"), ("x", Markup.At(x)), ("y", Markup.At(top + BarTop)), ("width", Markup.At(Math.Max(length, 0.5))), ("height", Markup.At(BarHeight)));
    }
}
