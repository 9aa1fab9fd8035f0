using System.Globalization;
using Trunkline.Domain;
using Trunkline.Pillars;

namespace Trunkline.Cli;

/// <summary>Pillar 2 in plain lines.</summary>
internal static class HubLines
{
    private const int Most = 12;

    /// <summary>The hubs in a line each, the list of the first ten years, and energy.</summary>
    public static IEnumerable<string> Of(InfrastructurePillar pillar, Language language)
    {
        Hub[] shared = [.. pillar.Hubs.Where(h => h.IsShared)];
        double all = pillar.Hubs.Sum(h => h.StoredMt);
        yield return HubWords.Head.In(language);
        yield return "  " + Say(HubWords.Count, language, pillar.Hubs.Count, shared.Length, Hub.LeastSites, all > 0 ? 100 * shared.Sum(h => h.StoredMt) / all : 0);
        foreach (Hub hub in shared.Take(Most))
        {
            yield return "  " + Line(hub, language);
        }

        if (shared.Length > Most)
        {
            yield return "  " + Say(HubWords.More, language, shared.Length - Most);
        }

        foreach (string line in TenYears(pillar, language).Concat(pillar.Energy.Select(e => "  " + Energy(e, language))))
        {
            yield return line;
        }
    }

    /// <summary>One hub in full.</summary>
    public static IEnumerable<string> Of(Hub hub, HubMoney money, Language language) =>
    [
        Line(hub, language),
        .. hub.Periods.Select(p => "  " + Period(p, language)),
        "  " + Say(HubWords.Tariffs, language, money.Tariffs.StudyUsdPerTonne, Dollars(money.Tariffs.PrivateUsdPerTonne, language), Dollars(money.Tariffs.PublicUsdPerTonne, language)),
        .. money.Tariffs.PublicLoan.Why is { } why ? ["  " + why.In(language)] : Array.Empty<string>(),
        "  " + Chain(money, language),
        HubWords.Corridors.In(language),
        .. hub.Corridors.Take(Most).Select(c => "  " + Corridor(c, language)),
        HubWords.Permits.In(language),
        .. hub.Storage.Select(s => "  " + Permit(s, language)),
        "  " + (hub.PipelineLaw.Count > 0 ? Say(HubWords.Law, language, string.Join(", ", hub.PipelineLaw)) : HubWords.NoLaw.In(language)),
        HubWords.Members.In(language),
        .. hub.Members.Take(2 * Most).Select(m => "  " + Say(HubWords.Member, language, m.SiteName, m.State, m.Sector, m.MtPerYear.Max(), 100 * m.Share)),
        .. hub.Members.Count > 2 * Most ? ["  " + Say(HubWords.More, language, hub.Members.Count - (2 * Most))] : Array.Empty<string>(),
    ];

    private static string Line(Hub hub, Language language) => Say(
        HubWords.Line, language, hub.Id, hub.Name.In(language), hub.Members.Count, hub.Periods[^1].ReceivedMtPerYear, hub.Periods[^1].TrunkKm,
        hub.Tariff.UsdPerTonne, hub.Tariff.TrunkUsdPerTonne, hub.Tariff.StorageUsdPerTonne, hub.Tariff.FeesUsdPerTonne);

    private static string Period(HubPeriod p, Language language) => Say(
        HubWords.Period, language, p.From, p.To, p.Sites, p.ReceivedMtPerYear, p.InjectionMtPerYear, Share(p.StorageUtilisation), p.TrunkKm, p.NewTrunkKm, Share(p.TrunkUtilisation), Inches(p.LargestInches));

    private static string Chain(HubMoney money, Language language) => Say(
        HubWords.Chain, language, money.ChainNpvUsd / 1e6, money.ChainNpvWithoutCreditUsd / 1e6,
        money.ChainIrr is { } irr ? (100 * irr).ToString("0.0 '%'", CultureInfo.InvariantCulture) : "-", money.CapturedUsdPerTonne, Dollars(money.StoredUsdPerTonne, language), money.ContractUsdPerTonne);

    private static string Corridor(HubCorridor c, Language language) =>
        Say(HubWords.Corridor, language, c.Name.In(language), c.Km, c.PeakMtPerYear, c.FirstYear, Inches(c.LargestInches), c.CapexUsd / 1e6);

    private static string Permit(HubStorage s, Language language) => s.PermitBy is null
        ? Say(HubWords.Use, language, s.Name, s.State, s.MtPerYear.Max())
        : Say(HubWords.Permit, language, s.Name, s.State, s.Projects.Sum(), s.PermitBy, s.PermitMonths, s.BuildYears, s.ReadyFrom, s.ApplyBy?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "-");

    private static IEnumerable<string> TenYears(InfrastructurePillar pillar, Language language)
    {
        yield return HubWords.TenYears.In(language);
        foreach (StartOfHub s in pillar.FirstTenYears.Take(2 * Most))
        {
            Bilingual stage = s.Stage switch { StartStage.Pilot => HubWords.Pilot, StartStage.Pair => HubWords.Pair, _ => HubWords.Cluster };
            yield return "  " + Say(
                HubWords.Start, language, s.Order, s.Name.In(language), stage.In(language), Begin(s.BeginBy, pillar.Energy[0].From, language), s.InService,
                s.Sites, s.MtPerYear, s.PipeKm, s.Projects, s.CapexUsd / 1e6);
        }
    }

    private static string Begin(DateOnly day, int firstYear, Language language)
    {
        string text = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return day.Year < firstYear ? Say(HubWords.AlreadyBegun, language, text) : text;
    }

    private static string Energy(EnergyOfPeriod e, Language language) => Say(
        HubWords.Energy, language, e.From, e.To, e.ElectricityTwhPerYear, OfMost(e.MostElectricityTwhPerYear, language), e.HeatPjPerYear, OfMost(e.MostHeatPjPerYear, language), e.UncountedMtPerYear);

    private static string OfMost(double? most, Language language) => most is { } limit ? Say(HubWords.OfMost, language, limit) : string.Empty;

    private static string Share(double? share) => share is { } value ? (100 * value).ToString("0 '%'", CultureInfo.InvariantCulture) : "-";

    private static string Inches(double? inches) => inches is { } value ? value.ToString("0.## 'in'", CultureInfo.InvariantCulture) : "-";

    private static string Dollars(double? usd, Language language) => usd is { } value ? value.ToString("0.0", CultureInfo.InvariantCulture) : HubWords.Unknown.In(language);

    private static string Say(Bilingual text, Language language, params object?[] figures) => string.Format(CultureInfo.InvariantCulture, text.In(language), figures);
}
