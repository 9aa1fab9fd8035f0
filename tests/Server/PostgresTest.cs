using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Trunkline.Server;
using Trunkline.Store;
using Trunkline.Tests.Unit.Store;

namespace Trunkline.Tests.Server;

/// <summary>A team server whose tables are on PostgreSQL; on SQLite, and its tests skipped, where the machine has none.</summary>
public sealed class TeamServerOnPostgres : TeamServer
{
    protected override ServeOptions With(ServeOptions options) => base.With(options) with { Database = PostgresServer.Here?.NewDatabase() };
}

/// <summary>The database goes and comes back; the server tells, and loses nothing.</summary>
[Collection("PostgreSQL is stopped")]
public sealed class PostgresTest(TeamServerOnPostgres server) : IClassFixture<TeamServerOnPostgres>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Stopped_and_started_the_database_is_answered_from_again_and_nothing_is_lost()
    {
        Assert.SkipWhen(PostgresServer.Here is null, PostgresServer.Missing);
        using HttpClient watcher = server.ClientWith(null);
        Assert.Equal(HttpStatusCode.Created, await Save("before"));
        PostgresServer.Here.Stop();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await Save("away"));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await watcher.GetAsync("/ready", Token)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await watcher.GetAsync("/health", Token)).StatusCode);
        PostgresServer.Here.StartAgain();
        // Connections of before are found broken one by one.
        for (int i = 0; i < 100 && !(await watcher.GetAsync("/ready", Token)).IsSuccessStatusCode; i++)
        {
            await Task.Delay(50, Token);
        }

        Assert.Equal(HttpStatusCode.Created, await Save("after"));
        Assert.Equal(["after", "before"], server.Store.Studies.List().Select(s => s.Id));
        Assert.Empty(StoreCheck.Of(server.Store));
    }

    private async Task<HttpStatusCode> Save(string id)
    {
        JsonNode study = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(RunningServer.Root, "data", "studies", "01-one-source-one-hub", "study.json"), Token))!;
        study["id"] = id;
        using HttpResponseMessage answer = await server.Client.PostAsJsonAsync("/api/v1/studies", new { study, dataset = "01-one-source-one-hub" }, Token);
        return answer.StatusCode;
    }
}
