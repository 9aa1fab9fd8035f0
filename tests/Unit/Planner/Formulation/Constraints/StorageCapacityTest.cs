using Trunkline.Planner;

namespace Trunkline.Tests.Unit.Planner.Formulation.Constraints;

/// <remarks>Five years at each period's rate against 15 Mt for each project: 15 / 5 = 3 Mt/y would fill a project in one period.</remarks>
public sealed class StorageCapacityTest : RuleTest<StorageCapacity>
{
    protected override IEnumerable<Plan> Spoiled(Plan right) => [right.Storage("F", s => s with { Rate = PlanEdits.Rates(0, 6.01e6) })];
}
