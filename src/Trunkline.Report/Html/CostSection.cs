using Trunkline.Domain;
using Trunkline.Planner;

namespace Trunkline.Report;

/// <summary>What it costs: the whole plan discounted, and each period's spending.</summary>
public static class CostSection
{
    public static void Write(Markup html, ReportInput input)
    {
        html.Open("section", ("id", "cost")).Leaf("h2", input.Say(Texts.CostTitle)).Open("div", ("class", "charts"));
        HorizontalBars whole = Whole(input);
        ChartFigure.Write(html, input, whole, new HtmlTable(whole.Title, ["", ""], 1, [.. whole.Bars.Select(bar => (IReadOnlyList<string>)[bar.Name, bar.Text])]));
        ChartFigure.Write(html, input, ByPeriod(input));
        html.Close().Close().Line();
    }

    private static HorizontalBars Whole(ReportInput input)
    {
        PlanTotals totals = input.Plan.Totals;
        (Bilingual Name, string Look, Usd Money)[] parts =
        [
            (Texts.Capture, "k-capture", totals.Capture),
            (Texts.Dac, "g-dac", totals.Dac),
            (Texts.Transport, "k-transport", totals.Transport),
            (Texts.Storage, "k-storage", totals.Storage),
            .. totals.StorageFees.Value != 0 ? [(Texts.StorageFees, "k-storage", totals.StorageFees)] : Array.Empty<(Bilingual, string, Usd)>(),
            (Texts.Cost, "k-sum", totals.Cost),
            (Texts.CreditsDiscounted, "k-credit", -totals.CreditsDiscounted),
            .. totals.PriceIncome.Value != 0 ? [(Texts.PriceIncome, "k-credit", -totals.PriceIncome)] : Array.Empty<(Bilingual, string, Usd)>(),
            (Texts.Net, "k-sum", totals.Net),
        ];
        Scale scale = input.Figures.MoneyScale(parts.Max(part => Math.Abs(part.Money.Value)));
        return new HorizontalBars(
            input.Say(Texts.CostWhole, scale.Unit),
            [.. parts.Select(part => new LyingBar(input.Say(part.Name), part.Look, scale.Of(part.Money.Value), Figures.Number(scale.Of(part.Money.Value))))]);
    }

    private static StackedBars ByPeriod(ReportInput input)
    {
        IReadOnlyList<PlanPeriod> periods = input.Plan.Periods;
        Scale scale = input.Figures.MoneyScale(periods.Max(period => (period.CaptureUsd + period.DacUsd + period.TransportUsd + period.StorageUsd + period.StorageFeesUsd).Value));
        return new StackedBars(
            input.Say(Texts.CostByPeriod, scale.Unit),
            input.PeriodNames,
            [
                new(input.Say(Texts.Capture), "k-capture", input.ByPeriod(t => scale.Of(periods[t].CaptureUsd.Value))),
                new(input.Say(Texts.Dac), "g-dac", input.ByPeriod(t => scale.Of(periods[t].DacUsd.Value))),
                new(input.Say(Texts.Transport), "k-transport", input.ByPeriod(t => scale.Of(periods[t].TransportUsd.Value))),
                new(input.Say(Texts.Storage), "k-storage", input.ByPeriod(t => scale.Of(periods[t].StorageUsd.Value))),
                .. periods.Any(p => p.StorageFeesUsd.Value != 0)
                    ? [new(input.Say(Texts.StorageFees), "k-credit", input.ByPeriod(t => scale.Of(periods[t].StorageFeesUsd.Value)))]
                    : Array.Empty<ChartSeries>(),
            ],
            []);
    }
}
