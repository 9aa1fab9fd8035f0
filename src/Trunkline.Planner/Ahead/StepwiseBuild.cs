using Trunkline.Domain;
using Trunkline.NetworkDesign;

namespace Trunkline.Planner;

/// <summary>Builds period by period, each as if the world ended with it; what was built before stands.</summary>
/// <param name="whole">The whole study's case; its targets are asked of each step.</param>
internal sealed class StepwiseBuild(PlanningCase whole, IncentiveSchedule incentives, IDesignSolver solver)
{
    private const int MostLowerings = 8;

    private readonly TonnesPerYear?[] reached = [.. whole.Target];
    private readonly List<PlanNote> notes = [];

    /// <summary>Targets that the steps could reach.</summary>
    public IReadOnlyList<TonnesPerYear?> Reached => reached;

    /// <summary>Targets that a step had to give up.</summary>
    public IReadOnlyList<PlanNote> Notes => notes;

    /// <summary>Why there is no plan; null where there is one.</summary>
    public Bilingual? WhyNone { get; private set; }

    /// <summary>The whole solution, or null; then <see cref="WhyNone"/> says why.</summary>
    public DesignSolution? Run(CancellationToken cancellation)
    {
        var state = new StepState(whole);
        foreach (int t in whole.PeriodIndices)
        {
            Checked<PlanningCase> seen = SeenIn(t, cancellation);
            if (!seen.IsRight || Solve(seen.Value, state, t, cancellation) is not { } step)
            {
                WhyNone ??= new Bilingual($"No plan was found for {whole.Periods[t]} on what stood by then.", $"在当时已建设施的基础上，未能求得 {whole.Periods[t]} 年的方案。");
                return null;
            }

            state.Take(step, t);
        }

        state.Close();
        return state.Solution;
    }

    /// <summary>The study cut off after a period.</summary>
    private Checked<PlanningCase> SeenIn(int period, CancellationToken cancellation)
    {
        Study study = whole.Study with
        {
            Periods = [.. whole.Periods.Take(period + 1)],
            Goal = whole.Study.Goal switch
            {
                Goal.CaptureTarget target => target with { Rates = [.. target.Rates.Take(period + 1)] },
                Goal.CarbonPrice price => price with { Prices = [.. price.Prices.Take(period + 1)] },
                var other => other,
            },
        };
        return CaseBuilder.Build(study, whole.Dataset, incentives, cancellation);
    }

    private DesignSolution? Solve(PlanningCase seen, StepState state, int period, CancellationToken cancellation)
    {
        for (int lowering = 0; lowering <= MostLowerings; lowering++)
        {
            PlanningCase asked = seen with { Target = [.. reached.Take(period + 1)] };
            var written = new StepProblem(asked, state, period);
            DesignProblem problem = written.Write();
            DesignResult result = solver.Solve(problem, Spend(solution => written.GrossCost(problem, solution)), null, cancellation);
            if (result.Solution is { } step)
            {
                return Obeys(step, state, period) ? step : null;
            }

            double missing = result.Reasons.Where(r => r.Limit == "target").Select(r => r.Amount).DefaultIfEmpty(0).Max();
            if (missing <= 0 || cancellation.IsCancellationRequested)
            {
                return null;
            }

            Lower(period, missing, result.Status == DesignStatus.Infeasible ? 0 : TargetLowering.RoomForSearch);
        }

        return null;
    }

    private DesignOptions Spend(Func<DesignSolution, double> grossCost) => new(
        whole.Study.Solver.Gap.Value, whole.Study.Solver.TimeLimitSeconds, whole.Study.Solver.Threads, whole.Study.Solver.Seed, grossCost);

    private static bool Obeys(DesignSolution step, StepState state, int period) =>
        Enumerable.Range(0, step.Option.Length).All(i => step.Option[i] >= 0 || !state.MustRun(i, period));

    private void Lower(int period, double missing, double room)
    {
        double before = reached[period]!.Value.Value;
        double after = Math.Max(0, Math.Floor((before - missing) * (1 - room) / 1000) * 1000);
        reached[period] = new TonnesPerYear(after);
        notes.Add(new PlanNote("target", new Bilingual(
            $"Built period by period, {whole.Periods[period]} reaches {after / 1e6:0.###} of {before / 1e6:0.###} Mt/y.",
            $"逐期建设时，{whole.Periods[period]} 年只能达到 {before / 1e6:0.###} 百万吨/年目标中的 {after / 1e6:0.###}。")));
    }
}
