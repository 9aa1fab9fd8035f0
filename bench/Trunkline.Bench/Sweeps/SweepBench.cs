using System.Diagnostics;
using System.Globalization;
using Trunkline.Planner;
using Trunkline.Runner;

namespace Trunkline.Bench.Sweeps;

/// <summary>
/// How near a sweep comes to what its cores could do: the same scenarios one after another in one solver process, then many on all cores. Throughput counts finished
/// scenarios by the wall clock; a solve that stands alone has the machine's clock to itself, so on cores that share a pipe the ratio tells the machine as well as the sweep.
/// </summary>
internal static class SweepBench
{
    public const string Usage = "       trunkline bench sweep [--scenarios N] [--alone N] [--workers N] [--gap FRACTION] [--seed N]";

    public static int Run(string[] args, TextWriter output, TextWriter error)
    {
        Dictionary<string, double> options = new() { ["--scenarios"] = 1000, ["--alone"] = 40, ["--workers"] = Environment.ProcessorCount, ["--gap"] = 0.01, ["--seed"] = 1 };
        for (int i = 0; i < args.Length; i += 2)
        {
            if (!options.ContainsKey(args[i]) || i + 1 == args.Length || !double.TryParse(args[i + 1], CultureInfo.InvariantCulture, out double value))
            {
                error.WriteLine("usage:");
                error.WriteLine(Usage);
                return 2;
            }

            options[args[i]] = value;
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
        int workers = (int)options["--workers"];
        SweepFigures alone = Work(folder, "alone", (int)options["--alone"], 1, options, error), all = Work(folder, "all", (int)options["--scenarios"], workers, options, error);
        output.WriteLine($"alone:   {alone.Scenarios} scenarios in {alone.Seconds:0.0} s, {alone.PerSecond:0.000}/s; start-up {alone.StartUp:0.0} s not counted");
        output.WriteLine($"{workers} workers: {all.Scenarios} scenarios in {all.Seconds:0.0} s, {all.PerSecond:0.000}/s; {all.Failed} without a plan");
        output.WriteLine($"throughput: {all.PerSecond / (workers * alone.PerSecond):0.000} of {workers} x alone; start-up and last scenarios counted: {all.Scenarios / (all.Seconds + all.StartUp) / (workers * alone.PerSecond):0.000}");
        output.WriteLine($"busy: solvers {all.Busy / (workers * all.Seconds):0.000} of the time (what dispatch leaves them)");
        output.WriteLine($"memory of a solver, peak: {all.HalfwayMb:0} MB halfway, {all.EndMb:0} MB at the end; this process {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:0} MB");
        return all.Failed == 0 ? 0 : 1;
    }

    private static SweepFigures Work(string folder, string name, int scenarios, int workers, Dictionary<string, double> options, TextWriter error)
    {
        string data = ShippedFolder.Data(), file = Path.Combine(folder, $"{name}.json");
        File.WriteAllText(Path.Combine(folder, "study.json"), Study(data, folder, options["--gap"]));
        File.WriteAllText(file, Sweep(scenarios, (int)options["--seed"]));
        SweepGround ground = SweepGround.Read(file, Path.Combine(data, "register")).OrThrow();
        using var store = SweepStore.Open(Path.Combine(folder, name));
        var watch = new SweepWatch(error);
        var run = new SweepRun(ground, store, Child(), workers);
        SweepOutcome outcome = run.Run(watch, CancellationToken.None);
        SweepCounts counts = store.Counts();
        return watch.Figures(outcome, counts, store.PeakMb(scenarios / 2), store.PeakMb(scenarios + 1));
    }

    private static SolverSetup Child()
    {
        string program = Environment.ProcessPath ?? "dotnet";
        string[] self = Path.GetFileNameWithoutExtension(program) == "dotnet" ? [Path.Combine(AppContext.BaseDirectory, "Trunkline.Bench.dll"), "sweep-child"] : ["sweep-child"];
        return new SolverSetup(program, self, 600, 4000);
    }

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

    /// <summary>Notes when the first scenario was done: before that, processes start and data are read.</summary>
    private sealed class SweepWatch(TextWriter error) : IProgress<SweepCounts>
    {
        private readonly Stopwatch clock = Stopwatch.StartNew();
        private double? first;
        private int done;

        public void Report(SweepCounts value)
        {
            if (value.Done > 0 && first is null)
            {
                (first, done) = (clock.Elapsed.TotalSeconds, value.Done);
            }

            if (value.Done > 0 && value.Done % 100 == 0)
            {
                error.WriteLine($"{value.Done} of {value.Wanted}");
            }
        }

        public SweepFigures Figures(SweepOutcome outcome, SweepCounts counts, double halfway, double end)
        {
            double all = clock.Elapsed.TotalSeconds, start = first ?? 0;
            return new SweepFigures(outcome.Computed - done, all - start, start, counts.Seconds, outcome.Failed, halfway, end);
        }
    }

    private sealed record SweepFigures(int Scenarios, double Seconds, double StartUp, double Busy, int Failed, double HalfwayMb, double EndMb)
    {
        public double PerSecond => Scenarios / Seconds;
    }
}
