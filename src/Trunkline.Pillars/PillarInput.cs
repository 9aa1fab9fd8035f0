using Trunkline.Atlas;
using Trunkline.Planner;
using Trunkline.Register;

namespace Trunkline.Pillars;

/// <summary>What every pillar is worked out from: a finished plan beside what it was made from.</summary>
/// <param name="Plan">As <see cref="PlanJson"/> reads it.</param>
/// <param name="Study">The question that the plan answers, its law included.</param>
/// <param name="Dataset">The study's dataset as it was read, cost factors not applied.</param>
/// <param name="Law">The register on the study's day, with its overlays.</param>
public sealed record PillarInput(Plan Plan, Study Study, Dataset Dataset, RegisterView Law)
{
    /// <summary>The question of pillar 1 where the study asks one.</summary>
    public FundingQuestion? Funding { get; init; }

    /// <summary>The law's money in the study's dollars, as the plan was made with it.</summary>
    public IncentiveSchedule Incentives { get; } = PlanMaker.Incentives(Study, Dataset, Law);
}
