using System.Globalization;
using Trunkline.Domain;
using Trunkline.Pillars;

namespace Trunkline.Report;

/// <summary>One shared hub: sizes by year, tariff, corridors, permits, members, money.</summary>
internal static class HubPage
{
    private const int MostMembers = 60, MostCorridors = 20;
    private const double Million = 1e6, LeastKm = 20;

    public static PillarPage Of(Hub hub, HubMoney money, Language language)
    {
        Figures figures = new(language);
        return new PillarPage(
            InfrastructurePage.FileOf(hub),
            Filled(HubPageTexts.HubTitle, hub.Name),
            new Bilingual(Lead(hub, Language.En), Lead(hub, Language.Zh)),
            html =>
            {
                html.Open("section").Leaf("h2", HubPageTexts.Sizes.In(language)).Open("div", ("class", "charts"));
                Chart(html, Taken(hub, figures, language));
                Chart(html, Tariff(hub, language));
                html.Close();
                Sizes(hub, language).Write(html);
                html.Close().Line();
                if (hub.Corridors.Any(c => c.Km >= LeastKm))
                {
                    InfrastructurePage.Section(html, HubPageTexts.Corridors.In(language), HubPageTexts.CorridorsLead.In(language, LeastKm), Corridors(hub, language));
                }

                string law = hub.PipelineLaw.Count > 0 ? string.Join(", ", hub.PipelineLaw) : HubPageTexts.NoRecord.In(language);
                InfrastructurePage.Section(html, HubPageTexts.Permits.In(language), HubPageTexts.PermitsLead.In(language, law), Permits(hub, language));
                html.Open("section").Leaf("h2", HubPageTexts.Late.In(language)).Open("p").Words(HubPageTexts.LateLead.In(language) + " ")
                    .Leaf("code", $"trunkline hubs PLAN --hub {hub.Id} --late 2 --late 5").Close().Close().Line();
                Money(html, money, figures, language);
                InfrastructurePage.Section(html, HubPageTexts.Members.In(language), null, Members(hub, language));
            })
        {
            Within = "infrastructure.html",
        };
    }

    /// <summary>A picture with its title and key.</summary>
    internal static void Chart(Markup html, IChart chart)
    {
        html.Open("figure").Leaf("figcaption", chart.Title).Ready(chart.Picture());
        if (chart.Key.Any())
        {
            html.Open("ul", ("class", "key"));
            foreach ((string look, string name) in chart.Key)
            {
                html.Open("li").Open("svg", ("viewBox", "0 0 12 12"), ("aria-hidden", "true"));
                _ = look.StartsWith("mark", StringComparison.Ordinal)
                    ? html.Empty("path", ("class", look), ("d", "M0 6h12"))
                    : html.Empty("rect", ("class", $"bar {look}"), ("width", "12"), ("height", "12"));
                html.Close().Words(name).Close();
            }

            html.Close();
        }

        html.Close().Line();
    }

    private static Bilingual Filled(Bilingual text, Bilingual name) => new(text.In(Language.En, name.En), text.In(Language.Zh, name.Zh));

    private static string Lead(Hub hub, Language language)
    {
        Figures figures = new(language);
        return HubPageTexts.HubLead.In(language, hub.Members.Count, figures.Mass(new Tonnes(hub.StoredMt * Million)), figures.PerTonne(new UsdPerTonne(hub.Tariff.UsdPerTonne)));
    }

    private static StackedBars Taken(Hub hub, Figures figures, Language language)
    {
        Scale scale = figures.RateScale(hub.Periods.Max(p => Math.Max(p.ReceivedMtPerYear, p.InjectionMtPerYear)) * Million);
        return new StackedBars(
            HubPageTexts.TakenByPeriod.In(language, scale.Unit),
            [.. hub.Periods.Select(Name)],
            [new ChartSeries(HubPageTexts.Taken.In(language), "k-storage", [.. hub.Periods.Select(p => scale.Of(p.ReceivedMtPerYear * Million))])],
            [new ChartMarker(HubPageTexts.Possible.In(language), "mark", [.. hub.Periods.Select(p => scale.Of(p.InjectionMtPerYear * Million))])]);
    }

