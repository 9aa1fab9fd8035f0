using Trunkline.Domain;
using Trunkline.Planner;

namespace Trunkline.Tests.Unit.Planner.Money;

/// <summary>At 10 % a year, worked by hand from the powers of 1.1: 1.1, 1.21, 1.331, 1.4641, 1.61051.</summary>
public sealed class PresentValueTest
{
    private const double Exact = 1e-12;

    private static readonly PresentValue Two = new([new Period(2026, 2030), new Period(2031, 2035)], new Fraction(0.1));
    private static readonly PresentValue Free = new([new Period(2026, 2030), new Period(2031, 2035)], new Fraction(0));

    [Fact]
    public void Capital_is_due_on_the_first_day_and_yearly_money_in_mid_year()
    {
        Assert.Equal(1, Two.After(0));
        Assert.Equal(1 / 1.61051, Two.After(5), Exact);
        Assert.Equal(1 / Math.Sqrt(1.1), Two.OfYear(2026), Exact);
        Assert.Equal(1 / (1.1 * Math.Sqrt(1.1)), Two.OfYear(2027), Exact);
        Assert.Equal((2026, 10), (Two.FirstYear, Two.Horizon));
    }

    /// <summary>Five payments at the ends of years are worth (1 - 1/1.61051) / 0.1; half a year earlier, the root of 1.1 more.</summary>
    [Fact]
    public void An_annuity_is_the_textbook_s_half_a_year_earlier()
    {
        double five = (1 - (1 / 1.61051)) / 0.1 * Math.Sqrt(1.1);
        Assert.Equal(five, Two.Annuity(0), Exact);
        Assert.Equal(five / 1.61051, Two.Annuity(1), Exact);
        Assert.Equal(five * (1 + (1 / 1.61051)), Two.Annuity(0, 1), Exact);
        Assert.Equal(5, Free.Annuity(0), Exact);
    }

    /// <summary>A unit with a life of four years through both periods: bought at 0, 4 and 8; at 10, two of four years are left and given back.</summary>
    [Fact]
    public void Capital_is_renewed_and_what_is_left_at_the_horizon_given_back()
    {
        double byHand = 1 + (1 / 1.4641) + (1 / (1.4641 * 1.4641)) - (0.5 / (1.61051 * 1.61051));
        Assert.Equal(byHand, Two.Capital(0, 1, new Years(4)), Exact);
        Assert.Equal(2.5, Free.Capital(0, 1, new Years(4)), Exact);
    }

    /// <summary>The same unit stopped after five years: bought at 0 and 4, nothing given back.</summary>
    [Fact]
    public void A_unit_that_stops_before_the_horizon_leaves_nothing() => Assert.Equal(1 + (1 / 1.4641), Two.Capital(0, 0, new Years(4)), Exact);

    [Fact]
    public void A_life_that_ends_with_the_run_is_not_bought_again()
    {
        Assert.Equal(1, Two.Capital(0, 0, new Years(5)), Exact);
        Assert.Equal(1 + (1 / 1.61051), Two.Capital(0, 1, new Years(5)), Exact);
        Assert.Equal(1 / 1.61051, Two.Capital(1, 1, new Years(5)), Exact);
    }

    /// <summary>The documents' pipe: five of fifty years; and their unit: five of twenty.</summary>
    [Theory]
    [InlineData(50, 0.1)]
    [InlineData(20, 0.25)]
    public void Capital_of_the_last_five_years_is_charged_by_its_share(double life, double share) =>
        Assert.Equal(share, Free.Capital(1, 1, new Years(life)), Exact);

    /// <summary>2.5 years: bought at 0, 2.5, 5, 7.5.</summary>
    [Fact]
    public void A_life_need_not_be_whole() => Assert.Equal(4, Free.Capital(0, 1, new Years(2.5)), Exact);
}
