using Trunkline.Planner;

namespace Trunkline.Tests.Unit.Planner.Formulation.Constraints;

/// <remarks>The small line ends at 3.1 Mt/y (12 inches), the large one at 16.3 Mt/y (24 inches).</remarks>
public sealed class PipeSizeTest : RuleTest<PipeSize>
{
    protected override IEnumerable<Plan> Spoiled(Plan right) =>
    [
        right.Pipe(p => p with { Bought = PlanEdits.Rates(0, 3.2e6) }),
        right.Pipe(p => p with { Trend = [null, "wooden"] }),
        right.Pipe(p => p with { Trend = [null, null] }),
    ];
}
