using Trunkline.Domain;
using Trunkline.Planner;
using Trunkline.Register;
using Trunkline.Tests.Unit.Register;

namespace Trunkline.Tests.Unit.Planner.Incentives;

public sealed class IncentiveScheduleTest
{
    /// <summary>Prices that never move.</summary>
    private static readonly PriceIndex Flat = new(new Dictionary<int, double> { [2020] = 100 }, 0, 2020);

    [Fact]
    public void Twelve_years_from_the_first_day_are_five_five_and_two_of_three_periods()
    {
        CreditWindow window = Now().CreditFor(isDac: false, isPower: false, new DateOnly(2031, 1, 1), new Years(2));
        Assert.Equal(Enumerable.Range(2031, 12), window.DedicatedByYear.Keys.Order());
        Assert.Equal((5, 5, 2), (window.YearsWithin(new Period(2031, 2035)), window.YearsWithin(new Period(2036, 2040)), window.YearsWithin(new Period(2041, 2045))));
        Assert.Equal(0, window.YearsWithin(new Period(2026, 2030)));
        Assert.Null(window.WhyNone);
    }

    [Theory]
    [InlineData(false, 85)]
    [InlineData(true, 180)]
    public void Without_inflation_the_amount_is_that_of_the_law_in_every_year(bool isDac, double expected)
    {
        CreditWindow window = Now().CreditFor(isDac, isPower: false, new DateOnly(2026, 1, 1), new Years(3));
        Assert.All(window.DedicatedByYear.Values, rate => Assert.Equal(expected, rate.Value));
        Assert.All(window.UseShortfallByYear.Values, lost => Assert.Equal(0, lost.Value));
    }

    [Fact]
    public void Before_parity_oil_recovery_loses_25_a_tonne_and_air_capture_50()
    {
        IncentiveSchedule before = Schedule("2025-07-03", Flat);
        DateOnly start = new(2027, 1, 1);
        Assert.All(before.CreditFor(false, false, start, new Years(2)).UseShortfallByYear.Values, lost => Assert.Equal(25, lost.Value, 9));
        Assert.All(before.CreditFor(true, false, start, new Years(2)).UseShortfallByYear.Values, lost => Assert.Equal(50, lost.Value, 9));
    }

