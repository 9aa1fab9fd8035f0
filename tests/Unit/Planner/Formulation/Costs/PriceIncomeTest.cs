using Trunkline.Domain;
using Trunkline.Planner;

namespace Trunkline.Tests.Unit.Planner.Formulation.Costs;

/// <remarks>At 0 and 60 $/t a tonne a year earns nothing through the first five years and 300 $ through the next five.</remarks>
public sealed class PriceIncomeTest : CostTest<PriceIncome>
{
    protected override TinyWorld World => TinyWorld.TwoNodes.WithPrice(0, 60);

    /// <summary>1 Mt/y from 2031.</summary>
    protected override double ByHand => -300e6;

    protected override Usd Stated(PlanTotals totals) => -totals.PriceIncome;

    protected override PlanTotals Restated(PlanTotals totals, Usd more) => totals with { PriceIncome = totals.PriceIncome - more };
}
