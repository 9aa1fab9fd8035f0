using Trunkline.Atlas;
using Trunkline.Domain;
using Trunkline.Planner;
using Trunkline.Runner;

namespace Trunkline.Tests.Server;

/// <summary>Plans made in processes of their own, real ones: what they make, and what becomes of those that need too much, are killed or are not wanted any more.</summary>
[Collection(PlanSolvers.Collection)]
public sealed class PlanProcessTest : IDisposable
{
    private const string SmallStudy = "02-two-sources-one-trunk";

    private static readonly PlanLimits Plenty = new(4096, null);
    private static readonly Lazy<RegisterEdition> Law = new(() => RegisterEdition.Read(Path.Combine(RunningServer.Root, "data", "register"), []));

    private readonly List<ProcessPlanSolver> solvers = [];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => solvers.ForEach(s => s.Dispose());

    /// <summary>The exact route, and the other, which remembers.</summary>
    [Theory]
    [InlineData(SolverRoute.Exact)]
    [InlineData(SolverRoute.Scalable)]
    public void A_plan_made_elsewhere_is_the_same_byte_for_byte(SolverRoute route)
    {
        PlanQuestion question = Small(route);
        Heard here = new(), there = new();
        ProcessPlanSolver solver = Solver(Plenty);
        PlanOutcome.Planned made = Planned(new PlanSolverHere().Make(Again(question), here, Token)), elsewhere = Planned(solver.Make(Again(question), there, Token));
        Assert.Equal(PlanJson.Write(made.Plan), PlanJson.Write(elsewhere.Plan));
        Assert.Equal(here.Stages.Distinct(), there.Stages.Distinct());
        Assert.Equal(("network", "audit"), (there.Stages[0], there.Stages[^1]));
        Assert.Equal(route == SolverRoute.Scalable, elsewhere.Memory is not null);
        if (made.Memory is { } memory)
        {
            Assert.Equal(PlanMemoryFile.Write(memory), PlanMemoryFile.Write(elsewhere.Memory!));
        }
    }

    /// <summary>Corridors that are remembered as twice as long: a search that routed its own would find a cheaper plan.</summary>
    [Fact]
    public void A_search_on_known_corridors_keeps_to_them_elsewhere_too()
    {
        PlanQuestion question = Small(SolverRoute.Scalable);
        PlanSolverHere here = new();
        CandidateNetwork routed = Planned(here.Make(question, new Heard(), Token)).Memory!.Dataset.Network!;
        CandidateNetwork longer = routed with
        {
            Edges = [.. routed.Edges.Select(e => e with { Length = new Kilometres(2 * e.Length.Value), WeightedLength = new Kilometres(2 * e.WeightedLength.Value) })],
        };
        PlanMemory memory = Planned(here.Make(Again(question) with { Dataset = question.Dataset with { Network = longer } }, new Heard(), Token)).Memory!;
        ProcessPlanSolver solver = Solver(Plenty);
        string kept = Told(here.MakeOn(memory, Again(question), new Heard(), Token));
        Assert.Equal(kept, Told(solver.MakeOn(memory, Again(question), new Heard(), Token)));
        Assert.NotEqual(kept, Told(solver.Make(Again(question), new Heard(), Token)));
    }

    [Fact]
    public void What_cannot_be_and_what_is_wrong_are_told_as_they_are_here()
    {
        PlanQuestion question = Small(SolverRoute.Exact);
        string[] storage = [.. question.Dataset.Formations.Select(f => f.Id), .. question.Dataset.Uses.Select(u => u.Id)];
        PlanQuestion shut = Small(SolverRoute.Exact, s => s with { Limits = (s.Limits ?? new()) with { Closed = storage } });
        ProcessPlanSolver solver = Solver(Plenty);
        Checked<PlanOutcome> here = new PlanSolverHere().Make(Again(shut), new Heard(), Token), there = solver.Make(Again(shut), new Heard(), Token);
        Assert.Equal(here.Problems, there.Problems);
        Assert.Equal((here.Value as PlanOutcome.Infeasible)?.Relaxations, (there.Value as PlanOutcome.Infeasible)?.Relaxations);
        Assert.True(there.Problems.Count > 0 || there.Value is PlanOutcome.Infeasible);
        Problem changed = Assert.Single(solver.Make(question with { Dataset = question.Dataset with { Hash = "another" } }, new Heard(), Token).Problems);
        Assert.Contains("changed since the server read them", changed.What, StringComparison.Ordinal);
    }

    [Fact]
    public void What_needs_more_memory_than_its_limit_is_ended_and_the_next_has_a_fresh_process()
    {
        // The small study takes half of it, the nation twice as much.
        ProcessPlanSolver solver = Solver(new PlanLimits(200, null));
        SolveFaultException fault = Assert.Throws<SolveFaultException>(() => solver.Make(Nation(), new Heard(), Token));
        Assert.Equal("out-of-memory", fault.Outcome);
        Assert.Contains("200 MB", fault.Why.En, StringComparison.Ordinal);
        Assert.Contains("200 MB", fault.Why.Zh, StringComparison.Ordinal);
        Assert.Contains("limits.solveMemoryMb", fault.Why.Zh, StringComparison.Ordinal);
        Planned(solver.Make(Small(SolverRoute.Exact), new Heard(), Token));
    }

