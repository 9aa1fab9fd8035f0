using System.Text.Json.Nodes;

namespace Trunkline.Tests.Acceptance;

/// <summary>The study that ships, as someone runs it on a fresh clone.</summary>
public sealed class NationalPlanTest
{
    [Fact]
    public async Task Ctrl_c_after_five_seconds_ends_with_a_plan_or_a_clear_answer()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Ctrl-C cannot be sent to another process on Windows.");
        using var scratch = new ScratchFolder();
        Ended ended = await Trunk.RunAndInterruptAsync(
            scratch.Path, TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken, "plan", "us", "--time-limit", "600", "--json");
        Assert.True(ended.Code is 0 or 130, ended.ToString());
        if (ended.Code == 0)
        {
            Assert.Equal("passed", (string?)ended.Json["audit"]);
            Assert.Contains(Path.Combine("out", "us", "plan.json"), scratch.Content);
        }
        else
        {
            Assert.Equal("out-of-time", (string?)ended.Json["status"]);
            Assert.Empty(scratch.Content);
        }

        Assert.True(ended.Json["seconds"]!.GetValue<double>() < 90, $"It took {ended.Json["seconds"]} s to stop.");
        Assert.Contains("Stopping", ended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_target_above_what_the_rocks_can_take_is_answered_with_what_is_missing()
    {
        using var scratch = new ScratchFolder();
        JsonObject study = JsonNode.Parse(File.ReadAllText(Path.Combine(Trunk.Root, "data", "us", "study.json")))!.AsObject();
        study["dataset"] = Path.Combine(Trunk.Root, "data", "us");
        study["target"] = new JsonObject { ["mtPerYear"] = new JsonArray(10, 80, 200, 320, 9000) };
        scratch.Write("study.json", study.ToJsonString());

        Ended ended = Trunk.Run(scratch.Path, "plan", ".", "--json", "--time-limit", "60");

        Assert.True(ended.Code == 1, ended.ToString());
        Assert.Equal("infeasible", (string?)ended.Json["status"]);
        JsonArray reasons = ended.Json["reasons"]!.AsArray();
        Assert.NotEmpty(reasons);
        Assert.Contains(reasons, r => r!["amountMtPerYear"]!.GetValue<double>() > 0);
        Assert.Equal(["study.json"], scratch.Content);
    }

    [Fact]
    public void The_national_plan_meets_what_it_promises()
    {
        Assert.SkipUnless(Trunk.IsFull, "Takes minutes: set CHECK_FULL=1 or run ./check --full.");
        using var scratch = new ScratchFolder();
        Ended ended = Trunk.Run(scratch.Path, "plan", "us", "--json");
        Assert.True(ended.Code == 0, ended.ToString());
        JsonObject plan = ended.Json;
        Assert.Equal("passed", (string?)plan["audit"]);
        Assert.True(plan["periods"]!.AsArray()[^1]!["capturedMtPerYear"]!.GetValue<double>() >= 400, ended.Out);
        Assert.InRange(plan["gap"]!.GetValue<double>(), -1e-9, 0.10);
        Assert.InRange(plan["seconds"]!.GetValue<double>(), 0, 600);
        Assert.InRange(plan["peakMemoryMb"]!.GetValue<double>(), 1, 4096);
        Assert.Equal(
            plan["gap"]!.GetValue<double>(),
            (plan["net"]!.GetValue<double>() - plan["bound"]!.GetValue<double>()) / plan["cost"]!.GetValue<double>(),
            6);
    }
}
