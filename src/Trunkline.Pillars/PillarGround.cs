using Trunkline.Planner;

namespace Trunkline.Pillars;

/// <summary>A pillar's input as an audit sees it.</summary>
internal static class PillarGround
{
    /// <summary>The plan beside the figures and the law that it must obey, cost factors applied.</summary>
    public static AuditedPlan Audited(this PillarInput input) =>
        new(input.Plan, input.Study, input.Study.Assumed(input.Dataset), input.Incentives);
}
