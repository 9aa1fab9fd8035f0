using System.Globalization;
using Trunkline.Domain;
using Trunkline.Pillars;

namespace Trunkline.Report;

/// <summary>Pillar 2: hubs, what to start first, energy. Each shared hub has a page of its own.</summary>
internal static class InfrastructurePage
{
    private const double Million = 1e6;

    /// <summary>File name of a hub's page.</summary>
    public static string FileOf(Hub hub) => $"{string.Concat(hub.Id.Select(c => char.IsAsciiLetterOrDigit(c) || c == '_' ? c : '-'))}.html";

    public static PillarPage Of(InfrastructurePillar pillar, Language language) => new(
        "infrastructure.html", HubPageTexts.InfrastructureTitle, HubPageTexts.InfrastructureLead, html =>
        {
            Hub[] shared = [.. pillar.Hubs.Where(h => h.IsShared)];
            html.Open("section").Leaf("h2", HubPageTexts.Hubs.In(language));
            html.Leaf("p", HubPageTexts.HubsLead.In(language, pillar.Hubs.Count, shared.Length, Hub.LeastSites), ("class", "lead"));
            Hubs(pillar.Hubs, language).Write(html);
            html.Leaf("h3", HubPageTexts.HubPages.In(language)).Open("p");
            foreach ((int i, Hub hub) in shared.Index())
            {
                html.Words(i == 0 ? string.Empty : " · ").Leaf("a", hub.Name.In(language), ("href", FileOf(hub)));
            }

            html.Close().Close().Line();
            Section(html, HubPageTexts.TenYears.In(language), HubPageTexts.TenYearsLead.In(language), TenYears(pillar.FirstTenYears, language));
            Section(html, HubPageTexts.Energy.In(language), HubPageTexts.EnergyLead.In(language), Energy(pillar.Energy, language));
        });

    internal static void Section(Markup html, string title, string? lead, HtmlTable table)
    {
        html.Open("section").Leaf("h2", title);
        if (lead is not null)
        {
            html.Leaf("p", lead, ("class", "lead"));
        }

        table.Write(html);
        html.Close().Line();
    }

    internal static IReadOnlyList<string> Heads(Language language, params ReadOnlySpan<Bilingual> heads)
    {
        List<string> words = [];
        foreach (Bilingual head in heads)
        {
            words.Add(head.In(language));
        }

        return words;
    }

    private static HtmlTable Hubs(IReadOnlyList<Hub> hubs, Language language) => new(
        HubPageTexts.Hubs.In(language),
        Heads(language, HubPageTexts.HubHead, HubPageTexts.SitesHead, HubPageTexts.LastRateHead, HubPageTexts.StoredHead, HubPageTexts.TrunkKmHead, HubPageTexts.TariffHead, HubPageTexts.TrunkHead, HubPageTexts.StorageHead, HubPageTexts.FeesHead),
        1,
        [
            .. hubs.Select(h => (IReadOnlyList<string>)
            [
                h.Name.In(language), Figures.Whole(h.Members.Count), Figures.Number(h.Periods[^1].ReceivedMtPerYear), Figures.Number(h.StoredMt), Figures.Whole(h.Periods[^1].TrunkKm),
                Figures.Fixed(h.Tariff.UsdPerTonne, 2), Figures.Fixed(h.Tariff.TrunkUsdPerTonne, 2), Figures.Fixed(h.Tariff.StorageUsdPerTonne, 2), Figures.Fixed(h.Tariff.FeesUsdPerTonne, 2),
            ]),
        ]);

    private static HtmlTable TenYears(IReadOnlyList<StartOfHub> starts, Language language) => new(
        HubPageTexts.TenYears.In(language),
        Heads(language, HubPageTexts.OrderHead, HubPageTexts.HubHead, HubPageTexts.StageHead, HubPageTexts.BeginHead, HubPageTexts.ServiceHead, HubPageTexts.SitesHead, HubPageTexts.RateHead, HubPageTexts.TrunkKmHead, HubPageTexts.ProjectsHead, HubPageTexts.CapexHead),
        4,
        [
            .. starts.Select(s => (IReadOnlyList<string>)
            [
                Figures.Whole(s.Order), s.Name.In(language), (s.Stage switch { StartStage.Pilot => HubPageTexts.Pilot, StartStage.Pair => HubPageTexts.Pair, _ => HubPageTexts.Cluster }).In(language),
                Day(s.BeginBy), s.InService.ToString(CultureInfo.InvariantCulture), Figures.Whole(s.Sites), Figures.Number(s.MtPerYear), Figures.Whole(s.PipeKm), Figures.Whole(s.Projects), Figures.Whole(s.CapexUsd / Million),
            ]),
        ]);

    private static HtmlTable Energy(IReadOnlyList<EnergyOfPeriod> periods, Language language) => new(
        HubPageTexts.Energy.In(language),
        Heads(language, HubPageTexts.PeriodHead, HubPageTexts.ElectricityHead, HubPageTexts.AllowedHead, HubPageTexts.OfAirHead, HubPageTexts.HeatHead, HubPageTexts.AllowedHead, HubPageTexts.OfAirHead, HubPageTexts.UncountedHead),
        1,
        [
            .. periods.Select(p => (IReadOnlyList<string>)
            [
                $"{p.From}–{p.To}", Figures.Number(p.ElectricityTwhPerYear), Limit(p.MostElectricityTwhPerYear), Figures.Number(p.DacElectricityTwhPerYear),
                Figures.Number(p.HeatPjPerYear), Limit(p.MostHeatPjPerYear), Figures.Number(p.DacHeatPjPerYear), Figures.Number(p.UncountedMtPerYear),
            ]),
        ]);

    internal static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Limit(double? most) => most is { } limit ? Figures.Number(limit) : "–";
}
