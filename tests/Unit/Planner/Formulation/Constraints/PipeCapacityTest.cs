using Trunkline.Planner;

namespace Trunkline.Tests.Unit.Planner.Formulation.Constraints;

/// <remarks>Nothing lies between A and F: the flow both ways is at most what was bought of the two lines, in 2031 also what was bought in 2026.</remarks>
public sealed class PipeCapacityTest : RuleTest<PipeCapacity>
{
    protected override IEnumerable<Plan> Spoiled(Plan right) =>
    [
        right.Pipe(p => p with { Bought = PlanEdits.Rates(0, 0.99e6) }),
        right.Pipe(p => p with { Flow = PlanEdits.Rates(-0.5e6, 1e6) }),
    ];
}
