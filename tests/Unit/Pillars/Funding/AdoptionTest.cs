using Trunkline.Domain;
using Trunkline.Pillars;

namespace Trunkline.Tests.Unit.Pillars.Funding;

/// <summary>Learning and building chase each other to a fixed point; numbers by hand.</summary>
public sealed class AdoptionTest
{
    private static readonly IReadOnlyList<UsdPerTonne> Worthless = [new(0), new(0)];

    // All of the capture cost is capital, storage is ready at once, and the credit leaves 50 $/t.
    private static Plant Costing(double capture, double megatonnes, double capital = 300e6) => new($"{capture}", megatonnes * 1e6, capture, 1, capital, [-50, -50]);

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1e6, 0.8)]
    [InlineData(3e6, 0.64)]
    [InlineData(7e6, 0.512)]
    public void Cost_falls_by_a_fifth_with_each_doubling(double added, double multiplier) =>
        Assert.Equal(multiplier, new LearningCurve(1e6, 0.2).Multiplier(added), 12);

    /// <summary>At today's cost neither plant pays. One doubling by funded projects brings the first to 48 $/t; it doubles once more, and the second comes to 48.</summary>
    [Fact]
    public void One_plant_brings_the_next()
    {
        var adoption = new Adoption(new CaptureSupply([Costing(60, 2), Costing(75, 1)], 3e6), new LearningCurve(1e6, 0.2), Worthless);
        Assert.Equal([0.0, 0], adoption.Run(0, [0, 0])!.Rate);
        Assert.Equal([3e6, 3e6], adoption.Run(0, [1e6, 1e6])!.Rate);
        Assert.Equal([0, 3e6], adoption.Run(1, [1e6, 1e6])!.Rate);
        Assert.Equal(Math.Pow(0.8, Math.Log2(5)), adoption.Run(0, [1e6, 1e6])!.Multiplier[^1], 12);
    }

    /// <summary>If both were built at once both would pay (60 x 0.64 and 75 x 0.64), but nobody goes first: the least fixed point.</summary>
    [Fact]
    public void Nobody_builds_on_the_hope_that_others_follow() =>
        Assert.Equal(0, new Adoption(new CaptureSupply([Costing(60, 2), Costing(75, 1)], 3e6), new LearningCurve(1e6, 0.2), Worthless).Run(0, [0, 0])!.Rate[^1]);

    /// <summary>60 less 50 is short by 10 $/t: 10 M$/y, at a charge of 0.1 a grant of 100 M$. Half of 300 M$ may be paid, a quarter would be too little.</summary>
    [Fact]
    public void A_grant_closes_the_gap_of_the_plant_that_falls_least_short()
    {
        var adoption = new Adoption(new CaptureSupply([Costing(75, 1), Costing(60, 1)], 2e6), new LearningCurve(1e6, 0), Worthless);
        AdoptionPath granted = adoption.Run(0, [0, 0], grantsIn: 0, grants: 1, mostGrant: 0.5, annuity: 0.1)!;
        Assert.Equal(("60", 100e6), (granted.Grants[0].Plant.Id, Math.Round(granted.Grants[0].Usd, 3)));
        Assert.Equal([1e6, 1e6], granted.Rate);
        Assert.Null(adoption.Run(0, [0, 0], grantsIn: 0, grants: 1, mostGrant: 0.25, annuity: 0.1));
        Assert.Null(adoption.Run(0, [0, 0], grantsIn: 0, grants: 2, mostGrant: 0.5, annuity: 0.1));
    }

    [Fact]
    public void What_has_no_storage_is_not_built() =>
        Assert.Equal([0.0, 1e6], new Adoption(new CaptureSupply([new Plant("a", 1e6, 10, 1, 1e6, [null, -50])], 1e6), new LearningCurve(1e6, 0), Worthless).Run(0, [0, 0])!.Rate);
}
