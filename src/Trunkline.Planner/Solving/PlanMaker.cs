using System.Diagnostics;
using Trunkline.Atlas;
using Trunkline.Domain;
using Trunkline.NetworkDesign;
using Trunkline.Optimisation;
using Trunkline.Register;

namespace Trunkline.Planner;

/// <summary>Study in, answer out. Reads no clock but the stopwatch, no file, no environment.</summary>
/// <param name="exact">Solver of the whole formulation.</param>
/// <param name="scalable">Flow-based engine.</param>
/// <param name="reasons">Engine that names the smallest relaxations of an impossible case.</param>
public sealed class PlanMaker(ISolver exact, IDesignSolver scalable, IDesignSolver reasons)
{
    /// <summary>Largest number of corridors and of units for which <see cref="SolverRoute.Auto"/> takes the exact route.</summary>
    public const int ExactEdges = 40, ExactSupplies = 30;

    private const int MostLowerings = 8;

    private const string Scalable = "scalable";

    private static readonly Bilingual Cancelled = new("Cancelled before a plan was found.", "在找到方案之前被取消。");

    /// <summary>Makes a plan, or says why there is none, or lists what is wrong with the input.</summary>
    public Checked<PlanOutcome> Make(
        Study study, Dataset dataset, RegisterView law, IProgress<PlanProgress>? progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(dataset);
        progress?.Report(new PlanProgress("network", null, null, null, 0));
        return Make(study, dataset, law, null, progress, cancellation);
    }

    /// <summary>Makes a plan whose search by the exact route starts from another plan's decisions, as far as they are known there; the other route starts from nothing.</summary>
    public Checked<PlanOutcome> MakeFrom(Plan parent, Study study, Dataset dataset, RegisterView law, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(parent);
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(dataset);
        return Make(study, dataset, law, null, null, cancellation, parent);
    }

    /// <summary>
    /// Makes a plan whose search by the scalable route also tries what is remembered of another plan, as far as plants, storage and corridors are known there by their
    /// ids: of the same study on other corridors, say. The bound owes nothing to it. The exact route starts from nothing.
    /// </summary>
    public Checked<PlanOutcome> MakeBeginning(
        PlanMemory earlier, Study study, Dataset dataset, RegisterView law, IProgress<PlanProgress>? progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(dataset);
        return Make(study, dataset, law, null, progress, cancellation, earlier: earlier);
    }

    /// <summary>
    /// Answers a changed study from what is remembered of a plan, in about a second: the corridors are kept, the design is mended and improved. The answer is audited
    /// and its bound is valid, as always. A change that needs other corridors (a wider region, another dataset) is a problem: make that plan anew.
    /// </summary>
    /// <param name="changed">The changed study; its time limit is the time for moves.</param>
    public Checked<PlanOutcome> Remake(Study changed, PlanMemory memory, RegisterView law, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(changed);
        ArgumentNullException.ThrowIfNull(memory);
        return Make(changed, memory.Dataset, law, memory, null, cancellation);
    }

    /// <summary>Solves a study from the beginning on the corridors of a remembered plan: the proof, and perhaps a better plan, after a quick answer.</summary>
    public Checked<PlanOutcome> MakeOnCorridorsOf(
        PlanMemory memory, Study study, RegisterView law, IProgress<PlanProgress>? progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(memory);
        ArgumentNullException.ThrowIfNull(study);
        return Make(study, memory.Dataset, law, null, progress, cancellation);
    }

    private Checked<PlanOutcome> Make(
        Study study, Dataset dataset, RegisterView law, PlanMemory? memory, IProgress<PlanProgress>? progress, CancellationToken cancellation, Plan? parent = null, PlanMemory? earlier = null)
    {
        var clock = Stopwatch.StartNew();
        IncentiveSchedule incentives = Incentives(study, dataset, law);
        try
        {
            Checked<PlanningCase> built = CaseBuilder.Build(study, study.Assumed(dataset), incentives, cancellation);
            return built.IsRight
                ? Checked<PlanOutcome>.Right(Answer(new Run(study, dataset, built.Value, memory, clock, progress, cancellation) { Parent = parent, Earlier = earlier }, incentives, law))
                : Checked<PlanOutcome>.Wrong([.. built.Problems]);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return Checked<PlanOutcome>.Right(new PlanOutcome.OutOfTime(clock.Elapsed.TotalSeconds, Cancelled));
        }
    }

