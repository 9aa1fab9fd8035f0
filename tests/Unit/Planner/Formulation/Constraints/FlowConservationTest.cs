using Trunkline.Planner;

namespace Trunkline.Tests.Unit.Planner.Formulation.Constraints;

/// <remarks>
/// At a: what A captures and what comes back along a-f equals what leaves along it. At f the same flow arrives and leaves by the free step into F,
/// which has no way back. At the formation's own node the step equals what is injected. In 2026 only the run that starts then captures.
/// </remarks>
public sealed class FlowConservationTest : RuleTest<FlowConservation>
{
    protected override IEnumerable<Plan> Spoiled(Plan right) =>
    [
        right.Capture(c => c with { Rate = PlanEdits.Rates(0, 0.9e6) }),
        right.Capture(c => c with { Node = "f" }),
        right.Pipe(p => p with { Flow = PlanEdits.Rates(0, -1e6) }),
        right.Storage("F", s => s with { Rate = PlanEdits.Rates(0, 0.9e6) }),
        right.Storage("F", s => s with { Entries = [] }),
        right with { Pipes = [] },
    ];
}
