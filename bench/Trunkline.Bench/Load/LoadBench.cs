using System.Globalization;
using Trunkline.Store;

namespace Trunkline.Bench.Load;

/// <summary>
/// A team at work on this machine: readers who open a page of the national plan every 2 to 5 s, and analysts who save a study every 5 s and keep one solve in the queue each.
/// The server is a process of its own with tokens; whoever asks shares the cores with it. SQLite, or the PostgreSQL that TRUNKLINE_DATABASE names.
/// </summary>
internal static class LoadBench
{
    public const string Usage = "       trunkline bench load [--readers N] [--analysts N] [--seconds N] [--seed N]";

    /// <summary>What a reader waits for at most, 95 of 100 times; ms.</summary>
    private const double MostAtP95 = 300;

    /// <summary>By how much the last quarter may hold more memory than the one before; what a collector leaves lying about moves by as much.</summary>
    private const double MostGrowth = 0.05;

    public static int Run(string[] args, TextWriter output, TextWriter error)
    {
        Dictionary<string, double> usual = new() { ["--readers"] = 200, ["--analysts"] = 20, ["--seconds"] = 600, ["--seed"] = 1 };
        if (NumberOptions.Read(args, usual, Usage, error) is not { } options)
        {
            return 2;
        }

        string folder = Directory.CreateTempSubdirectory("trunkline-bench-load-").FullName;
        try
        {
            return Measure(folder, options, output).GetAwaiter().GetResult();
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<int> Measure(string folder, Dictionary<string, double> options, TextWriter output)
    {
        string? database = Environment.GetEnvironmentVariable(TrunklineStore.DatabaseVariable);
        int readers = (int)options["--readers"], analysts = (int)options["--analysts"], seed = (int)options["--seed"];
        string[] tokens = Tokens(TrunklineStore.Open(folder, TimeProvider.System, database), readers, analysts);
        using LoadServer server = await LoadServer.Start(folder, tokens[0]);
        NationalPages pages = await NationalPages.Read(server, tokens[0]);
        output.WriteLine($"{readers} readers, {analysts} analysts, {options["--seconds"]} s, {(database is null ? "SQLite" : "PostgreSQL")}, {Environment.ProcessorCount} cores shared by the server, its solves and whoever asks");
        LoadLog log = new();
        using CancellationTokenSource over = new(TimeSpan.FromSeconds(options["--seconds"]));
        Task[] people =
        [
            .. Enumerable.Range(0, readers).Select(i => new Reader(server.Client(tokens[i]), pages, log, new Random(seed + i)).Work(over.Token)),
            .. Enumerable.Range(0, analysts).Select(i => new Analyst(server.Client(tokens[readers + i]), log, $"load-{Environment.ProcessId}-{i}", new Random(seed - 1 - i)).Work(over.Token)),
        ];
        MemoryWatch memory = new(server, log, output);
        await Task.WhenAll([.. people, memory.Watch(over)]);
        return Tell(log, memory, output);
    }

    private static string[] Tokens(TrunklineStore store, int readers, int analysts)
    {
        string give(string holder, Role role) => store.Tokens.Add(holder, role, TimeSpan.FromDays(1)).Token;
        return [.. Enumerable.Range(0, readers).Select(i => give($"reader {i}", Role.Viewer)), .. Enumerable.Range(0, analysts).Select(i => give($"analyst {i}", Role.Analyst))];
    }

    private static int Tell(LoadLog log, MemoryWatch memory, TextWriter output)
    {
        foreach (string line in log.Lines())
        {
            output.WriteLine(line);
        }

        double p95 = log.ReadsAt(0.95), growth = memory.Growth();
        bool isGood = log.Errors.Count == 0 && p95 < MostAtP95 && growth < MostGrowth;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"errors {log.Errors.Count}; reads p50 {log.ReadsAt(0.5):0} p95 {p95:0} p99 {log.ReadsAt(0.99):0} ms; memory of the last quarter against the one before {growth:+0.0 %;-0.0 %}; {(isGood ? "met" : "not met")}"));
        return isGood ? 0 : 1;
    }
}
