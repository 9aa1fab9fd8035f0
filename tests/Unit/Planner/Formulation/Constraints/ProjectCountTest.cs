using Trunkline.Planner;

namespace Trunkline.Tests.Unit.Planner.Formulation.Constraints;

/// <remarks>F has room for three projects in all.</remarks>
public sealed class ProjectCountTest : RuleTest<ProjectCount>
{
    protected override IEnumerable<Plan> Spoiled(Plan right) =>
    [
        right.Storage("F", s => s with { Projects = [0, 4] }),
        right.Storage("F", s => s with { Projects = [2, 2] }),
        right.Storage("F", s => s with { Projects = [-1, 3] }),
    ];
}
