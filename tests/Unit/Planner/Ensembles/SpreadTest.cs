using Trunkline.Planner;

namespace Trunkline.Tests.Unit.Planner.Ensembles;

public sealed class SpreadTest
{
    /// <summary>From tables of the normal distribution.</summary>
    [Theory]
    [InlineData(0.5, 0)]
    [InlineData(0.975, 1.959964)]
    [InlineData(0.0013498980316301, -3)]
    [InlineData(0.8413447460685, 1)]
    public void Normal_scores_are_those_of_the_tables(double share, double score) => Assert.Equal(score, new Spread.Normal(0, 1, -8, 8).At(share), 6);

    /// <summary>Cut off at one deviation on either side, the upper end of the middle half lies where Phi = 0.5 + 0.3413447/2.</summary>
    [Fact]
    public void A_bell_that_is_cut_off_keeps_its_shape_inside()
    {
        var cut = new Spread.Normal(10, 2, 8, 12);
        Assert.Equal(8, cut.At(0), 6);
        Assert.Equal(12, cut.At(1), 6);
        Assert.Equal(10, cut.Median, 9);
        Assert.Equal(10 + (2 * 0.44177), cut.At(0.75), 4);
    }

    /// <summary>From 0 to 4 with its top at 1: a quarter of the area lies left of the top, and half of it left of 4 - sqrt(6).</summary>
    [Fact]
    public void A_triangle_has_its_quantiles()
    {
        var triangle = new Spread.Triangular(0, 1, 4);
        Assert.Equal(1, triangle.At(0.25), 9);
        Assert.Equal(4 - Math.Sqrt(6), triangle.Median, 9);
        Assert.Equal(3, new Spread.Triangular(1, 1, 5).At(0.75), 9);
    }

    [Theory]
    [InlineData(0.0, 1)]
    [InlineData(0.19, 1)]
    [InlineData(0.21, 2)]
    [InlineData(0.69, 2)]
    [InlineData(0.71, 5)]
    [InlineData(0.9999, 5)]
    public void Values_come_up_as_often_as_their_weight_says(double share, double value) => Assert.Equal(value, new Spread.Values([5, 1, 2], [0.3, 0.2, 0.5]).At(share));
}
