namespace Trunkline.Pillars;

/// <summary>What a plan means for the strategy, by pillar.</summary>
/// <param name="Policy">Policy alignment: who gains what by which law, and at what credit others would join.</param>
public sealed record PlanPillars(PolicyPillar Policy)
{
    /// <summary>Every pillar of a plan. Reads no file and no clock; the same input gives the same answer.</summary>
    public static PlanPillars PillarsOf(PillarInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return new PlanPillars(PolicyPillar.Of(input));
    }
}
