namespace Trunkline.Pillars;

/// <summary>What a plan means for the strategy, by pillar.</summary>
/// <param name="Funding">Priority funding: where public money brings most; null where the study asks no such question (<c>funding.json</c>).</param>
/// <param name="Infrastructure">Infrastructure first: hubs, corridors, what to start in the first ten years, energy.</param>
/// <param name="Policy">Policy alignment: who gains what by which law, and at what credit others would join.</param>
/// <param name="Communities">Who gets what is built, and who lives beside it.</param>
/// <param name="Standards">Where stored tonnes would count, and whether what crosses a border may.</param>
/// <param name="Targets">The way to the goals of 2035 and 2050, and whether they are goals in law.</param>
/// <param name="Money">Who earns what: projects, hubs, contracts, debt and equity.</param>
/// <param name="Impact">The three texts of a policy record, worked out from the plan.</param>
public sealed record PlanPillars(
    FundingPillar? Funding,
    InfrastructurePillar Infrastructure,
    PolicyPillar Policy,
    CommunitiesPillar Communities,
    StandardsPillar Standards,
    NationalPathway Targets,
    MoneyPillar Money,
    ImpactStatement Impact)
{
    /// <summary>Every pillar of a plan. Reads no file and no clock; the same input gives the same answer.</summary>
    public static PlanPillars PillarsOf(PillarInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var flows = new PlanFlows(input.Plan);
        IReadOnlyList<Hub> hubs = HubFinder.Find(input, flows);
        return new PlanPillars(
            input.Funding is { } question ? FundingPillar.Of(input, question) : null,
            InfrastructurePillar.Of(input, hubs),
            PolicyPillar.Of(input),
            CommunitiesPillar.Of(input),
            StandardsPillar.Of(input),
            NationalPathway.Of(input),
            MoneyPillar.Of(input, flows, hubs),
            ImpactStatement.Of(input));
    }
}
