using Trunkline.NetworkDesign;

namespace Trunkline.Tests.Unit.NetworkDesign;

/// <summary>
/// A target of nearly all there can be: supplies of 5 and 4 meet 8.5 in the first period, a third begins in the second. Answers of a bound that run neither of the two then
/// are followed as far as the third.
/// </summary>
public sealed class ScarceTargetTest
{
    private readonly DesignProblem problem = new()
    {
        PeriodCount = 2,
        PeriodLengths = [5, 5],
        NodeCount = 2,
        Arcs = [new DesignArc(0, 1, 1, 1000)],
        Trends = [],
        FlowCost = [1, 1],
        Supplies = [new Supply(0, [Run(0, 5), Run(1, 5)]), new Supply(0, [Run(0, 4), Run(1, 4)]), new Supply(0, [Run(1, 100)])],
        Sinks = [new Sink(1, [9, 200], 0, double.PositiveInfinity, 0, 2, [0, 0], [0, 0])],
        Target = [8.5, 10],
        Price = [0, 0],
        SideRows = [],
    };

    private readonly DesignerState known = State([0, 0, -1], [5, 5, 4, 4, 0, 0]);
    private readonly DesignerState answers = State([-1, 1, 0], [0, 0, 0, 4, 0, 100]);

    [Fact]
    public void What_meets_it_runs_as_in_the_known_design_and_the_rest_as_the_answers_say()
    {
        DesignerState kept = Selection().KeepScarce(answers, known);
        Assert.Equal([0, 0, 0], kept.Option);
        Assert.Equal([5, 5, 4, 4, 0, 100], kept.Rate);
        Assert.Equal([(0, 5.0), (1, 4.0), (2, 0.0)], kept.Parcels.OrderBy(p => p.Supply).Select(p => (p.Supply, p.Rate[0])));
    }

    [Fact]
    public void A_supply_that_the_answers_run_beside_it_takes_nobodys_room()
    {
        DesignerState late = State([1, 0, 0], [0, 5, 4, 4, 0, 100]);
        DesignerState kept = Selection().KeepScarce(State([0, 0, 0], [5, 5, 4, 4, 0, 100]), late);
        Assert.Equal([1, 0, 0], kept.Option);
        Assert.Equal([0, 5, 4, 4, 0, 100], kept.Rate);
    }

    [Fact]
    public void A_design_that_adopts_the_answers_beside_it_still_meets_it()
    {
        Selection selection = Selection();
        ParcelDesigner designer = new(new DesignInstance(problem), selection, 1, threads: 1, () => false);
        designer.Adopt(selection.KeepScarce(answers, known));
        Assert.Equal([9.0, 109.0], designer.Totals());
        Assert.Empty(designer.Evaluate().Shortfalls);
        designer.Adopt(answers);
        Assert.Equal("target", Assert.Single(designer.Evaluate().Shortfalls).Limit);
    }

    [Fact]
    public void Answers_that_miss_it_are_adopted_beside_the_known_design_and_none_are_told()
    {
        ParcelDesigner designer = new(new DesignInstance(problem), Selection(), 1, threads: 1, () => false) { Cheapest = new CostedDesign(0, known) };
        Assert.False(designer.AdoptCheapest([]));
        Assert.True(designer.AdoptCheapest([answers]));
        Assert.Empty(designer.Evaluate().Shortfalls);
    }

    private static SupplyOption Run(int first, double most) => new(first, 1, 1, [1, 1], [0, 0], [first == 0 ? most : 0, most]);

    private static DesignerState State(int[] option, double[] rate) => new(
        option, rate, [.. Enumerable.Range(0, 3).Where(k => option[k] >= 0).Select(k => new Parcel(k, 0, rate[(2 * k)..((2 * k) + 2)], [0]))], []);

    private Selection Selection()
    {
        DesignInstance instance = new(problem);
        DualSpace space = new(instance);
        return new Selection(instance, space, DualStart.For(instance, space), DualStart.Stretch(instance, space), seed: 1);
    }
}
