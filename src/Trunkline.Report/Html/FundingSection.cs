using System.Globalization;
using Trunkline.Domain;
using Trunkline.Pillars;

namespace Trunkline.Report;

/// <summary>Pillar 1: where public money brings most, against two rules to compare with.</summary>
public static class FundingSection
{
    public static void Write(Markup html, ReportInput input, FundingPillar funding)
    {
        html.Open("section", ("id", "funding")).Leaf("h2", input.Say(PillarTexts.FundingTitle));
        html.Leaf("p", Lead(input, funding), ("class", "lead")).Open("div", ("class", "charts"));
        ChartFigure.Write(html, input, Public(input, funding.Chosen), null);
        ChartFigure.Write(html, input, Captured(input, funding), null);
        html.Close();
        Scenarios(input, funding).Write(html);
        html.Leaf("h3", input.Say(PillarTexts.FundingPlan));
        UseCases(input, funding).Write(html);
        html.Open("details").Leaf("summary", input.Say(PillarTexts.FundingMoney));
        Programmes(input, funding).Write(html);
        html.Close().Open("details").Leaf("summary", input.Say(PillarTexts.FundingAssumed));
        Assumptions(input, funding.Assumptions).Write(html);
        html.Close().Close().Line();
    }

    private static string Lead(ReportInput input, FundingPillar funding) => input.Say(
        PillarTexts.FundingLead, PillarTexts.Objectives[funding.Objective].In(input.Language), input.Figures.Money(new Usd(funding.Chosen.PublicUsd)),
        input.Figures.Mass(Megatonnes(funding.Chosen)), input.Figures.Mass(Megatonnes(funding.Proportional)), input.Figures.Mass(Megatonnes(funding.None)));

    private static HorizontalBars Public(ReportInput input, FundingScenario chosen) => new(
        input.Say(PillarTexts.PublicByCase),
        [.. chosen.UseCases.Select(u => new LyingBar(u.Title.In(input.Language), "k-plants", u.PublicUsd, input.Figures.Money(new Usd(u.PublicUsd))))]);

    private static HorizontalBars Captured(ReportInput input, FundingPillar funding) => new(
        input.Say(PillarTexts.CapturedByRule),
        [.. Named(funding).Select(s => new LyingBar(s.Name.In(input.Language), "g-biomass", s.Scenario.CumulativeMt, input.Figures.Mass(Megatonnes(s.Scenario))))]);

    private static (Bilingual Name, FundingScenario Scenario)[] Named(FundingPillar funding) =>
        [(PillarTexts.Chosen, funding.Chosen), (PillarTexts.Proportional, funding.Proportional), (PillarTexts.NoFunding, funding.None)];

    private static Tonnes Megatonnes(FundingScenario scenario) => new(scenario.CumulativeMt * 1e6);

    private static HtmlTable Scenarios(ReportInput input, FundingPillar funding) => new(
        input.Say(PillarTexts.FundingTitle),
        ["", .. new[] { PillarTexts.PublicHead, PillarTexts.DrawnHead, PillarTexts.PerDollarHead, PillarTexts.In2035, PillarTexts.In2050, PillarTexts.SavedHead }.Select(h => input.Say(h))],
        1,
        [.. Named(funding).Select(s => (IReadOnlyList<string>)
        [
            s.Name.In(input.Language),
            input.Figures.Money(new Usd(s.Scenario.PublicUsd)),
            input.Figures.Money(new Usd(s.Scenario.DrawnUsd)),
            s.Scenario.DrawnPerPublicUsd is { } each ? Figures.Number(each) : "–",
            Rate(input, s.Scenario.Mt2035),
            Rate(input, s.Scenario.Mt2050),
            input.Figures.Money(new Usd(s.Scenario.SavedUsdPerYear)),
        ])]);

    private static string Rate(ReportInput input, double? megatonnes) => megatonnes is { } rate ? input.Figures.Rate(new TonnesPerYear(rate * 1e6)) : "–";

    private static HtmlTable UseCases(ReportInput input, FundingPillar funding) => new(
        input.Say(PillarTexts.FundingPlan),
        [.. new[] { PillarTexts.CaseHead, PillarTexts.ProjectsHead, PillarTexts.PublicHead, PillarTexts.ChanceHead, PillarTexts.OpensHead, PillarTexts.In2050, PillarTexts.CapitalHead }.Select(h => input.Say(h))],
        2,
        [.. funding.Chosen.UseCases.Select(u => (IReadOnlyList<string>)
        [
            u.Title.In(input.Language),
            string.Join(input.Say(Texts.ListBreak), u.Projects.Select(p => input.Say(PillarTexts.ProjectsFrom, p.Count, PillarTexts.Stages[p.Stage].In(input.Language), p.FromYear))),
            input.Figures.Money(new Usd(u.PublicUsd)),
            input.Figures.Percent(u.Chance),
            u.OpensIn?.ToString(CultureInfo.InvariantCulture) ?? "–",
            Rate(input, u.MtPerYear[^1]),
            input.Figures.Percent(u.CapitalMultiplier - 1),
        ])]);

    private static HtmlTable Programmes(ReportInput input, FundingPillar funding) => new(
        input.Say(PillarTexts.FundingMoney),
        [.. new[] { PillarTexts.ProgrammeHead, PillarTexts.AppropriatedHead, PillarTexts.SelectedHead, PillarTexts.ObligatedHead, PillarTexts.AvailableHead, PillarTexts.CountedHead, PillarTexts.SpentHead }.Select(h => input.Say(h))],
        1,
        [.. funding.Programmes.Select(p => (IReadOnlyList<string>)
        [
            p.Programme, .. new[] { p.AppropriatedUsd, p.SelectedUsd, p.ObligatedUsd, p.AvailableUsd, p.CountedUsd, p.SpentUsd }
                .Select(amount => amount is { } usd ? input.Figures.Money(new Usd(usd)) : input.Say(PillarTexts.Unknown)),
        ])]);

    private static HtmlTable Assumptions(ReportInput input, FundingQuestion asked) => new(
        input.Say(PillarTexts.FundingAssumed),
        [.. new[] { PillarTexts.CaseHead, PillarTexts.SourceHead, PillarTexts.ConfidenceHead, PillarTexts.FigureHead }.Select(h => input.Say(h))],
        3,
        [
            .. asked.Stages.Values.Select(s => (IReadOnlyList<string>)
            [
                PillarTexts.Stages[s.Stage].In(input.Language), s.Source, $"{s.Confidence}",
                input.Say(PillarTexts.StageFigures, input.Figures.Rate(s.Size), input.Figures.Percent(s.CostShare.Value), input.Figures.Percent(s.Failure.Value), s.Years),
            ]),
            .. asked.UseCases.Select(u => (IReadOnlyList<string>)
            [
                u.Title.In(input.Language), u.Source, $"{u.Confidence}", input.Say(PillarTexts.CaseFigures, input.Figures.Percent(u.Learning.Value), input.Figures.Rate(u.Experience)),
            ]),
        ]);
}
