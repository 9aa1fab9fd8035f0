using System.Diagnostics;
using System.Globalization;
using System.Reflection;

namespace Trunkline.Bench.Network;

/// <summary>
/// Our engine, HiGHS and SCIP on the same instances with the same threads, one after another in one run, each in a process of its own. Ends with 1 where
/// a solution fails its check or a bound lies above a solution.
/// </summary>
internal static class NetworkBench
{
    // A model of more choices than this takes a general solver all of its time and memory to read.
    private const long MostForGeneral = 400_000;

    // Beyond its limit a child is given this long to come to its end.
    private const double Grace = 90;

    public static int Run(string[] args, TextWriter output, TextWriter error)
    {
        if (NetworkOptions.Read(args, out string? wrong) is not { } options)
        {
            error.WriteLine(wrong);
            error.WriteLine(NetworkOptions.Usage);
            return 2;
        }

        IReadOnlyList<string> names = InstanceList.Names(options.ListOnly && !args.Contains("--instances") ? ["southeast", "ladder", "national"] : options.Instances, options.Southeast);
        if (options.ListOnly)
        {
            names.ToList().ForEach(output.WriteLine);
            return 0;
        }

        if (names.Count == 0)
        {
            error.WriteLine($"No instance is called {string.Join(", ", options.Instances)}; --list names them. The Southeast case needs --southeast FOLDER.");
            return 2;
        }

        return Report(options, [.. names.Select(n => Measure(n, options, error))], output);
    }

    private static int Report(NetworkOptions options, List<InstanceRecord> records, TextWriter output)
    {
        output.WriteLine(options.AsJson ? BenchReport.Json(options, records).ToJsonString() : BenchReport.Table(options, records));
        List<string> faults = [.. records.SelectMany(r => r.Faults())];
        faults.ForEach(f => output.WriteLine(options.AsJson ? "" : $"WRONG: {f}"));
        return faults.Count == 0 ? 0 : 1;
    }

    private static InstanceRecord Measure(string name, NetworkOptions options, TextWriter error)
    {
        BenchInstance instance = InstanceList.Make(name, options.Southeast, options.Seed);
        List<RunRecord> runs = [];
        foreach (string solver in options.Solvers)
        {
            for (int k = 0; k < options.Runs; k++)
            {
                RunRecord run = solver != "ours" && instance.Size > MostForGeneral
                    ? new RunRecord(name, solver) { Failure = $"not run: {instance.Size:N0} choices" }
                    : InChild(name, solver, options);
                error.WriteLine(run.Failure is { } failure ? $"{name} {solver}: {failure}" : $"{name} {solver}: {run.Best} >= {run.Bound}, {run.Seconds:0.0} s, {run.PeakMb:0} MB");
                runs.Add(run);
            }
        }

        return new InstanceRecord(instance, runs);
    }

    private static RunRecord InChild(string name, string solver, NetworkOptions options)
    {
        RunRecord run = new(name, solver);
        using Process child = new() { StartInfo = Started(name, solver, options) };
        child.OutputDataReceived += (_, e) =>
        {
            if (e.Data is { } line)
            {
                lock (run)
                {
                    run.Hear(line);
                }
            }
        };
        child.Start();
        child.BeginOutputReadLine();
        Task<string> complaints = child.StandardError.ReadToEndAsync();
        if (!child.WaitForExit(TimeSpan.FromSeconds((1.5 * options.Limit) + Grace)))
        {
            child.Kill(entireProcessTree: true);
            run.Failure = "stopped: it did not end";
        }

        child.WaitForExit();
        run.Failure ??= run.HasEnded ? null : $"ended with {child.ExitCode}: {complaints.Result.Split('\n')[0]}";
        return run;
    }

    private static ProcessStartInfo Started(string name, string solver, NetworkOptions options)
    {
        string program = Environment.ProcessPath!, library = Assembly.GetExecutingAssembly().Location;
        bool isHost = Path.GetFileNameWithoutExtension(program) == "dotnet";
        string[] numbers = [.. new[] { options.Gap, options.Limit, options.Threads, options.Seed }.Select(x => x.ToString("R", CultureInfo.InvariantCulture))];
        return new ProcessStartInfo(program, [.. isHost ? [library] : Array.Empty<string>(), "network-child", solver, name, options.Southeast ?? "", .. numbers])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
    }
}

/// <summary>All runs on one instance.</summary>
internal sealed record InstanceRecord(BenchInstance Instance, IReadOnlyList<RunRecord> Runs)
{
    private const double Slack = 1e-6;

    /// <summary>The least cost that any run found or that is known from elsewhere; null where there is none.</summary>
    public double? BestKnown => Runs.Select(r => r.Best).Append(Instance.Known?.Cost).Where(c => c is not null).Min();

    /// <summary>What gaps are measured against: our solution's cost before income.</summary>
    public double? Gross => Runs.Select(r => r.Gross).FirstOrDefault(g => g is not null);

    public double? Network => Runs.Select(r => r.Network).FirstOrDefault(n => n is not null);

    /// <summary>Solutions that fail, and bounds above a solution.</summary>
    public IEnumerable<string> Faults()
    {
        double scale = Math.Max(1, Math.Abs(BestKnown ?? 1));
        foreach (RunRecord run in Runs)
        {
            if (run.Check is not ("passed" or BenchInstance.NotChecked))
            {
                yield return $"{run.Instance}, {run.Solver}: {run.Check}";
            }

            if (BestKnown is { } best && run.Bound > best + (Slack * scale))
            {
                yield return $"{run.Instance}, {run.Solver}: its bound {run.Bound} is above a solution of {best}";
            }
        }
    }
}
