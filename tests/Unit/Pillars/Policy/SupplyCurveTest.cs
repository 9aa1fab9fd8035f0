using Trunkline.Domain;
using Trunkline.Pillars;
using Trunkline.Tests.Unit.Planner;

namespace Trunkline.Tests.Unit.Pillars.Policy;

/// <summary>At what credit a unit joins.</summary>
public sealed class SupplyCurveTest
{
    /// <summary>Study 01 from 2031, see ExplainerTest: capture 25, transport 0.18, storage 7.4 $/t; the law pays 85.</summary>
    [Fact]
    public void A_unit_joins_at_its_cost()
    {
        PolicyPillar policy = PlanPillars.PillarsOf(TinyWorld.TwoNodes.Input()).Policy;
        BreakEven unit = Assert.Single(policy.BreakEvens);
        Assert.Equal(("A:ethanol-fermentation", true, 2031), (unit.StreamId, unit.Captured, unit.Start!.Value));
        Assert.Equal((32.58, 85, -52.42), (Math.Round(unit.CostPerTonne!.Value, 6), Math.Round(unit.CreditPerTonne!.Value, 6), Math.Round(unit.ShortfallPerTonne!.Value, 6)));
        Assert.Equal([0, 1], new[] { 32, 33 }.Select(credit => policy.SupplyCurve.At(credit).Megatonnes));
        Assert.Equal(new TonnesPerYear(0), policy.SupplyCurve.UnpricedTonnesPerYear);
    }

    /// <summary>Three units of 1, 2 and 4 Mt/y at 20, 20 and 50 $/t, and one of 8 without a price.</summary>
    [Fact]
    public void Units_add_up_in_order_of_cost_and_the_unpriced_stand_apart()
    {
        static BreakEven unit(double megatonnes, double? cost) =>
            new("s", "s", "s", "ND", "cement", "kiln", false, TonnesPerYear.FromMegatonnes(megatonnes), 2031, cost, 0, cost is null ? "cost-unknown" : null);
        SupplyCurve curve = SupplyCurve.Of([unit(4, 50), unit(1, 20), unit(8, null), unit(2, 20)]);
        Assert.Equal([(20, 3), (50, 7)], curve.Points.Select(p => (p.CreditPerTonne, p.CapturedTonnesPerYear.Megatonnes)));
        Assert.Equal(8, curve.UnpricedTonnesPerYear.Megatonnes);
        Assert.Equal([0, 3, 3, 7], new[] { 19.9, 20, 49, 50 }.Select(credit => curve.At(credit).Megatonnes));
    }
}
