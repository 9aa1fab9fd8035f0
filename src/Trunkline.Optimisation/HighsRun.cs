using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Trunkline.Optimisation;

/// <summary>One HiGHS instance with one (scaled) model in it. Not for use by two threads.</summary>
internal sealed unsafe class HighsRun : IDisposable
{
    private const int FormatByRow = 2;
    private const int Minimise = 1;
    private const int StatusError = -1;

    // The solver keeps one worker pool a thread and refuses to run with another thread count until that pool is reset.
    [ThreadStatic]
    private static int threadsOfThisThread;

    private readonly nint highs;

    public HighsRun()
    {
        HighsLibrary.Require();
        highs = HighsLibrary.Highs_create();
        Must(HighsLibrary.Highs_setBoolOptionValue(highs, "output_flag", 0), "output_flag");
    }

    public int ColumnCount => HighsLibrary.Highs_getNumCol(highs);

    public int RowCount => HighsLibrary.Highs_getNumRow(highs);

    public void Set(string option, double value) => Must(HighsLibrary.Highs_setDoubleOptionValue(highs, option, value), option);

    public void Set(string option, int value) => Must(HighsLibrary.Highs_setIntOptionValue(highs, option, value), option);

    public void Set(string option, bool isOn) => Must(HighsLibrary.Highs_setBoolOptionValue(highs, option, isOn ? 1 : 0), option);

    public void Set(string option, string value) => Must(HighsLibrary.Highs_setStringOptionValue(highs, option, value), option);

    /// <summary>Fixes the number of threads of this run.</summary>
    public void SetThreads(int threads)
    {
        if (threadsOfThisThread != threads)
        {
            HighsLibrary.Highs_resetGlobalScheduler(1);
            threadsOfThisThread = threads;
        }

        Set("threads", threads);
    }

    /// <summary>Hands a model over.</summary>
    public void Pass(SparseModel model, bool withIntegers)
    {
        int[] integrality = [.. model.IsInteger.Select(whole => whole ? 1 : 0)];
        fixed (double* cost = model.Cost, lower = model.Lower, upper = model.Upper)
        fixed (double* rowLower = model.RowLower, rowUpper = model.RowUpper, value = model.Value)
        fixed (int* start = model.Start, index = model.Index, whole = integrality)
        {
            var status = withIntegers
                ? HighsLibrary.Highs_passMip(
                    highs, model.ColumnCount, model.RowCount, model.Value.Length, FormatByRow, Minimise, model.Constant,
                    cost, lower, upper, rowLower, rowUpper, start, index, value, whole)
                : HighsLibrary.Highs_passLp(
                    highs, model.ColumnCount, model.RowCount, model.Value.Length, FormatByRow, Minimise, model.Constant,
                    cost, lower, upper, rowLower, rowUpper, start, index, value);
            Must(status, "model");
        }
    }

    /// <summary>Reads an MPS or LP file; false where the solver cannot.</summary>
    public bool Read(string file) => HighsLibrary.Highs_readModel(highs, file) != StatusError;

    /// <summary>Gives values to start from.</summary>
    public void Start(double[] values)
    {
        fixed (double* start = values)
        {
            Must(HighsLibrary.Highs_setSolution(highs, start, null, null, null), "start");
        }
    }

    /// <summary>Forgets what an earlier run found; the model stays.</summary>
    public void Forget() => Must(HighsLibrary.Highs_clearSolver(highs), "clear");

    /// <summary>Solves, with news to a watch. What the watch threw inside the callback is thrown again here.</summary>
    public HighsStatus Run(HighsWatch? watch)
    {
        if (watch is null)
        {
            return RunNow();
        }

        var handle = GCHandle.Alloc(watch);
        try
        {
            Must(HighsLibrary.Highs_setCallback(highs, &OnNews, (void*)GCHandle.ToIntPtr(handle)), "callback");
            foreach (var kind in HighsWatch.Kinds)
            {
                Must(HighsLibrary.Highs_startCallback(highs, (int)kind), "callback");
            }

            var status = RunNow();
            watch.ThrowIfFailed();
            return status;
        }
        finally
        {
            handle.Free();
        }
    }

    /// <summary>Values by column and duals by row of the solution in hand.</summary>
    public (double[] Values, double[] RowDuals) Solution()
    {
        int columns = ColumnCount, rows = RowCount;
        double[] values = new double[columns], reduced = new double[columns], activity = new double[rows], duals = new double[rows];
        fixed (double* v = values, c = reduced, a = activity, d = duals)
        {
            Must(HighsLibrary.Highs_getSolution(highs, v, c, a, d), "solution");
        }

        return (values, duals);
    }

    /// <summary>Whether the values in hand keep every row and bound.</summary>
    public bool HasSolution
    {
        get
        {
            const int feasible = 2;
            int status;
            return HighsLibrary.Highs_getIntInfoValue(highs, "primal_solution_status", &status) != StatusError && status == feasible;
        }
    }

    /// <summary>Iterations of the simplex method in the last run; none where presolve settled the model alone.</summary>
    public int LpIterations
    {
        get
        {
            int iterations;
            Must(HighsLibrary.Highs_getIntInfoValue(highs, "simplex_iteration_count", &iterations), "simplex_iteration_count");
            return iterations;
        }
    }

    public double DualBound => Info("mip_dual_bound");

    public double Objective => Info("objective_function_value");

    public void Dispose() => HighsLibrary.Highs_destroy(highs);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void OnNews(int kind, byte* message, void* dataOut, void* dataIn, void* user)
    {
        // An exception that crossed the native frames would end the process; the watch keeps it for Run.
        var watch = (HighsWatch)GCHandle.FromIntPtr((nint)user).Target!;
        var wantsEnd = watch.Hear((HighsNewsKind)kind, new HighsNews(dataOut));
        if (wantsEnd && dataIn != null && HighsWatch.MayInterrupt((HighsNewsKind)kind))
        {
            // user_interrupt is the first field of HighsCallbackDataIn in every release.
            *(int*)dataIn = 1;
        }
    }

    private HighsStatus RunNow()
    {
        var ended = HighsLibrary.Highs_run(highs);
        var status = (HighsStatus)HighsLibrary.Highs_getModelStatus(highs);
        return ended == StatusError && status == HighsStatus.NotSet ? HighsStatus.SolveError : status;
    }

    private double Info(string name)
    {
        double value;
        Must(HighsLibrary.Highs_getDoubleInfoValue(highs, name, &value), name);
        return value;
    }

    private static void Must(int status, string what)
    {
        if (status == StatusError)
        {
            throw new InvalidOperationException($"HiGHS refused: {what}");
        }
    }
}

/// <summary>Model status as HiGHS numbers it.</summary>
internal enum HighsStatus
{
    NotSet = 0,
    LoadError = 1,
    ModelError = 2,
    PresolveError = 3,
    SolveError = 4,
    PostsolveError = 5,
    ModelEmpty = 6,
    Optimal = 7,
    Infeasible = 8,
    UnboundedOrInfeasible = 9,
    Unbounded = 10,
    ObjectiveBound = 11,
    ObjectiveTarget = 12,
    TimeLimit = 13,
    IterationLimit = 14,
    Unknown = 15,
    SolutionLimit = 16,
    Interrupt = 17,
}