    private static HorizontalBars Tariff(Hub hub, Language language)
    {
        (Bilingual Name, string Look, double Usd)[] parts =
        [
            (HubPageTexts.TrunkHead, "k-transport", hub.Tariff.TrunkUsdPerTonne),
            (HubPageTexts.StorageHead, "k-storage", hub.Tariff.StorageUsdPerTonne),
            (HubPageTexts.FeesHead, "k-credit", hub.Tariff.FeesUsdPerTonne),
            (HubPageTexts.TariffHead, "k-sum", hub.Tariff.UsdPerTonne),
            (HubPageTexts.OwnLines, "k-left", hub.Tariff.SpurUsdPerTonne),
        ];
        return new HorizontalBars(HubPageTexts.TariffParts.In(language), [.. parts.Select(p => new LyingBar(p.Name.In(language), p.Look, p.Usd, Figures.Fixed(p.Usd, 2)))]);
    }

    private static HtmlTable Sizes(Hub hub, Language language) => new(
        HubPageTexts.Sizes.In(language),
        InfrastructurePage.Heads(language, HubPageTexts.PeriodHead, HubPageTexts.SitesHead, HubPageTexts.Taken, HubPageTexts.Possible, HubPageTexts.InjectionUse, HubPageTexts.TrunkKmHead, HubPageTexts.NewKmHead, HubPageTexts.TrunkUse, HubPageTexts.WidestHead),
        1,
        [
            .. hub.Periods.Select(p => (IReadOnlyList<string>)
            [
                Name(p), Figures.Whole(p.Sites), Figures.Number(p.ReceivedMtPerYear), Figures.Number(p.InjectionMtPerYear), Percent(p.StorageUtilisation), Figures.Whole(p.TrunkKm), Figures.Whole(p.NewTrunkKm),
                Percent(p.TrunkUtilisation), p.LargestInches is { } inches ? Figures.Number(inches) : "–",
            ]),
        ]);

    private static HtmlTable Corridors(Hub hub, Language language) => new(
        HubPageTexts.Corridors.In(language),
        InfrastructurePage.Heads(language, HubPageTexts.CorridorHead, HubPageTexts.TrunkKmHead, HubPageTexts.PeakHead, HubPageTexts.SinceHead, HubPageTexts.WidestHead, HubPageTexts.CapexHead),
        1,
        [
            .. hub.Corridors.Where(c => c.Km >= LeastKm).Take(MostCorridors).Select(c => (IReadOnlyList<string>)
            [
                c.Name.In(language), Figures.Whole(c.Km), Figures.Number(c.PeakMtPerYear), c.FirstYear.ToString(CultureInfo.InvariantCulture), c.LargestInches is { } inches ? Figures.Number(inches) : "–", Figures.Whole(c.CapexUsd / Million),
            ]),
        ]);

    private static HtmlTable Permits(Hub hub, Language language) => new(
        HubPageTexts.Permits.In(language),
        InfrastructurePage.Heads(language, HubPageTexts.StorageHead, HubPageTexts.StateHead, HubPageTexts.AuthorityHead, HubPageTexts.ProjectsHead, HubPageTexts.MonthsHead, HubPageTexts.BuildHead, HubPageTexts.ReadyHead, HubPageTexts.ApplyHead),
        3,
        [
            .. hub.Storage.Select(s => (IReadOnlyList<string>)
            [
                s.Name, s.State, Authority(s.PermitBy, language), Figures.Whole(s.Projects.Sum()), s.PermitMonths is { } months ? Figures.Number(months) : "–", s.BuildYears is { } years ? Figures.Number(years) : "–",
                s.ReadyFrom?.ToString(CultureInfo.InvariantCulture) ?? "–", s.ApplyBy is { } day ? InfrastructurePage.Day(day) : "–",
            ]),
        ]);

