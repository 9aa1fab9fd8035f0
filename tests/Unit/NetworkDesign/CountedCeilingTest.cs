using Trunkline.NetworkDesign;

namespace Trunkline.Tests.Unit.NetworkDesign;

public sealed class CountedCeilingTest
{
    /// <summary>Two islands: 5 supplied beside a sink of 3, and 4 supplied beside a sink of 10: 3 + 4 = 7 can be reached.</summary>
    [Theory]
    [InlineData(7, 0, "")]
    [InlineData(8, 1, "network")]
    [InlineData(9.5, 2.5, "supply")]
    [InlineData(20, 13, "supply")]
    public void Islands_are_counted_apart(double target, double missing, string because)
    {
        IReadOnlyList<Shortfall> shortfalls = CountedCeiling.Shortfalls(Islands(target));
        if (missing == 0)
        {
            Assert.Empty(shortfalls);
            return;
        }

        Shortfall only = Assert.Single(shortfalls);
        Assert.Equal(("target", 0, missing, because), (only.Limit, only.Period, only.Amount, only.Because));
    }

    private static DesignProblem Islands(double target) => new()
    {
        PeriodCount = 1,
        PeriodLengths = [5],
        NodeCount = 4,
        Arcs = [new DesignArc(0, 1, 1, 100), new DesignArc(2, 3, 1, 100)],
        Trends = [],
        FlowCost = [0],
        Supplies = [Supply(0, 5), Supply(2, 4)],
        Sinks = [Sink(1, 3), Sink(3, 10)],
        Target = [target],
        Price = [0],
        SideRows = [],
    };

    private static Supply Supply(int node, double most) => new(node, [new SupplyOption(0, 0, 1, [1], [0], [most])]);

    private static Sink Sink(int node, double rate) => new(node, [rate], 0, double.PositiveInfinity, 0, 1, [0], [0]);
}
