using Trunkline.NetworkDesign;
using Trunkline.Optimisation;

namespace Trunkline.Bench.Network;

/// <summary>What a solver may spend on an instance.</summary>
internal sealed record Budget(double Gap, double Limit, int Threads, int Seed);

/// <summary>News of a run: the best cost so far and the bound so far.</summary>
internal sealed record Moment(double? Best, double Bound);

/// <summary>The end of a run.</summary>
/// <param name="Best">Cost of the solution, worked out again from its decisions; null where there is none.</param>
/// <param name="Bound">No solution costs less.</param>
/// <param name="Gross">What a gap is measured against: the cost before income.</param>
/// <param name="Network">Transport and storage alone.</param>
/// <param name="Check">"passed", "not checked", or what is broken.</param>
internal sealed record Ending(double? Best, double Bound, double? Gross, double? Network, string Check);

/// <summary>A problem that several solvers are given.</summary>
internal abstract class BenchInstance(string name)
{
    public const string NotChecked = "not checked";

    public string Name { get; } = name;

    /// <summary>Terminals and periods, for the plot of growth; 0 where it is not of the ladder.</summary>
    public int Terminals { get; init; }

    public int Periods { get; init; }

    /// <summary>The best cost known from elsewhere, with where it is from; null where none is.</summary>
    public (double Cost, string Source)? Known { get; init; }

    /// <summary>The number of choices, roughly: a model beyond what a general solver can be given is not tried.</summary>
    public abstract long Size { get; }

    /// <summary>Runs our engine.</summary>
    public abstract Ending Ours(Budget budget, Action<Moment> news);

    /// <summary>Runs HiGHS on the whole model, cold.</summary>
    public abstract Ending Highs(Budget budget, Action<Moment> news);

    /// <summary>The whole model, for any other solver.</summary>
    public abstract LinearModel Model();

    protected static string Outcome(IEnumerable<string> broken) =>
        string.Join("; ", broken.Take(3)) is { Length: > 0 } wrong ? wrong : "passed";

    /// <summary>Passes news on at once, on the thread that brings it.</summary>
    protected sealed class Relay<T>(Action<T> pass) : IProgress<T>
    {
        public void Report(T value) => pass(value);
    }
}

/// <summary>An instance in the engine's own words.</summary>
/// <param name="name">Its name.</param>
/// <param name="problem">The problem.</param>
/// <param name="gross">Cost before income of a solution, or null where it is the objective.</param>
internal sealed class DesignInstanceFile(string name, DesignProblem problem, Func<DesignSolution, double>? gross = null) : BenchInstance(name)
{
    public DesignProblem Problem => problem;

    public override long Size =>
        problem.Supplies.Sum(s => (long)s.Options.Length) + (2L * problem.Arcs.Length * problem.Trends.Length * problem.PeriodCount) + (problem.Sinks.Length * problem.PeriodCount);

    public override Ending Ours(Budget budget, Action<Moment> news) => Run(new ScalableDesignSolver(), budget, news);

    public override Ending Highs(Budget budget, Action<Moment> news) => Run(new ExactDesignSolver(), budget, news);

    public override LinearModel Model() => ExactDesignSolver.Formulate(problem);

    private Ending Run(IDesignSolver solver, Budget budget, Action<Moment> news)
    {
        DesignOptions options = new(budget.Gap, budget.Limit, budget.Threads, budget.Seed, gross);
        DesignResult result = solver.Solve(problem, options, new Relay<DesignProgress>(p => news(new Moment(p.Best, p.Bound))), CancellationToken.None);
        if (result.Solution is not { } solution)
        {
            return new Ending(null, result.Bound, null, null, NotChecked);
        }

        DesignAuditReport audit = DesignAudit.Check(problem, solution);
        double cost = gross?.Invoke(solution) ?? Math.Abs(audit.Objective);
        return new Ending(audit.Objective, result.Bound, cost, DesignAudit.NetworkCost(problem, solution), Outcome(audit.Violations.Select(v => v.ToString())));
    }
}
