using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Trunkline.Tests.Server;

/// <summary>Whatever is sent, the server answers, and never that it broke.</summary>
public sealed partial class BodyFuzzTest(RunningServer server) : IClassFixture<RunningServer>
{
    private static readonly int Inputs = Environment.GetEnvironmentVariable("CHECK_FULL") == "1" ? 20_000 : 200;

    private static readonly string[] Odd =
    [
        "null", "true", "0", "-1", "1e308", "-1e-308", "1e999", "123456789012345678901234567890", "\"\"", "\"\\u0000\"", "\"\\ud800\"", "\"../../etc/passwd\"", "\"=cmd|' /C calc'!A0\"", "\"<script>\"", "[]", "{}", "[[[[[[]]]]]]",
        "\"2026-13-45\"", "\"0001-01-01\"", "\"us\"", "[null]", "[1,2,3]", "{\"a\":{\"a\":{\"a\":1}}}",
    ];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_body_breaks_the_server()
    {
        (string Verb, string Path, JsonNode? Example)[] ways = [.. await Ways()];
        Random chance = new(20261128);
        List<string> broken = [];
        for (int i = 0; i < Inputs; i++)
        {
            (string verb, string path, JsonNode? example) = ways[i % ways.Length];
            string body = Body(example, chance);
            using HttpRequestMessage request = new(new HttpMethod(verb), path) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
            request.Headers.TryAddWithoutValidation("If-Match", "\"x\"");
            using CancellationTokenSource patience = CancellationTokenSource.CreateLinkedTokenSource(Token);
            // A guard against hanging, not a measure.
            patience.CancelAfter(TimeSpan.FromMinutes(1));
            using HttpResponseMessage answer = await server.Client.SendAsync(request, patience.Token);
            if ((int)answer.StatusCode >= 500)
            {
                broken.Add($"{verb} {path} answers {(int)answer.StatusCode} to {body[..Math.Min(200, body.Length)]}");
            }
        }

        Assert.True(broken.Count == 0, string.Join('\n', broken.Take(20)));
        Assert.Equal(0, server.Faults);
    }

    /// <summary>Every operation that takes JSON, with the example of its description where there is one.</summary>
    private async Task<IEnumerable<(string Verb, string Path, JsonNode? Example)>> Ways()
    {
        JsonNode document = JsonNode.Parse(await server.Client.GetStringAsync("/openapi/v1.json", Token))!;
        return
            from path in document["paths"]!.AsObject()
            from verb in path.Value!.AsObject()
            let body = verb.Value!["requestBody"]?["content"]?["application/json"]
            where body is not null
            select (verb.Key.ToUpperInvariant(), path.Key.Replace("{id}", path.Key.StartsWith("/api/v1/plans", StringComparison.Ordinal) ? server.Plan : "x", StringComparison.Ordinal).Replace("{claim}", "c", StringComparison.Ordinal), body["example"]);
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
}
