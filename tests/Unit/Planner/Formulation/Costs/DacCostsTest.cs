using Trunkline.Domain;
using Trunkline.Planner;

namespace Trunkline.Tests.Unit.Planner.Formulation.Costs;

/// <remarks>
/// A train of 930 M$ that lasts twenty years: half of it for ten years, 465 M$, a quarter for five, 232.5 M$. A tonne a year through five years
/// costs 5 x (20 $ + 0.2 MWh x 50 $ + 5 GJ x 4 $) = 250 $.
/// </remarks>
public sealed class DacCostsTest : CostTest<DacCosts>
{
    protected override TinyWorld World => TinyWorld.WithAirAndUse;

    /// <summary>A train from 2031 at 1 Mt/y: 232.5 M$ and 250 $ x 1 Mt.</summary>
    protected override double ByHand => 482.5e6;

    protected override Usd Stated(PlanTotals totals) => totals.Dac;

    protected override PlanTotals Restated(PlanTotals totals, Usd more) => totals with { Dac = totals.Dac + more };
}