    /// <summary>Two years, and two years and a day, before 2035-01-01.</summary>
    [Theory]
    [InlineData(2.0, "2033-01-01", false)]
    [InlineData(2.0 + (1 / 365.25), "2032-12-31", true)]
    [InlineData(1.5, "2033-07-01", false)]
    public void Construction_begins_before_the_deadline_or_there_is_no_credit(double buildYears, string begins, bool credited)
    {
        CreditWindow window = Now().CreditFor(false, false, new DateOnly(2035, 1, 1), new Years(buildYears));
        Assert.Equal(DateOnly.ParseExact(begins, "yyyy-MM-dd"), window.ConstructionBegins);
        Assert.Equal(credited, window.WhyNone is null);
        Assert.Equal(credited ? 12 : 0, window.DedicatedByYear.Count);
        Assert.Equal(credited, !(window.WhyNone ?? "").Contains("2033-01-01", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(false, true, 18750, 0.75)]
    [InlineData(false, false, 12500, null)]
    [InlineData(true, false, 1000, null)]
    public void The_threshold_is_that_of_the_source(bool isDac, bool isPower, double least, double? share)
    {
        CreditWindow window = Now().CreditFor(isDac, isPower, new DateOnly(2031, 1, 1), new Years(3));
        Assert.Equal(least, window.LeastPerYear.Value);
        Assert.Equal(share, window.LeastDesignShare?.Value);
    }

    [Fact]
    public void Old_construction_keeps_the_old_threshold_and_needs_no_design_share()
    {
        CreditWindow window = Now().CreditFor(false, isPower: true, new DateOnly(2026, 1, 1), new Years(4));
        Assert.Equal((500_000, null), (window.LeastPerYear.Value, window.LeastDesignShare));
    }

    [Fact]
    public void Without_the_wage_rules_a_fifth_is_paid()
    {
        IncentiveSchedule bare = new(ShippedRegister.Register.AsOf(new DateOnly(2026, 11, 22)), Flat, fullLabour: false);
        Assert.Equal(17, bare.CreditFor(false, false, new DateOnly(2026, 1, 1), new Years(2)).DedicatedByYear[2026].Value);
    }

    /// <summary>
    /// Flat law money loses to inflation until indexing begins, then keeps its distance: with prices at 100 in 2024 and 2 % a year after,
    /// 85 $ of 2026 is 85 / 1.02^2 = 81.699 $ of 2024; 2028 pays round(17 * 1.02^2 = 17.6868) = 17.69 * 5 = 88.45, over 1.02^4 = 81.714.
    /// </summary>
    [Fact]
    public void Nominal_money_becomes_real()
    {
        PriceIndex prices = new(new Dictionary<int, double> { [2023] = 97, [2024] = 100 }, 0.02, 2024);
        CreditWindow window = Schedule("2026-11-22", prices).CreditFor(false, false, new DateOnly(2026, 1, 1), new Years(2));
        Assert.Equal(85 / 1.0404, window.DedicatedByYear[2026].Value, 9);
        Assert.Equal(88.45 / 1.08243216, window.DedicatedByYear[2028].Value, 9);
        Assert.True(window.Projected);
    }

    [Theory]
    [InlineData("2007-01-01")]
    [InlineData("2015-01-01")]
    public void A_law_without_a_deadline_or_a_period_gives_a_reason_and_not_a_crash(string asOf)
    {
        CreditWindow window = Schedule(asOf, Flat).CreditFor(false, false, new DateOnly(2031, 1, 1), new Years(2));
        Assert.Empty(window.DedicatedByYear);
        Assert.Contains("no value in force", window.WhyNone!, StringComparison.Ordinal);
    }

    [Fact]
    public void A_unit_starts_on_the_first_of_january() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Now().CreditFor(false, false, new DateOnly(2031, 7, 1), new Years(2)));

    [Fact]
    public void Permitting_takes_three_years_at_EPA_and_thirteen_months_in_a_primacy_state()
    {
        Assert.Equal(3, Now().PermittingLead("IL").Value);
        Assert.Equal(13 / 12d, Now().PermittingLead("TX").Value);
        Assert.Equal(3, Schedule("2025-12-14", Flat).PermittingLead("TX").Value);
        Assert.Throws<NoAnswerException>(() => Now().PermittingLead("Texas"));
    }

    /// <summary>One level for all: stack or air, stored or used. Who earns it and for how long stays the law's.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_level_takes_the_place_of_every_amount_of_the_law(bool isDac)
    {
        IncentiveSchedule law = Now(), level = new(law.View, Flat, fullLabour: true) { CreditLevel = new UsdPerTonne(40) };
        CreditWindow before = law.CreditFor(isDac, isPower: false, new DateOnly(2031, 1, 1), new Years(2));
        CreditWindow after = level.CreditFor(isDac, isPower: false, new DateOnly(2031, 1, 1), new Years(2));
        Assert.Equal(before.DedicatedByYear.Keys.Order(), after.DedicatedByYear.Keys.Order());
        Assert.All(after.DedicatedByYear.Values, rate => Assert.Equal(40, rate.Value));
        Assert.All(after.UseShortfallByYear.Values, lost => Assert.Equal(0, lost.Value));
        Assert.Equal(before.LeastPerYear, after.LeastPerYear);
    }

    [Fact]
    public void Every_figure_has_a_receipt_and_stands_in_the_bibliography()
    {
        IncentiveSchedule schedule = Now();
        CreditWindow window = schedule.CreditFor(isDac: true, isPower: false, new DateOnly(2031, 1, 1), new Years(2));
        Assert.All(window.Receipt, reading => Assert.Equal("us.45q", reading.PolicyId));
        Assert.Equal(3 + 24, window.Receipt.Count); // deadline, threshold, period; twelve years to each of two fates
        Assert.Contains(schedule.View.Bibliography, entry => entry is { ParameterId: "us.45q.rate", EntryId: "2025-dac-any-indexed", Money: true });
        Assert.Contains(schedule.View.Bibliography, entry => entry is { ParameterId: "us.45q.labour", EntryId: "full" });
        Assert.Contains(schedule.View.Bibliography, entry => entry is { ParameterId: "us.45q.index", Projected: true });
    }

    [Fact]
    public void Every_parameter_that_plans_read_is_in_the_register() =>
        Assert.Empty(IncentiveParameters.All.Except(ShippedRegister.Register.ParameterIds));

    private static IncentiveSchedule Now() => Schedule("2026-11-22", Flat);

    private static IncentiveSchedule Schedule(string asOf, PriceIndex prices) =>
        new(ShippedRegister.Register.AsOf(DateOnly.ParseExact(asOf, "yyyy-MM-dd")), prices, fullLabour: true);
}
