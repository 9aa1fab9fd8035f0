using System.Diagnostics;
using System.Globalization;
using Trunkline.Planner;
using Trunkline.Runner;

namespace Trunkline.Bench.Sweeps;

/// <summary>
/// How near a sweep comes to what its cores could do. The share of the workers' time that is solving tells the sweep; that a solve takes longer beside others than alone
/// (cores share memory and clock) tells the machine. Their product is throughput against as many solvers that stand alone.
/// </summary>
internal static class SweepBench
{
    public const string Usage = "       trunkline bench sweep [--scenarios N] [--alone N] [--workers N] [--gap FRACTION] [--seed N]";

    public static int Run(string[] args, TextWriter output, TextWriter error)
    {
        Dictionary<string, double> usual = new() { ["--scenarios"] = 1000, ["--alone"] = 20, ["--workers"] = Environment.ProcessorCount, ["--gap"] = 0.01, ["--seed"] = 1 };
        if (NumberOptions.Read(args, usual, Usage, error) is not { } options)
        {
            return 2;
        }

        string folder = Directory.CreateTempSubdirectory("trunkline-bench-sweep-").FullName;
        try
        {
            return Measure(folder, options, output, error);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static int Measure(string folder, Dictionary<string, double> options, TextWriter output, TextWriter error)
    {
        int workers = (int)options["--workers"], few = (int)options["--alone"];
        SweepGround ground = Ground(folder, (int)options["--scenarios"], options);
        List<WantedRun> first = [.. ground.Open().Skip(workers).Take(few)];
        double alone = Alone(first);
        using var store = SweepStore.Open(Path.Combine(folder, "all"));
        var clock = Stopwatch.StartNew();
        SweepOutcome outcome = new SweepRun(ground, store, new LocalSolvers(Child(), workers)).Run(new SweepWatch(error), CancellationToken.None);
        double wall = clock.Elapsed.TotalSeconds, together = first.Sum(r => store.Seconds(r.Key)), busy = store.Counts().Seconds / (workers * wall);
        output.WriteLine($"{outcome.Computed} scenarios in {wall:0.0} s on {workers} workers, start-up counted; {outcome.Failed} without a plan");
        output.WriteLine($"busy:       {busy:0.000} of the workers' time was solving; the rest is dispatch, start-up and the last scenarios");
        output.WriteLine($"together:   {few} of them took {together:0.0} s beside others and {alone:0.0} s alone: {alone / together:0.000}, which is the machine's");
        output.WriteLine($"throughput: {busy * alone / together:0.000} of {workers} x a solver that stands alone");
        using var self = Process.GetCurrentProcess();
        output.WriteLine($"memory of a solver, peak: {store.PeakMb(outcome.Computed / 2):0} MB halfway, {store.PeakMb(outcome.Computed):0} MB at the end; this process {self.PeakWorkingSet64 / 1e6:0} MB");
        return outcome.Failed == 0 ? 0 : 1;
    }

    /// <summary>Solver seconds of these runs, one after another in one process. Its first task, which reads the data, is not counted.</summary>
    private static double Alone(List<WantedRun> runs)
    {
        using var solver = new SolverProcess(Child());
        solver.Ask(runs[0].Task, CancellationToken.None);
        return runs.Sum(r => solver.Ask(r.Task, CancellationToken.None).Seconds);
    }

    private static SweepGround Ground(string folder, int scenarios, Dictionary<string, double> options)
    {
        string data = ShippedFolder.Data(), file = Path.Combine(folder, "sweep.json");
        File.WriteAllText(Path.Combine(folder, "study.json"), Study(data, folder, options["--gap"]));
        File.WriteAllText(file, Sweep(scenarios, (int)options["--seed"]));
        return SweepGround.Read(file, Path.Combine(data, "register")).OrThrow();
    }

    private static SolverSetup Child() => BenchProgram.Setup("sweep-child");

    private static string Study(string data, string folder, double gap) =>
        $$"""
        { "id": "bench", "dataset": "{{Path.GetRelativePath(folder, Path.Combine(data, "us")).Replace('\\', '/')}}", "region": { "states": [ "ND" ] },
          "periods": [ { "from": 2026, "to": 2030 }, { "from": 2031, "to": 2035 }, { "from": 2036, "to": 2045 } ], "price": { "usdPerTonne": [ 0, 10, 40 ] },
          "tracks": [ "pointSource", "biogenic" ], "policy": { "asOf": "2026-11-23" }, "dollarYear": 2023,
          "solver": { "route": "exact", "gap": {{gap.ToString(CultureInfo.InvariantCulture)}}, "timeLimitSeconds": 300 } }
        """;

    private static string Sweep(int scenarios, int seed) =>
        $$"""
        { "id": "bench", "study": "study.json", "seed": {{seed}}, "sample": { "method": "latin-hypercube", "scenarios": {{scenarios}} },
          "parameters": [
            { "name": "capture", "cost": [ "capture" ], "uniform": { "least": 0.8, "most": 1.5 } },
            { "name": "pipes", "cost": [ "transport", "storage" ], "uniform": { "least": 0.8, "most": 1.5 } },
            { "name": "rock", "storage": [ "*" ], "uniform": { "least": 0.5, "most": 1.2 } } ] }
        """;

    private sealed class SweepWatch(TextWriter error) : IProgress<SweepCounts>
    {
        private int next = 50;

        public void Report(SweepCounts value)
        {
            if (value.Done >= next)
            {
                next = value.Done + 50;
                error.WriteLine($"{value.Done} of {value.Wanted}");
            }
        }
    }
}
