using Trunkline.NetworkDesign;

namespace Trunkline.Tests.Unit.NetworkDesign;

public class DesignAuditTest
{
    // Two periods of 2 and 3 years. Supply 0 at node 0 runs at 4 to 6 in both; arc 0 (scale 10) to node 1; sink 0 there with modules of 5, 20 each
    // for life. Solution: 4 then 5, one pipe of 5 by the only trend in period 0, one module in each period (4 * 2 + 5 * 3 = 23 of 40).
    [Fact]
    public void A_sound_solution_passes_and_costs_what_it_should()
    {
        var audit = DesignAudit.Check(Problem(), Solution());
        Assert.Empty(audit.Violations);

        // Opening 100; capture (3 - 1) * 4 + (4 - 1) * 5 = 23; pipe 10 * (2 + 3 * 5) = 170; flow 10 * (0.1 * 4 + 0.2 * 5) = 14; modules 7 + 6;
        // injection 1 * 4 + 2 * 5 = 14.
        Assert.Equal(334, audit.Objective, 1e-9);
    }

    public static TheoryData<string, Action<DesignSolution>> Faults => new()
    {
        { "one_option", s => s.Option[0] = 5 },
        { "supply_most", s => s.Option[0] = -1 },
        { "supply_most", s => Shift(s, 1, 2) },
        { "supply_least", s => Shift(s, 0, -1) },
        { "balance", s => s.Flow[0][0] = 3 },
        { "balance", s => s.Absorbed[0][1] = 5.1 },
        { "purchase", s => s.Bought[0][0] = new Purchase(3, 5) },
        { "size_limit", s => s.Bought[0][0] = new Purchase(0, 9) },
        { "arc_capacity", s => s.Bought[0][0] = new Purchase(0, 4.5) },
        { "arc_capacity", s => (s.Bought[0][0], s.Bought[0][1]) = (null, new Purchase(0, 5)) },
        { "sink_rate", s => s.Modules[0] = [0, 2] },
        { "module_count", s => s.Modules[0] = [2, 2] },
        { "module_first_period", s => s.Modules[0] = [-1, 2] },
        { "sink_lifetime", s => s.Modules[0] = [1, 0] },
        { "side", s => Shift(s, 0, 1.5) },
        { "target", s => Shift(s, 1, -0.5) },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void Each_fault_is_found(string rule, Action<DesignSolution> spoil)
    {
        var solution = Solution();
        spoil(solution);
        Assert.Contains(DesignAudit.Check(Problem(), solution).Violations, v => v.Rule == rule && Math.Abs(v.Amount) > 0);
    }

    [Fact]
    public void A_free_arc_needs_no_capacity()
    {
        var problem = Problem();
        problem.Arcs[0] = new DesignArc(0, 1, 0, double.PositiveInfinity);
        var solution = Solution();
        solution.Bought[0][0] = null;
        Assert.True(DesignAudit.Check(problem, solution).Passed);
    }

    [Fact]
    public void A_one_way_arc_is_not_run_backwards()
    {
        var problem = Problem();
        problem.Arcs[0] = new DesignArc(1, 0, 10, 0, OneWay: true);
        var solution = Solution();
        solution.Flow[0] = [-4, -5];
        Assert.All(DesignAudit.Check(problem, solution).Violations, v => Assert.Equal("one_way", v.Rule));
        Assert.Equal(2, DesignAudit.Check(problem, solution).Violations.Count);
    }

    // The whole way through, so that only the rule in question breaks.
    private static void Shift(DesignSolution solution, int period, double amount)
    {
        solution.Supplied[0][period] += amount;
        solution.Flow[0][period] += amount;
        solution.Absorbed[0][period] += amount;
    }

    private static DesignProblem Problem() => new()
    {
        PeriodCount = 2,
        PeriodLengths = [2, 3],
        NodeCount = 2,
        Arcs = [new DesignArc(0, 1, 10, 0)],
        Trends = [new SizeTrend(8, [2, 1], [3, 2])],
        FlowCost = [0.1, 0.2],
        Supplies = [new Supply(0, [new SupplyOption(0, 1, 100, [3, 4], [4, 4], [6, 6])])],
        Sinks = [new Sink(1, [0, 0], 5, 20, 3, 0, [7, 6], [1, 2])],
        Target = [double.NegativeInfinity, 5],
        Price = [1, 1],
        SideRows = [new SideRow("early", [new SideTerm(1, SideTermKind.Absorbed, 0, 0), new SideTerm(1, SideTermKind.Opened, 0, 0)], 6)],
    };

    private static DesignSolution Solution() => new()
    {
        Option = [0],
        Supplied = [[4, 5]],
        Flow = [[4, 5]],
        Bought = [[new Purchase(0, 5), null]],
        Modules = [[1, 1]],
        Absorbed = [[4, 5]],
    };
}
