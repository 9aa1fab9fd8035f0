using System.Diagnostics;
using Trunkline.Planner;
using Trunkline.Runner;

namespace Trunkline.Bench.Sweeps;

/// <summary>A solver that sleeps for a measured time and answers with a result of usual size: what is left of a sweep's time is handing out.</summary>
internal static class Sleeper
{
    private const int Things = 20;

    private static readonly ScenarioResult Usual = new(
        ScenarioStatus.Planned, null, false, -1e9, 2e9, 3e9, 0.01, 100, 100, [.. Enumerable.Range(0, Things).Select(i => new BegunThing("plant", $"site-{i:D6}", $"A plant of usual name {i}", 2030))], null);

    /// <summary>Answers tasks until there are no more.</summary>
    public static int Serve(TextReader tasks, TextWriter answers, int milliseconds)
    {
        while (tasks.ReadLine() is { } line)
        {
            var clock = Stopwatch.StartNew();
            Thread.Sleep(milliseconds);
            answers.WriteLine(new SolverAnswer(SolverTask.Read(line).Key, clock.Elapsed.TotalSeconds, Usual).Line());
            answers.Flush();
        }

        return 0;
    }

    /// <summary>How such a solver is started.</summary>
    public static SolverSetup Setup(int milliseconds) => BenchProgram.Setup("sweep-sleeper", $"{milliseconds}");

    /// <summary>Runs that differ in their key only.</summary>
    public static IReadOnlyList<WantedRun> Runs(string series, int count, string study) =>
        [.. Enumerable.Range(1, count).Select(n => new WantedRun($"{series}-{n}", n, -1, new SolverTask($"{series}-{n}", study, "study.json", "register", null, 0, new SolverLimits(600, 4000))))];
}
