using System.Text.Json.Nodes;

namespace Trunkline.Tests.Server;

/// <summary>What a plan means for the strategy, over HTTP as on the command line.</summary>
public sealed class PillarTest(RunningServer server) : IClassFixture<RunningServer>
{
    /// <summary>The study brings a <c>funding.json</c>; its answer is worked by hand in the study's README.</summary>
    [Fact]
    public async Task A_plan_of_a_study_with_a_funding_question_answers_it()
    {
        using HttpResponseMessage made = await server.Client.PostAsync("/api/v1/studies/20-fund-what-pays/plans", null, TestContext.Current.CancellationToken);
        JsonNode job = JsonNode.Parse(await made.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        JsonNode over = await server.Over(job["id"]!.GetValue<string>());
        string plan = over["result"]!["id"]!.GetValue<string>();
        JsonNode funding = await server.Get($"/plans/{plan}/pillars/funding");
        Assert.NotEmpty(funding.AsObject());
    }

    [Fact]
    public async Task Hubs_are_listed_in_short_and_each_has_its_page()
    {
        JsonNode hub = (await server.Get($"/plans/{server.Plan}/hubs"))["items"]![0]!;
        JsonNode page = await server.Get($"/plans/{server.Plan}/hubs/{hub["id"]}");
        Assert.Equal(page["members"]!.AsArray().Count, hub["sites"]!.GetValue<int>());
        Assert.Equal(page["tariff"]!["usdPerTonne"]!.GetValue<double>(), hub["usdPerTonne"]!.GetValue<double>());
        using HttpResponseMessage none = await server.Client.GetAsync($"/api/v1/plans/{server.Plan}/hubs/hub-nowhere", TestContext.Current.CancellationToken);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, none.StatusCode);
    }

    [Fact]
    public async Task A_plan_whose_study_asks_no_funding_question_says_that_there_is_none()
    {
        Assert.Null((await server.Get($"/plans/{server.Plan}/pillars"))["funding"]);
    }
}
