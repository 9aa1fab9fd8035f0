using Trunkline.Domain;
using Trunkline.Planner;

namespace Trunkline.Tests.Unit.Planner.Formulation.Costs;

/// <remarks>
/// With boosters of 0.01 $/km per t/y and 2e-5 MWh per tonne and km at 50 $/MWh. A pipe of 2031 is charged 5/50 of its capital and 2.5 % a year of it for five
/// years, 0.225 in all; one of 2026 twice that, 0.45. Over 100 km: the small line costs 100 x 100,000 x 0.225 = 2.25 M$ and
/// 100 x (0.07 + 0.01) x 0.225 = 1.8 $ for each t/y, the large one 4.5 M$ and 1.125 $. Five years of flow cost 100 x 2e-5 x 50 x 5 = 0.5 $ for each t/y, either way.
/// </remarks>
public sealed class TransportCostsTest : CostTest<TransportCosts>
{
    protected override TinyWorld World => TinyWorld.TwoNodes.WithParameter("pipe.booster-capital", 0.01).WithParameter("pipe.booster-electricity", 2e-5);

    /// <summary>The small line of 2031 for 1 Mt/y: 2.25 + 1.8 + 0.5 M$ (the large line: 4.5 + 1.125 + 0.5).</summary>
    protected override double ByHand => 4.55e6;

    protected override Usd Stated(PlanTotals totals) => totals.Transport;

    protected override PlanTotals Restated(PlanTotals totals, Usd more) => totals with { Transport = totals.Transport + more };
}
