using Trunkline.NetworkDesign;

namespace Trunkline.Tests.Unit.NetworkDesign;

public class SizeChoiceTest
{
    private static readonly SizeTrend[] Trends = [new(10, [2], [3]), new(30, [6], [1]), new(90, [20], [0.5])];

    // The second beats nothing below 2 (2 + 3p < 6 + p), and the third nothing below 28 (6 + p < 20 + p / 2).
    [Theory]
    [InlineData(0, new int[0])]
    [InlineData(1.9, new[] { 0 })]
    [InlineData(2.1, new[] { 0, 1 })]
    [InlineData(27, new[] { 0, 1 })]
    [InlineData(29, new[] { 0, 1, 2 })]
    [InlineData(200, new[] { 0, 1, 2 })]
    public void Only_sizes_that_can_be_cheapest_are_considered(double most, int[] expected) =>
        Assert.Equal(expected, SizeChoice.Useful(Trends, 0, most));

    [Fact]
    public void Of_two_alike_the_first_stays() => Assert.Equal([0], SizeChoice.Useful([Trends[0], Trends[0]], 0, 5));
}
