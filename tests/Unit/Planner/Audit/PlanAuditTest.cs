using Trunkline.Domain;
using Trunkline.Planner;

namespace Trunkline.Tests.Unit.Planner.Audit;

/// <summary>The audit believes nothing that a plan says of itself. Single rules and costs have their own tests in Formulation.</summary>
public sealed class PlanAuditTest
{
    private static readonly TinyWorld World = TinyWorld.TwoNodes;

    [Fact]
    public void A_right_plan_passes_with_the_figures_worked_by_hand()
    {
        PlanAuditResult audit = World.Audit(World.Plan);
        Assert.True(audit.Passed, string.Join("; ", audit.Violations));
        Assert.Equal(165_825_000, audit.RecomputedCost.Value, 0.01);
        Assert.Equal(-259_175_000, audit.RecomputedNet.Value, 0.01);
        Assert.Equal(audit.RecomputedNet, World.Plan.Audit.RecomputedNet);
    }

    public static TheoryData<string, Func<PlanTotals, PlanTotals>> Totals() => new()
    {
        { "cost", t => t with { Cost = new Usd(t.Cost.Value - 1000) } },
        { "net", t => t with { Net = new Usd(t.Net.Value - 1000) } },
        { "net", t => t with { Net = new Usd(double.NaN) } },
        { "bound", t => t with { Bound = new Usd(t.Net.Value + 1000) } },
        { "gap", t => t with { Net = t.Net, Bound = new Usd(t.Net.Value - 16_582_500), Gap = 0.05, GapNetwork = 0 } },
    };

    /// <summary>Totals that do not add up; a bound above the plan; a gap of 10 % (16.6 of 165.8 M$) called 5 %.</summary>
    [Theory]
    [MemberData(nameof(Totals))]
    public void Totals_that_do_not_follow_are_found(string what, Func<PlanTotals, PlanTotals> change) =>
        Assert.Contains(World.Audit(World.Plan.Totals(change)).Violations, v => v.Rule == what);

    public static TheoryData<string, Func<PlanPeriod, PlanPeriod>> Figures() => new()
    {
        { "captured", p => p with { CapturedMtPerYear = 1.1 } },
        { "DAC", p => p with { DacMtPerYear = 1 } },
        { "stored", p => p with { StoredMtPerYear = 0.9 } },
        { "used", p => p with { UsedMtPerYear = 0.1 } },
        { "credits", p => p with { CreditsUsd = new Usd(426e6) } },
        { "credits", p => p with { CreditsUsd = new Usd(double.NaN) } },
    };

    [Theory]
    [MemberData(nameof(Figures))]
    public void Figures_of_a_period_that_do_not_follow_are_found(string what, Func<PlanPeriod, PlanPeriod> change)
    {
        Plan wrong = World.Plan with { Periods = [World.Plan.Periods[0], change(World.Plan.Periods[1])] };
        Violation found = Assert.Single(World.Audit(wrong).Violations);
        Assert.Equal(("period-figures", "2031-2035"), (found.Rule, found.Where));
        Assert.StartsWith(what, found.What, StringComparison.Ordinal);
    }

    /// <summary>What was worked out of a right plan says nothing of a wrong one beside the same sources, and the other way round.</summary>
    [Fact]
    public void Another_plan_beside_the_same_sources_is_audited_anew()
    {
        AuditedPlan right = World.Beside(World.Plan);
        Assert.True(PlanAudit.Of(right).Passed);
        Plan wrong = World.Plan.Capture(c => c with { Rate = [.. c.Rate.Select(r => 0.9 * r)] });
        AuditedPlan other = right.With(wrong);
        Assert.Equal(World.Audit(wrong).Violations, PlanAudit.Of(other).Violations);
        Assert.Contains(PlanAudit.Of(other).Violations, v => v.Rule == "carbon-credits");
        Assert.True(PlanAudit.Of(other.With(World.Plan)).Passed);
    }

    [Fact]
    public void A_period_that_is_left_out_is_found() =>
        Assert.Contains(World.Audit(World.Plan with { Periods = [World.Plan.Periods[1]] }).Violations, v => v.Rule == "period-figures");

    /// <summary>A source, a formation, a pipe trend and a corridor that the dataset does not know.</summary>
    [Fact]
    public void Strangers_are_named_before_anything_else_is_judged()
    {
        Plan plan = World.Plan;
        Assert.Contains(World.Audit(plan.Capture(c => c with { StreamId = "Z" })).Violations, v => v.Where == "Z");
        Assert.Contains(World.Audit(plan.Storage("F", s => s with { SinkId = "Z" })).Violations, v => v.Where == "Z");
        Assert.Contains(World.Audit(plan.Pipe(p => p with { Trend = [null, "Z"] })).Violations, v => v.Rule == "pipe-size");
        Assert.Contains(World.Audit(plan.Pipe(p => p with { EdgeId = "Z" })).Violations, v => v.Where == "Z");
    }

    /// <summary>A ready-made network is the measure of a plan's corridors: no shorter way, no other ends, no pipe that was not there.</summary>
    [Fact]
    public void A_corridor_is_as_long_as_the_dataset_says()
    {
        Plan plan = World.Plan;
        Assert.Contains(World.Audit(plan.Pipe(p => p with { WeightedLength = new(1) })).Violations, v => v.Where == "a-f");
        Assert.Contains(World.Audit(plan.Pipe(p => p with { ExistingCapacity = new(5e6) })).Violations, v => v.Where == "a-f");
        Assert.Contains(World.Audit(plan.Pipe(p => p with { To = "a" })).Violations, v => v.Where == "a-f");
    }
}
