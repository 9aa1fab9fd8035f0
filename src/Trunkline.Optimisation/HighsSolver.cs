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

    // A run that ends for want of time before this share of its time was told a wrong time.
    private const double MostlySpent = 0.9;

    private const int MostColumnsOfSmall = 300;

    // Searches of smaller models around the solution of the root.
    private static readonly string[] RootSearches =
        ["mip_heuristic_run_rins", "mip_heuristic_run_rens", "mip_heuristic_run_root_reduced_cost"];

    // By how much a row may be missed, against the sum of its terms, for an answer to count.
    private const double KeptTolerance = 1e-6;

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

    // HiGHS 1.12 has faults in models with whole numbers, with presolve and without it (decision 0019): a dearer answer called the best, a
    // solution mapped back to one that breaks a row. So whatever may be touched by them is searched both ways, and the better answer is kept.
    private static Outcome Search(
        SparseModel natural, SolveOptions options, IProgress<SolveProgress>? progress, CancellationToken cancellation)
    {
        var (first, isDoubtful) = SearchOnce(natural, options, mayDoubt: true, progress, cancellation);
        if (!isDoubtful)
        {
            return first;
        }

        var start = double.IsFinite(first.CostIn(natural)) ? first.Values : options.Start;
        var otherWay = options with { Start = start, UsesPresolve = !options.UsesPresolve };
        var (again, _) = SearchOnce(natural, otherWay, mayDoubt: false, progress, cancellation);
        return Outcome.BetterOf(first, again, natural);
    }

    private static (Outcome Outcome, bool IsDoubtful) SearchOnce(
        SparseModel natural, SolveOptions options, bool mayDoubt, IProgress<SolveProgress>? progress, CancellationToken cancellation)
    {
        var scaling = options.ScalesModel ? ModelScaling.Of(natural) : ModelScaling.None(natural);
        var scaled = scaling.Apply(natural);
        var watch = new HighsWatch(scaling, natural.ColumnCount, options, progress, cancellation);
        using var run = new HighsRun();
        Configure(run, options, !natural.HasIntegers);
        if (!options.UsesPresolve)
        {
            // Only presolve tightens rows such as `flow <= 7e6 open`; without it a hundredth of a millionth of `open` would do.
            run.Set("presolve", "off");
            run.Set("mip_feasibility_tolerance", 1e-9);
        }

        run.Pass(scaled, natural.HasIntegers);
        var start = natural.HasIntegers && options.Start is { } values ? scaling.ScaleValues(values) : null;
        var status = RunInTime(run, watch, start, options.TimeLimitSeconds);
        var isDoubtful = mayDoubt && IsDoubtful(run, status, natural);
        var outcome = status switch
        {
            HighsStatus.Infeasible => Outcome.Infeasible,
            HighsStatus.Unbounded or HighsStatus.UnboundedOrInfeasible => WithoutCost(natural, options, cancellation),
            HighsStatus.SolveError when isDoubtful => Outcome.Nothing,
            _ => Read(run, status, watch, natural, scaled, scaling, options),
        };
        return (outcome, isDoubtful);
    }

    // HiGHS counts its seconds by the system's clock: where somebody puts that forward, it ends at once. Then only the watch counts.
    private static HighsStatus RunInTime(HighsRun run, HighsWatch? watch, double[]? start, double seconds)
    {
        var spent = Stopwatch.StartNew();
        var status = RunFrom(seconds);
        if (status != HighsStatus.TimeLimit || spent.Elapsed.TotalSeconds >= MostlySpent * seconds)
        {
            return status;
        }

        run.Forget();
        return RunFrom(double.PositiveInfinity);

        HighsStatus RunFrom(double limit)
        {
            run.Set("time_limit", limit);
            if (start is not null)
            {
                run.Start(start);
            }

            return run.Run(watch);
        }
    }

    // An answer to a small model costs little to find twice; of a large one only what presolve settled alone or broke is asked again.
    private static bool IsDoubtful(HighsRun run, HighsStatus status, SparseModel model) => model.HasIntegers && status switch
    {
        HighsStatus.SolveError => true,
        HighsStatus.Optimal => model.ColumnCount <= MostColumnsOfSmall || run.LpIterations <= 0,
        HighsStatus.Infeasible => model.ColumnCount <= MostColumnsOfSmall,
        _ => false,
    };

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
        Configure(run, options, isLinear: true);
        run.Pass(scaled.WithFixed(rounded), withIntegers: false);
        var status = RunInTime(run, watch: null, start: null, TidySeconds);
        return status == HighsStatus.Optimal && run.HasSolution ? WithWholeFrom(rounded, run.Solution().Values, scaled) : rounded;
    }

    private static double[] WithWholeFrom(double[] rounded, double[] values, SparseModel scaled) =>
        [.. values.Select((v, j) => scaled.IsInteger[j] ? rounded[j] : v)];

    private static void Configure(HighsRun run, SolveOptions options, bool isLinear)
    {
        run.SetThreads(options.Threads);
        run.Set("random_seed", options.Seed);
        run.Set("mip_rel_gap", options.GapScale is null ? options.RelativeGap : 0);
        run.Set("mip_abs_gap", 0.0);
        run.Set("small_matrix_value", 1e-12);
        if (options.HeuristicEffort is { } effort)
        {
            run.Set("mip_heuristic_effort", effort);
        }

        if (options.HeuristicEffort <= 0)
        {
            // They are made whatever the effort is, unless they are switched off by name.
            foreach (var search in RootSearches)
            {
                run.Set(search, isOn: false);
            }
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

        public bool HasValues => Status is SolveStatus.Optimal or SolveStatus.Feasible;

        /// <summary>Cost of the values; infinite where there are none, or they break a row.</summary>
        public double CostIn(SparseModel natural) => HasValues && natural.Keeps(Values, KeptTolerance) ? natural.CostOf(Values) : double.PositiveInfinity;

        /// <summary>
        /// Of two answers to one model the cheaper that keeps its rows. Where both are said to be proved, the lower bound counts; where the second
        /// ran out of time and found nothing better, it says nothing about the first.
        /// </summary>
        public static Outcome BetterOf(Outcome first, Outcome second, SparseModel natural)
        {
            var (costOfFirst, costOfSecond) = (first.CostIn(natural), second.CostIn(natural));
            var firstSays = first.Status is SolveStatus.Infeasible or SolveStatus.Unbounded || double.IsFinite(costOfFirst);
            var better = firstSays && costOfFirst <= costOfSecond ? first : second;
            var bothCount = second.Status == SolveStatus.Optimal && first.HasValues;
            return bothCount ? better with { Bound = Math.Min(first.Bound, second.Bound) } : better;
        }

        public SolveResult ToResult(SparseModel natural, double seconds)
        {
            var objective = HasValues ? natural.CostOf(Values) : double.NaN;
            var bound = double.IsNaN(objective) ? Bound : Math.Min(Bound, objective);
            return new SolveResult(Status, objective, bound, Values, RowDuals, seconds);
        }
    }
}
