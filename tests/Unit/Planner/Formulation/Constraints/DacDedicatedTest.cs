using Trunkline.Planner;

namespace Trunkline.Tests.Unit.Planner.Formulation.Constraints;

/// <remarks>What D takes from the air, under either start, is at most what the formation F takes; what the oil field U takes does not count.</remarks>
public sealed class DacDedicatedTest : RuleTest<DacDedicated>
{
    protected override TinyWorld World => TinyWorld.WithAirAndUse;

    protected override IEnumerable<Plan> Spoiled(Plan right) =>
        [right.Storage("F", s => s with { Rate = PlanEdits.Rates(0, 0.9e6) }).Storage("U", s => s with { Rate = PlanEdits.Rates(0, 1.1e6) })];
}
