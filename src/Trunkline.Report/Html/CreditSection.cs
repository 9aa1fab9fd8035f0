using Trunkline.Domain;
using Trunkline.Planner;

namespace Trunkline.Report;

/// <summary>What the law pays, and the cliff where it stops paying.</summary>
public static class CreditSection
{
    private const int Largest = 15;

    public static void Write(Markup html, ReportInput input)
    {
        PlannedCapture[] stopping = [.. input.Plan.Captures.Where(capture => capture.StopsAtCreditEnd)];
        html.Open("section", ("id", "credits")).Leaf("h2", input.Say(Texts.CreditsTitle));
        html.Leaf("p", stopping.Length == 0 ? input.Say(Texts.NoCliff) : Lead(input, stopping), ("class", "lead")).Open("div", ("class", "charts"));
        ChartFigure.Write(html, input, Credits(input));
        if (stopping.Length > 0)
        {
            StackedBars cliff = Cliff(input);
            ChartFigure.Write(html, input, cliff, CliffTable(input, cliff));
        }

        html.Close();
        if (stopping.Length > 0)
        {
            html.Open("details").Leaf("summary", input.Say(Texts.LargestCliff));
            StoppingTable(input, stopping).Write(html);
            html.Close();
        }

        html.Close().Line();
    }

    private static string Lead(ReportInput input, PlannedCapture[] stopping) => input.Say(
        Texts.CliffLead,
        stopping.Length,
        input.Figures.Rate(stopping.Select(capture => capture.Rate[capture.LastPeriod]).Sum()));

    private static StackedBars Credits(ReportInput input)
    {
        Scale scale = input.Figures.MoneyScale(input.Plan.Periods.Max(period => period.CreditsUsd.Value));
        (string Track, string Look)[] tracks = [("pointSource", "k-plants"), ("biogenic", "g-biomass"), ("dac", "g-dac")];
        return new StackedBars(
            input.Say(Texts.CreditsByPeriod, scale.Unit),
            input.PeriodNames,
            [
                .. tracks.Select(track => new ChartSeries(
                    Vocabulary.Tracks.In(track.Track, input.Language),
                    track.Look,
                    input.ByPeriod(t => scale.Of(PlanFigures.Credits(input.Plan, track.Track, t).Value)))).Where(series => series.Values.Any(value => value > 0)),
            ],
            []);
    }

    private static StackedBars Cliff(ReportInput input)
    {
        double RateStopping(int t, SectorGroup group) =>
            PlanFigures.StoppingAfter(input.Plan, t).Where(capture => SectorGroup.Of(capture) == group).Select(capture => capture.Rate[t]).Sum().Value;
        Scale scale = input.Figures.RateScale(input.ByPeriod(t => SectorGroup.All.Sum(group => RateStopping(t, group))).Max());
        return new StackedBars(
            input.Say(Texts.CliffTitle, scale.Unit),
            [.. input.Plan.Periods.Select(period => input.Say(Texts.AfterYear, period.To))],
            [
                .. SectorGroup.All
                    .Select(group => new ChartSeries(group.Name.In(input.Language), $"g-{group.Key}", input.ByPeriod(t => scale.Of(RateStopping(t, group)))))
                    .Where(series => series.Values.Any(value => value > 0)),
            ],
            []);
    }

    private static HtmlTable CliffTable(ReportInput input, StackedBars cliff)
    {
        HtmlTable table = HtmlTable.Of(cliff, input);
        IReadOnlyList<string> units = [input.Say(Texts.UnitsHead), .. input.Plan.Periods.Select((_, t) => Figures.Whole(PlanFigures.StoppingAfter(input.Plan, t).Count))];
        return table with { Rows = [.. table.Rows, units] };
    }

    private static HtmlTable StoppingTable(ReportInput input, PlannedCapture[] stopping)
    {
        Scale scale = input.Figures.RateScale(1e6);
        return new HtmlTable(
            input.Say(Texts.LargestCliff),
            [input.Say(Texts.SiteHead), input.Say(Texts.StateHead), input.Say(Texts.SectorHead), input.Say(Texts.LastRunHead), input.Say(Texts.RateHead, scale.Unit)],
            4,
            [
                .. stopping.OrderByDescending(capture => capture.Rate[capture.LastPeriod].Value).ThenBy(capture => capture.StreamId, StringComparer.Ordinal).Take(Largest)
                    .Select(capture => (IReadOnlyList<string>)
                    [
                        capture.SiteName,
                        capture.State,
                        Vocabulary.Sectors.In(capture.Sector, input.Language),
                        input.PeriodNames[capture.LastPeriod],
                        Figures.Number(scale.Of(capture.Rate[capture.LastPeriod].Value)),
                    ]),
            ]);
    }
}