    /// <summary>The law's money for a study, in the study's dollars.</summary>
    public static IncentiveSchedule Incentives(Study study, Dataset dataset, RegisterView law)
    {
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(dataset);
        return new IncentiveSchedule(law, PriceIndex.Of(dataset, study.Inflation.Value), study.FullLabour) { CreditFactor = study.CreditFactor, CreditLevel = study.CreditLevel };
    }

    private PlanOutcome Answer(Run run, IncentiveSchedule incentives, RegisterView law)
    {
        var notes = new List<PlanNote>();
        PlanningCase planning = run.Planning;
        for (int lowering = 0; ; lowering++)
        {
            (DesignResult result, string route) = Solve(planning, run);
            if (result.Solution is not null)
            {
                return Planned(planning, result, route, notes, run, incentives, law);
            }

            List<Shortfall> missing = [.. result.Reasons.Where(r => r.Limit == "target" && r.Amount > 0)];
            bool mayLower = run.Study.Goal is Goal.CaptureTarget { LowerWhenUnreachable: true };
            bool isProved = result.Status == DesignStatus.Infeasible;
            if (!mayLower || missing.Count == 0 || (run.Memory is not null && !isProved))
            {
                return NoPlan(result, run);
            }

            if (lowering == MostLowerings || (run.IsOver && run.Memory is null))
            {
                return Unfinished(run);
            }

            double room = route == Scalable ? TargetLowering.RoomForSearch : 0;
            (planning, IReadOnlyList<PlanNote> lowered) = TargetLowering.Lower(planning, isProved ? missing : [.. missing.Select(m => m with { Because = "search" })], room);
            notes.AddRange(lowered);
        }
    }

    private (DesignResult Result, string Route) Solve(PlanningCase planning, Run run)
    {
        bool isSmall = planning.Edges.Count(e => !e.IsFree) <= ExactEdges && planning.Supplies.Count <= ExactSupplies;
        // What has been decided is written in rows alone, which the engine of flows does not know.
        bool isDecided = run.Study.Limits.FirstStep is not null;
        bool useExact = isDecided || run.Study.Solver.Route == SolverRoute.Exact || (run.Study.Solver.Route == SolverRoute.Auto && isSmall);
        double gross(DesignSolution solution) => run.Costs(CaseMoney.Of(planning, solution).Cost);
        var options = new DesignOptions(
            run.Study.Solver.Gap.Value, run.SecondsLeft, run.Study.Solver.Threads, run.Study.Solver.Seed, gross);
        if (run.Memory is { } memory && !isDecided)
        {
            DesignOptions moves = options with { TimeLimitSeconds = run.Study.Solver.TimeLimitSeconds };
            return (WarmDesignSolver.Solve(DesignCase.Of(planning), memory.Design, memory.LinkTo(planning), moves, run.Cancellation), Scalable);
        }

        if (!useExact)
        {
            DesignOptions begun = options with { Start = run.Earlier is { } earlier ? new DesignStart(earlier.Design, earlier.LinkToNetworkOf(planning)) : null };
            return (scalable.Solve(DesignCase.Of(planning), begun, run.DesignNews(), run.Cancellation), Scalable);
        }

        DesignResult result = ExactRoute.Solve(planning, exact, options, run.SolveNews(), run.Cancellation, run.StartIn(planning));
        return result.Status == DesignStatus.Infeasible && !isDecided
            ? (reasons.Solve(DesignCase.Of(planning), options, run.DesignNews(), run.Cancellation), "exact")
            : (result, "exact");
    }

