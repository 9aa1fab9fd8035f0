using CsCheck;
using Trunkline.NetworkDesign;

namespace Trunkline.Tests.Unit.NetworkDesign;

public class FlowReachTest
{
    // 0 -a0- 1 -a1- 2, 2 -a2- 3 and 3 -a3- 1 close a ring, 3 -a4- 4 is a dead end. Supply 5 at 0 and 2 at 2, sinks 4 at 3 and 6 at 1.
    [Fact]
    public void A_bridge_carries_its_lighter_side_and_a_dead_end_nothing()
    {
        var reach = Reach(
            [(0, 1), (1, 2), (2, 3), (3, 1), (3, 4)], supply: [5, 0, 2, 0, 0], sink: [0, 6, 0, 4, 0]);
        Assert.Equal([5, 7, 7, 7, 0], reach.Forward.Select(t => t[0]));
        Assert.Equal([0, 7, 7, 7, 0], reach.Backward.Select(t => t[0]));
    }

    [Fact]
    public void Parallel_arcs_are_no_bridge_and_parts_do_not_mix()
    {
        var reach = Reach([(0, 1), (1, 0), (2, 3)], supply: [3, 0, 9, 0], sink: [0, 8, 0, 4]);
        Assert.Equal([3, 3, 4], reach.Forward.Select(t => t[0]));
        Assert.Equal([3, 3, 0], reach.Backward.Select(t => t[0]));
    }

    [Fact]
    public void A_long_line_does_not_exhaust_the_stack()
    {
        const int Nodes = 100_000;
        var supply = new double[Nodes];
        var sink = new double[Nodes];
        (supply[0], sink[^1]) = (3, 5);
        var reach = Reach([.. Enumerable.Range(0, Nodes - 1).Select(n => (n, n + 1))], supply, sink);
        Assert.All(reach.Forward, t => Assert.Equal(3, t[0]));
        Assert.All(reach.Backward, t => Assert.Equal(0, t[0]));
    }

    // On a tree every arc is a bridge; its limits by cutting it and adding up what each end can reach.
    [Fact]
    public void On_random_trees_each_limit_is_what_cutting_the_arc_shows() =>
        Gen.Select(Gen.Int[0, 100].List[1, 12], Gen.Int[0, 5].Array[13], Gen.Int[0, 5].Array[13]).Sample(
            (parents, supply, sink) =>
            {
                (int, int)[] arcs = [.. parents.Select((p, i) => p % 2 == 0 ? (p % (i + 1), i + 1) : (i + 1, p % (i + 1)))];
                var reach = Reach(arcs, [.. supply.Take(arcs.Length + 1).Select(v => (double)v)], [.. sink.Take(arcs.Length + 1).Select(v => (double)v)]);
                for (var a = 0; a < arcs.Length; a++)
                {
                    var near = Side(arcs, a, arcs[a].Item1);
                    var far = Side(arcs, a, arcs[a].Item2);
                    Assert.Equal(Math.Min(near.Sum(n => supply[n]), far.Sum(n => sink[n])), reach.Forward[a][0]);
                    Assert.Equal(Math.Min(far.Sum(n => supply[n]), near.Sum(n => sink[n])), reach.Backward[a][0]);
                }
            },
            iter: 200);

    private static HashSet<int> Side((int From, int To)[] arcs, int cut, int start)
    {
        var side = new HashSet<int> { start };
        while (arcs.Where((arc, a) => a != cut && (side.Contains(arc.From) ^ side.Contains(arc.To))).Any(arc => side.Add(arc.From) | side.Add(arc.To)))
        {
        }

        return side;
    }

    private static FlowReach Reach((int From, int To)[] arcs, double[] supply, double[] sink)
    {
        var problem = new DesignProblem
        {
            PeriodCount = 1,
            PeriodLengths = [1],
            NodeCount = supply.Length,
            Arcs = [.. arcs.Select(a => new DesignArc(a.From, a.To, 1, 0))],
            Trends = [],
            FlowCost = [0],
            Supplies = [],
            Sinks = [],
            Target = [0],
            Price = [0],
            SideRows = [],
        };
        return new FlowReach(problem, [.. arcs.Select(_ => true)], [.. supply.Select(v => (double[])[v])], [.. sink.Select(v => (double[])[v])]);
    }
}
