using Trunkline.Pillars;
using Trunkline.Planner;

namespace Trunkline.Tests.Unit.Pillars.Money;

/// <summary>A loan against the closed form of its balance.</summary>
public sealed class LoanTest
{
    [Fact]
    public void At_its_own_rate_a_loan_is_worth_nothing()
    {
        Payment[] flows = [.. new Loan(0.6, 0.08, 12, 0, 40).Flows([new Payment(3, 100)])];
        Assert.Equal(60, flows[0].Amount);
        Assert.Equal(13, flows.Length);
        Assert.Equal(0, InternalRate.NetPresentValue(flows, 0.08), 1e-9);
    }

    /// <summary>Drawn for 30 years and settled after 7: what is owed then is D ((1+r)^7 - ((1+r)^7 - 1) / (1 - (1+r)^-30)).</summary>
    [Fact]
    public void The_rest_is_paid_at_the_horizon()
    {
        Payment[] flows = [.. new Loan(1, 0.05, 30, 0, 10).Flows([new Payment(3, 100)])];
        double grown = Math.Pow(1.05, 7), owed = 100 * (grown - ((grown - 1) / (1 - Math.Pow(1.05, -30))));
        double annuity = 100 * 0.05 / (1 - Math.Pow(1.05, -30));
        Assert.Equal((8, 10), (flows.Length, flows[^1].After));
        Assert.Equal(-(owed + annuity), flows[^1].Amount, 1e-6);
    }

    /// <summary>Nominal 5 % with 5 % inflation costs nothing in real money.</summary>
    [Fact]
    public void Inflation_wears_the_debt_down()
    {
        Payment[] flows = [.. new Loan(0.5, 0.05, 10, 0.05, 40).Flows([new Payment(0, 200)])];
        Assert.Equal(0, flows.Sum(f => f.Amount), 1e-9);
    }

    [Fact]
    public void Without_interest_it_is_paid_in_equal_parts() =>
        Assert.Equal([50, -5, -5, -5, -5, -30], new Loan(0.5, 0, 10, 0, 10).Flows([new Payment(5, 100)]).Select(f => Math.Round(f.Amount, 9)));

    [Fact]
    public void What_comes_back_is_not_lent_on() => Assert.Empty(new Loan(0.5, 0.05, 10, 0, 10).Flows([new Payment(3, -10), new Payment(10, 5)]));
}
