using System.Diagnostics;

namespace Trunkline.Optimisation;

/// <summary>
/// Solves linear and mixed-integer models with HiGHS (1.12 or newer, MIT licence, from the OR-Tools runtime packages). The same model, options
/// and thread count give the same result unless time or cancellation cuts the run short.
/// </summary>
/// <remarks>
/// Whole-number columns come back exactly whole: after the search the continuous columns are solved once more around the rounded ones, so no
/// tolerance of the search is left in the values. The objective is recomputed from the values in natural units. The bound is the solver's,
/// never above the objective.
/// </remarks>
public sealed class HighsSolver : ISolver
{
    // The tidying solve after a search is a small linear program; it gets this long even where the search took all the time there was.
    private const double TidySeconds = 20;

    private const int MostColumnsOfSmall = 300;

    /// <summary>The version of the library that is loaded; throws where it is missing or older than 1.12.</summary>
    public static Version Version => HighsLibrary.Require();

    /// <inheritdoc/>
    public SolveResult Solve(LinearModel model, SolveOptions options, IProgress<SolveProgress>? progress, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        var natural = SparseModel.From(model);
        var outcome = natural.IsContradictory() ? Outcome.Infeasible
            : natural.ColumnCount == 0 ? new Outcome(SolveStatus.Optimal, natural.Constant, [], new double[natural.RowCount])
            : cancellation.IsCancellationRequested ? Outcome.Nothing
            : Search(natural, options, progress, cancellation);
        return outcome.ToResult(natural, clock.Elapsed.TotalSeconds);
    }

    private static Outcome Search(
        SparseModel natural, SolveOptions options, IProgress<SolveProgress>? progress, CancellationToken cancellation)
    {
        var scaling = ModelScaling.Of(natural);
        var scaled = scaling.Apply(natural);
        var watch = new HighsWatch(scaling, natural.ColumnCount, options, progress, cancellation);
        using var run = new HighsRun();
        Configure(run, options, !natural.HasIntegers);
        run.Pass(scaled, natural.HasIntegers);
        if (options.Start is { } start && natural.HasIntegers)
        {
            run.Start(scaling.ScaleValues(start));
        }

        var status = RunSoundly(run, watch, scaled);
        if (status is HighsStatus.Infeasible)
        {
            return Outcome.Infeasible;
        }

        if (status is HighsStatus.Unbounded or HighsStatus.UnboundedOrInfeasible)
        {
            return WithoutCost(natural, options, cancellation);
        }

        return Read(run, status, watch, natural, scaled, scaling, options);
    }

    // Presolve of 1.12 has two known faults in models with whole numbers. It may map a solution back to one that breaks a row, and end with an
    // error (HiGHS issue 2808); and it may reduce a model to nothing and call a dearer answer the best (HighsSolverTest keeps one such model).
    // So what it claims to have settled alone is searched again without it. Without it the search has a fault of its own (random cases of
    // SimCcsDesignTest, seeds dC_daPP7_LH5 and 94IBmwkVpFs1: a dearer answer called the best), so it is not simply left out.
    private static HighsStatus RunSoundly(HighsRun run, HighsWatch watch, SparseModel model)
    {
        var isSmall = model.HasIntegers && model.ColumnCount <= MostColumnsOfSmall;
        if (isSmall)
        {
            // Presolve tightens rows whose whole number is nearly nothing against the rest.
            run.Set("mip_feasibility_tolerance", 1e-9);
        }

        var status = run.Run(watch);
        var isSettled = status == HighsStatus.Optimal && model.HasIntegers && run.LpIterations <= 0;
        if (!(isSettled || status == HighsStatus.SolveError))
        {
            return status;
        }

        run.Set("presolve", "off");
        run.Forget();
        return run.Run(watch);
    }

    // The solver may say "unbounded or infeasible", and "unbounded" of an integer model whose relaxation alone is; a search without cost tells.
    private static Outcome WithoutCost(SparseModel natural, SolveOptions options, CancellationToken cancellation)
    {
        var free = natural.WithCost(new double[natural.ColumnCount], 0);
        return Search(free, options with { GapScale = null, Start = null }, null, cancellation).Status switch
        {
            SolveStatus.Optimal or SolveStatus.Feasible => Outcome.Unbounded,
            SolveStatus.Infeasible => Outcome.Infeasible,
            _ => Outcome.Nothing,
        };
    }

