using Trunkline.Domain;
using Trunkline.Planner;

namespace Trunkline.Report;

/// <summary>What is laid: kilometres by diameter class and period.</summary>
public static class PipelineSection
{
    public static void Write(Markup html, ReportInput input)
    {
        html.Open("section", ("id", "pipelines")).Leaf("h2", input.Say(Texts.PipesTitle)).Open("div", ("class", "charts"));
        ChartFigure.Write(html, input, Laid(input));
        new HtmlTable(
            input.Say(Texts.PipesTitle),
            ["", .. input.PeriodNames],
            1,
            [[input.Say(Texts.PipeKm), .. input.Plan.Periods.Select(period => Figures.Whole(period.PipeKm))]]).Write(html);
        html.Close().Close().Line();
    }

    private static StackedBars Laid(ReportInput input) => new(
        input.Say(Texts.PipesLaid),
        input.PeriodNames,
        [
            .. DiameterClass.All
                .Select(size => new ChartSeries(size.Name.In(input.Language), $"f{size.Key[1..]}", input.ByPeriod(t => PlanFigures.Laid(input.Plan, size, t).Value)))
                .Where(series => series.Values.Any(value => value > 0)),
        ],
        []);
}
