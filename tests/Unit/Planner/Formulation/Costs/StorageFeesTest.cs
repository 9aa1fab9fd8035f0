using Trunkline.Domain;
using Trunkline.Planner;

namespace Trunkline.Tests.Unit.Planner.Formulation.Costs;

/// <remarks>
/// F lies in Wisconsin, which charges 0.5 $/t to 2032 and 1 $/t after for supervision, and 0.1 $/t for stewardship. Without inflation a tonne a year costs
/// 5 x (0.5 + 0.1) = 3 $ from 2026 to 2030 and 2 x 0.5 + 3 x 1 + 5 x 0.1 = 4.5 $ from 2031 to 2035. U stores nothing and pays nothing.
/// </remarks>
public sealed class StorageFeesTest : CostTest<StorageFees>
{
    private static readonly TinyWorld Wisconsin = TinyWorld.TwoNodes
        .With(d => d with { Formations = [d.Formations[0] with { State = "WI" }] }) with
    {
        Register = FeeLaw.Of([FeeLaw.Fee("fee", (2020, 2032, 0.5m), (2033, 2100, 1m)), FeeLaw.Fee("stewardship-fee", (2020, 2100, 0.1m))]),
    };

    protected override TinyWorld World => Wisconsin;

    /// <summary>1 Mt/y from 2031 on: 4.5 M$.</summary>
    protected override double ByHand => 4.5e6;

    protected override Usd Stated(PlanTotals totals) => totals.StorageFees;

    protected override PlanTotals Restated(PlanTotals totals, Usd more) => totals with { StorageFees = totals.StorageFees + more };

    /// <summary>A fee is nominal: where prices double every year, it is worth half as much real money each year. 1.1 $ of 2035 at prices of 2023 x 2^12.</summary>
    [Fact]
    public void A_fee_is_nominal()
    {
        var prices = new PriceIndex(new Dictionary<int, double> { [2023] = 1, [2035] = 4096 }, 0, 2023);
        StorageFee fee = new IncentiveSchedule(Wisconsin.Law, prices, fullLabour: true).StorageFeeIn("WI", 2035);
        Assert.Equal(1.1 / 4096, fee.Real.Value, 1e-12);
        Assert.Empty(fee.Unknown);
    }

    [Fact]
    public void What_a_year_charges_is_in_the_period_and_in_the_receipt()
    {
        Plan plan = World.Plan;
        Assert.Equal([0, 4.5e6], plan.Periods.Select(p => Math.Round(p.StorageFeesUsd.Value, 3)));
        PolicyMoney fees = plan.Receipt.Money.Single(m => m.Rule == "storage-fees");
        Assert.Equal(4.5e6, fees.Amount.Value, 1e-3);
        Assert.Equal(["from-2033"], plan.Receipt.Coefficients.Where(c => c.Rule == "storage-fees" && Math.Abs(c.Money.Value - 3.3e6) < 1).Select(c => c.Entry));
        Assert.DoesNotContain(plan.Receipt.NotModelled, c => c.Clause == "storage-fee");
    }

    [Fact]
    public void A_state_whose_fee_is_not_known_is_listed_and_not_taken_for_free_of_charge()
    {
        Plan plan = TinyWorld.TwoNodes.Plan;
        UnmodelledMoney unknown = plan.Receipt.NotModelled.Single(c => c.Clause == "storage-fee");
        Assert.Equal(("us-nd.fee", null, 5.0), (unknown.Parameter, unknown.Money, Math.Round(unknown.Megatonnes!.Value, 6)));
    }

    [Fact]
    public void A_fee_of_nothing_is_known_to_be_nothing() =>
        Assert.DoesNotContain((World with { Register = FeeLaw.Of([FeeLaw.Fee("fee", (2020, 2100, 0m))]) }).Plan.Receipt.NotModelled, c => c.Clause == "storage-fee");
}
