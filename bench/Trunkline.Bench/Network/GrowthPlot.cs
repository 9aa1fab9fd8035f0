using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Trunkline.Bench.Network;

/// <summary>
/// Draws processor time to a proven gap of 5 % against size of the ladder, both by powers of ten, with a line of slope 1.5 to compare. Growth is told from each
/// series' quickest size on: what is smaller than that is finished by a search tree, and takes longer.
/// </summary>
internal static class GrowthPlot
{
    private const int Width = 640, Height = 420, Left = 70, Right = 190, Top = 30, Bottom = 50;

    private static readonly (int Periods, string Colour)[] Series = [(1, "#1b6ca8"), (3, "#2a9d5c"), (6, "#c8553d")];

    public static int Run(string[] args, TextWriter output, TextWriter error)
    {
        if (args is not ["--from", var from, "--out", var to])
        {
            error.WriteLine(NetworkOptions.Usage);
            return 2;
        }

        List<Point> points = [.. Points(JsonNode.Parse(File.ReadAllText(from))!)];
        File.WriteAllText(to, Svg(points));
        foreach (var series in points.GroupBy(p => p.Periods).Where(g => g.Count() > 1))
        {
            Point[] growing = FromQuickest([.. series]);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{series.Key} periods: from {growing[0].Terminals} terminals on, time grows as n^{Exponent(growing):0.00}"));
        }

        return 0;
    }

    private sealed record Point(int Terminals, int Periods, double Seconds);

    private static IEnumerable<Point> Points(JsonNode json) =>
        from run in json["runs"]!.AsArray()
        where (string?)run!["solver"] == "ours" && (int)run["terminals"]! > 0 && run["processorToFivePercent"] is not null
        group (double)run["processorToFivePercent"]! by ((int)run["terminals"]!, (int)run["periods"]!) into runs
        orderby runs.Key
        select new Point(runs.Key.Item1, runs.Key.Item2, runs.Order().ElementAt(runs.Count() / 2));

    private static Point[] FromQuickest(Point[] series) => [.. series.SkipWhile(p => p != series.MinBy(q => q.Seconds))];

    // Least squares of the logarithms.
    private static double Exponent(Point[] points)
    {
        double x = points.Average(p => Math.Log(p.Terminals)), y = points.Average(p => Math.Log(p.Seconds));
        return points.Sum(p => (Math.Log(p.Terminals) - x) * (Math.Log(p.Seconds) - y)) / points.Sum(p => Math.Pow(Math.Log(p.Terminals) - x, 2));
    }

    private static string Svg(List<Point> points)
    {
        double lowest = Math.Floor(Math.Log10(points.Min(p => p.Seconds))), highest = Math.Ceiling(Math.Log10(points.Max(p => p.Seconds)));
        double X(double n) => Left + ((Math.Log10(n) - 1) / 3 * (Width - Left - Right));
        double Y(double s) => Height - Bottom - ((Math.Log10(s) - lowest) / (highest - lowest) * (Height - Top - Bottom));
        StringBuilder svg = new();
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{Width}\" height=\"{Height}\" viewBox=\"0 0 {Width} {Height}\" font-family=\"sans-serif\" font-size=\"12\">\n");
        svg.Append(CultureInfo.InvariantCulture, $"<rect width=\"{Width}\" height=\"{Height}\" fill=\"#ffffff\"/>\n");
        for (int power = 1; power <= 4; power++)
        {
            Grid(svg, X(Math.Pow(10, power)), Top, X(Math.Pow(10, power)), Height - Bottom);
            Text(svg, X(Math.Pow(10, power)), Height - Bottom + 18, Power(power), "middle");
        }

        for (double power = lowest; power <= highest; power++)
        {
            Grid(svg, Left, Y(Math.Pow(10, power)), Width - Right, Y(Math.Pow(10, power)));
            Text(svg, Left - 8, Y(Math.Pow(10, power)) + 4, Power(power), "end");
        }

        Text(svg, (Left + Width - Right) / 2.0, Height - 10, "terminals", "middle");
        Text(svg, Left - 40, Top - 12, "processor seconds to a proven gap of 5 %", "start");
        Reference(svg, points, X, Y);
        foreach (var series in points.GroupBy(p => p.Periods))
        {
            Draw(svg, [.. series], X, Y);
        }

        return svg.Append("</svg>\n").ToString();
    }

    private static void Draw(StringBuilder svg, Point[] series, Func<double, double> x, Func<double, double> y)
    {
        string colour = Series.FirstOrDefault(s => s.Periods == series[0].Periods).Colour ?? "#555555";
        Path(svg, series.Select(p => (x(p.Terminals), y(p.Seconds))), colour, "");
        foreach (Point p in series)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<circle cx=\"{x(p.Terminals):0.0}\" cy=\"{y(p.Seconds):0.0}\" r=\"3.5\" fill=\"{colour}\"/>\n");
        }

        Point[] growing = FromQuickest(series);
        string label = growing.Length > 1 ? string.Create(CultureInfo.InvariantCulture, $" (n^{Exponent(growing):0.00} from {growing[0].Terminals} on)") : "";
        string periods = series[0].Periods == 1 ? "1 period" : $"{series[0].Periods} periods";
        Text(svg, x(series[^1].Terminals) + 10, y(series[^1].Seconds) + 4, periods + label, "start", colour);
    }

    private static void Reference(StringBuilder svg, List<Point> points, Func<double, double> x, Func<double, double> y)
    {
        Point first = points.MinBy(p => p.Seconds)!;
        double most = points.Max(p => p.Seconds), last = Math.Min(points.Max(p => p.Terminals), first.Terminals * Math.Pow(most / first.Seconds, 1 / 1.5));
        double end = first.Seconds * Math.Pow(last / first.Terminals, 1.5);
        Path(svg, [(x(first.Terminals), y(first.Seconds)), (x(last), y(end))], "#888888", " stroke-dasharray=\"5 4\"");
        Text(svg, x(last) + 6, y(end) - 4, "n^1.5", "start", "#666666");
    }

    private static void Path(StringBuilder svg, IEnumerable<(double X, double Y)> points, string colour, string style) =>
        svg.Append(CultureInfo.InvariantCulture, $"<polyline fill=\"none\" stroke=\"{colour}\" stroke-width=\"1.5\"{style} points=\"{string.Join(' ', points.Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.X:0.0},{p.Y:0.0}")))}\"/>\n");

    private static void Grid(StringBuilder svg, double x1, double y1, double x2, double y2) =>
        svg.Append(CultureInfo.InvariantCulture, $"<line x1=\"{x1:0.0}\" y1=\"{y1:0.0}\" x2=\"{x2:0.0}\" y2=\"{y2:0.0}\" stroke=\"#dddddd\"/>\n");

    private static void Text(StringBuilder svg, double x, double y, string text, string anchor, string colour = "#222222") =>
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{x:0.0}\" y=\"{y:0.0}\" text-anchor=\"{anchor}\" fill=\"{colour}\">{text}</text>\n");

    private static string Power(double power) => Math.Pow(10, power).ToString(power < 0 ? "0.###" : "#,0", CultureInfo.InvariantCulture);
}
