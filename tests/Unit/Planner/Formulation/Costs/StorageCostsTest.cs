using Trunkline.Domain;
using Trunkline.Planner;

namespace Trunkline.Tests.Unit.Planner.Formulation.Costs;

/// <remarks>
/// A project of 2031 lives five of its thirty years in the plan: (20 + 10) x 5/30 + (6/30 + 1) x 5 + 30 x 5/30 = 5 + 6 + 5 = 16 M$; one of 2026 twice as long, 32 M$.
/// A tonne a year through five years costs 5 $ in F; U pays 20 $ for each of its tonnes, so 100 $ less.
/// </remarks>
public sealed class StorageCostsTest : CostTest<StorageCosts>
{
    protected override TinyWorld World => TinyWorld.WithAirAndUse;

    /// <summary>
    /// U takes all it wants and pays for it: 0.4 Mt/y of A's CO2 at once, before F has a permit, -40 M$; then 0.6 of the 2 Mt/y, -60 M$. The other 1.4 Mt/y need
    /// three projects of 0.5: 48 M$, and 5 $ x 1.4 Mt = 7 M$.
    /// </summary>
    protected override double ByHand => -45e6;

    protected override Usd Stated(PlanTotals totals) => totals.Storage;

    protected override PlanTotals Restated(PlanTotals totals, Usd more) => totals with { Storage = totals.Storage + more };
}
