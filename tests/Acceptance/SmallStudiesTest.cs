using System.Text.Json.Nodes;

namespace Trunkline.Tests.Acceptance;

/// <summary>
/// Every study of data/studies, through the program. What the answer must be stands in expected.json beside the study, worked out by hand in its
/// README: any member of the <c>--json</c> answer, a number to be met within <c>tolerance</c> (relative, default 1e-6), and <c>exit</c>, the exit code.
/// </summary>
public sealed class SmallStudiesTest
{
    private const double DefaultTolerance = 1e-6;

    // What is counted per study; a period's members are given as one list a member.
    private static readonly string[] PeriodMembers = ["capturedMtPerYear", "dacMtPerYear", "storedMtPerYear", "usedMtPerYear", "creditsUsd", "newPipeKm", "electricityTwhPerYear", "heatPjPerYear"];

    public static TheoryData<string> Studies()
    {
        string folder = Path.Combine(Trunk.Root, "data", "studies");
        return [.. Directory.GetDirectories(folder).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];
    }

    [Fact]
    public void There_are_studies() => Assert.NotEmpty(Studies());

    [Theory]
    [MemberData(nameof(Studies))]
    public void The_plan_is_the_one_worked_by_hand(string study)
    {
        string folder = Path.Combine(Trunk.Root, "data", "studies", study);
        string expected = Path.Combine(folder, "expected.json");
        Assert.SkipUnless(File.Exists(expected), $"{study} has no expected.json: its answer is too large to work by hand.");
        JsonObject wanted = JsonNode.Parse(File.ReadAllText(expected))!.AsObject();

        using var scratch = new ScratchFolder();
        Ended ended = Trunk.Run(scratch.Path, "plan", folder, "--json");

        int exit = wanted["exit"]?.GetValue<int>() ?? 0;
        Assert.True(ended.Code == exit, $"exit {ended.Code} instead of {exit}\n{ended}");
        string[] differences = [.. Differences(wanted, ended.Json)];
        Assert.True(differences.Length == 0, $"{study}:\n  {string.Join("\n  ", differences)}\n{ended.Out}");
    }

    /// <summary>HiGHS reads the system's clock, which is put right now and then: here it runs ahead by more than a minute in every millisecond.</summary>
    [Fact]
    public void Only_time_that_passes_ends_a_search()
    {
        Assert.SkipUnless(FalseClock.IsHere, FalseClock.Missing);
        using var scratch = new ScratchFolder();
        FalseClock clock = new(Path.Combine(scratch.Path, "clock"));
        clock.Race(100_000);
        string study = Path.Combine(Trunk.Root, "data", "studies", "02-two-sources-one-trunk");

        Ended plain = Trunk.Run(scratch.Path, "plan", study, "--json", "--out", "plain");
        Ended racing = Trunk.RunIn(clock.Surroundings, scratch.Path, "plan", study, "--json", "--out", "racing");

        Assert.True(racing.Code == 0, $"{racing}");
        Assert.Equal((string?)plain.Json["status"], (string?)racing.Json["status"]);
        Assert.Equal((double)plain.Json["net"]!, (double)racing.Json["net"]!);
    }

    [Theory]
    [MemberData(nameof(Studies))]
    public void Both_routes_agree(string study)
    {
        string folder = Path.Combine(Trunk.Root, "data", "studies", study);
        bool isLarge = !File.Exists(Path.Combine(folder, "expected.json"));
        string gap = isLarge ? "0.01" : "0.001";
        using var scratch = new ScratchFolder();
        Ended exact = Trunk.Run(scratch.Path, "plan", folder, "--route", "exact", "--gap", gap, "--json", "--out", "exact");
        Ended scalable = Trunk.Run(scratch.Path, "plan", folder, "--route", "scalable", "--gap", gap, "--json", "--out", "scalable");
        Assert.Equal(exact.Code, scalable.Code);
        if (exact.Code != 0)
        {
            Assert.Equal((string?)exact.Json["status"], (string?)scalable.Json["status"]);
            return;
        }

        // Neither bound may lie above the other's plan: that would prove one of them wrong.
        double slack = 1e-6 * Math.Abs(Number(exact, "cost"));
        Assert.True(Number(scalable, "bound") <= Number(exact, "net") + slack, $"The scalable bound is above the exact plan.\n{exact.Out}\n{scalable.Out}");
        Assert.True(Number(exact, "bound") <= Number(scalable, "net") + slack, $"The exact bound is above the scalable plan.\n{exact.Out}\n{scalable.Out}");
        Assert.Equal("passed", (string?)scalable.Json["audit"]);
        if (isLarge)
        {
            Assert.Equal(("proved", "proved"), ((string?)exact.Json["status"], (string?)scalable.Json["status"]));
        }
    }

    private static IEnumerable<string> Differences(JsonObject wanted, JsonObject given)
    {
        double tolerance = wanted["tolerance"]?.GetValue<double>() ?? DefaultTolerance;
        foreach ((string name, JsonNode? value) in wanted.Where(w => w.Key is not ("tolerance" or "exit")))
        {
            JsonNode? answer = PeriodMembers.Contains(name)
                ? new JsonArray([.. (given["periods"] as JsonArray ?? []).Select(p => p![name]?.DeepClone())])
                : given[name];
            if (!Agree(value, answer, tolerance))
            {
                yield return $"{name} is {answer?.ToJsonString() ?? "missing"}, worked by hand {value?.ToJsonString()}";
            }
        }
    }

    private static bool Agree(JsonNode? wanted, JsonNode? given, double tolerance) => (wanted, given) switch
    {
        (JsonArray a, JsonArray b) => a.Count == b.Count && a.Zip(b).All(pair => Agree(pair.First, pair.Second, tolerance)),
        (JsonObject a, JsonObject b) => a.All(member => Agree(member.Value, b[member.Key], tolerance)),
        (JsonValue a, JsonValue b) when a.TryGetValue(out double x) && b.TryGetValue(out double y) => Math.Abs(x - y) <= tolerance * Math.Max(1, Math.Abs(x)),
        _ => JsonNode.DeepEquals(wanted, given),
    };

    private static double Number(Ended ended, string member) => ended.Json[member]!.GetValue<double>();
}
