using Trunkline.Planner;

namespace Trunkline.Tests.Unit.Planner.Formulation.Constraints;

/// <remarks>One corridor, two lines, two periods: in each period one of the two, or none.</remarks>
public sealed class OnePipePerPeriodTest : RuleTest<OnePipePerPeriod>
{
    protected override IEnumerable<Plan> Spoiled(Plan right) => [right with { Pipes = [.. right.Pipes, .. right.Pipes] }];
}
