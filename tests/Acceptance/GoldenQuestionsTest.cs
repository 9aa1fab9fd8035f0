using System.Text.Json.Nodes;

namespace Trunkline.Tests.Acceptance;

/// <summary>
/// Dated questions on the law, put to the command line. golden-questions.json holds for each the command, the answer and how the answer was worked from
/// the law; <c>ours</c> is false for those that were given with the register's commission. Any member of the <c>--json</c> answer can be expected, and
/// <c>error</c> means exit 2.
/// </summary>
public sealed class GoldenQuestionsTest
{
    private static readonly Lazy<JsonArray> Read = new(() =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(Trunk.Root, "tests", "Acceptance", "golden-questions.json")))!.AsArray());

    public static TheoryData<string> Questions() => [.. Read.Value.Select(q => (string)q!["question"]!)];

    [Fact]
    public void There_are_the_questions_given_and_twenty_of_our_own_and_no_two_have_one_name()
    {
        Assert.True(Read.Value.Count(q => !(bool)q!["ours"]!) >= 20);
        Assert.True(Read.Value.Count(q => (bool)q!["ours"]!) >= 20);
        Assert.Equal(Read.Value.Count, Read.Value.Select(q => (string)q!["question"]!).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Questions))]
    public void The_command_line_answers_as_the_law_does(string question)
    {
        JsonObject golden = Read.Value.Single(q => (string)q!["question"]! == question)!.AsObject();
        using var scratch = new ScratchFolder();
        Ended ended = Trunk.Run(scratch.Path, ["register", .. golden["command"]!.AsArray().Select(w => (string)w!), "--json"]);
        JsonObject expected = golden["expect"]!.AsObject();
        Assert.True(ended.Code == (expected.ContainsKey("error") ? 2 : 0), $"{question} ({golden["worked"]})\n{ended}");
        foreach ((string member, JsonNode? wanted) in expected)
        {
            JsonNode? given = member == "policies" ? Forces(ended.Json, wanted!.AsObject()) : ended.Json[member];
            Assert.True(Same(wanted, given), $"{question}: {member} is {given?.ToJsonString() ?? "missing"}, by the law {wanted?.ToJsonString()} ({golden["worked"]})\n{ended}");
        }
    }

    /// <summary>The force of the policies that are asked about.</summary>
    private static JsonObject Forces(JsonObject answer, JsonObject wanted) => new(answer["policies"]!.AsArray()
        .Where(p => wanted.ContainsKey((string)p!["id"]!))
        .Select(p => KeyValuePair.Create((string)p!["id"]!, p["force"]?.DeepClone())));

    private static bool Same(JsonNode? wanted, JsonNode? given) =>
        wanted is JsonValue w && given is JsonValue g && w.TryGetValue(out decimal x) && g.TryGetValue(out decimal y) ? x == y : JsonNode.DeepEquals(wanted, given);
}
