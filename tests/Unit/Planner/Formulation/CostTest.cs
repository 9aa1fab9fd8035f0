using Trunkline.Domain;
using Trunkline.Planner;

namespace Trunkline.Tests.Unit.Planner.Formulation;

/// <summary>
/// What is proved of every cost: its coefficients are those of a golden file, the money of the best plan is the figure worked by hand, from
/// the plan alone and in the plan's totals, and a plan that states another figure is found out.
/// </summary>
public abstract class CostTest<TCost>
    where TCost : ICost, new()
{
    private static readonly TCost Cost = new();

    /// <summary>Where the cost is looked at.</summary>
    protected virtual TinyWorld World => TinyWorld.TwoNodes;

    /// <summary>Discounted $ of this kind in the best plan; an earning is negative. The derivation stands beside it.</summary>
    protected abstract double ByHand { get; }

    [Fact]
    public void Its_coefficients_are_the_golden_ones() => Golden.Check(typeof(TCost).Name, Golden.ObjectiveOf(Cost, World.Case));

    [Fact]
    public void Its_payments_come_to_the_figure_worked_by_hand()
    {
        double rate = World.Study.DiscountRate.Value;
        double payments = Cost.Payments(World.Beside(World.Plan)).Sum(p => p.Amount * Math.Pow(1 + rate, -p.After));
        Assert.Equal(ByHand, payments, Math.Abs(ByHand) * 1e-9);
    }

    [Fact]
    public void So_do_the_plan_s_totals() => Assert.Equal(ByHand, Stated(World.Plan.Totals).Value, Math.Abs(ByHand) * 1e-9);

    [Fact]
    public void A_plan_that_states_another_figure_fails()
    {
        PlanAuditResult audit = World.Audit(World.Plan.Totals(t => Restated(t, new Usd(1000))));
        Assert.Contains(audit.Violations, v => v.Rule == Cost.Name);
        Assert.False(audit.Passed);
    }

    /// <summary>The figure as the plan states it, with the sign of a cost.</summary>
    protected abstract Usd Stated(PlanTotals totals);

    /// <summary>The totals with this figure larger by so much.</summary>
    protected abstract PlanTotals Restated(PlanTotals totals, Usd more);
}
