using Trunkline.Pillars;
using Trunkline.Planner;

namespace Trunkline.Tests.Unit.Pillars.Money;

/// <summary>Rates that can be seen with the naked eye.</summary>
public sealed class InternalRateTest
{
    [Fact]
    public void A_tenth_more_after_a_year_is_ten_per_cent() => Assert.Equal(0.1, InternalRate.Of([new(0, -100), new(1, 110)])!.Value, 1e-9);

    [Fact]
    public void A_loss_has_a_rate_too() => Assert.Equal(-0.5, InternalRate.Of([new(0, -100), new(1, 50)])!.Value, 1e-9);

    /// <summary>-100, +230, -132: worth nothing at 10 % and at 20 %.</summary>
    [Fact]
    public void Two_rates_are_no_rate() => Assert.Null(InternalRate.Of([new(0, -100), new(1, 230), new(2, -132)]));

    [Fact]
    public void Without_receipts_or_without_outlays_there_is_none()
    {
        Assert.Null(InternalRate.Of([new(0, -100), new(1, -1)]));
        Assert.Null(InternalRate.Of([new(1, 1)]));
        Assert.Null(InternalRate.Of([]));
    }
}