    [Fact]
    public void What_needs_more_time_than_its_limit_is_ended()
    {
        ProcessPlanSolver solver = Solver(new PlanLimits(4096, 1));
        SolveFaultException fault = Assert.Throws<SolveFaultException>(() => solver.Make(Large(), new Heard(), Token));
        Assert.Equal("out-of-time", fault.Outcome);
        Assert.Contains("limits.solveSeconds", fault.Why.En, StringComparison.Ordinal);
    }

    [Fact]
    public void A_process_that_is_killed_fails_its_plan_and_no_other()
    {
        PlanSolvers.SkipElsewhere();
        ProcessPlanSolver solver = Solver(Plenty);
        int killed = 0;
        Heard heard = new() { Also = _ => killed = PlanSolvers.Signal("KILL") };
        SolveFaultException fault = Assert.Throws<SolveFaultException>(() => solver.Make(Large(), heard, Token));
        Assert.Equal(("crashed", true), (fault.Outcome, fault.Why.En.Contains("137", StringComparison.Ordinal)));
        Assert.NotEqual(0, killed);
        Planned(solver.Make(Small(SolverRoute.Exact), new Heard(), Token));
    }

    /// <summary>A search stops at its next step; its process is there for the next plan.</summary>
    [Fact]
    public void What_nobody_wants_any_more_stops_and_its_process_goes_on()
    {
        PlanSolvers.SkipElsewhere();
        ProcessPlanSolver solver = Solver(Plenty);
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        Heard heard = new() { Also = stage => _ = stage == "exact" ? stop.CancelAsync() : null };
        Assert.ThrowsAny<OperationCanceledException>(() => solver.Make(Large(), heard, stop.Token));
        int process = Assert.Single(PlanSolvers.Alive());
        Planned(solver.Make(Small(SolverRoute.Exact), new Heard(), Token));
        Assert.Equal(process, Assert.Single(PlanSolvers.Alive()));
    }

    [Fact]
    public void The_limit_of_time_follows_the_study_unless_the_operator_says_otherwise()
    {
        SolverBudget budget = new(SolverRoute.Auto, new Fraction(0.01), 60, 3, 1);
        Assert.Equal((720.0, 4096.0), (Plenty.Of(budget).Seconds, Plenty.Of(budget).MemoryMb));
        Assert.Equal(50, new PlanLimits(4096, 50).Of(budget).Seconds);
    }

    private static string Told(Checked<PlanOutcome> outcome) =>
        outcome.Value is PlanOutcome.Planned planned ? System.Text.Encoding.UTF8.GetString(PlanJson.Write(planned.Plan)) : string.Join('\n', outcome.Problems.Select(p => p.ToString()).Append($"{outcome.Value}"));

    private static PlanOutcome.Planned Planned(Checked<PlanOutcome> outcome) => Assert.IsType<PlanOutcome.Planned>(outcome.OrThrow());

    /// <summary>With a view of the law that nobody has asked yet.</summary>
    private static PlanQuestion Again(PlanQuestion question) => question with { Law = question.Study.Policy.Of(question.Edition.Register.OrThrow()).OrThrow() };

    private static PlanQuestion Small(SolverRoute route, Func<StudyFile, StudyFile>? change = null)
    {
        string folder = Path.Combine(RunningServer.Root, "data", "studies", SmallStudy);
        StudyFile study = StudyText.Members(File.ReadAllText(Path.Combine(folder, "study.json")));
        return Question(folder, StudyText.Of(change?.Invoke(study) ?? study), new SolverBudget(route, new Fraction(0.0001), 60, 1, 1));
    }

    private static PlanQuestion Nation()
    {
        string folder = Path.Combine(RunningServer.Root, "data", "us");
        return Question(folder, File.ReadAllText(Path.Combine(folder, "study.json")), new SolverBudget(SolverRoute.Scalable, new Fraction(0.01), 600, 1, 1));
    }

    /// <summary>North Dakota to the last dollar: many seconds.</summary>
    private static PlanQuestion Large()
    {
        StudyFile study = StudyText.Members(File.ReadAllText(Path.Combine(RunningServer.Root, "data", "studies", "07-north-dakota", "study.json")));
        return Question(Path.Combine(RunningServer.Root, "data", "us"), StudyText.Of(study with { Dataset = "." }), new SolverBudget(SolverRoute.Exact, new Fraction(0), 600, 1, 1));
    }

    private static PlanQuestion Question(string folder, string text, SolverBudget budget)
    {
        Study study = StudyReader.Parse(text, Path.Combine(folder, "study.json")).OrThrow() with { Solver = budget };
        return new PlanQuestion(text, study, Read(folder), study.Policy.Of(Law.Value.Register.OrThrow()).OrThrow(), Law.Value);
    }

    private static readonly Dictionary<string, Dataset> Datasets = [];

    private static Dataset Read(string folder)
    {
        lock (Datasets)
        {
            return Datasets.TryGetValue(folder, out Dataset? known) ? known : Datasets[folder] = DatasetReader.Read(folder).OrThrow();
        }
    }

    private ProcessPlanSolver Solver(PlanLimits limits)
    {
        ProcessPlanSolver solver = new(new SolverSetup("dotnet", [Path.Combine(AppContext.BaseDirectory, "trunkline-server.dll"), "plan-solver"]), limits, TimeProvider.System);
        solvers.Add(solver);
        return solver;
    }

    private sealed class Heard : IProgress<PlanProgress>
    {
        public List<string> Stages { get; } = [];

        public Action<string>? Also { get; init; }

        public void Report(PlanProgress value)
        {
            Stages.Add(value.Stage);
            Also?.Invoke(value.Stage);
        }
    }
}
