using Trunkline.Atlas;

namespace Trunkline.Tests.Unit.Atlas;

public sealed class CorridorGraphTest
{
    [Fact]
    public void Steps_on_the_way_are_merged_in_order()
    {
        StepRun run = Assert.Single(Corridors([Step(3, 2), Step(1, 2), Step(3, 9)], 1, 9));
        Assert.Equal([(1, 2), (2, 3), (3, 9)], run.Steps.Select(step => (step.A, step.B)));
        Assert.Equal(3, run.Cost);
    }

    [Fact]
    public void What_leads_nowhere_is_cut() =>
        Assert.Single(Corridors([Step(1, 2), Step(2, 3), Step(2, 7), Step(7, 8)], 1, 3));

    [Fact]
    public void A_place_at_the_end_of_a_branch_stays() =>
        Assert.Equal([(1, 2), (2, 3), (2, 8)], Corridors([Step(1, 2), Step(2, 3), Step(2, 7), Step(7, 8)], 1, 3, 8).Select(run => (run.From, run.To)));

    [Fact]
    public void Of_two_ways_between_the_same_nodes_the_cheaper_remains_and_the_rest_is_merged_again()
    {
        // 1 - 2 - (3 or the dearer 4) - 5 - 6: without 4 nothing branches any more.
        StepRun run = Assert.Single(Corridors([Step(1, 2), Step(2, 3), Step(3, 5), Step(2, 4, 5), Step(4, 5, 5), Step(5, 6)], 1, 6));
        Assert.Equal(4, run.Cost);
    }

    [Fact]
    public void A_pipe_stays_beside_a_cheaper_corridor()
    {
        var pipe = new LineSpan(0, 0, 1, 5e6);
        List<StepRun> runs = Corridors([Step(1, 2), Step(2, 9), new NetworkStep(1, 9, 10, pipe)], 1, 9);
        Assert.Equal([0, 5e6], runs.Select(run => run.Capacity).Order());
    }

    [Fact]
    public void A_pipe_begins_at_a_node()
    {
        var pipe = new LineSpan(0, 10, 20, 5e6);
        List<StepRun> runs = Corridors([Step(1, 2), new NetworkStep(3, 2, 1, pipe), new NetworkStep(3, 9, 1, pipe with { From = 10, To = 0 })], 1, 9);
        Assert.Equal([(1, 2), (2, 9)], runs.Select(run => (run.From, run.To)));
        Assert.Equal([(20, 10), (10, 0)], runs[1].Steps.Select(step => ((int)step.Span!.Value.From, (int)step.Span.Value.To)));
    }

    [Fact]
    public void A_ring_that_joins_nothing_is_left_out() =>
        Assert.Single(Corridors([Step(1, 2), Step(5, 6), Step(6, 7), Step(5, 7)], 1, 2));

    private static NetworkStep Step(int a, int b, double cost = 1) => new(a, b, cost, null);

    private static List<StepRun> Corridors(NetworkStep[] steps, params int[] places) => new CorridorGraph(steps, places.Contains).Corridors();
}
