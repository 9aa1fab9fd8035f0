using CsCheck;
using Trunkline.Planner;

namespace Trunkline.Tests.Unit.Planner.Ensembles;

public sealed class SamplingTest
{
    private static readonly Gen<(int Samples, int Columns, int Seed)> Cases = Gen.Select(Gen.Int[1, 60], Gen.Int[1, 6], Gen.Int);

    [Fact]
    public void A_hypercube_has_one_sample_in_each_stratum_of_every_column() => Cases.Sample(c =>
    {
        double[][] shares = Sampling.Draw(c.Samples, Sampling.Triangle(c.Columns, [])!, stratified: true, c.Seed);
        for (int column = 0; column < c.Columns; column++)
        {
            int[] strata = [.. shares.Select(row => (int)(row[column] * c.Samples)).Order()];
            Assert.Equal(Enumerable.Range(0, c.Samples), strata);
        }
    });

    [Fact]
    public void The_same_seed_draws_the_same_and_another_draws_something_else() => Cases.Sample(c =>
    {
        double[][] triangle = Sampling.Triangle(c.Columns, [])!;
        Assert.Equal(Sampling.Draw(c.Samples, triangle, false, c.Seed), Sampling.Draw(c.Samples, triangle, false, c.Seed));
        Assert.NotEqual(Sampling.Draw(c.Samples, triangle, false, c.Seed), Sampling.Draw(c.Samples, triangle, false, unchecked(c.Seed + 1)));
    });

    /// <summary>Of 20,000 pairs with a correlation of 0.6, that of the scores is 0.6 and that of ranks 6/pi x asin(0.3) = 0.582; the error is below 3 x 0.64/sqrt(20,000).</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Correlations_come_out_as_wanted(bool stratified)
    {
        double[][] shares = Sampling.Draw(20_000, Sampling.Triangle(3, [(0, 2, 0.6)])!, stratified, 1);
        Assert.Equal(0.582, Ranks(shares, 0, 2), 0.014);
        Assert.Equal(0, Ranks(shares, 0, 1), 0.022);
    }

    [Fact]
    public void Correlations_that_contradict_each_other_are_refused()
    {
        Assert.Null(Sampling.Triangle(3, [(0, 1, 0.9), (1, 2, 0.9), (0, 2, -0.9)]));
        Assert.Null(Sampling.Triangle(2, [(0, 1, 1)]));
        Assert.NotNull(Sampling.Triangle(3, [(0, 1, 0.9), (1, 2, 0.9), (0, 2, 0.9)]));
    }

    /// <summary>Shares are uniform, so their correlation is that of ranks; their variance is 1/12.</summary>
    private static double Ranks(double[][] shares, int first, int second) => 12 * shares.Average(row => (row[first] - 0.5) * (row[second] - 0.5));
}
