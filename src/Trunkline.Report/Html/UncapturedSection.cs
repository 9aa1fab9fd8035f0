using Trunkline.Domain;
using Trunkline.Planner;

namespace Trunkline.Report;

/// <summary>What the plan leaves in the air, and why.</summary>
public static class UncapturedSection
{
    public static void Write(Markup html, ReportInput input)
    {
        IReadOnlyList<UncapturedStream> streams = input.Plan.Uncaptured;
        html.Open("section", ("id", "uncaptured")).Leaf("h2", input.Say(Texts.UncapturedTitle));
        if (streams.Count == 0)
        {
            html.Leaf("p", input.Say(Texts.NothingUncaptured)).Close();
            return;
        }

        TonnesPerYear all = streams.Select(stream => stream.Co2).Sum();
        html.Leaf("p", input.Say(Texts.UncapturedLead, Figures.Whole(streams.Count), input.Figures.Rate(all)), ("class", "lead")).Open("div", ("class", "charts"));
        HorizontalBars chart = ByReason(input, input.Figures.RateScale(all.Value));
        ChartFigure.Write(html, input, chart, ReasonBySector(input, chart.Title, input.Figures.RateScale(all.Value)));
        html.Close().Close().Line();
    }

    private static HorizontalBars ByReason(ReportInput input, Scale scale) => new(
        input.Say(Texts.UncapturedByReason, scale.Unit),
        [
            .. Reasons(input.Plan).Select(reason => new LyingBar(
                input.Say(Texts.WithCount, Vocabulary.Reasons.In(reason.Key, input.Language), Figures.Whole(reason.Count())),
                "k-left",
                scale.Of(reason.Sum(stream => stream.Co2.Value)),
                Figures.Number(scale.Of(reason.Sum(stream => stream.Co2.Value))))),
        ]);

    private static IGrouping<string, UncapturedStream>[] Reasons(Plan plan) =>
        [.. plan.Uncaptured.GroupBy(stream => stream.Reason).OrderByDescending(reason => reason.Sum(stream => stream.Co2.Value)).ThenBy(reason => reason.Key, StringComparer.Ordinal)];

    private static HtmlTable ReasonBySector(ReportInput input, string caption, Scale scale)
    {
        IGrouping<string, UncapturedStream>[] reasons = Reasons(input.Plan);
        IEnumerable<IGrouping<string, UncapturedStream>> sectors = input.Plan.Uncaptured
            .GroupBy(stream => stream.Sector).OrderByDescending(sector => sector.Sum(stream => stream.Co2.Value)).ThenBy(sector => sector.Key, StringComparer.Ordinal);
        return new HtmlTable(
            caption,
            [input.Say(Texts.SectorHead), input.Say(Texts.StreamsHead), .. reasons.Select(reason => Vocabulary.Reasons.In(reason.Key, input.Language)), input.Say(Texts.Total)],
            1,
            [
                .. sectors.Select(sector => (IReadOnlyList<string>)
                [
                    Vocabulary.Sectors.In(sector.Key, input.Language),
                    Figures.Whole(sector.Count()),
                    .. reasons.Select(reason => Figures.Number(scale.Of(sector.Where(stream => stream.Reason == reason.Key).Sum(stream => stream.Co2.Value)))),
                    Figures.Number(scale.Of(sector.Sum(stream => stream.Co2.Value))),
                ]),
            ]);
    }
}
