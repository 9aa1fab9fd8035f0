using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Trunkline.Domain;
using Trunkline.Planner;
using Trunkline.Runner;
using Trunkline.Store;

namespace Trunkline.Tests.Server;

/// <summary>A plan that is kept can be computed again from what is kept with it.</summary>
public sealed class ReplayTest(TeamServer server) : IClassFixture<TeamServer>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("01-one-source-one-hub")]
    [InlineData("08-a-share-for-communities")]
    public async Task A_plan_replays_equal(string study)
    {
        string plan = await Planned(study);
        Replayed again = Replay(plan);
        Assert.True(again.Verdict == ReplayVerdict.Equal, string.Join('\n', again.Differences));
        StoredPlan stored = again.Plan;
        Assert.Equal("root", stored.MadeBy);
        Assert.All(new[] { stored.StudyText, stored.Head.Stamp.DatasetHash, stored.Head.Stamp.RegisterHash, stored.Head.Stamp.EngineVersion }, text => Assert.NotEqual("", text));
    }

    [Fact]
    public async Task A_plan_whose_study_was_altered_is_told_what_differs()
    {
        string plan = await Planned("01-one-source-one-hub");
        StoredPlan stored = server.Store.Plans.Find(plan)!;
        string other = StudyText.Of(StudyText.Members(stored.StudyText) with { DiscountRate = 0.03 });
        StoredPlan altered = server.Store.Plans.Add(new NewPlan(server.Store.Plans.Whole(plan)!, other, stored.DatasetId, "study", Recipe: stored.Recipe));
        Replayed again = Replay(altered.Id);
        Assert.Equal(ReplayVerdict.Differs, again.Verdict);
        Assert.Equal("study", again.Differences[0].What);
        Assert.Contains(again.Differences, d => d.What == "net, $");
    }

    [Fact]
    public async Task A_plan_that_the_clock_ended_says_so_and_is_not_compared()
    {
        string plan = await Planned("01-one-source-one-hub");
        StoredPlan stored = server.Store.Plans.Find(plan)!;
        PlanRecipe recipe = PlanRecipe.Read(stored.Recipe)!;
        string late = (recipe with { Seconds = 0.9 * recipe.Budget.TimeLimitSeconds }).Text();
        StoredPlan stopped = server.Store.Plans.Add(new NewPlan(server.Store.Plans.Whole(plan)!, stored.StudyText, stored.DatasetId, "study", Recipe: late, ParentId: "x"));
        Assert.Equal(ReplayVerdict.StoppedByClock, Replay(stopped.Id).Verdict);
        Assert.False(recipe.StoppedByClock);
    }

    [Fact]
    public async Task A_what_if_replays_equal()
    {
        string plan = await Planned("02-two-sources-one-trunk");
        using HttpResponseMessage asked = await server.Client.PostAsync(
            $"/api/v1/plans/{plan}/whatif", new StringContent("""{ "changes": [ { "kind": "credit", "factor": 1.2 } ], "wait": 10 }""", System.Text.Encoding.UTF8, "application/json"), Token);
        JsonNode answer = JsonNode.Parse(await asked.Content.ReadAsStringAsync(Token))!;
        Replayed again = Replay(answer["plan"]!["id"]!.GetValue<string>());
        Assert.True(again.Verdict == ReplayVerdict.Equal, string.Join('\n', again.Differences));
    }

    /// <summary>The engine for large cases: moves from a memory that the store keeps.</summary>
    [Fact]
    public async Task Moves_from_a_kept_memory_replay_equal()
    {
        JsonNode study = (await server.Get("/studies/02-two-sources-one-trunk"))["study"]!.DeepClone();
        study["id"] = "large";
        study["solver"] = new JsonObject { ["route"] = "scalable", ["threads"] = 1, ["timeLimitSeconds"] = 60 };
        using HttpResponseMessage made = await server.Client.PostAsync(
            "/api/v1/studies", new StringContent(new JsonObject { ["study"] = study, ["dataset"] = "02-two-sources-one-trunk" }.ToJsonString(), System.Text.Encoding.UTF8, "application/json"), Token);
        Assert.True(made.IsSuccessStatusCode, await made.Content.ReadAsStringAsync(Token));
        string plan = await Planned("large");
        Assert.Equal(ReplayVerdict.Equal, Replay(plan).Verdict);
        using HttpResponseMessage asked = await server.Client.PostAsync(
            $"/api/v1/plans/{plan}/whatif", new StringContent("""{ "changes": [ { "kind": "credit", "factor": 1.2 } ], "wait": 10 }""", System.Text.Encoding.UTF8, "application/json"), Token);
        JsonNode answer = JsonNode.Parse(await asked.Content.ReadAsStringAsync(Token))!;
        string moved = answer["plan"]!["id"]!.GetValue<string>();
        Assert.Equal(PlanWay.Moved, PlanRecipe.Read(server.Store.Plans.Find(moved)!.Recipe)!.Way);
        Replayed again = Replay(moved);
        Assert.True(again.Verdict == ReplayVerdict.Equal, string.Join('\n', again.Differences));
    }

    private Replayed Replay(string plan)
    {
        string data = server.Services.GetRequiredService<Trunkline.Server.ServeOptions>().DataFolder;
        return new PlanReplay(server.Store, new PlanInputs(data, server.Store), new PlanSolverHere()).Of(plan, new Progress<PlanProgress>(), Token).OrThrow();
    }

    private async Task<string> Planned(string study)
    {
        using HttpResponseMessage made = await server.Client.PostAsync($"/api/v1/studies/{study}/plans", null, Token);
        JsonNode over = await server.Over(JsonNode.Parse(await made.Content.ReadAsStringAsync(Token))!["id"]!.GetValue<string>());
        return over["result"]!["id"]!.GetValue<string>();
    }
}
