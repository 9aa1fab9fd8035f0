using Trunkline.Domain;
using Trunkline.Pillars;

namespace Trunkline.Report;

/// <summary>The pages of a plan's pillars, in the order of the strategy.</summary>
public static class PillarPages
{
    /// <summary>One page a pillar that is built, one a shared hub, and those of targets and money.</summary>
    public static IReadOnlyList<PillarPage> All(PlanPillars pillars, Language language)
    {
        ArgumentNullException.ThrowIfNull(pillars);
        return
        [
            InfrastructurePage.Of(pillars.Infrastructure, language),
            PolicyPage.Of(pillars.Policy, language),
            CommunitiesPage.Of(pillars.Communities, language),
            StandardsPage.Of(pillars.Standards, language),
            TargetsPage.Of(pillars.Targets, language),
            MoneyPage.Of(pillars.Money, pillars.Infrastructure.Hubs, language),
            .. pillars.Infrastructure.Hubs.Where(h => h.IsShared).Select(h => HubPage.Of(h, pillars.Money.Hubs.First(m => m.HubId == h.Id), language)),
        ];
    }
}