    private static string Authority(string? word, Language language) => word switch
    {
        null => "–",
        "epa" => HubPageTexts.Epa.In(language),
        "state" => HubPageTexts.State.In(language),
        _ => word,
    };

    private static void Money(Markup html, HubMoney money, Figures figures, Language language)
    {
        html.Open("section").Leaf("h2", HubPageTexts.HubMoney.In(language)).Leaf("p", HubPageTexts.HubMoneyLead.In(
            language, figures.Money(new Usd(money.ChainNpvUsd)), figures.Money(new Usd(money.ChainNpvWithoutCreditUsd)), MoneyPage.Rate(money.ChainIrr), PerTonne(figures, money.CapturedUsdPerTonne, language),
            PerTonne(figures, money.StoredUsdPerTonne, language), PerTonne(figures, money.ContractUsdPerTonne, language)));
        html.Leaf("h3", HubPageTexts.Finance.In(language)).Open("ul");
        html.Leaf("li", $"{HubPageTexts.StudyRate.In(language)}: {Figures.Fixed(money.Tariffs.StudyUsdPerTonne, 2)}");
        html.Leaf("li", $"{HubPageTexts.PrivateDebt.In(language)}: {MoneyPage.Number(money.Tariffs.PrivateUsdPerTonne, language)}");
        html.Leaf("li", $"{HubPageTexts.PublicDebt.In(language)}: {MoneyPage.Number(money.Tariffs.PublicUsdPerTonne, language)}. {MoneyPage.Loan(money.Tariffs.PublicLoan, figures, language)}").Close();
        html.Open("details").Leaf("summary", HubPageTexts.Cash.In(language));
        Cash(money, language).Write(html);
        html.Close().Close().Line();
    }

    private static HtmlTable Cash(HubMoney money, Language language) => new(
        HubPageTexts.Cash.In(language),
        InfrastructurePage.Heads(language, HubPageTexts.YearHead, HubPageTexts.CapitalHead, HubPageTexts.OperationHead, HubPageTexts.ServiceCostHead, HubPageTexts.CreditHead, HubPageTexts.IncomeHead, HubPageTexts.DebtHead, HubPageTexts.EquityHead, HubPageTexts.NominalHead),
        1,
        [
            .. money.Years.Select(y => (IReadOnlyList<string>)
            [
                y.Year.ToString(CultureInfo.InvariantCulture),
                .. new double?[] { y.CapitalUsd, y.OperationUsd, y.ServiceUsd, y.CreditUsd, y.IncomeUsd, y.DebtUsd, y.EquityUsd }.Select(usd => usd is { } amount ? Figures.Number(amount / Million) : HubPageTexts.Unknown.In(language)),
                Figures.Fixed(y.NominalFactor, 3),
            ]),
        ]);

    private static HtmlTable Members(Hub hub, Language language) => new(
        HubPageTexts.Members.In(language),
        [.. InfrastructurePage.Heads(language, HubPageTexts.SiteHead, HubPageTexts.StateHead, HubPageTexts.SectorHead), .. hub.Periods.Select(Name), HubPageTexts.ShareHead.In(language)],
        3,
        [
            .. hub.Members.Take(MostMembers).Select(m => (IReadOnlyList<string>)
                [m.SiteName, m.State, Vocabulary.Sectors.In(m.Sector, language), .. m.MtPerYear.Select(r => r > 0 ? Figures.Number(r) : "–"), Percent(m.Share)]),
        ]);

    private static string Name(HubPeriod period) => $"{period.From}–{period.To % 100:00}";

    private static string Percent(double? share) => share is { } value ? $"{Figures.Fixed(value * 100, 0)} %" : "–";

    private static string PerTonne(Figures figures, double? usd, Language language) => usd is { } value ? figures.PerTonne(new UsdPerTonne(value)) : HubPageTexts.Unknown.In(language);
}
