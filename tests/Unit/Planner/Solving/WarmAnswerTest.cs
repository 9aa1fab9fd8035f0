using Trunkline.Domain;
using Trunkline.NetworkDesign;
using Trunkline.Optimisation;
using Trunkline.Planner;

namespace Trunkline.Tests.Unit.Planner;

/// <summary>A changed study answered from a plan, against the exact route from the beginning: neither is below the other's bound, and they cost nearly the same.</summary>
public sealed class WarmAnswerTest
{
    private const double Near = 0.02;

    private static readonly Lazy<TinyWorld> World = new(() => TinyWorld.Read("07-north-dakota"));

    private static readonly Lazy<PlanOutcome.Planned> Before = new(() => Made(World.Value.Study, SolverRoute.Scalable));

    [Theory]
    [InlineData("nothing")]
    [InlineData("higher price")]
    [InlineData("base credit")]
    [InlineData("dearer pipes")]
    [InlineData("largest storage closed")]
    public void A_change_is_answered_as_the_exact_route_answers_it(string kind)
    {
        Study changed = Changed(World.Value.Study, kind);
        Study quick = changed with { Solver = changed.Solver with { TimeLimitSeconds = 60 } };
        Plan warm = Assert.IsType<PlanOutcome.Planned>(Maker().Remake(quick, Before.Value.Memory!, World.Value.Law, TestContext.Current.CancellationToken).OrThrow()).Plan;
        Plan exact = Made(changed, SolverRoute.Exact).Plan;
        Assert.True(warm.Audit.Passed, string.Join("; ", warm.Audit.Violations));
        double cost = exact.Totals.Cost.Value;
        Assert.InRange(warm.Totals.Net.Value, exact.Totals.Bound.Value - (1e-6 * cost), exact.Totals.Net.Value + (Near * cost));
        Assert.True(warm.Totals.Bound.Value <= exact.Totals.Net.Value + (1e-6 * cost), $"bound {warm.Totals.Bound.Value} above {exact.Totals.Net.Value}");
    }

    private static Study Changed(Study study, string kind) => kind switch
    {
        "higher price" => study with { Goal = Higher((Goal.CarbonPrice)study.Goal) },
        "base credit" => study with { FullLabour = false },
        "dearer pipes" => study with { CostFactors = study.CostFactors with { Transport = 1.5 } },
        "largest storage closed" => study with { Limits = study.Limits with { Closed = new HashSet<string> { Largest() } } },
        _ => study,
    };

    private static Goal.CarbonPrice Higher(Goal.CarbonPrice goal) => goal with { Prices = [.. goal.Prices.Select(p => 1.5 * p)] };

    private static string Largest() => Before.Value.Plan.Storages.Where(s => s.Kind == "saline").MaxBy(s => s.Rate.Max(r => r.Value))!.SinkId;

    private static PlanOutcome.Planned Made(Study study, SolverRoute route) => Assert.IsType<PlanOutcome.Planned>(Maker().Make(
        study with { Solver = study.Solver with { Route = route } }, World.Value.Dataset, World.Value.Law, null, TestContext.Current.CancellationToken).OrThrow());

    private static PlanMaker Maker() => new(new HighsSolver(), new ScalableDesignSolver(mayFinishExactly: false), new ScalableDesignSolver());
}
