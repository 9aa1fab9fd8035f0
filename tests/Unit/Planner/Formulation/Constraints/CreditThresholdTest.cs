using Trunkline.Planner;

namespace Trunkline.Tests.Unit.Planner.Formulation.Constraints;

/// <remarks>
/// Since the Inflation Reduction Act a plant that makes no electricity must capture 12,500 t in a year (26 U.S.C. 45Q(d)(2)(C)); both starts
/// began construction after 2022 and are paid in every year of the plan: three rows.
/// </remarks>
public sealed class CreditThresholdTest : RuleTest<CreditThreshold>
{
    protected override IEnumerable<Plan> Spoiled(Plan right) =>
    [
        right.Capture(c => c with { Rate = PlanEdits.Rates(0, 12_000) }),

        // What the plan says about its own credit does not matter: the law would pay, so the law's threshold holds.
        right.Capture(c => c with { Rate = PlanEdits.Rates(0, 12_000), CreditUsd = [new(0), new(0)] }),
    ];
}
