using Trunkline.Pillars;

namespace Trunkline.Report;

/// <summary>The strategy's pillars, one section each, in their order, and the impact statement.</summary>
public static class PillarSections
{
    public static void Write(Markup html, ReportInput input, PlanPillars pillars)
    {
        ImpactSection.Write(html, input, pillars.Impact);
        if (pillars.Funding is { } funding)
        {
            FundingSection.Write(html, input, funding);
        }
    }
}
