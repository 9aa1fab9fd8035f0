using Trunkline.Planner;

namespace Trunkline.Tests.Unit.Planner.Formulation.Constraints;

/// <remarks>
/// Three periods: 2026-30, 2031-42, 2043-45. A start in 2026 earns its twelve years to 2037, inside the second period, so it may stop after 2042 or
/// stay to 2045; a start in 2031 earns to 2042 and has the same two ends; a start in 2043 began its construction in 2040, after the deadline of
/// 2033-01-01, earns nothing and stays. Five runs, one of which may be taken.
/// </remarks>
public sealed class OpenOnceTest : RuleTest<OpenOnce>
{
    protected override TinyWorld World => TinyWorld.TwoNodes
        .With(s => s with { Periods = [new(2026, 2030), new(2031, 2042), new(2043, 2045)] }).WithTarget(0, 1, 0);

    protected override IEnumerable<Plan> Spoiled(Plan right) =>
    [
        right with { Captures = [.. right.Captures, .. right.Captures] },
        right.Capture(c => c with { FirstPeriod = 0, LastPeriod = 0 }),
        right.Capture(c => c with { FirstPeriod = 1, Rate = PlanEdits.Rates(1e6, 1e6, 0) }),
    ];
}
