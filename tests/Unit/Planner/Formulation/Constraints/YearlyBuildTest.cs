using Trunkline.Planner;

namespace Trunkline.Tests.Unit.Planner.Formulation.Constraints;

/// <remarks>At 0.3 Mt/y a year five years start at most 1.5 Mt/y. A's unit is sized for its whole stream of 1 Mt/y, whatever it captures.</remarks>
public sealed class YearlyBuildTest : RuleTest<YearlyBuild>
{
    protected override TinyWorld World => TinyWorld.TwoNodes.WithLimits(0.3);

    protected override IEnumerable<Plan> Spoiled(Plan right) => [right with { Captures = [.. right.Captures, .. right.Captures] }];
}
