using Trunkline.Domain;
using Trunkline.Pillars;
using Trunkline.Planner;

namespace Trunkline.Report;

/// <summary>Who earns what: projects and hubs, with the dollars and rates said.</summary>
internal static class MoneyPage
{
    private const int Most = 40;
    private const double Million = 1e6;

    public static PillarPage Of(MoneyPillar money, IReadOnlyList<Hub> hubs, Language language) => new(
        "money.html", HubPageTexts.MoneyTitle, new Bilingual(Lead(money.Basis, Language.En), Lead(money.Basis, Language.Zh)), html =>
        {
            html.Leaf("p", Terms(money.Basis.Finance, language));
            InfrastructurePage.Section(
                html, HubPageTexts.ProjectsTitle.In(language), HubPageTexts.ProjectsLead.In(language, Math.Min(Most, money.Projects.Count), money.Projects.Count), Projects(money, language));
            InfrastructurePage.Section(html, HubPageTexts.HubsMoney.In(language), null, Hubs(money, hubs, language));
        });

    /// <summary>A rate in per cent, or a dash where there is none.</summary>
    internal static string Rate(double? rate) => rate is { } value ? $"{Figures.Fixed(value * 100, 1)} %" : "–";

    /// <summary>$/t with one decimal, or a dash where there is no such price.</summary>
    private static string Fixed(double? usdPerTonne) => usdPerTonne is { } value ? Figures.Fixed(value, 1) : "–";

    /// <summary>A figure with two decimals, or the word for unknown.</summary>
    internal static string Number(double? value, Language language) => value is { } known ? Figures.Fixed(known, 2) : HubPageTexts.Unknown.In(language);

    /// <summary>The terms of a public loan, or why there is none.</summary>
    internal static string Loan(PublicLoan loan, Figures figures, Language language)
    {
        string terms = loan.Share is { } share && loan.Years is { } years
            ? HubPageTexts.LoanTerms.In(language, figures.Percent(share), figures.Money(new Usd(loan.EligibleUsd)), Figures.Number(years))
            : string.Empty;
        string held = loan.LastEvent is { } last ? HubPageTexts.LoanHeld.In(language, EventWords.Of(last, language), InfrastructurePage.Day(loan.LastEventDay!.Value)) : string.Empty;
        return $"{terms}{held}{(loan.Why is { } why ? (language == Language.Zh ? "。" : ". ") + why.In(language) : string.Empty)}";
    }

    private static string Lead(MoneyBasis basis, Language language)
    {
        Figures figures = new(language);
        return HubPageTexts.MoneyLead.In(language, basis.DollarYear, figures.Percent(basis.DiscountRate), figures.Date(basis.FirstDay), figures.Percent(basis.Inflation));
    }

    private static string Terms(Finance? finance, Language language)
    {
        Figures figures = new(language);
        return finance is null
            ? HubPageTexts.NoFinance.In(language)
            : HubPageTexts.FinanceIs.In(
                language, finance.Source, finance.Confidence, figures.Percent(finance.DebtShare.Value), figures.Percent(finance.DebtRate), Figures.Number(finance.DebtYears.Value), figures.Percent(finance.EquityReturn));
    }

    private static HtmlTable Projects(MoneyPillar money, Language language) => new(
        HubPageTexts.ProjectsTitle.In(language),
        InfrastructurePage.Heads(
            language, HubPageTexts.SiteHead, HubPageTexts.StateHead, HubPageTexts.SectorHead, HubPageTexts.NpvHead, HubPageTexts.WithoutHead, HubPageTexts.IrrHead, HubPageTexts.CaptureHead, HubPageTexts.StoredCostHead,
            HubPageTexts.AvoidedHead, HubPageTexts.ContractHead, HubPageTexts.EquityIrrHead),
        3,
        [
            .. money.Projects.Take(Most).Select(p => (IReadOnlyList<string>)
            [
                p.SiteName, p.State, Vocabulary.Sectors.In(p.Sector, language), Figures.Number(p.NpvUsd / Million), Figures.Number(p.NpvWithoutCreditUsd / Million), Rate(p.Irr), Fixed(p.CapturedUsdPerTonne),
                Fixed(p.StoredUsdPerTonne), p.AvoidedUsdPerTonne is { } avoided ? Figures.Fixed(avoided, 1) : HubPageTexts.Unknown.In(language),
                Fixed(p.Contract?.WithCreditUsdPerTonne), p.Equity is { } equity ? Rate(equity.Irr) : HubPageTexts.Unknown.In(language),
            ]),
        ]);

    private static HtmlTable Hubs(MoneyPillar money, IReadOnlyList<Hub> hubs, Language language)
    {
        Dictionary<string, Hub> named = hubs.ToDictionary(h => h.Id, StringComparer.Ordinal);
        Figures figures = new(language);
        return new HtmlTable(
            HubPageTexts.HubsMoney.In(language),
            InfrastructurePage.Heads(
                language, HubPageTexts.HubHead, HubPageTexts.LoanHead, HubPageTexts.CapexHead, HubPageTexts.NpvHead, HubPageTexts.WithoutHead, HubPageTexts.IrrHead, HubPageTexts.ContractHead, HubPageTexts.TariffHead,
                HubPageTexts.PrivateHead, HubPageTexts.PublicHead),
            2,
            [
                .. money.Hubs.Select(h => (IReadOnlyList<string>)
                [
                    named[h.HubId].Name.In(language), Loan(h.Tariffs.PublicLoan, figures, language), Figures.Whole(h.CapexUsd / Million), Figures.Number(h.ChainNpvUsd / Million), Figures.Number(h.ChainNpvWithoutCreditUsd / Million),
                    Rate(h.ChainIrr), Figures.Fixed(h.ContractUsdPerTonne, 1), Figures.Fixed(h.Tariffs.StudyUsdPerTonne, 2), Number(h.Tariffs.PrivateUsdPerTonne, language), Number(h.Tariffs.PublicUsdPerTonne, language),
                ]),
            ]);
    }
}
