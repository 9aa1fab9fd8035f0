using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Trunkline.Store;

namespace Trunkline.Tests.Server;

/// <summary>Whatever is sent, a server of its own answers, soon, never that it broke, and does not grow.</summary>
public sealed partial class BodyFuzzTest : IDisposable
{
    private const string Boundary = "boundary";

    // What docs/operations.md says that a team's server needs.
    private const long MostMemory = 1_000_000_000;

    private const int Few = 200;
    private const int ManyOfEach = 20_000;

    // Against hanging, in time of the server's processor: a machine that stands still, or works for others, does not count.
    private static readonly TimeSpan MostProcessor = TimeSpan.FromSeconds(2);

    private static readonly string[] Odd =
    [
        "null", "true", "0", "-1", "1e308", "-1e-308", "1e999", "123456789012345678901234567890", "\"\"", "\"\\u0000\"", "\"\\ud800\"", "\"../../etc/passwd\"", "\"=cmd|' /C calc'!A0\"", "\"<script>\"", "[]", "{}", "[[[[[[]]]]]]",
        "\"2026-13-45\"", "\"0001-01-01\"", "\"us\"", "[null]", "[1,2,3]", "{\"a\":{\"a\":{\"a\":1}}}",
    ];

    private readonly string folder = Path.Combine(Path.GetTempPath(), $"trunkline-fuzz-{Path.GetRandomFileName()}");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task No_body_breaks_the_server_keeps_it_busy_or_fills_its_memory()
    {
        string data = RunningServer.MakeData(folder), store = Path.Combine(folder, "store");
        using ServerProcess server = await ServerProcess.Start(data, store, ServerProcess.TokenOf(TrunklineStore.Open(store, TimeProvider.System), "ann"));
        using HttpClient client = server.Client();
        Way[] ways = [.. await Ways(client)];
        int inputs = Environment.GetEnvironmentVariable("CHECK_FULL") == "1" ? ManyOfEach * ways.Length : Few;
        Random chance = new(20261128);
        List<string> broken = [];
        for (int i = 0; i < inputs; i++)
        {
            Way way = ways[i % ways.Length];
            string body = way.IsForm ? Form(chance) : Body(way.Example, chance);
            using HttpRequestMessage request = new(new HttpMethod(way.Verb), way.Path) { Content = new ByteArrayContent(way.IsForm ? Encoding.Latin1.GetBytes(body) : Encoding.UTF8.GetBytes(body)) };
            request.Content.Headers.TryAddWithoutValidation("Content-Type", way.IsForm ? $"multipart/form-data; boundary={Boundary}" : "application/json; charset=utf-8");
            request.Headers.TryAddWithoutValidation("If-Match", "\"x\"");
            using CancellationTokenSource patience = CancellationTokenSource.CreateLinkedTokenSource(Token);
            // A guard against hanging, not a measure.
            patience.CancelAfter(TimeSpan.FromMinutes(1));
            TimeSpan before = server.Processor;
            using HttpResponseMessage answer = await client.SendAsync(request, patience.Token);
            TimeSpan busy = server.Processor - before;
            if ((int)answer.StatusCode >= 500 || busy >= MostProcessor)
            {
                broken.Add($"Input {i}: {way.Verb} {way.Path} answers {(int)answer.StatusCode} after {busy} to {body[..Math.Min(200, body.Length)]}");
            }
        }

        Assert.True(broken.Count == 0, string.Join('\n', broken.Take(20)));
        Assert.True(server.MostMemory < MostMemory, $"After {inputs} inputs the server had held {server.MostMemory / 1_000_000} MB.");
        Assert.DoesNotContain("fail:", server.Said, StringComparison.Ordinal);
    }

    /// <summary>Every operation that takes JSON, with the example of its description where there is one, and the upload.</summary>
    private static async Task<IEnumerable<Way>> Ways(HttpClient client)
    {
        string plan = await FirstPlan(client), upload = await Uploaded(client);
        JsonNode document = JsonNode.Parse(await client.GetStringAsync("/openapi/v1.json", Token))!;
        return
            from path in document["paths"]!.AsObject()
            from verb in path.Value!.AsObject()
            let content = verb.Value!["requestBody"]?["content"]
            where content is not null
            let body = content["application/json"]
            let example = body?["example"]?.ToJsonString().Replace("0123456789abcdef", upload, StringComparison.Ordinal)
            select new Way(
                verb.Key.ToUpperInvariant(),
                path.Key.Replace("{id}", path.Key.StartsWith("/api/v1/plans", StringComparison.Ordinal) ? plan : "x", StringComparison.Ordinal).Replace("{claim}", "c", StringComparison.Ordinal),
                example is null ? null : JsonNode.Parse(example),
                body is null);
    }

