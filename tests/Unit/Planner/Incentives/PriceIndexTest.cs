using Trunkline.Planner;

namespace Trunkline.Tests.Unit.Planner.Incentives;

public sealed class PriceIndexTest
{
    private static readonly Dictionary<int, double> History = new() { [2018] = 200, [2023] = 240, [2024] = 250 };

    [Theory]
    [InlineData(2018, 1.25)]
    [InlineData(2024, 1)]
    [InlineData(2026, 1 / 1.21)]
    public void Nominal_money_is_multiplied_by_the_ratio_of_levels(int year, double factor) =>
        Assert.Equal(factor, new PriceIndex(History, 0.1, 2024).RealFactor(year), 12);

    [Fact]
    public void A_dollar_year_after_the_last_published_one_is_projected_too()
    {
        PriceIndex prices = new(History, 0.1, 2025);
        Assert.Equal(1.1, prices.RealFactor(2024), 12);
        Assert.True(prices.IsProjected(2024));
        Assert.False(new PriceIndex(History, 0.1, 2024).IsProjected(2018));
    }

    [Theory]
    [InlineData(2017)]
    [InlineData(2020)]
    public void A_year_that_is_not_known_is_not_guessed(int year)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new PriceIndex(History, 0.1, 2024).RealFactor(year));
        Assert.Throws<ArgumentException>(() => new PriceIndex(History, 0.1, year));
    }

    [Fact]
    public void An_index_needs_positive_levels() =>
        Assert.Throws<ArgumentException>(() => new PriceIndex(new Dictionary<int, double> { [2024] = 0 }, 0.1, 2024));
}
