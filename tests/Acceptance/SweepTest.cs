using System.Text.Json.Nodes;
using Trunkline.Runner;

namespace Trunkline.Tests.Acceptance;

/// <summary>Sweeps through the program, with real solver processes.</summary>
public sealed class SweepTest
{
    private const int Kills = 20;

    [Fact]
    public void Each_run_is_computed_once_and_reused()
    {
        using var scratch = new ScratchFolder();
        Write(scratch.Path, 12);
        JsonObject first = Trunk.Run(scratch.Path, "sweep", "run", "sweep.json", "--out", "r", "--json").Json;
        JsonObject again = Trunk.Run(scratch.Path, "sweep", "run", "sweep.json", "--out", "r", "--json").Json;
        Assert.Equal((13, 0), (Number(first, "computed"), Number(first, "reused")));
        Assert.Equal((0, 13), (Number(again, "computed"), Number(again, "reused")));
        JsonObject status = Trunk.Run(scratch.Path, "sweep", "status", "r", "--json").Json;
        Assert.Equal((13, 13, Number(first, "failed")), (Number(status, "wanted"), Number(status, "done"), Number(status, "failed")));
        Assert.Equal(Ended(Trunk.Run(scratch.Path, "sweep", "resume", "r", "--json")), Ended(again));
    }

    /// <summary>Rock of half its size leaves no plan for the target; the sweep says so and goes on.</summary>
    [Fact]
    public void A_future_without_a_plan_is_a_result_with_its_reason()
    {
        using var scratch = new ScratchFolder();
        Write(scratch.Path, null, """[ { "name": "rock", "storage": [ "F" ], "of": "injectivity", "values": [ 0.5, 1 ] }, { "name": "rate", "path": "/discountRate", "values": [ 0, 0.07, 7 ], "weights": [ 4, 4, 1 ] } ]""");
        JsonObject ended = Trunk.Run(scratch.Path, "sweep", "run", "sweep.json", "--out", "r", "--json").Json;
        Assert.Equal(4, Number(ended, "failed"));
        JsonArray reasons = Trunk.Run(scratch.Path, "sweep", "status", "r", "--json").Json["reasons"]!.AsArray();
        Assert.Equal(["Infeasible 2", "WrongInput 2"], reasons.Select(r => $"{r!["status"]} {r["count"]}"));
    }

    [Fact]
    public void A_solver_that_needs_more_than_it_may_have_is_a_result_too_and_is_tried_again_when_asked()
    {
        using var scratch = new ScratchFolder();
        Write(scratch.Path, 2, limits: """{ "memoryMb": 5 }""");
        JsonObject starved = Trunk.Run(scratch.Path, "sweep", "run", "sweep.json", "--out", "r", "--json").Json;
        Assert.Equal(3, Number(starved, "failed"));
        Write(scratch.Path, 2);
        Assert.Equal((0, 3), Figures(Trunk.Run(scratch.Path, "sweep", "run", "sweep.json", "--out", "r", "--json").Json));
        JsonObject retried = Trunk.Run(scratch.Path, "sweep", "resume", "r", "--retry", "--json").Json;
        Assert.Equal((3, 0), (Number(retried, "computed"), Number(retried, "failed")));
    }

    /// <summary>The program dies at any moment, again and again; in the end every scenario is there once, with the very bytes of a run that nothing disturbed.</summary>
    [Fact]
    public async Task Nothing_is_lost_or_doubled_when_the_program_is_killed()
    {
        using var scratch = new ScratchFolder();
        Write(scratch.Path, 300);
        Trunk.Run(scratch.Path, "sweep", "run", "sweep.json", "--out", "whole", "--json");
        var chance = new Random(7);
        int kills = 0;
        for (int turn = 0; kills < Kills; turn++)
        {
            string folder = $"killed-{turn / Kills}";
            if (await Trunk.RunAndKillAsync(scratch.Path, TimeSpan.FromSeconds(0.3 + (1.7 * chance.NextDouble())), "sweep", "run", "sweep.json", "--out", folder))
            {
                kills++;
            }
        }

        Ended last = Trunk.Run(scratch.Path, "sweep", "run", "sweep.json", "--out", "killed-0", "--json");
        Assert.Equal(301, Number(last.Json, "computed") + Number(last.Json, "reused"));
        Assert.Equal(Results(scratch.Path, "whole"), Results(scratch.Path, "killed-0"));
    }

