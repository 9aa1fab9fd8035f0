using System.Diagnostics;
using System.Globalization;
using Trunkline.Runner;

namespace Trunkline.Bench.Sweeps;

/// <summary>
/// What handing out costs with 1, 2, 4 and 8 workers whose solves are sleeps of measured length: the share of the workers' time that was not solving, everything counted from the
/// first hand-out to the last result. On this machine, start of the solvers counted; and over the PostgreSQL that TRUNKLINE_DATABASE names, with a process a worker that has worked before.
/// </summary>
internal static class ScalingBench
{
    public const string Usage = "       trunkline bench sweep-scaling [--milliseconds N] [--runs N] [--workers N] [--here 0]";

    /// <summary>The environment variable that names the database, as everywhere.</summary>
    public const string Variable = Store.TrunklineStore.DatabaseVariable;

    private static readonly int[] Levels = [1, 2, 4, 8];

    public static int Run(string[] args, TextWriter output, TextWriter error)
    {
        Dictionary<string, double> usual = new() { ["--milliseconds"] = 2000, ["--runs"] = 30, ["--workers"] = 0, ["--here"] = 1 };
        if (NumberOptions.Read(args, usual, Usage, error) is not { } options)
        {
            return 2;
        }

        int milliseconds = (int)options["--milliseconds"], runs = (int)options["--runs"];
        int[] levels = options["--workers"] > 0 ? [(int)options["--workers"]] : Levels;
        output.WriteLine($"solves of {milliseconds} ms, {runs} a worker; overhead = 1 - solving / (workers x wall)");
        foreach (int workers in options["--here"] > 0 ? levels : [])
        {
            Show(output, "this machine", workers, Here(workers, milliseconds, runs));
        }

        if (Environment.GetEnvironmentVariable(Variable) is not { Length: > 0 } database)
        {
            output.WriteLine($"team: not measured, since {Variable} names no database");
            return 0;
        }

        foreach (int workers in levels)
        {
            using var team = new ScalingTeam(database, workers, milliseconds);
            TeamLoad load = team.Work(runs);
            Show(output, "team", workers, load.Measured);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"  database: {load.TransactionsPerRun:0.0} transactions and {load.WalPerRun / 1000:0.0} kB of log a run, {load.BytesPerRun / 1000:0.0} kB kept a run; {load.IdlePerSecond:0.0} transactions/s while {workers} idle"));
        }

        return 0;
    }

    private static void Show(TextWriter output, string where, int workers, Measured measured) => output.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"{where,-12} {workers} workers: {measured.Wall,6:0.00} s for {measured.Solving,6:0.00} s of solving, overhead {1 - (measured.Solving / (workers * measured.Wall)):0.0%}"));

    private static Measured Here(int workers, int milliseconds, int runs)
    {
        string folder = Directory.CreateTempSubdirectory("trunkline-bench-scaling-").FullName;
        try
        {
            using var store = SweepStore.Open(folder);
            return Measured.Of(store, new LocalSolvers(Sleeper.Setup(milliseconds), workers), Sleeper.Runs("here", workers * runs, "{}"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}

/// <summary>What a level came to.</summary>
/// <param name="Wall">From the first hand-out to the last result, s.</param>
/// <param name="Solving">Of all workers together, by the solvers' clocks, s.</param>
internal sealed record Measured(double Wall, double Solving)
{
    /// <summary>Works through runs.</summary>
    public static Measured Of(SweepStore store, ISolveDispatcher solvers, IReadOnlyList<WantedRun> runs)
    {
        store.Want(runs);
        using var stop = new CancellationTokenSource();
        var clock = Stopwatch.StartNew();
        int computed = solvers.Work(store, runs, () => { }, stop);
        double wall = clock.Elapsed.TotalSeconds;
        return computed == runs.Count ? new Measured(wall, store.Counts().Seconds) : throw new InvalidOperationException($"{computed} of {runs.Count} were computed.");
    }
}
