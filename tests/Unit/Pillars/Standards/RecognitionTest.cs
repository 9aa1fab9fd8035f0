using Trunkline.Pillars;
using Trunkline.Register;
using Trunkline.Tests.Unit.Register;

namespace Trunkline.Tests.Unit.Pillars.Standards;

/// <summary>The twelve points between real jurisdictions of the shipped register.</summary>
public sealed class RecognitionTest
{
    private static RegisterView On(int year, int month, int day) => ShippedRegister.Register.AsOf(new DateOnly(year, month, day));

    /// <summary>A store in North Dakota, claimed in the EU: ten years of liability against twenty, and outside the economic area allowances stay due.</summary>
    [Fact]
    public void A_store_in_North_Dakota_does_not_free_an_emitter_in_the_EU()
    {
        Recognition test = Recognition.Of(On(2026, 11, 23), "us-nd", "eu");
        Assert.Equal(RecognitionOutcome.NotMet, test.Outcome);
        Assert.Equal(Enumerable.Range(1, 12), test.Points.Select(p => p.Number));
        Assert.Equal(RecognitionOutcome.Partial, test.Points[0].Outcome);
        Assert.Contains("10 years after closure, fewer than the 20", test.Points[0].Why.En, StringComparison.Ordinal);
        Assert.Equal(RecognitionOutcome.NotMet, test.Points[8].Outcome);
        Assert.Contains("eu.ets.surrender outside", test.Points[8].Why.En, StringComparison.Ordinal);
        Assert.Equal(RecognitionOutcome.Partial, test.Points[11].Outcome);
        Assert.Equal(("us", "eu"), (Assert.Single(test.Points[11].Storing).Jurisdiction, Assert.Single(test.Points[11].Claiming).Jurisdiction));
    }

    /// <summary>Louisiana asks for 50 years since 2023-06-14 and asked for 10 before; the EU for 20.</summary>
    [Theory]
    [InlineData(2023, RecognitionOutcome.Partial)]
    [InlineData(2024, RecognitionOutcome.Met)]
    public void The_day_decides(int year, RecognitionOutcome permanence) =>
        Assert.Equal(permanence, Recognition.Of(On(year, 1, 1), "us-la", "eu").Points[0].Outcome);

    /// <summary>A rule stands with its evidence; purity of North Dakota and of the EU are two rules side by side.</summary>
    [Fact]
    public void Two_rules_are_shown_and_not_called_equal()
    {
        RecognitionPoint purity = Recognition.Of(On(2026, 11, 23), "us-nd", "eu").Points[5];
        Assert.Equal(RecognitionOutcome.Partial, purity.Outcome);
        Assert.NotEmpty(Assert.Single(purity.Storing).Evidence);
        Assert.NotEmpty(Assert.Single(purity.Claiming).Evidence);
    }

    /// <summary>Where a state's own column is silent its federation's holds: monitoring in North Dakota is EPA's.</summary>
    [Fact]
    public void A_state_stands_under_its_federation() =>
        Assert.Equal("us", Assert.Single(Recognition.Of(On(2026, 11, 23), "us-nd", "eu").Points[2].Storing).Jurisdiction);

    [Fact]
    public void At_home_every_point_is_met() => Assert.Equal(RecognitionOutcome.Met, Recognition.Of(On(2026, 11, 23), "us-nd", "us").Outcome);

    /// <summary>The credit pays nothing for CO2 that is stored abroad.</summary>
    [Fact]
    public void A_store_abroad_earns_no_credit() => Assert.Equal(RecognitionOutcome.NotMet, Recognition.Of(On(2026, 11, 23), "no", "us").Points[8].Outcome);

    /// <summary>Belgium signed with Norway on 2024-04-15, France on 2025-06-23; the treaty's export rule opened on 2019-10-11. Inside the economic area the tonne counts.</summary>
    [Theory]
    [InlineData("be", 2024, 4, 14, RecognitionOutcome.NotMet)]
    [InlineData("be", 2024, 4, 15, RecognitionOutcome.Met)]
    [InlineData("fr", 2025, 6, 22, RecognitionOutcome.NotMet)]
    [InlineData("fr", 2025, 6, 23, RecognitionOutcome.Met)]
    [InlineData("be", 2018, 1, 1, RecognitionOutcome.NotMet)]
    public void A_chain_to_Norway_is_lawful_from_the_day_of_its_arrangement(string from, int year, int month, int day, RecognitionOutcome lawful)
    {
        ShipmentChain chain = ShipmentChain.Of(On(year, month, day), from, "no", bySea: true);
        Assert.Equal(lawful, chain.Lawful);
        Assert.Equal(RecognitionOutcome.Met, chain.CountsAtOrigin.Outcome);
    }

    /// <summary>Between the United States and Norway the register knows no instrument: not known is not unlawful, and not lawful.</summary>
    [Fact]
    public void An_unknown_instrument_leaves_a_chain_unknown()
    {
        ShipmentChain chain = ShipmentChain.Of(On(2026, 11, 23), "us", "no", bySea: true);
        Assert.Equal((RecognitionOutcome.Unknown, RecognitionOutcome.NotMet), (chain.Lawful, chain.CountsAtOrigin.Outcome));
        Assert.Equal(["leave", "sea", "instrument", "store"], chain.Links.Select(l => l.Link));
    }
}