    [Fact]
    public void Tasks_are_solved_one_by_one_elsewhere_and_taken_up_once()
    {
        using var scratch = new ScratchFolder();
        Write(scratch.Path, 2);
        Trunk.Run(scratch.Path, "sweep", "run", "sweep.json", "--out", "here", "--json");
        Assert.Equal(3, Number(Trunk.Run(scratch.Path, "sweep", "run", "sweep.json", "--out", "r", "--tasks", "--json").Json, "tasks"));
        foreach (int task in new[] { 1, 2, 2, 3 })
        {
            Ended solved = Trunk.Run(scratch.Path, "worker", "--once", $"r/tasks/{task}.json");
            Assert.True(solved.Code == 0, $"{solved}");
        }

        Assert.Equal((0, 3), Figures(Trunk.Run(scratch.Path, "sweep", "run", "sweep.json", "--out", "r", "--json").Json));
        Assert.Equal(Results(scratch.Path, "here"), Results(scratch.Path, "r"));
    }

    /// <summary>What a first build costs in the very future that it was made for is nothing, up to the gap of the searches; and no first build beats a future's own plan by more.</summary>
    [Fact]
    public void A_first_build_is_right_in_the_future_it_was_made_for()
    {
        using var scratch = new ScratchFolder();
        string study = Path.GetRelativePath(scratch.Path, Path.Combine(Trunk.Root, "data", "studies", "04-build-ahead")).Replace('\\', '/');
        File.WriteAllText(Path.Combine(scratch.Path, "sweep.json"), $$"""
            { "id": "ahead", "study": "{{study}}", "seed": 3, "sample": { "method": "latin-hypercube", "scenarios": 12 }, "heldOut": 0.25, "decision": { "through": 2035 },
              "parameters": [ { "name": "wanted", "path": "/target/mtPerYear", "factor": true, "uniform": { "least": 0.4, "most": 1 } },
                              { "name": "pipes", "cost": [ "transport" ], "uniform": { "least": 0.5, "most": 3 } } ] }
            """);
        JsonObject ended = Trunk.Run(scratch.Path, "sweep", "run", "sweep.json", "--out", "r", "--json").Json;
        JsonObject found = Trunk.Run(scratch.Path, "sweep", "report", "r", "--json").Json;
        JsonArray builds = found["choice"]!["builds"]!.AsArray(), regrets = found["choice"]!["regrets"]!.AsArray();
        int[] numbers = [.. found["choice"]!["numbers"]!.AsArray().Select(n => n!.GetValue<int>())];
        Assert.Equal(1 + 12 + (12 * builds.Count), Number(ended, "computed"));
        Assert.True(builds.Count > 1);
        foreach (JsonNode? build in builds.Where(b => !b!["isMiddle"]!.GetValue<bool>()))
        {
            int of = Array.IndexOf(numbers, build!["build"]!["fromScenario"]!.GetValue<int>());
            Assert.InRange(regrets[build["index"]!.GetValue<int>()]![of]!.GetValue<double>(), 0, 1e4);
        }

        string page = File.ReadAllText(Path.Combine(scratch.Path, "r", "report", "sweep.html"));
        Assert.Contains("What to build first", page, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(scratch.Path, "r", "report", "scenarios.csv")));
        JsonArray asked = JsonNode.Parse(Trunk.Run(scratch.Path, "sweep", "query", "r", "SELECT count(*) AS n, avg(tried.net_usd) AS mean FROM tried JOIN scenarios USING (scenario) WHERE NOT held_out AND build = 0", "--json").Out)!.AsArray();
        JsonNode seen = builds[0]!["seen"]!;
        Assert.Equal(seen["futures"]!.GetValue<int>(), asked[0]!["n"]!.GetValue<int>());
        Assert.Equal(seen["mean"]!.GetValue<double>(), asked[0]!["mean"]!.GetValue<double>(), 1.0);
    }

    /// <summary>What a scenario starts from is part of its key, and changes its plan by no more than the gap.</summary>
    [Fact]
    public void Starting_from_the_middle_plan_is_another_run_with_the_same_answer()
    {
        using var scratch = new ScratchFolder();
        Write(scratch.Path, 4);
        Trunk.Run(scratch.Path, "sweep", "run", "sweep.json", "--out", "r", "--json");
        double[] cold = Nets(scratch.Path, "r");
        string file = Path.Combine(scratch.Path, "sweep.json");
        File.WriteAllText(file, File.ReadAllText(file).Replace("\"id\"", "\"parent\": \"middle\", \"id\"", StringComparison.Ordinal));
        Assert.Equal((4, 1), Figures(Trunk.Run(scratch.Path, "sweep", "run", "sweep.json", "--out", "r", "--json").Json));
        Assert.Equal(cold, Nets(scratch.Path, "r"), (a, b) => Math.Abs(a - b) <= 1e-4 * 5e8);
    }

    [Fact]
    public void A_wrong_sweep_is_refused_with_all_its_problems_and_nothing_is_written()
    {
        using var scratch = new ScratchFolder();
        File.WriteAllText(Path.Combine(scratch.Path, "sweep.json"), """{ "id": "x y", "study": "nowhere", "sample": { "method": "monte-carlo" }, "parameters": [] }""");
        Ended ended = Trunk.Run(scratch.Path, "sweep", "run", "sweep.json", "--out", "r", "--json");
        Assert.Equal(2, ended.Code);
        Assert.Equal(3, ended.Json["problems"]!.AsArray().Count);
        Assert.False(Directory.Exists(Path.Combine(scratch.Path, "r")));
    }

    [Fact]
    public void A_query_reads_the_tables_and_nothing_else()
    {
        using var scratch = new ScratchFolder();
        Write(scratch.Path, 3);
        Trunk.Run(scratch.Path, "sweep", "run", "sweep.json", "--out", "r", "--json");
        Assert.Equal("status,n\nPlanned,3\n", Trunk.Run(scratch.Path, "sweep", "query", "r", "SELECT status, count(*) AS n FROM scenarios GROUP BY status").Out);
        foreach (string sql in new[] { "SELECT * FROM nowhere", $"SELECT * FROM read_text('{scratch.At("sweep.json")}')", $"COPY scenarios TO '{scratch.At("copy.csv")}'" })
        {
            Ended refused = Trunk.Run(scratch.Path, "sweep", "query", "r", sql, "--json");
            Assert.True(refused.Code == 2, $"{refused}");
        }

        Assert.False(File.Exists(scratch.At("copy.csv")));
    }

    private static void Write(string folder, int? scenarios, string? parameters = null, string limits = "{}")
    {
        string study = Path.GetRelativePath(folder, Path.Combine(Trunk.Root, "data", "studies", "01-one-source-one-hub")).Replace('\\', '/');
        string sample = scenarios is { } count ? $$"""{ "method": "latin-hypercube", "scenarios": {{count}} }""" : """{ "method": "grid" }""";
        parameters ??= """[ { "name": "capture", "cost": [ "capture" ], "uniform": { "least": 0.5, "most": 2 } }, { "name": "rate", "path": "/discountRate", "uniform": { "least": 0, "most": 0.1 } } ]""";
        File.WriteAllText(Path.Combine(folder, "sweep.json"), $$"""{ "id": "test", "study": "{{study}}", "sample": {{sample}}, "parameters": {{parameters}}, "limits": {{limits}} }""");
    }

    private static string[] Results(string folder, string sweep)
    {
        using var store = SweepStore.Open(Path.Combine(folder, sweep));
        return [.. store.Results().OrderBy(r => r.Key.Number).Select(r => $"{r.Key.Number} {System.Text.Encoding.UTF8.GetString(r.Value.Write())}")];
    }

    private static double[] Nets(string folder, string sweep)
    {
        using var store = SweepStore.Open(Path.Combine(folder, sweep));
        return [.. store.Results().OrderBy(r => r.Key.Number).Select(r => r.Value.Net)];
    }

    private static (int Computed, int Reused) Figures(JsonObject answer) => (Number(answer, "computed"), Number(answer, "reused"));

    private static string Ended(Ended ended) => ended.Json.ToJsonString();

    private static string Ended(JsonObject answer) => answer.ToJsonString();

    private static int Number(JsonObject answer, string member) => answer[member]!.GetValue<int>();
}
