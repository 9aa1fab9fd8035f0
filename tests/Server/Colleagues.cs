using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;

namespace Trunkline.Tests.Server;

/// <summary>People at work on one server: two who write and edit studies, three who plan and ask what if, one who brings files and throws them away. Every answer must be right.</summary>
internal sealed class Colleagues(ServerProcess server)
{
    /// <summary>Id of a study on the engine for large cases: what is asked of its plans begins from a memory that the store keeps.</summary>
    private const string Large = "large";

    private const int Edits = 3;
    private const int FilesKept = 4;

    private readonly ConcurrentDictionary<string, int> studies = new();
    private readonly ConcurrentDictionary<string, byte> plans = new();
    private int answers;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>The number of the last edit that was acknowledged, by study.</summary>
    public IReadOnlyDictionary<string, int> Studies => new Dictionary<string, int>(studies);

    /// <summary>Plans of studies that were acknowledged; nobody forgets those.</summary>
    public IReadOnlyCollection<string> Plans => [.. plans.Keys];

    /// <summary>Works until it is enough; what was begun is ended.</summary>
    public async Task Work(CancellationToken enough)
    {
        using HttpClient client = server.Client();
        JsonObject large = ServerProcess.Study(Large, "Large");
        large["study"]!["solver"] = new JsonObject { ["route"] = "scalable", ["threads"] = 1, ["timeLimitSeconds"] = 60 };
        await Right(client.PostAsJsonAsync("/api/v1/studies", large, Token), HttpStatusCode.Created);
        await Task.WhenAll(
            Write("ann", enough), Write("bo", enough), Plan("01-one-source-one-hub", enough), Plan("02-two-sources-one-trunk", enough), Plan(Large, enough), Bring(enough));
    }

    /// <summary>Waits until there is more: studies, plans, answers to what-ifs.</summary>
    public async Task More(Task work, int moreStudies, int morePlans, int moreAnswers)
    {
        (int studiesWanted, int plansWanted, int answersWanted) = (studies.Count + moreStudies, plans.Count + morePlans, answers + moreAnswers);
        while (studies.Count < studiesWanted || plans.Count < plansWanted || answers < answersWanted)
        {
            if (work.IsCompleted)
            {
                await work;
                Assert.Fail("They went home.");
            }

            await Task.Delay(20, Token);
        }
    }

    /// <summary>The title of a study after so many edits.</summary>
    public static string Title(int edit) => string.Create(CultureInfo.InvariantCulture, $"Edit {edit}.");

    private async Task Write(string name, CancellationToken enough)
    {
        using HttpClient client = server.Client();
        for (int n = 0; !enough.IsCancellationRequested; n++)
        {
            string id = $"{name}-{n}", way = $"/api/v1/studies/{id}";
            await Right(ServerProcess.Save(client, id, Title(0), Token), HttpStatusCode.Created);
            studies[id] = 0;
            for (int edit = 1; edit <= Edits; edit++)
            {
                using HttpResponseMessage read = await client.GetAsync(way, Token);
                using HttpRequestMessage put = new(HttpMethod.Put, way) { Content = JsonContent.Create(ServerProcess.Study(id, Title(edit))) };
                put.Headers.IfMatch.Add(read.Headers.ETag!);
                await Right(client.SendAsync(put, Token), HttpStatusCode.OK);
                studies[id] = edit;
            }
        }
    }

    private async Task Plan(string study, CancellationToken enough)
    {
        using HttpClient client = server.Client();
        for (int n = 0; !enough.IsCancellationRequested; n++)
        {
            JsonNode job = await Right(client.PostAsync($"/api/v1/studies/{study}/plans", null, Token), HttpStatusCode.Accepted);
            string plan = await ServerProcess.Planned(client, job["id"]!.GetValue<string>());
            plans[plan] = 0;
            JsonNode answer = await Right(
                client.PostAsJsonAsync($"/api/v1/plans/{plan}/whatif", new { changes = new[] { new { kind = "credit", factor = 1.05 + (0.01 * (n % 40)) } }, wait = 10 }, Token), HttpStatusCode.Created, HttpStatusCode.Accepted);
            answers += answer["plan"] is JsonObject ? 1 : 0;
        }
    }

    private async Task Bring(CancellationToken enough)
    {
        using HttpClient client = server.Client();
        Queue<string> kept = new();
        for (int n = 0; !enough.IsCancellationRequested; n++)
        {
            byte[] table = Encoding.UTF8.GetBytes("name,tonnes\n" + string.Concat(Enumerable.Range(n, 20_000).Select(i => $"plant {i},{i}\n")));
            using MultipartFormDataContent form = new() { { new ByteArrayContent(table) { Headers = { ContentType = new MediaTypeHeaderValue("text/csv") } }, "file", $"plants-{n}.csv" } };
            JsonNode taken = await Right(client.PostAsync("/api/v1/uploads", form, Token), HttpStatusCode.Created);
            kept.Enqueue(taken["id"]!.GetValue<string>());
            if (kept.Count > FilesKept)
            {
                await Right(client.DeleteAsync($"/api/v1/uploads/{kept.Dequeue()}", Token), HttpStatusCode.NoContent);
            }
        }
    }

    private static async Task<JsonNode> Right(Task<HttpResponseMessage> asked, params HttpStatusCode[] expected)
    {
        using HttpResponseMessage answer = await asked;
        string body = await answer.Content.ReadAsStringAsync(Token);
        Assert.True(expected.Contains(answer.StatusCode), $"{answer.RequestMessage!.Method} {answer.RequestMessage.RequestUri} answers {answer.StatusCode} {body}");
        return body.Length == 0 ? new JsonObject() : JsonNode.Parse(body)!;
    }
}