    private static Outcome Read(
        HighsRun run, HighsStatus status, HighsWatch watch, SparseModel natural, SparseModel scaled, ModelScaling scaling, SolveOptions options)
    {
        RefuseFailure(status);
        var isProved = status == HighsStatus.Optimal || watch.GapReached;
        if (!natural.HasIntegers)
        {
            return ReadLinear(run, isProved, natural, scaling);
        }

        var bound = scaling.NaturalObjective(run.DualBound);
        if (!run.HasSolution)
        {
            return Outcome.Nothing with { Bound = bound };
        }

        var values = Tidy(run.Solution().Values, scaled, options);
        return new Outcome(isProved ? SolveStatus.Optimal : SolveStatus.Feasible, bound, scaling.NaturalValues(values), []);
    }

    private static Outcome ReadLinear(HighsRun run, bool isProved, SparseModel natural, ModelScaling scaling)
    {
        if (!run.HasSolution)
        {
            return Outcome.Nothing;
        }

        var (values, duals) = run.Solution();
        var naturalValues = scaling.NaturalValues(values);
        return isProved
            ? new Outcome(SolveStatus.Optimal, natural.CostOf(naturalValues), naturalValues, scaling.NaturalDuals(duals))
            : new Outcome(SolveStatus.Feasible, double.NegativeInfinity, naturalValues, []);
    }

    // The search counts 0.999999 as whole. Where it did, the whole columns are rounded and the others solved again around them.
    private static double[] Tidy(double[] values, SparseModel scaled, SolveOptions options)
    {
        double[] rounded = [.. values.Select((v, j) => scaled.IsInteger[j] ? Math.Round(v) : v)];
        if (rounded.AsSpan().SequenceEqual(values))
        {
            return values;
        }

        using var run = new HighsRun();
        Configure(run, options with { TimeLimitSeconds = TidySeconds }, isLinear: true);
        run.Pass(scaled.WithFixed(rounded), withIntegers: false);
        var status = run.Run(null);
        return status == HighsStatus.Optimal && run.HasSolution ? WithWholeFrom(rounded, run.Solution().Values, scaled) : rounded;
    }

    private static double[] WithWholeFrom(double[] rounded, double[] values, SparseModel scaled) =>
        [.. values.Select((v, j) => scaled.IsInteger[j] ? rounded[j] : v)];

    private static void Configure(HighsRun run, SolveOptions options, bool isLinear)
    {
        run.SetThreads(options.Threads);
        run.Set("random_seed", options.Seed);
        run.Set("time_limit", options.TimeLimitSeconds);
        run.Set("mip_rel_gap", options.GapScale is null ? options.RelativeGap : 0);
        run.Set("mip_abs_gap", 0.0);
        run.Set("small_matrix_value", 1e-12);
        if (options.HeuristicEffort is { } effort)
        {
            run.Set("mip_heuristic_effort", effort);
        }

        if (isLinear)
        {
            // Named for a model with integers, a method makes HiGHS drop the integers.
            run.Set("solver", NameOf(options.LpMethod));
        }
    }

    private static string NameOf(LpMethod method) => method switch
    {
        LpMethod.Simplex => "simplex",
        LpMethod.InteriorPoint => "ipm",
        _ => "choose",
    };

    private static void RefuseFailure(HighsStatus status)
    {
        if (status is HighsStatus.LoadError or HighsStatus.ModelError or HighsStatus.PresolveError or HighsStatus.SolveError or HighsStatus.PostsolveError)
        {
            throw new InvalidOperationException($"HiGHS failed: {status}");
        }
    }

    private sealed record Outcome(SolveStatus Status, double Bound, double[] Values, double[] RowDuals)
    {
        public static readonly Outcome Infeasible = new(SolveStatus.Infeasible, double.PositiveInfinity, [], []);
        public static readonly Outcome Unbounded = new(SolveStatus.Unbounded, double.NegativeInfinity, [], []);
        public static readonly Outcome Nothing = new(SolveStatus.Unknown, double.NegativeInfinity, [], []);

        public SolveResult ToResult(SparseModel natural, double seconds)
        {
            var objective = Status is SolveStatus.Optimal or SolveStatus.Feasible ? natural.CostOf(Values) : double.NaN;
            var bound = double.IsNaN(objective) ? Bound : Math.Min(Bound, objective);
            return new SolveResult(Status, objective, bound, Values, RowDuals, seconds);
        }
    }
}
