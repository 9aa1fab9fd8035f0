using System.Net;
using Trunkline.Server;
using Trunkline.Store;

namespace Trunkline.Tests.Server;

/// <summary>A server on which little may be asked in a minute.</summary>
public sealed class SlowServer : TeamServer
{
    protected override ServeOptions With(ServeOptions options) => base.With(options) with { RequestsPerMinute = 30 };
}

/// <summary>One who asks too much waits; the others do not.</summary>
public sealed class PaceTest(SlowServer server) : IClassFixture<SlowServer>
{
    [Fact]
    public async Task Who_asks_too_much_waits_and_nobody_else_does()
    {
        using HttpClient greedy = server.ClientWith(server.Give("greedy", Role.Viewer)), same = server.ClientWith(server.Give("greedy", Role.Viewer)), other = server.ClientWith(server.Give("other", Role.Viewer));
        for (int i = 0; i < 30; i++)
        {
            Assert.Equal(HttpStatusCode.OK, await Status(greedy));
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, await Status(greedy));
        // Another token of the same person has no measure of its own.
        Assert.Equal(HttpStatusCode.TooManyRequests, await Status(same));
        Assert.Equal(HttpStatusCode.OK, await Status(other));
    }

    private static async Task<HttpStatusCode> Status(HttpClient client)
    {
        using HttpResponseMessage answer = await client.GetAsync("/api/v1/", TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }
}