    private static PlanOutcome Planned(
        PlanningCase planning, DesignResult result, string route, IReadOnlyList<PlanNote> notes, Run run, IncentiveSchedule incentives, RegisterView law)
    {
        run.Report("plan", null);
        Plan plan = new FinishedPlan(planning, run.Study, incentives, law).Of(result, route, notes, written => run.Report("audit", written));
        return new PlanOutcome.Planned(plan, run.Seconds, PeakMemoryMb())
        {
            Memory = result.Memory is { } design ? new PlanMemory(run.Dataset with { Network = planning.Dataset.Network }, planning, design) : null,
        };
    }

    private static PlanOutcome NoPlan(DesignResult result, Run run) =>
        result.Status == DesignStatus.Infeasible
            ? new PlanOutcome.Infeasible([.. result.Reasons.Select(r => RelaxationWords.Of(r, run.Study.Periods))], run.Seconds)
            : Unfinished(run);

    private static PlanOutcome Unfinished(Run run) =>
        new PlanOutcome.OutOfTime(run.Seconds, run.Cancellation.IsCancellationRequested
                ? Cancelled
                : new Bilingual("No plan was found in the time given; that none exists was not proved.", "在给定时间内未找到方案；也未证明不存在方案。"));

    private static double PeakMemoryMb()
    {
        using Process process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64 / 1e6;
    }

    /// <summary>One call: what was asked, and how to report on it.</summary>
    private sealed record Run(
        Study Study, Dataset Dataset, PlanningCase Planning, PlanMemory? Memory, Stopwatch Clock, IProgress<PlanProgress>? Progress, CancellationToken Cancellation)
    {
        /// <summary>The plan that an exact search starts from; null where it starts from nothing.</summary>
        public Plan? Parent { get; init; }

        /// <summary>What a search by the scalable route also tries; null for nothing.</summary>
        public PlanMemory? Earlier { get; init; }

        public DesignSolution? StartIn(PlanningCase planning) =>
            Parent is { } known && known.Periods.Count == planning.Periods.Count ? new PlanDecisions(planning).Of(known).Value : null;

        public double Seconds => Clock.Elapsed.TotalSeconds;

        /// <summary>Gross cost of the last solution asked about, which a gap is measured against; null before the first.</summary>
        private double? Cost { get; set; }

        public bool IsOver => Cancellation.IsCancellationRequested || Seconds > Study.Solver.TimeLimitSeconds;

        public double SecondsLeft => Math.Max(Memory is null ? 1 : 0.05, Study.Solver.TimeLimitSeconds - Seconds);

        public void Report(string stage, Plan? plan) =>
            Progress?.Report(new PlanProgress(stage, plan?.Totals.Net.Value, plan?.Totals.Bound.Value, plan?.Totals.Gap, Seconds));

        public IProgress<DesignProgress>? DesignNews() =>
            Progress is null ? null : new Relay<DesignProgress>(n => Progress.Report(new PlanProgress(n.Step, n.Best, Finite(n.Bound), Gap(n.Best, n.Bound), Seconds)));

        public IProgress<SolveProgress>? SolveNews() =>
            Progress is null ? null : new Relay<SolveProgress>(n => Progress.Report(new PlanProgress("exact", n.Objective, Finite(n.Bound), Gap(n.Objective, n.Bound), Seconds)));

        /// <summary>Remembers a solution's gross cost and passes it on.</summary>
        public double Costs(double cost)
        {
            Cost = cost;
            return cost;
        }

        private double? Gap(double? best, double bound) =>
            best is { } found && Cost is > 0 and var cost ? Math.Max(0, (found - bound) / cost) : null;

        private static double? Finite(double value) => double.IsFinite(value) ? value : null;
    }

    /// <summary>Passes news on at once, on the thread that brings it.</summary>
    private sealed class Relay<T>(Action<T> pass) : IProgress<T>
    {
        public void Report(T value) => pass(value);
    }
}
