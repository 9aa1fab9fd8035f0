using Trunkline.Domain;
using Trunkline.Planner;

namespace Trunkline.Tests.Unit.Planner.Formulation.Constraints;

/// <remarks>
/// The stream of 1,000,000 t/y at a capture rate of 0.9 gives 900,000 t/y where the unit is open. A start in 2026 runs through both periods, a
/// start in 2031 through one: three rows.
/// </remarks>
public sealed class CaptureWithinStreamTest : RuleTest<CaptureWithinStream>
{
    protected override TinyWorld World => TinyWorld.TwoNodes.WithTarget(0, 0.9)
        .With(d => d with { Streams = [d.Streams[0] with { CaptureRate = new Fraction(0.9) }] });

    protected override IEnumerable<Plan> Spoiled(Plan right) =>
    [
        right.Capture(c => c with { Rate = PlanEdits.Rates(0, 900_010) }),
        right.Capture(c => c with { Rate = PlanEdits.Rates(0, -10) }),
    ];
}
