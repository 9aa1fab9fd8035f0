using Trunkline.Domain;

namespace Trunkline.Report;

/// <summary>A layer of a wedge chart: one value a year shown.</summary>
/// <param name="Look">Class of the style sheet that gives the colour.</param>
/// <param name="Values">One a year, not negative.</param>
/// <param name="IsRemoval">True where it is taken out of the air and hangs below zero.</param>
public sealed record Wedge(string Name, string Look, IReadOnlyList<double> Values, bool IsRemoval = false);

/// <summary>What a line of emissions is made up of from year to year: layers stacked above zero, removals hanging below. Straight between the years shown.</summary>
/// <param name="Years">Rising.</param>
/// <param name="Wedges">From the bottom up; removals from zero down.</param>
public sealed record WedgeChart(string Title, IReadOnlyList<int> Years, IReadOnlyList<Wedge> Wedges) : IChart
{
    private const double Width = 480, Height = 290, Left = 52, Right = 16, Top = 14, Bottom = 26;

    public IEnumerable<(string Look, string Name)> Key => Wedges.Select(w => (w.Look, w.Name));

    public string Picture()
    {
        double[] none = new double[Years.Count];
        ChartAxis above = ChartAxis.For(Years.Select((_, i) => Sum(i, isRemoval: false)).Max());
        double below = Math.Ceiling((Years.Select((_, i) => Sum(i, isRemoval: true)).Max() / above.Step) - 1e-9) * above.Step;
        Markup svg = new();
        svg.Open("svg", ("class", "chart"), ("viewBox", $"0 0 {Width} {Height}"), ("role", "img"));
        svg.Leaf("title", Title).Leaf("desc", string.Join("; ", Wedges.Select(w => $"{w.Name}: {string.Join(", ", Years.Select((y, i) => $"{y} {Figures.Number(w.Values[i])}"))}")));
        DrawAxis(svg, above, below);
        foreach (bool isRemoval in new[] { false, true })
        {
            double[] from = none;
            foreach (Wedge wedge in Wedges.Where(w => w.IsRemoval == isRemoval))
            {
                double[] to = [.. from.Select((value, i) => value + (isRemoval ? -wedge.Values[i] : wedge.Values[i]))];
                Draw(svg, wedge, from, to, above.Top, below);
                from = to;
            }
        }

        foreach ((int i, int year) in Years.Index())
        {
            svg.Leaf("text", $"{year}", ("class", "name"), ("x", Markup.At(X(i))), ("y", Markup.At(Height - 8)));
        }

        return svg.Close().ToString();
    }

    private double Sum(int year, bool isRemoval) => Wedges.Where(w => w.IsRemoval == isRemoval).Sum(w => w.Values[year]);

    private double X(int year) => Left + ((Width - Left - Right) * (Years[year] - Years[0]) / Math.Max(1, Years[^1] - Years[0]));

    private static double Y(double value, double top, double below) => Top + ((Height - Top - Bottom) * (top - value) / (top + below));

    private static void DrawAxis(Markup svg, ChartAxis above, double below)
    {
        IEnumerable<double> lines = above.Lines.Concat(Enumerable.Range(1, (int)Math.Round(below / above.Step)).Select(k => -k * above.Step));
        foreach (double value in lines)
        {
            string y = Markup.At(Y(value, above.Top, below));
            svg.Empty("path", ("class", value == 0 ? "base" : "grid"), ("d", $"M{Left} {y}H{Width - Right}"));
            svg.Leaf("text", above.Step >= 1 ? Figures.Whole(value) : Figures.Fixed(value, 1), ("class", "tick"), ("x", Markup.At(Left - 5)), ("y", Markup.At(Y(value, above.Top, below) + 4)));
        }
    }

    private void Draw(Markup svg, Wedge wedge, double[] from, double[] to, double top, double below)
    {
        IEnumerable<string> outward = to.Select((value, i) => $"{Markup.At(X(i))} {Markup.At(Y(value, top, below))}");
        IEnumerable<string> back = from.Select((value, i) => $"{Markup.At(X(i))} {Markup.At(Y(value, top, below))}").Reverse();
        svg.Open("path", ("class", $"bar {wedge.Look}"), ("d", $"M{string.Join("L", outward.Concat(back))}Z"));
        svg.Leaf("title", $"{wedge.Name} · {Years[^1]} · {Figures.Number(wedge.Values[^1])}").Close();
    }
}
