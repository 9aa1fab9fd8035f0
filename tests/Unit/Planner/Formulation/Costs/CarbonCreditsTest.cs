using Trunkline.Domain;
using Trunkline.Planner;
using Trunkline.Register;

namespace Trunkline.Tests.Unit.Planner.Formulation.Costs;

/// <remarks>
/// Law of 2025-07-03, before parity: 17 x 5 = 85 $/t in dedicated storage and 12 x 5 = 60 $/t in oil fields, from the air 36 x 5 = 180 $/t. Without inflation a
/// tonne a year through five years earns 425 $ at A and 900 $ at D, and loses 5 x 25 = 125 $ where it goes to U.
/// </remarks>
public sealed class CarbonCreditsTest : CostTest<CarbonCredits>
{
    protected override TinyWorld World => TinyWorld.WithAirAndUse.With(s => s with { Policy = PolicyBasis.On(new DateOnly(2025, 7, 3)) })
        .With(d => d with { Formations = [d.Formations[0] with { MaxProjects = 2 }], Uses = [d.Uses[0] with { DemandByYear = TinyWorld.Demand(0, 1e6) }] });

    /// <summary>
    /// F has room for 1 Mt/y, which the train from the air needs; A's 1 Mt/y goes to U: 425 + 900 - 125 = 1,200 M$ earned.
    /// </summary>
    protected override double ByHand => -1200e6;

    protected override Usd Stated(PlanTotals totals) => -totals.CreditsDiscounted;

    protected override PlanTotals Restated(PlanTotals totals, Usd more) => totals with { CreditsDiscounted = totals.CreditsDiscounted - more };
}
