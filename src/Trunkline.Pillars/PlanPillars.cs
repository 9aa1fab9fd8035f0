namespace Trunkline.Pillars;

/// <summary>What a plan means for the strategy, by pillar.</summary>
/// <param name="Funding">Priority funding: where public money brings most; null where the study asks no such question (<c>funding.json</c>).</param>
/// <param name="Policy">Policy alignment: who gains what by which law, and at what credit others would join.</param>
/// <param name="Impact">The three texts of a policy record, worked out from the plan.</param>
public sealed record PlanPillars(FundingPillar? Funding, PolicyPillar Policy, ImpactStatement Impact)
{
    /// <summary>Every pillar of a plan. Reads no file and no clock; the same input gives the same answer.</summary>
    public static PlanPillars PillarsOf(PillarInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return new PlanPillars(
            input.Funding is { } question ? FundingPillar.Of(input, question) : null,
            PolicyPillar.Of(input),
            ImpactStatement.Of(input));
    }
}
