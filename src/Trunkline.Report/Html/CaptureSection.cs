using Trunkline.Domain;
using Trunkline.Planner;

namespace Trunkline.Report;

/// <summary>What is captured: by sector, against the target, and the largest plants.</summary>
public static class CaptureSection
{
    private const int Largest = 20;

    public static void Write(Markup html, ReportInput input)
    {
        Scale scale = input.Figures.RateScale(input.Plan.Periods.Max(period => period.CapturedMtPerYear) * 1e6);
        html.Open("section", ("id", "capture")).Leaf("h2", input.Say(Texts.CaptureTitle)).Open("div", ("class", "charts"));
        ChartFigure.Write(html, input, BySector(input, scale));
        ChartFigure.Write(html, input, AgainstTarget(input, scale));
        html.Close();
        PeriodTable(input).Write(html);
        html.Open("details").Leaf("summary", input.Say(Texts.LargestCaptures, Math.Min(Largest, input.Plan.Captures.Count)));
        LargestTable(input).Write(html);
        html.Close().Close().Line();
    }

    private static StackedBars BySector(ReportInput input, Scale scale) => new(
        input.Say(Texts.CaptureBySector, scale.Unit),
        input.PeriodNames,
        [
            .. SectorGroup.All
                .Select(group => new ChartSeries(
                    group.Name.In(input.Language), $"g-{group.Key}", input.ByPeriod(t => scale.Of(PlanFigures.Captured(input.Plan, group, t).Value))))
                .Where(series => series.Values.Any(value => value > 0)),
        ],
        []);

    private static StackedBars AgainstTarget(ReportInput input, Scale scale)
    {
        IReadOnlyList<PlanPeriod> periods = input.Plan.Periods;
        bool target = input.Plan.Study.Mode == "target";
        bool lowered = target && !input.Plan.Study.Goal.SequenceEqual(input.Plan.Study.GoalUsed);
        return new StackedBars(
            input.Say(target ? Texts.TargetTitle : Texts.DacTitle, scale.Unit),
            input.PeriodNames,
            [
                new(input.Say(Texts.CapturedWithoutDac), "k-plants", input.ByPeriod(t => scale.Of((periods[t].CapturedMtPerYear - periods[t].DacMtPerYear) * 1e6))),
                new(input.Say(Texts.Dac), "g-dac", input.ByPeriod(t => scale.Of(periods[t].DacMtPerYear * 1e6))),
            ],
            [
                .. lowered ? [new ChartMarker(input.Say(Texts.TargetAsked), "mark asked", input.ByPeriod(t => scale.Of(input.Plan.Study.Goal[t] * 1e6)))] : Array.Empty<ChartMarker>(),
                .. target ? [new ChartMarker(input.Say(Texts.TargetUsed), "mark", input.ByPeriod(t => scale.Of(input.Plan.Study.GoalUsed[t] * 1e6)))] : Array.Empty<ChartMarker>(),
            ]);
    }

    private static HtmlTable PeriodTable(ReportInput input) => new(
        input.Say(Texts.CaptureTitle),
        ["", .. input.PeriodNames],
        1,
        [
            [input.Say(Texts.Sites), .. input.Plan.Periods.Select(period => Figures.Whole(period.CapturingSites))],
            [input.Say(Texts.Electricity), .. input.Plan.Periods.Select(period => Figures.Number(period.ElectricityTwhPerYear))],
            [input.Say(Texts.Heat), .. input.Plan.Periods.Select(period => Figures.Number(period.HeatPjPerYear))],
        ]);

    private static HtmlTable LargestTable(ReportInput input)
    {
        Scale scale = input.Figures.RateScale(1e6);
        IEnumerable<PlannedCapture> largest = input.Plan.Captures
            .OrderByDescending(capture => capture.Rate.Max(rate => rate.Value)).ThenBy(capture => capture.StreamId, StringComparer.Ordinal).Take(Largest);
        return new HtmlTable(
            input.Say(Texts.LargestCaptures, Largest),
            [
                input.Say(Texts.SiteHead), input.Say(Texts.StateHead), input.Say(Texts.SectorHead), input.Say(Texts.ProcessHead),
                input.Say(Texts.RunsHead), input.Say(Texts.RateHead, scale.Unit), input.Say(Texts.CaptureCostHead), input.Say(Texts.ConfidenceHead),
            ],
            5,
            [.. largest.Select(capture => LargestRow(input, scale, capture))]);
    }

    private static IReadOnlyList<string> LargestRow(ReportInput input, Scale scale, PlannedCapture capture) =>
    [
        capture.SiteName,
        capture.State,
        Vocabulary.Sectors.In(capture.Sector, input.Language),
        Vocabulary.Processes.In(capture.Process, input.Language),
        $"{input.Plan.Periods[capture.FirstPeriod].From}–{input.Plan.Periods[capture.LastPeriod].To}",
        Figures.Number(scale.Of(capture.Rate.Max(rate => rate.Value))),
        Figures.Number(capture.CostPerTonne.Value),
        capture.SourceConfidence.ToString(),
    ];
}
