using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Trunkline.Tests.Unit.Register;

/// <summary>Ways to spoil the files of a record. The same seed spoils them the same way.</summary>
internal static class RecordMutation
{
    private static readonly Action<JsonNode, JsonNode, Random>[] OfJson = [Delete, Blank, ChangeType, SwapDates, Double];

    /// <summary>Spoils one file somehow.</summary>
    public static void Any(Dictionary<string, string> files, Random random)
    {
        string path = Pick([.. files.Keys.Order(StringComparer.Ordinal)], random);
        if (path.EndsWith(".json", StringComparison.Ordinal) && random.Next(3) > 0 && Parsed(files[path]) is { } root)
        {
            Pick(OfJson, random)(root, Pick([.. Nodes(root)], random), random);
            files[path] = root.ToJsonString();
        }
        else if (files[path].Length > 0 && random.Next(2) == 0)
        {
            files[path] = files[path][..random.Next(files[path].Length)];
        }
        else if (files[path].Length > 0)
        {
            byte[] bytes = Encoding.UTF8.GetBytes(files[path]);
            bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
            files[path] = Encoding.UTF8.GetString(bytes);
        }
    }

    /// <summary>The JSON of a file; null where an earlier change has torn it.</summary>
    private static JsonNode? Parsed(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Takes away evidence: a claim that something rests on, a quotation, a kept text, a source, or the hash that leads to a text.</summary>
    /// <returns>False where other claims still stand behind what lost one.</returns>
    public static bool RemoveEvidence(Dictionary<string, string> files, Random random)
    {
        string[] sources = [.. files.Keys.Where(f => f.Contains("/evidence/", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
        string[] kept = [.. files.Keys.Where(f => f.Contains("/sources/", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
        string[] quoting = [.. sources.Where(s => files[s].Contains("\"quote\"", StringComparison.Ordinal))];
        switch (random.Next(5))
        {
            case 0 when kept.Length > 0:
                files.Remove(Pick(kept, random));
                return true;
            case 1 when quoting.Length > 0:
                Edit(files, Pick(quoting, random), root => Pick([.. Claims(root).Where(c => c.ContainsKey("quote"))], random).Remove("quote"));
                return true;
            case 2:
                Edit(files, Pick(sources, random), root => root["claims"]!.AsArray().RemoveAt(random.Next(root["claims"]!.AsArray().Count)));
                return true;
            case 3:
                files.Remove(Pick(sources, random));
                return true;
            default:
                return RemoveCitation(files, random);
        }
    }

    private static bool RemoveCitation(Dictionary<string, string> files, Random random)
    {
        string[] citing = [.. files.Keys.Where(f => f.EndsWith(".json", StringComparison.Ordinal) && Cited(JsonNode.Parse(files[f])!).Any()).Order(StringComparer.Ordinal)];
        bool wasLast = true;
        Edit(files, Pick(citing, random), root =>
        {
            JsonArray claims = Pick([.. Cited(root)], random);
            claims.RemoveAt(random.Next(claims.Count));
            wasLast = claims.Count == 0;
        });
        return wasLast;
    }

    /// <summary>The lists of claims that events, entries and stacking rules rest on.</summary>
    private static IEnumerable<JsonArray> Cited(JsonNode root) =>
        from part in new[] { "events", "entries", "stacking" }
        from item in root[part] as JsonArray ?? []
        let claims = item["evidence"] as JsonArray
        where claims is { Count: > 0 }
        select claims;

    private static IEnumerable<JsonObject> Claims(JsonNode root) => root["claims"]!.AsArray().Select(c => c!.AsObject());

    private static void Edit(Dictionary<string, string> files, string path, Action<JsonNode> change)
    {
        JsonNode root = JsonNode.Parse(files[path])!;
        change(root);
        files[path] = root.ToJsonString();
    }

    private static void Delete(JsonNode root, JsonNode node, Random random)
    {
        if (node.Parent is JsonObject members)
        {
            members.Remove(node.GetPropertyName());
        }
        else if (node.Parent is JsonArray items)
        {
            items.Remove(node);
        }
    }

    private static void Blank(JsonNode root, JsonNode node, Random random) => Replace(node, random.Next(2) == 0 ? "" : "  ");

    private static void ChangeType(JsonNode root, JsonNode node, Random random) =>
        Replace(node, Pick<JsonNode?>([null, 7, -1e30, "word", true, new JsonArray(), new JsonObject(), "9999-12-31", "0001-01-01"], random));

    private static void SwapDates(JsonNode root, JsonNode node, Random random)
    {
        JsonNode[] dates = [.. Nodes(root).Where(n => n is JsonValue value && value.TryGetValue(out string? text) && DateOnly.TryParseExact(text, "yyyy-MM-dd", out _))];
        if (dates.Length > 1)
        {
            (JsonNode a, JsonNode b) = (Pick(dates, random), Pick(dates, random));
            (string first, string second) = (a.GetValue<string>(), b.GetValue<string>());
            if (a != b)
            {
                Replace(a, second);
                Replace(b, first);
            }
        }
    }

    private static void Double(JsonNode root, JsonNode node, Random random)
    {
        if (node.Parent is JsonArray items)
        {
            items.Add(node.DeepClone());
        }
        else if (node.Parent is JsonObject members)
        {
            members[$"{node.GetPropertyName()}2"] = node.DeepClone();
        }
    }

    private static void Replace(JsonNode node, JsonNode? by)
    {
        if (node.Parent is JsonObject members)
        {
            members[node.GetPropertyName()] = by;
        }
        else if (node.Parent is JsonArray items)
        {
            items[node.GetElementIndex()] = by;
        }
    }

    private static IEnumerable<JsonNode> Nodes(JsonNode? node) => node switch
    {
        null => [],
        JsonObject members => members.SelectMany(m => Nodes(m.Value)).Prepend(node),
        JsonArray items => items.SelectMany(Nodes).Prepend(node),
        _ => [node],
    };

    private static T Pick<T>(T[] from, Random random) => from[random.Next(from.Length)];
}
