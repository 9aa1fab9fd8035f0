namespace Trunkline.Report;

/// <summary>The maps: all periods side by side; the script, where it runs, shows one at a time.</summary>
public static class MapSection
{
    public static void Write(Markup html, ReportInput input)
    {
        BuildOutMap map = new(input.Plan, input.Dataset.ExistingPipelines, input.States, input.Language);
        html.Open("section", ("id", "map")).Leaf("h2", input.Say(Texts.MapTitle)).Leaf("p", input.Say(Texts.MapLead), ("class", "lead"));
        html.Open("svg", ("class", "defs"), ("width", "0"), ("height", "0"), ("aria-hidden", "true"));
        map.Define(html);
        html.Close();
        WriteChooser(html, input);
        html.Open("div", ("class", "maps"));
        for (int period = 0; period < input.Plan.Periods.Count; period++)
        {
            WritePeriod(html, input, map, period);
        }

        html.Close();
        WriteLegend(html, input);
        WriteCredits(html, input);
        html.Close().Line();
    }

    private static void WriteChooser(Markup html, ReportInput input)
    {
        html.Open("div", ("class", "periods"), ("role", "group"), ("aria-label", input.Say(Texts.ChoosePeriod)), ("hidden", ""));
        for (int period = 0; period < input.PeriodNames.Count; period++)
        {
            html.Leaf("button", input.PeriodNames[period], ("type", "button"), ("data-period", $"{period}"), ("aria-pressed", "false"));
        }

        html.Leaf("button", input.Say(Texts.AllPeriods), ("type", "button"), ("data-period", "all"), ("aria-pressed", "false"));
        html.Open("span", ("class", "zoom"));
        html.Leaf("button", "+", ("type", "button"), ("data-zoom", "0.667"), ("aria-label", input.Say(Texts.ZoomIn)));
        html.Leaf("button", "−", ("type", "button"), ("data-zoom", "1.5"), ("aria-label", input.Say(Texts.ZoomOut)));
        html.Leaf("button", input.Say(Texts.WholeMap), ("type", "button"), ("data-zoom", "0"));
        html.Close().Close().Line();
    }

    private static void WritePeriod(Markup html, ReportInput input, BuildOutMap map, int period)
    {
        html.Open("figure", ("class", "map"), ("data-period", $"{period}"));
        html.Leaf("figcaption", map.Describe(period));
        html.Open("svg", ("viewBox", map.ViewBox), ("role", "img"), ("aria-label", input.Say(Texts.MapOf, input.PeriodNames[period])));
        html.Leaf("desc", map.Describe(period));
        map.Draw(html, period);
        html.Close().Close().Line();
    }

    private static void WriteLegend(Markup html, ReportInput input)
    {
        html.Open("div", ("class", "legend"), ("role", "group"), ("aria-label", input.Say(Texts.Legend)));
        foreach (MapLegend.Section section in MapLegend.Of(input.Plan, input.Dataset.ExistingPipelines.Count > 0, input.Language))
        {
            if (section.Entries.Count > 0)
            {
                html.Open("div").Leaf("h3", section.Title).Open("ul");
                foreach (MapLegend.Entry entry in section.Entries)
                {
                    html.Open("li").Open("svg", ("viewBox", $"0 0 {MapLegend.SwatchWidth} {MapLegend.SwatchHeight}"), ("aria-hidden", "true"));
                    entry.Draw(html);
                    html.Close().Words(entry.Text).Close();
                }

                html.Close().Close();
            }
        }

        html.Close().Line();
    }

    private static void WriteCredits(Markup html, ReportInput input)
    {
        string[] credits = [.. input.Plan.Credits.Where(credit => credit.ShowOnMap).Select(PlanFigures.Words)];
        if (credits.Length > 0)
        {
            html.Leaf("p", $"{input.Say(Texts.MapData)} {string.Join(" · ", credits)}", ("class", "credit"));
        }
    }
}
