using Trunkline.Domain;
using Trunkline.Planner;

namespace Trunkline.Tests.Unit.Planner.Formulation.Costs;

/// <remarks>
/// Start in 2026, ten of twenty years used: 100 x 10/20 + 5 x 10 = 100 M$; start in 2031: 100 x 5/20 + 5 x 5 = 50 M$. A tonne a year through five years costs
/// 5 x (10 $ + 0.1 MWh x 50 $) = 75 $.
/// </remarks>
public sealed class CaptureCostsTest : CostTest<CaptureCosts>
{
    /// <summary>A unit from 2031 at 1 Mt/y: 50 M$ and 75 $ x 1 Mt.</summary>
    protected override double ByHand => 125e6;

    protected override Usd Stated(PlanTotals totals) => totals.Capture;

    protected override PlanTotals Restated(PlanTotals totals, Usd more) => totals with { Capture = totals.Capture + more };
}
