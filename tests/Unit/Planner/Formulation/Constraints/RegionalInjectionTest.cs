using Trunkline.Domain;
using Trunkline.Planner;

namespace Trunkline.Tests.Unit.Planner.Formulation.Constraints;

/// <remarks>Both sinks lie in North Dakota: F and U together take at most 2.05 Mt/y.</remarks>
public sealed class RegionalInjectionTest : RuleTest<RegionalInjection>
{
    protected override TinyWorld World => TinyWorld.WithAirAndUse
        .WithLimits(null, new InjectionLimit("Williston", new HashSet<string> { "ND", "MT" }, new TonnesPerYear(2_050_000)));

    protected override IEnumerable<Plan> Spoiled(Plan right) =>
        [right.Storage("F", s => s with { Rate = PlanEdits.Rates(0, 1.5e6) }).Storage("U", s => s with { Rate = PlanEdits.Rates(0, 0.6e6) })];
}
