using Trunkline.Planner;

namespace Trunkline.Tests.Unit.Planner.Formulation.Constraints;

/// <remarks>North Dakota issues its own permits: 13 months, then two years of wells, 3.08 years from 2026-01-01. Nothing opens in the period that starts that day.</remarks>
public sealed class PermitLeadTimeTest : RuleTest<PermitLeadTime>
{
    protected override IEnumerable<Plan> Spoiled(Plan right) => [right.Storage("F", s => s with { Projects = [2, 0] })];
}
