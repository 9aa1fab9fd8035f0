using Trunkline.Atlas;
using Trunkline.Domain;
using Trunkline.Planner;

namespace Trunkline.Report;

/// <summary>The map as a picture of its own, for a README or a slide: the last period large, the others small, legend and credits below.</summary>
public static class MapPicture
{
    private const double Width = MapFrame.Width, Margin = 16, Line = 20, Head = 34, SmallHead = 22;

    /// <summary>One SVG file's text, on white.</summary>
    public static string Of(Plan plan, IReadOnlyList<Corridor> existing, IReadOnlyList<StateOutline> states, Language language)
    {
        BuildOutMap map = new(plan, existing, states, language) { IsPointedAt = false };
        IReadOnlyList<MapLegend.Section> legend = MapLegend.Of(plan, existing.Count > 0, language);
        int earlier = plan.Periods.Count - 1;
        double smallWidth = earlier == 0 ? 0 : Width / Math.Max(earlier, 3), smallHeight = smallWidth * map.Frame.Height / Width;
        double smallTop = Head + map.Frame.Height + 8, legendTop = smallTop + (earlier == 0 ? 0 : SmallHead + smallHeight + 8);
        double creditTop = legendTop + (Line * (legend.Max(section => section.Entries.Count) + 1)) + 8;
        string[] credits = [.. plan.Credits.Where(credit => credit.ShowOnMap).Select(PlanFigures.Words)];
        double height = creditTop + (credits.Length * 15) + 6;

        Markup svg = new();
        svg.Open("svg", ("xmlns", "http://www.w3.org/2000/svg"), ("viewBox", $"{Markup.At(-Margin)} 0 {Markup.At(Width + (2 * Margin))} {Markup.At(height)}"), ("role", "img"));
        svg.Leaf("title", $"{plan.Study.Title.In(language)}: {Texts.MapOf.In(language, PlanFigures.Name(plan.Periods[^1]))}").Leaf("desc", map.Describe(earlier));
        svg.Open("style").Ready(HtmlReport.Resource("map.css") + HtmlReport.Resource("picture.css")).Close().Line();
        map.Define(svg);
        svg.Empty("rect", ("class", "paper"), ("x", Markup.At(-Margin)), ("width", Markup.At(Width + (2 * Margin))), ("height", Markup.At(height)));
        svg.Leaf("text", Heading(plan, language), ("class", "head"), ("x", "0"), ("y", "23"));
        DrawPeriod(svg, map, earlier, 0, Head, Width, map.Frame.Height);
        for (int period = 0; period < earlier; period++)
        {
            double x = smallWidth * period;
            svg.Leaf("text", PlanFigures.Name(plan.Periods[period]), ("class", "small-head"), ("x", Markup.At(x)), ("y", Markup.At(smallTop + 15)));
            DrawPeriod(svg, map, period, x, smallTop + SmallHead, smallWidth - 8, smallHeight);
        }

        DrawLegend(svg, legend, legendTop);
        for (int i = 0; i < credits.Length; i++)
        {
            svg.Leaf("text", credits[i], ("class", "credit"), ("x", "0"), ("y", Markup.At(creditTop + 10 + (15 * i))));
        }

        return svg.Close().Line().ToString();
    }

    private static string Heading(Plan plan, Language language)
    {
        PlanPeriod last = plan.Periods[^1];
        Figures figures = new(language);
        return Texts.PictureHead.In(
            language,
            PlanFigures.Name(last),
            figures.Rate(TonnesPerYear.FromMegatonnes(last.CapturedMtPerYear)),
            figures.Length(new Kilometres(last.PipeKm)));
    }

    private static void DrawPeriod(Markup svg, BuildOutMap map, int period, double x, double y, double width, double height)
    {
        svg.Open(
            "svg",
            ("class", width < Width ? "small" : null),
            ("x", Markup.At(x)), ("y", Markup.At(y)), ("width", Markup.At(width)), ("height", Markup.At(height)), ("viewBox", map.ViewBox));
        map.Draw(svg, period);
        svg.Close().Line();
    }

    private static void DrawLegend(Markup svg, IReadOnlyList<MapLegend.Section> legend, double top)
    {
        double column = Width / legend.Count;
        for (int i = 0; i < legend.Count; i++)
        {
            double x = column * i;
            svg.Leaf("text", legend[i].Title, ("class", "small-head"), ("x", Markup.At(x)), ("y", Markup.At(top + 14)));
            for (int row = 0; row < legend[i].Entries.Count; row++)
            {
                double y = top + (Line * (row + 1));
                svg.Open("g", ("transform", $"translate({Markup.At(x)} {Markup.At(y)})"));
                legend[i].Entries[row].Draw(svg);
                svg.Leaf("text", legend[i].Entries[row].Text, ("class", "words"), ("x", "40"), ("y", "13")).Close().Line();
            }
        }
    }
}
