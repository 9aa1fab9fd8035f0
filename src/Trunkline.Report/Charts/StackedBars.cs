using Trunkline.Domain;

namespace Trunkline.Report;

/// <summary>One part of every bar.</summary>
/// <param name="Look">Class of the style sheet that gives the colour.</param>
/// <param name="Values">One a bar, not negative.</param>
public sealed record ChartSeries(string Name, string Look, IReadOnlyList<double> Values);

/// <summary>A short line across each bar: a target.</summary>
public sealed record ChartMarker(string Name, string Look, IReadOnlyList<double> Values);

/// <summary>Upright bars, one a period, each stacked from its series, the total above. Text stays legible at phone width.</summary>
public sealed record StackedBars(
    string Title, IReadOnlyList<string> Bars, IReadOnlyList<ChartSeries> Series, IReadOnlyList<ChartMarker> Markers) : IChart
{
    private const double Width = 480, Height = 270, Left = 46, Right = 6, Top = 22, Bottom = 26;
    private const double BarShare = 0.62;

    public string Picture()
    {
        double[] totals = [.. Bars.Select((_, bar) => Series.Sum(series => series.Values[bar]))];
        double largest = totals.Concat(Markers.SelectMany(marker => marker.Values)).DefaultIfEmpty(0).Max();
        ChartAxis axis = ChartAxis.For(largest);
        Markup svg = new();
        svg.Open("svg", ("class", "chart"), ("viewBox", $"0 0 {Width} {Height}"), ("role", "img"));
        svg.Leaf("title", Title).Leaf("desc", Description(totals));
        DrawAxis(svg, axis);
        for (int bar = 0; bar < Bars.Count; bar++)
        {
            DrawBar(svg, axis, bar, totals[bar]);
        }

        return svg.Close().ToString();
    }

    public IEnumerable<(string Look, string Name)> Key =>
        [.. Series.Select(series => (series.Look, series.Name)), .. Markers.Select(marker => (marker.Look, marker.Name))];

    private double Slot => (Width - Left - Right) / Math.Max(1, Bars.Count);

    private static double Y(ChartAxis axis, double value) => Top + ((Height - Top - Bottom) * (1 - (value / axis.Top)));

    private string Description(double[] totals) => string.Join("; ", Bars.Select((bar, i) => $"{bar}: {Figures.Number(totals[i])}"));

    private static void DrawAxis(Markup svg, ChartAxis axis)
    {
        foreach (double value in axis.Lines)
        {
            string y = Markup.At(Y(axis, value));
            svg.Empty("path", ("class", value == 0 ? "base" : "grid"), ("d", $"M{Left} {y}H{Width - Right}"));
            svg.Leaf("text", AxisText(value, axis), ("class", "tick"), ("x", Markup.At(Left - 5)), ("y", Markup.At(Y(axis, value) + 4)));
        }
    }

    private static string AxisText(double value, ChartAxis axis) => axis.Step >= 1 ? Figures.Whole(value) : Figures.Fixed(value, axis.Step >= 0.1 ? 1 : 2);

    private void DrawBar(Markup svg, ChartAxis axis, int bar, double total)
    {
        double x = Left + (Slot * bar) + (Slot * (1 - BarShare) / 2), wide = Slot * BarShare, from = 0;
        foreach (ChartSeries series in Series.Where(series => series.Values[bar] > 0))
        {
            double value = series.Values[bar], y = Y(axis, from + value);
            svg.Open("rect", ("class", $"bar {series.Look}"), ("x", Markup.At(x)), ("y", Markup.At(y)), ("width", Markup.At(wide)), ("height", Markup.At(Y(axis, from) - y)));
            svg.Leaf("title", $"{Bars[bar]} · {series.Name} · {Figures.Number(value)}").Close();
            from += value;
        }

        foreach (ChartMarker marker in Markers)
        {
            string y = Markup.At(Y(axis, marker.Values[bar]));
            svg.Empty("path", ("class", marker.Look), ("d", $"M{Markup.At(x - 8)} {y}h{Markup.At(wide + 16)}"));
        }

        double above = Markers.Select(marker => marker.Values[bar]).Where(value => Math.Abs(Y(axis, value) - Y(axis, total)) < 16).Append(total).Max();
        string middle = Markup.At(x + (wide / 2));
        svg.Leaf("text", Figures.Number(total), ("class", "total"), ("x", middle), ("y", Markup.At(Y(axis, above) - 6)));
        svg.Leaf("text", Bars[bar], ("class", "name"), ("x", middle), ("y", Markup.At(Height - 8)));
    }
}

/// <summary>A chart that draws itself and says what its colours mean.</summary>
public interface IChart
{
    string Title { get; }

    /// <summary>Class and name of each colour; empty where the bars name themselves.</summary>
    IEnumerable<(string Look, string Name)> Key { get; }

    /// <summary>The drawing as one <c>svg</c> element.</summary>
    string Picture();
}
