using System.Globalization;
using System.Text.Json.Nodes;

namespace Trunkline.Tests.Unit.Pillars.Impact;

/// <summary>Reads where a figure comes from and works it out from JSON: <c>sum /periods/*/creditsUsd</c>, <c>last /periods/*/to</c>, <c>/totals/cost</c>.</summary>
internal static class PlanPointer
{
    public static double Value(JsonNode plan, string from)
    {
        string[] words = from.Split(' ');
        string pointer = words[^1];
        JsonNode?[] found = [.. At([plan], pointer.Split('/')[1..])];
        return (words.Length > 1 ? words[0] : "one") switch
        {
            "sum" => found.Sum(Number),
            "count" => found.Length,
            "max" => found.Where(n => n is not null).Max(Number),
            "last" => Number(found[^1]),
            "over-years" => found.Zip(plan["periods"]!.AsArray()).Sum(pair => Number(pair.First) * (Number(pair.Second!["to"]) - Number(pair.Second!["from"]) + 1)),
            "one" => Number(Assert.Single(found)),
            string other => throw new FormatException($"'{other}' is no way to gather figures."),
        };
    }

    private static IEnumerable<JsonNode?> At(IEnumerable<JsonNode?> nodes, string[] steps) => steps.Aggregate(nodes, (found, step) => step switch
    {
        "*" => found.SelectMany(n => n!.AsArray()),
        ['[', .. string test, ']'] => found.SelectMany(n => n!.AsArray()).Where(n => n![test.Split('=')[0]]!.ToString() == test.Split('=')[1]),
        _ when int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out int index) => found.Select(n => n![index]),
        _ => found.Select(n => n!.AsObject().ContainsKey(step) ? n[step] : throw new KeyNotFoundException($"plan.json has no '{step}' there.")),
    });

    private static double Number(JsonNode? node) => node!.GetValue<double>();
}
