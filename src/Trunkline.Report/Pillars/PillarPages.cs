using Trunkline.Domain;
using Trunkline.Pillars;

namespace Trunkline.Report;

/// <summary>The pages of a plan's pillars, in the order of the strategy.</summary>
public static class PillarPages
{
    /// <summary>One page a pillar that is built.</summary>
    public static IReadOnlyList<PillarPage> All(PlanPillars pillars, Language language)
    {
        ArgumentNullException.ThrowIfNull(pillars);
        return
        [
            PolicyPage.Of(pillars.Policy, language),
            CommunitiesPage.Of(pillars.Communities, language),
            StandardsPage.Of(pillars.Standards, language),
        ];
    }
}
