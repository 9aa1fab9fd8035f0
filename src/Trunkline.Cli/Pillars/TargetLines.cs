using System.Globalization;
using Trunkline.Domain;
using Trunkline.Pillars;

namespace Trunkline.Cli;

/// <summary>Targets and money in plain lines.</summary>
internal static class TargetLines
{
    public static IEnumerable<string> Of(NationalPathway pathway, Language language)
    {
        PowerGoal power = pathway.Power;
        EconomyGoal economy = pathway.Economy;
        yield return HubWords.TargetsHead.In(language);
        yield return "  " + Say(
            HubWords.PowerLine, language, power.Law.Year, Law(power.Law, language), power.BaseMt, Share(power.CapturedShare, language), Share(power.RetiredShare, language), Share(power.RemainingShare, language));
        yield return "  " + Say(
            HubWords.EconomyLine, language, economy.Law.Year, Law(economy.Law, language), Mt(economy.PointSourceMtPerYear, language), Mt(economy.RemovedMtPerYear, language), Mt(economy.NetMtPerYear, language));
    }

    public static IEnumerable<string> Of(MoneyPillar money, Language language)
    {
        yield return Say(HubWords.MoneyHead, language, money.Basis.DollarYear, 100 * money.Basis.DiscountRate);
        if (money.Projects.Count > 0)
        {
            ProjectMoney[] byPrice = [.. money.Projects.Where(p => p.Contract is not null).OrderBy(p => p.Contract!.WithCreditUsdPerTonne)];
            yield return "  " + Say(
                HubWords.MoneyLine, language, byPrice.Length, byPrice.Count(p => p.NpvUsd > 0), byPrice.Count(p => p.NpvWithoutCreditUsd > 0),
                At(byPrice, 0.1), At(byPrice, 0.5), At(byPrice, 0.9));
        }
    }

    /// <summary>The contract price that this share of the tonnes does not exceed.</summary>
    private static double At(ProjectMoney[] byPrice, double share)
    {
        double wanted = share * byPrice.Sum(p => p.CapturedMt), sum = 0;
        return byPrice.First(p => (sum += p.CapturedMt) >= wanted * (1 - 1e-9)).Contract!.WithCreditUsdPerTonne + 0.0;
    }

    private static string Law(GoalInLaw goal, Language language)
    {
        string day = goal.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return goal.InForce ? Say(HubWords.InLaw, language, day) : Say(HubWords.NotInLaw, language, day, goal.Why!.In(language));
    }

    private static string Share(double? share, Language language) =>
        share is { } value ? (100 * value).ToString("0.0 '%'", CultureInfo.InvariantCulture) : HubWords.Unknown.In(language);

    private static string Mt(double? megatonnes, Language language) =>
        megatonnes is { } value ? value.ToString("#,##0.0 'Mt/y'", CultureInfo.InvariantCulture) : HubWords.Unknown.In(language);

    private static string Say(Bilingual text, Language language, params object?[] figures) => string.Format(CultureInfo.InvariantCulture, text.In(language), figures);
}
