using Trunkline.Domain;
using Trunkline.NetworkDesign;
using Trunkline.Optimisation;
using Trunkline.Planner;

namespace Trunkline.Tests.Unit.Planner.Solving;

public sealed class PlanMakerTest
{
    private static readonly TinyWorld Two = TinyWorld.TwoNodes;

    [Fact]
    public void The_first_study_is_planned_as_worked_by_hand()
    {
        Plan plan = Two.Plan;
        Assert.Equal(165_825_000, plan.Totals.Cost.Value, 1);
        Assert.Equal(-259_175_000, plan.Totals.Net.Value, 1);
        Assert.Equal(("exact", "proved", 0d), (plan.Stamp.Route, plan.Totals.Status, Math.Round(plan.Totals.Gap, 9)));
        Assert.Equal([0, 1], plan.Periods.Select(p => p.CapturedMtPerYear));
        Assert.Equal((1, "F", 2), (plan.Captures[0].FirstPeriod, plan.Storages[0].SinkId, plan.Storages[0].Projects[1]));
        Assert.Equal((null, "small", 8d), (plan.Pipes[0].Trend[0], plan.Pipes[0].Trend[1], plan.Pipes[0].NominalInches[1]));
        Assert.True(plan.Audit.Passed);
    }

    /// <summary>What a period shows is paid in it: capital 100, fixed and variable 20 x 5 in 2031-35; the pipe's 17 and its 2.125 of O&amp;M; storage 60 + 2 + 10 + 5.</summary>
    [Fact]
    public void Spending_of_a_period_is_undiscounted_and_without_salvage()
    {
        PlanPeriod then = Two.Plan.Periods[1];
        Assert.Equal((200e6, 0, 19.125e6, 77e6), (Round(then.CaptureUsd), Round(then.DacUsd), Round(then.TransportUsd), Round(then.StorageUsd)));
        Assert.Equal((425e6, 100, 1), (Round(then.CreditsUsd), then.NewPipeKm, then.CapturingSites));
        Assert.Equal(0.1, then.ElectricityTwhPerYear, 1e-9);
    }

    /// <summary>Three projects of 0.5 Mt/y take 1.5; A gives 1; so 2 Mt/y from A is out of reach by 1.</summary>
    [Fact]
    public void An_unreachable_target_is_answered_with_what_is_missing()
    {
        PlanOutcome.Infeasible no = Assert.IsType<PlanOutcome.Infeasible>(Two.WithTarget(0, 2).Make(SolverRoute.Exact));
        Relaxation least = Assert.Single(no.Relaxations);
        Assert.Equal(("capture-target", "2031-2035", 1d), (least.Rule, least.Where, Math.Round(least.Amount, 6)));
        Assert.Contains("can capture by 1 Mt/y", least.Text.En, StringComparison.Ordinal);
        Assert.Contains("2031-2035", least.Text.Zh, StringComparison.Ordinal);
    }

    /// <summary>The permit comes after the first period: there nothing can be stored, so all of its target is missing.</summary>
    [Fact]
    public void Both_routes_say_what_is_impossible()
    {
        foreach (SolverRoute route in new[] { SolverRoute.Exact, SolverRoute.Scalable })
        {
            PlanOutcome.Infeasible no = Assert.IsType<PlanOutcome.Infeasible>(Two.WithTarget(0.3, 1).Make(route));
            Relaxation least = Assert.Single(no.Relaxations);
            Assert.Equal(("capture-target", "2026-2030", 0.3), (least.Rule, least.Where, Math.Round(least.Amount, 6)));
        }
    }

    [Theory]
    [InlineData(SolverRoute.Exact)]
    [InlineData(SolverRoute.Scalable)]
    public void A_target_that_may_be_lowered_is_lowered_with_a_note(SolverRoute route)
    {
        TinyWorld asks = Two.With(s => s with { Goal = new Goal.CaptureTarget([new(0.3e6), new(2e6)], LowerWhenUnreachable: true) });
        Plan plan = Assert.IsType<PlanOutcome.Planned>(asks.Make(route)).Plan;
        Assert.Equal([0.3, 2], plan.Study.Goal);
        // The scalable route leaves one percent of a lowered target as room for its search; the exact route needs none.
        Assert.Equal([0, route == SolverRoute.Scalable ? 0.99 : 1], plan.Study.GoalUsed.Select(g => Math.Round(g, 3)));
        Assert.Equal(2, plan.Notes.Count(n => n.Kind == "target" && n.Text.En.Contains("lowered from", StringComparison.Ordinal)));
        Assert.True(plan.Audit.Passed, string.Join("; ", plan.Audit.Violations));
        Assert.InRange(plan.Periods[1].CapturedMtPerYear, plan.Study.GoalUsed[1] - 1e-6, 1 + 1e-6);
    }

    /// <summary>A limit on the region's injection of 0.4 Mt/y, where 1 Mt/y is asked for: the target would have to fall by 0.6.</summary>
    [Fact]
    public void A_limit_that_clashes_with_the_target_is_named_with_the_amount()
    {
        TinyWorld tight = Two.WithLimits(null, new InjectionLimit("north", new HashSet<string> { "ND" }, new(400_000)));
        PlanOutcome.Infeasible no = Assert.IsType<PlanOutcome.Infeasible>(tight.Make(SolverRoute.Exact));
        Relaxation target = Assert.Single(no.Relaxations, r => r.Rule == "capture-target");
        Assert.Equal(0.6, target.Amount, 1e-6);
    }

    [Fact]
    public void A_cancelled_run_is_out_of_time_or_has_a_plan_and_never_an_exception()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        PlanOutcome outcome = new PlanMaker(new HighsSolver(), new ScalableDesignSolver(), new ExactDesignSolver())
            .Make(Two.Study, Two.Dataset, Two.Law, null, cancelled.Token).OrThrow();
        Assert.IsType<PlanOutcome.OutOfTime>(outcome);
    }

    [Fact]
    public void Wrong_input_is_listed_and_nothing_is_planned()
    {
        TinyWorld wrong = Two.With((Study s) => s with { DollarYear = 2018 });
        Checked<PlanOutcome> answer = new PlanMaker(new HighsSolver(), new ScalableDesignSolver(), new ExactDesignSolver())
            .Make(wrong.Study, wrong.Dataset, wrong.Law, null, TestContext.Current.CancellationToken);
        Assert.Contains("2023", Assert.Single(answer.Problems).Fix, StringComparison.Ordinal);
    }

    /// <summary>The same question gives the same plan, and the same fingerprint whatever the study's title and budget.</summary>
    [Fact]
    public void The_same_question_has_the_same_answer()
    {
        TinyWorld again = Two.With(s => s with { Title = new Bilingual("Other", "其他"), Solver = s.Solver with { TimeLimitSeconds = 30 } });
        Assert.Equal(Two.Plan.Stamp, again.Plan.Stamp);
        Assert.Equal(Two.Plan.Captures[0].Rate, Two.Plan.Captures[0].Rate);
        Assert.NotEqual(Two.Plan.Stamp.StudyHash, Two.WithTarget(0, 0.9).Plan.Stamp.StudyHash);
    }

    private static double Round(Usd money) => Math.Round(money.Value, 2);
}
