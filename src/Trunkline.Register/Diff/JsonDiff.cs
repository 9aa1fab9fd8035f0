using System.Text.Json.Nodes;
using Trunkline.Domain;

namespace Trunkline.Register;

/// <summary>Compares two documents of the register member by member. Items of a list are met by what names them, not by their place in it.</summary>
internal static class JsonDiff
{
    private static readonly string[] Naming = ["id", "kind", "target", "with", "criterion", "name", "from", "date", "en"];

    /// <summary>The fields in which they differ, in the order of the documents.</summary>
    public static IEnumerable<FieldChange> Of(string field, JsonNode? before, JsonNode? after) => Of(field, new Side(before, []), new Side(after, []));

    private static IEnumerable<FieldChange> Of(string field, Side before, Side after)
    {
        if (JsonNode.DeepEquals(before.Node, after.Node))
        {
            return [];
        }

        return (before.Node, after.Node) switch
        {
            (JsonObject a, JsonObject b) when !IsBilingual(a) && !IsBilingual(b) => OfMembers(field, before.Within(a), after.Within(b)),
            (JsonArray a, JsonArray b) when a.Concat(b).All(i => i is JsonObject) => OfItems(field, before, after),
            _ => [new FieldChange(field, Said(before.Node), Said(after.Node), before.Within(before.Node).Evidence, after.Within(after.Node).Evidence)],
        };
    }

    private static IEnumerable<FieldChange> OfMembers(string field, Side before, Side after) =>
        from name in before.Members.Select(m => m.Key).Union(after.Members.Select(m => m.Key), StringComparer.Ordinal)
        from change in Of(field.Length == 0 ? name : $"{field}.{name}", before.Member(name), after.Member(name))
        select change;

    private static IEnumerable<FieldChange> OfItems(string field, Side before, Side after) =>
        from pair in Pairs([.. before.Items], [.. after.Items])
        from change in Of($"{field}[{NameOf((pair.Before ?? pair.After)!)}]", before with { Node = pair.Before }, after with { Node = pair.After })
        select change;

    /// <summary>Items of the same name first, then those that are left by kind: an event whose date was corrected is the same event.</summary>
    private static IEnumerable<(JsonObject? Before, JsonObject? After)> Pairs(List<JsonObject> before, List<JsonObject> after)
    {
        Dictionary<JsonObject, JsonObject> partners = [];
        foreach (Func<JsonObject, string?> sameness in (Func<JsonObject, string?>[])[NameOf, i => i["kind"]?.ToString()])
        {
            foreach (JsonObject item in before.Where(b => !partners.ContainsKey(b)))
            {
                JsonObject? partner = after.FirstOrDefault(a => !partners.ContainsValue(a) && sameness(item) is { } name && name == sameness(a));
                if (partner is not null)
                {
                    partners.Add(item, partner);
                }
            }
        }

        return before
            .Select(b => ((JsonObject?)b, partners.GetValueOrDefault(b)))
            .Concat(after.Where(a => !partners.ContainsValue(a)).Select(a => ((JsonObject?)null, (JsonObject?)a)));
    }

    private static string NameOf(JsonObject item) => item["id"] is { } id
        ? id.ToString()
        : string.Join(' ', Naming.Select(n => item[n]).OfType<JsonValue>());

    private static bool IsBilingual(JsonObject node) => node.Count == 2 && node.ContainsKey("en") && node.ContainsKey("zh");

    private static Bilingual? Said(JsonNode? node) => node is null ? null : new Bilingual(Said(node, Language.En), Said(node, Language.Zh));

    private static string Said(JsonNode? node, Language language) => node switch
    {
        JsonObject both when IsBilingual(both) => both[language == Language.Zh ? "zh" : "en"]!.ToString(),
        JsonObject members => string.Join("; ", members.Where(m => m.Key != "evidence").Select(m => $"{m.Key} {Said(m.Value, language)}")),
        JsonArray { Count: 0 } => "-",
        JsonArray items => string.Join(", ", items.Select(i => i is JsonObject part && !IsBilingual(part) ? $"({Said(i, language)})" : Said(i, language))),
        _ => node?.ToString() ?? "-",
    };

    /// <summary>One of the two documents at some place, with the claims that the nearest enclosing member names.</summary>
    private sealed record Side(JsonNode? Node, IReadOnlyList<string> Evidence)
    {
        public IEnumerable<KeyValuePair<string, JsonNode?>> Members => Node as JsonObject ?? [];

        public IEnumerable<JsonObject> Items => (Node as JsonArray ?? []).OfType<JsonObject>();

        public Side Member(string name) => this with { Node = Node?[name] };

        public Side Within(JsonNode? node) =>
            node is JsonObject members && members["evidence"] is JsonArray claims ? new Side(node, [.. claims.Select(c => c!.ToString())]) : this with { Node = node };
    }
}
