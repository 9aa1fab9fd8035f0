using System.Text.Json.Nodes;

namespace Trunkline.Tests.Acceptance;

/// <summary>
/// What the pillars say of a study's plan, against <c>pillars.expected.json</c> beside the study: JSON pointers into the answer of <c>trunkline pillars PLAN --json</c>
/// with values worked out by hand in its README. Numbers are met within a millionth.
/// </summary>
public sealed class PillarsOfStudiesTest
{
    private const string FileName = "pillars.expected.json";

    public static TheoryData<string> Studies() =>
        [.. Directory.GetFiles(Path.Combine(Trunk.Root, "data", "studies"), FileName, SearchOption.AllDirectories).Select(f => Path.GetFileName(Path.GetDirectoryName(f)!)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Studies))]
    public void The_pillars_are_those_worked_by_hand(string study)
    {
        string folder = Path.Combine(Trunk.Root, "data", "studies", study);
        JsonObject wanted = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, FileName)))!.AsObject();
        using var scratch = new ScratchFolder();
        Assert.Equal(0, Trunk.Run(scratch.Path, "plan", folder, "--out", "plan").Code);
        Ended ended = Trunk.Run(scratch.Path, "pillars", "plan", "--study", folder, "--json");
        Assert.Equal(0, ended.Code);
        Assert.All(wanted, w => Assert.True(Agree(w.Value!, At(ended.Json, w.Key)), $"{w.Key} is {At(ended.Json, w.Key)?.ToJsonString() ?? "null"}, worked by hand {w.Value!.ToJsonString()}"));
    }

    private static bool Agree(JsonNode wanted, JsonNode? given) => wanted is JsonValue value && value.TryGetValue(out double number)
        ? given is JsonValue had && had.TryGetValue(out double found) && Math.Abs(found - number) <= 1e-6 * Math.Max(1, Math.Abs(number))
        : JsonNode.DeepEquals(wanted, given);

    private static JsonNode? At(JsonNode root, string pointer) =>
        pointer.Split('/')[1..].Aggregate((JsonNode?)root, (node, step) => node is JsonArray list ? list[int.Parse(step, System.Globalization.CultureInfo.InvariantCulture)] : node![step]);
}
