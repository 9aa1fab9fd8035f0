using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Trunkline.Domain;
using Trunkline.Planner;
using Trunkline.Runner;
using Trunkline.Store;

namespace Trunkline.Tests.Server;

/// <summary>Jobs of a server that makes plans in processes of their own: what becomes of a job whose process is killed or does not stop, and of those after it.</summary>
[Collection(PlanSolvers.Collection)]
public sealed class PlanJobsTest(SolvingServer server) : IClassFixture<SolvingServer>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_plan_tells_how_far_it_is_and_replays_equal_in_another_process()
    {
        string job = await Begin("02-two-sources-one-trunk");
        JsonNode over = await server.Over(job);
        Assert.Equal(("done", "plan"), (Text(over, "state"), Text(over, "outcome")));
        Assert.Equal("audit", Text(over, "stage"));
        string data = server.Services.GetRequiredService<Trunkline.Server.ServeOptions>().DataFolder;
        TrunklineStore store = TrunklineStore.Open(server.StoreFolder, TimeProvider.System);
        Replayed again = new PlanReplay(store, new PlanInputs(data, store), new PlanSolverHere()).Of(over["result"]!["id"]!.GetValue<string>(), new Progress<PlanProgress>(), Token).OrThrow();
        Assert.True(again.Verdict == ReplayVerdict.Equal, string.Join('\n', again.Differences));
    }

    [Fact]
    public async Task A_job_whose_process_is_killed_says_so_and_the_next_is_done()
    {
        PlanSolvers.SkipElsewhere();
        await Done();
        // Stopped, it stands in the middle of the job for as long as it takes to kill it.
        PlanSolvers.Signal("STOP");
        string job = await Begin("01-one-source-one-hub");
        await Running(job);
        int killed = PlanSolvers.Signal("KILL");
        JsonNode over = await server.Over(job);
        Assert.Equal(("failed", "crashed"), (Text(over, "state"), Text(over, "outcome")));
        Assert.Contains("exit code 137", over["why"]!["en"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Contains("退出码 137", over["why"]!["zh"]!.GetValue<string>(), StringComparison.Ordinal);
        await Done();
        Assert.NotEqual(killed, Assert.Single(PlanSolvers.Alive()));
        Assert.Equal(0, server.Faults);
    }

    [Fact]
    public async Task A_job_that_is_cancelled_ends_though_its_process_does_not_listen()
    {
        PlanSolvers.SkipElsewhere();
        await Done();
        int deaf = PlanSolvers.Signal("STOP");
        string job = await Begin("01-one-source-one-hub");
        await Running(job);
        using HttpResponseMessage cancel = await server.Client.DeleteAsync($"/api/v1/jobs/{job}", Token);
        Assert.True(cancel.IsSuccessStatusCode);
        Assert.Equal("cancelled", Text(await server.Over(job), "state"));
        await Done();
        Assert.NotEqual(deaf, Assert.Single(PlanSolvers.Alive()));
    }

    private static string? Text(JsonNode node, string member) => node[member]?.GetValue<string>();

    private async Task Done() => Assert.Equal("done", Text(await server.Over(await Begin("01-one-source-one-hub")), "state"));

    private async Task<string> Begin(string study)
    {
        using HttpResponseMessage made = await server.Client.PostAsync($"/api/v1/studies/{study}/plans", null, Token);
        return Text(JsonNode.Parse(await made.Content.ReadAsStringAsync(Token))!, "id")!;
    }

    private async Task Running(string job)
    {
        while (Text(await server.Get($"/jobs/{job}"), "state") == "queued")
        {
            await Task.Delay(10, Token);
        }
    }
}
