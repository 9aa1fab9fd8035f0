using System.Globalization;
using Trunkline.Domain;
using Trunkline.Pillars;
using Trunkline.Report;

namespace Trunkline.Cli;

/// <summary>Pillar 1 in plain lines.</summary>
internal static class FundingLines
{
    public static IEnumerable<string> Of(FundingPillar funding, Language language)
    {
        var figures = new Figures(language);
        return
        [
            PillarWords.FundingHead.In(language),
            .. funding.Programmes.Where(p => p.CountedUsd is null).Select(p => $"  {Say(PillarWords.FundingUnknown, language, p.Programme)}"),
            Totals(PillarWords.FundingChosen, funding.Chosen, figures, language),
            .. funding.Chosen.UseCases.Where(u => u.PublicUsd > 0).Select(u => $"    {Case(u, figures, language)}"),
            Totals(PillarWords.FundingSplit, funding.Proportional, figures, language),
            Totals(PillarWords.FundingNone, funding.None, figures, language),
            $"  {PillarWords.FundingTrust.In(language)}",
        ];
    }

    private static string Totals(Bilingual name, FundingScenario scenario, Figures figures, Language language) => "  " + Say(
        PillarWords.FundingTotals, language, name.In(language), figures.Money(new Usd(scenario.PublicUsd)), figures.Money(new Usd(scenario.DrawnUsd)),
        figures.Mass(new Tonnes(scenario.CumulativeMt * 1e6)), figures.Rate(new TonnesPerYear(scenario.MtPerYear[^1] * 1e6)));

    private static string Case(FundedUseCase useCase, Figures figures, Language language) => Say(
        PillarWords.FundedCase, language, useCase.Title.In(language),
        string.Join(", ", useCase.Projects.Select(p => $"{p.Count} × {PillarTexts.Stages[p.Stage].In(language)} {p.FromYear}")),
        figures.Percent(useCase.Chance), useCase.OpensIn?.ToString(CultureInfo.InvariantCulture) ?? "-");

    private static string Say(Bilingual text, Language language, params object?[] said) => string.Format(CultureInfo.InvariantCulture, text.In(language), said);
}
