using Trunkline.Planner;

namespace Trunkline.Tests.Unit.Planner.Formulation.Constraints;

/// <remarks>Nothing is asked of the first period and 1 Mt/y of the second, where the unit may have started in either.</remarks>
public sealed class CaptureTargetTest : RuleTest<CaptureTarget>
{
    protected override IEnumerable<Plan> Spoiled(Plan right) =>
    [
        Short(right),
        right with { Captures = [] },

        // A plan may not set itself an easier task than the study did.
        Short(right) with { Study = right.Study with { GoalUsed = [0, 0.5] } },
        Short(right) with { Study = right.Study with { Mode = "price" } },
    ];

    private static Plan Short(Plan right) => right.Capture(c => c with { Rate = PlanEdits.Rates(0, 0.9e6) });
}
