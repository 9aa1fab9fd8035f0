using Trunkline.Domain;
using Trunkline.Pillars;

namespace Trunkline.Report;

/// <summary>The way from the base year to the goals, as wedges, with what is not known said so.</summary>
internal static class TargetsPage
{
    public static PillarPage Of(NationalPathway pathway, Language language) => new(
        "targets.html", HubPageTexts.TargetsTitle, new Bilingual(Lead(pathway, Language.En), Lead(pathway, Language.Zh)), html =>
        {
            InfrastructurePage.Section(html, HubPageTexts.GoalsTitle.In(language), null, Goals(pathway, language));
            html.Open("section").Leaf("h2", HubPageTexts.WedgeTitle.In(language)).Leaf("p", HubPageTexts.WedgeLead.In(language), ("class", "lead")).Open("div", ("class", "charts"));
            HubPage.Chart(html, Wedges(pathway, language));
            if (pathway.Power.Period is not null)
            {
                HubPage.Chart(html, Power(pathway.Power, language));
            }

            html.Close().Close().Line();
            InfrastructurePage.Section(html, HubPageTexts.EconomyTitle.In(language), null, Economy(pathway, language));
            InfrastructurePage.Section(html, HubPageTexts.SectorsTitle.In(language), null, Sectors(pathway, language));
            InfrastructurePage.Section(html, HubPageTexts.SourcesTitle.In(language), null, Sources(pathway, language));
        });

    private static string Lead(NationalPathway pathway, Language language) =>
        HubPageTexts.TargetsLead.In(language, pathway.BaseYear is { } year ? HubPageTexts.BaseYearIs.In(language, year) : string.Empty);

    private static HtmlTable Goals(NationalPathway pathway, Language language) => new(
        HubPageTexts.GoalsTitle.In(language),
        [HubPageTexts.GoalHead.In(language), HubPageTexts.InLawHead.In(language, InfrastructurePage.Day(pathway.Power.Law.AsOf))],
        2,
        [
            [HubPageTexts.PowerGoal.In(language, pathway.Power.Law.Year), Law(pathway.Power.Law, language)],
            [HubPageTexts.EconomyGoal.In(language, pathway.Economy.Law.Year), Law(pathway.Economy.Law, language)],
        ]);

    private static string Law(GoalInLaw goal, Language language) =>
        !goal.InForce ? HubPageTexts.No.In(language, goal.Why!.In(language))
        : goal.Overlay is { } overlay ? HubPageTexts.YesOverlay.In(language, overlay)
        : HubPageTexts.Yes.In(language);

    private static WedgeChart Wedges(NationalPathway pathway, Language language)
    {
        PathwayPeriod[] periods = [.. pathway.Periods];
        bool hasBase = pathway.BaseYear is { } year && year < periods[0].From;
        int[] years = [.. hasBase ? [pathway.BaseYear!.Value] : Array.Empty<int>(), .. periods.Select(p => (p.From + p.To) / 2)];
        double[] Of(double before, Func<PathwayPeriod, double> value) => [.. hasBase ? [before] : Array.Empty<double>(), .. periods.Select(value)];
        return new WedgeChart(
            HubPageTexts.WedgeTitle.In(language),
            years,
            [
                new Wedge(HubPageTexts.Remaining.In(language), "k-left", Of(pathway.BaseFossilMt, p => Math.Max(0, p.RemainingOfBaseMtPerYear))),
                .. periods.Any(p => p.PowerRetiredMtPerYear is not null)
                    ? [new Wedge(HubPageTexts.Retired.In(language), "k-sum", Of(0, p => p.PowerRetiredMtPerYear ?? 0))]
                    : Array.Empty<Wedge>(),
                new Wedge(HubPageTexts.CapturedPower.In(language), "k-use", Of(0, p => p.PowerMtPerYear)),
                new Wedge(HubPageTexts.CapturedIndustry.In(language), "k-capture", Of(0, p => p.PointSourceMtPerYear - p.PowerMtPerYear)),
                new Wedge(HubPageTexts.Biogenic.In(language), "g-biomass", Of(0, p => p.BiogenicMtPerYear), IsRemoval: true),
                new Wedge(HubPageTexts.Air.In(language), "g-dac", Of(0, p => p.DacMtPerYear), IsRemoval: true),
            ]);
    }

    private static HorizontalBars Power(PowerGoal power, Language language)
    {
        (Bilingual Name, string Look, double? Share)[] parts =
        [
            (HubPageTexts.Captured, "k-use", power.CapturedShare), (HubPageTexts.Retired, "k-sum", power.RetiredShare), (HubPageTexts.Remaining, "k-left", power.RemainingShare),
        ];
        return new HorizontalBars(
            HubPageTexts.PowerTitle.In(language, Figures.Number(power.BaseMt), power.Law.Year),
            [.. parts.Select(p => new LyingBar(p.Name.In(language), p.Look, p.Share ?? 0, p.Share is { } share ? $"{Figures.Fixed(share * 100, 1)} %" : HubPageTexts.Unknown.In(language)))],
            1);
    }

    private static HtmlTable Economy(NationalPathway pathway, Language language)
    {
        (Bilingual Name, Func<PathwayPeriod, double?> Value)[] rows =
        [
            (HubPageTexts.EconomyRow, p => p.EconomyMtPerYear),
            (HubPageTexts.PointRow, p => p.PointSourceMtPerYear),
            (HubPageTexts.RemovalRow, p => p.BiogenicMtPerYear + p.DacMtPerYear),
            (HubPageTexts.LandRow, p => p.LandSinkMtPerYear),
            (HubPageTexts.NetRow, p => p.NetMtPerYear),
        ];
        return new HtmlTable(
            HubPageTexts.EconomyTitle.In(language),
            ["", .. pathway.Periods.Select(p => $"{p.From}–{p.To}")],
            1,
            [.. rows.Select(r => (IReadOnlyList<string>)[r.Name.In(language), .. pathway.Periods.Select(p => r.Value(p) is { } value ? Figures.Number(value) : HubPageTexts.Unknown.In(language))])]);
    }

    private static HtmlTable Sectors(NationalPathway pathway, Language language) => new(
        HubPageTexts.SectorsTitle.In(language),
        InfrastructurePage.Heads(language, HubPageTexts.SectorHead, HubPageTexts.SitesHead, HubPageTexts.FossilHead, HubPageTexts.BiogenicHead),
        1,
        [
            .. pathway.Sectors.Select(s => (IReadOnlyList<string>)[Vocabulary.Sectors.In(s.Sector, language), Figures.Whole(s.Sites), Figures.Number(s.FossilMt), Figures.Number(s.BiogenicMt)]),
        ]);

    private static HtmlTable Sources(NationalPathway pathway, Language language) => new(
        HubPageTexts.SourcesTitle.In(language),
        InfrastructurePage.Heads(language, HubPageTexts.FigureHead, HubPageTexts.SourceHead, HubPageTexts.ConfidenceHead),
        3,
        pathway.Sources.Count > 0
            ? [.. pathway.Sources.Select(s => (IReadOnlyList<string>)[Name(s.Figure, language), s.Source, $"{s.Confidence}"])]
            : [[HubPageTexts.NoSources.In(language), "–", "–"]]);

    private static string Name(string figure, Language language) =>
        (figure switch { "powerRetired" => HubPageTexts.Retired, "economy" => HubPageTexts.EconomyRow, _ => HubPageTexts.LandRow }).In(language);
}
