using Trunkline.Planner;

namespace Trunkline.Tests.Unit.Planner.Formulation.Constraints;

/// <remarks>
/// F takes 500,000 t/y for each project opened up to then. U has no projects: it takes its demand, 0.4 Mt/y in the first period and 0.6 in the second.
/// </remarks>
public sealed class InjectionRateTest : RuleTest<InjectionRate>
{
    protected override TinyWorld World => TinyWorld.WithAirAndUse;

    protected override IEnumerable<Plan> Spoiled(Plan right) =>
    [
        right.Storage("F", s => s with { Projects = [0, 2] }),
        right.Storage("F", s => s with { Rate = PlanEdits.Rates(0, -10) }),
        right.Storage("U", s => s with { Rate = PlanEdits.Rates(0, 0.61e6) }),
        right.Storage("U", s => s with { SinkId = "nowhere" }),
    ];
}
