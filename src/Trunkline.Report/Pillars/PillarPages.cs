using Trunkline.Domain;
using Trunkline.Pillars;

namespace Trunkline.Report;

/// <summary>The pages of a plan's pillars, in the order of the strategy.</summary>
public static class PillarPages
{
    /// <summary>One page a pillar, one a shared hub, and those of targets, money and impact.</summary>
    /// <param name="report">What the report is made from; null where only the pages without charts of the report are wanted.</param>
    public static IReadOnlyList<PillarPage> All(PlanPillars pillars, Language language, ReportInput? report = null)
    {
        ArgumentNullException.ThrowIfNull(pillars);
        return
        [
            .. report is not null && pillars.Funding is { } funding
                ? [new PillarPage("funding.html", PillarTexts.FundingTitle, PillarPageTexts.FundingLead, html => FundingSection.Write(html, report, funding))]
                : Array.Empty<PillarPage>(),
            InfrastructurePage.Of(pillars.Infrastructure, language),
            PolicyPage.Of(pillars.Policy, language),
            CommunitiesPage.Of(pillars.Communities, language),
            StandardsPage.Of(pillars.Standards, language),
            TargetsPage.Of(pillars.Targets, language),
            MoneyPage.Of(pillars.Money, pillars.Infrastructure.Hubs, language),
            .. report is not null
                ? [new PillarPage("impact.html", PillarTexts.ImpactTitle, PillarPageTexts.ImpactLead, html => ImpactSection.Write(html, report, pillars.Impact))]
                : Array.Empty<PillarPage>(),
            .. pillars.Infrastructure.Hubs.Where(h => h.IsShared).Select(h => HubPage.Of(h, pillars.Money.Hubs.First(m => m.HubId == h.Id), language)),
        ];
    }
}