    /// <summary>A table that was brought, so that what is asked of one finds it.</summary>
    private static async Task<string> Uploaded(HttpClient client)
    {
        using MultipartFormDataContent form = new() { { new ByteArrayContent(Encoding.UTF8.GetBytes("Id,Plant,kt CO2\na,A,1\nb,B,2\n")), "file", "plants.csv" } };
        using HttpResponseMessage taken = await client.PostAsync("/api/v1/uploads", form, Token);
        return JsonNode.Parse(await taken.Content.ReadAsStringAsync(Token))!["id"]!.GetValue<string>();
    }

    /// <summary>The plan that the server makes of its own accord.</summary>
    private static async Task<string> FirstPlan(HttpClient client)
    {
        while (true)
        {
            if (JsonNode.Parse(await client.GetStringAsync("/api/v1/status", Token))!["plan"]?.GetValue<string>() is { } plan)
            {
                return plan;
            }

            await Task.Delay(50, Token);
        }
    }

    /// <summary>A file as a browser sends it, as letters that stand for bytes, with a few of them cut, changed or doubled.</summary>
    private static string Form(Random chance)
    {
        string file = chance.Next(3) switch
        {
            0 => Encoding.Latin1.GetString(Bytes(chance)),
            1 => """{ "type": "FeatureCollection", "features": [ { "type": "Feature", "properties": { "name": "A" }, "geometry": { "type": "Point", "coordinates": [ -84, 40 ] } } ] }""",
            _ => "Name,State,Tonnes\nA,OH,1000\n\"B, the second\",OH,2e6\n",
        };
        StringBuilder form = new($"--{Boundary}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.{new[] { "csv", "geojson", "xlsx", "zip" }[chance.Next(4)]}\"\r\n\r\n{file}\r\n--{Boundary}--\r\n");
        for (int edits = chance.Next(4); edits > 0; edits--)
        {
            int at = chance.Next(form.Length - 1);
            _ = chance.Next(3) switch
            {
                0 => form.Remove(at, Math.Min(chance.Next(1, 10), form.Length - 1 - at)),
                1 => form.Insert(at, (char)chance.Next(256)),
                _ => form.Insert(at, form.ToString(at, Math.Min(chance.Next(1, 30), form.Length - at))),
            };
        }

        return form.ToString();
    }

    private static string Body(JsonNode? example, Random chance) => chance.Next(10) switch
    {
        0 => Odd[chance.Next(Odd.Length)],
        1 => new string('[', chance.Next(1, 200)),
        2 => Encoding.Latin1.GetString(Bytes(chance)),
        _ when example is not null => Mutated(example, chance),
        _ => $"{{\"{Name(chance)}\":{Odd[chance.Next(Odd.Length)]}}}",
    };

    /// <summary>The example with a few of its values, names or letters made others.</summary>
    private static string Mutated(JsonNode example, Random chance)
    {
        JsonNode copy = example.DeepClone();
        for (int i = chance.Next(1, 4); i > 0; i--)
        {
            List<JsonNode> nodes = [.. Inside(copy)];
            JsonNode target = nodes[chance.Next(nodes.Count)];
            if (target is JsonObject members && members.Count > 0)
            {
                string name = members.ElementAt(chance.Next(members.Count)).Key;
                members[chance.Next(4) == 0 ? Name(chance) : name] = Value(chance);
            }
            else if (target is JsonArray items)
            {
                items.Insert(chance.Next(items.Count + 1), Value(chance));
            }
        }

        string text = Unmarked(copy.ToJsonString());
        return chance.Next(6) == 0 && text.Length > 2 ? text.Remove(chance.Next(text.Length - 1), 1) : text;
    }

    // Some of what is odd cannot be held as a value: a mark stands for it until the text is written.
    private static JsonNode Value(Random chance) => JsonValue.Create($"@{chance.Next(Odd.Length)}@");

    private static string Unmarked(string text) => Mark().Replace(text, m => Odd[int.Parse(m.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture)]);

    [GeneratedRegex("\"@(\\d+)@\"")]
    private static partial Regex Mark();

    private static IEnumerable<JsonNode> Inside(JsonNode node) => node switch
    {
        JsonObject members => members.Select(m => m.Value).OfType<JsonNode>().SelectMany(Inside).Prepend(node),
        JsonArray items => items.OfType<JsonNode>().SelectMany(Inside).Prepend(node),
        _ => [],
    };

    private static string Name(Random chance) => new[] { "study", "changes", "kind", "id", "name", "kept", "tables", "columns", "files", "why", "verdict", "__proto__", "$type" }[chance.Next(13)];

    private static byte[] Bytes(Random chance)
    {
        byte[] bytes = new byte[chance.Next(0, 300)];
        chance.NextBytes(bytes);
        return bytes;
    }

    /// <summary>An operation that takes a body.</summary>
    private sealed record Way(string Verb, string Path, JsonNode? Example, bool IsForm);
}
