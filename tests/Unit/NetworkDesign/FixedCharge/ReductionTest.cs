using Trunkline.NetworkDesign;
using Trunkline.NetworkDesign.FixedCharge;

namespace Trunkline.Tests.Unit.NetworkDesign.FixedCharge;

public sealed class ReductionTest
{
    // 0 (source) - 1 - 2 (sink) with a turned edge, a dead end 1 - 3 - 4, a dearer second edge 1 - 2 and a loop: one edge of scale 5 is left.
    private static readonly FixedChargeNetwork Chain = new()
    {
        NodeCount = 5,
        Edges =
        [
            new FixedChargeEdge(0, 1, 2), new FixedChargeEdge(2, 1, 3), new FixedChargeEdge(1, 3, 1), new FixedChargeEdge(3, 4, 1),
            new FixedChargeEdge(1, 2, 4), new FixedChargeEdge(0, 0, 1),
        ],
        Lines = [new CostLine(10, 2, 1)],
        Sources = [new FixedChargeSource(0, 3, 3, 10)],
        Sinks = [new FixedChargeSink(2, 9, 6, 1, 4, 0.5)],
        Target = 3,
    };

    [Fact]
    public void A_chain_with_trimmings_is_one_edge()
    {
        Reduction reduction = Reduction.Of(Chain);
        FixedChargeEdge edge = Assert.Single(reduction.Network.Edges);
        Assert.Equal(5, edge.Scale);
        Assert.NotEmpty(reduction.Log);
    }

    [Fact]
    public void What_is_undone_fits_the_network_as_it_was()
    {
        Reduction reduction = Reduction.Of(Chain);
        bool forward = reduction.Network.Edges[0].From == 0;
        FixedChargeDesign small = new() { Supplied = [3], Absorbed = [3], Wells = [3], Flow = [forward ? 3 : -3], Line = [0] };
        FixedChargeDesign whole = reduction.Undo(small);
        Assert.Equal([3.0, -3.0, 0, 0, 0, 0], whole.Flow);
        DesignAuditReport before = FixedChargeAudit.Check(reduction.Network, small), after = FixedChargeAudit.Check(Chain, whole);
        Assert.True(after.Passed);
        Assert.Equal(before.Objective, after.Objective, 12);
    }

    [Fact]
    public void Two_edges_stay_two_where_one_cannot_carry_all()
    {
        FixedChargeNetwork tight = new()
        {
            NodeCount = 2,
            Edges = [new FixedChargeEdge(0, 1, 1), new FixedChargeEdge(0, 1, 2)],
            Lines = [new CostLine(2, 1, 1)],
            Sources = [new FixedChargeSource(0, 3, 0, 0)],
            Sinks = [new FixedChargeSink(1, 3, 0, 1, 0, 0)],
            Target = 3,
        };
        Assert.Equal(2, Reduction.Of(tight).Network.Edges.Length);
    }

    // Two pipes of the small line cost 2 * (1 + 1), one of the large line 100: by hand the best is 4.
    [Fact]
    public void Two_edges_stay_two_where_one_large_pipe_costs_more_than_two_small_ones()
    {
        FixedChargeNetwork dear = new()
        {
            NodeCount = 2,
            Edges = [new FixedChargeEdge(0, 1, 1), new FixedChargeEdge(0, 1, 1)],
            Lines = [new CostLine(1, 1, 1), new CostLine(9, 100, 0)],
            Sources = [new FixedChargeSource(0, 2, 0, 0)],
            Sinks = [new FixedChargeSink(1, 2, 0, 2, 0, 0)],
            Target = 2,
        };
        Assert.Equal(2, Reduction.Of(dear).Network.Edges.Length);
        FixedChargeResult result = FixedChargeSolver.Solve(dear, new FixedChargeOptions(1e-6, 10, 1, 1), null, CancellationToken.None);
        Assert.Equal(DesignStatus.Proved, result.Status);
        Assert.Equal(4, result.Objective, 9);
    }

    // 0 (source) - 1 (source) - 2 (sink) and 0 - 2 beside them: as long as the way round it goes, shorter it stays.
    [Theory]
    [InlineData(5, 2)]
    [InlineData(4.9, 3)]
    public void An_edge_goes_where_a_way_round_is_no_longer(double scale, int left)
    {
        FixedChargeNetwork triangle = new()
        {
            NodeCount = 3,
            Edges = [new FixedChargeEdge(0, 2, scale), new FixedChargeEdge(0, 1, 2), new FixedChargeEdge(2, 1, 3)],
            Lines = [new CostLine(4, 1, 2), new CostLine(10, 5, 1)],
            Sources = [new FixedChargeSource(0, 3, 0, 0), new FixedChargeSource(1, 3, 0, 0)],
            Sinks = [new FixedChargeSink(2, 9, 0, 9, 0, 0)],
            Target = 6,
        };
        Assert.Equal(left, Reduction.Of(triangle).Network.Edges.Length);
    }
}
