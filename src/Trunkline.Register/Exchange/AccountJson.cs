using System.Text.Json;
using System.Text.Json.Nodes;
using Trunkline.Domain;

namespace Trunkline.Register;

/// <summary>
/// An account as the members of a hub's entry, and back. Members that the format knows become fields; every other one is kept, by its pointer, in <c>extra</c>;
/// an order of members other than by name is kept in <c>order</c>.
/// </summary>
internal static class AccountJson
{
    private static readonly string[] Fields =
    [
        "id", "title", "country", "category", "year", "pubDate", "status", "legalWeight", "sectors", "description", "analysis", "interpretation",
        "relatedFacilities", "reviewStatus", "source",
    ];

    /// <summary>Parts of an entry: the hub's name of each member, and ours where it differs.</summary>
    private static readonly Dictionary<string, (string Theirs, string Ours)[]> Parts = new(StringComparer.Ordinal)
    {
        ["evolution"] = Same("clusters", "supersedes"),
        ["impactAnalysis"] = Same("economic", "environmental", "technical"),
        ["provenance"] = Same("author", "lastAuditDate", "reviewer"),
        ["regulatory"] =
        [
            ("co2_definition", "co2Definition"),
            ("cross_border_rules", "crossBorderRules"),
            ("financial_assurance", "financialAssurance"),
            ("liability_period", "liabilityPeriod"),
            ("liability_transfer", "liabilityTransfer"),
            ("permitting_lead_time", "permittingLeadTime"),
            ("pore_space_rights", "poreSpaceRights"),
        ],
    };

    /// <summary>The account that an entry gives, or what is wrong with it.</summary>
    public static PolicyAccount? Read(string file, JsonElement entry, string body, List<Problem> problems)
    {
        if (entry.ValueKind != JsonValueKind.Object)
        {
            problems.Add(new Problem(file, "is no JSON object.", "Give the fields of one entry."));
            return null;
        }

        JsonObject account = [], extra = [];
        List<string> order = [];
        foreach (JsonProperty member in entry.EnumerateObject())
        {
            order.Add($"/{member.Name}");
            if (Parts.TryGetValue(member.Name, out (string Theirs, string Ours)[]? names) && member.Value.ValueKind == JsonValueKind.Object)
            {
                account[member.Name] = Part(member, names, extra, order);
            }
            else if (Fields.Contains(member.Name) || Parts.ContainsKey(member.Name))
            {
                account[member.Name] = Node(member.Value);
            }
            else
            {
                extra[$"/{member.Name}"] = Node(member.Value);
            }
        }

        account["language"] = IsChinese(body + entry.GetRawText()) ? "zh" : "en";
        if (extra.Count > 0)
        {
            account["extra"] = extra;
        }

        if (!order.SequenceEqual(order.Order(PointerOrder)))
        {
            account["order"] = new JsonArray([.. order.Select(o => (JsonNode)o)]);
        }

        return RegisterJson.Parse<PolicyAccount>(new RegisterFile(file, account.ToJsonString()), problems);
    }

    /// <summary>The members of a hub's entry, two spaces to a level, as the hub writes them.</summary>
    public static string Write(PolicyAccount account)
    {
        JsonObject ours = JsonNode.Parse(RegisterJson.Write(account))!.AsObject();
        Dictionary<string, JsonNode?> root = new(StringComparer.Ordinal);
        foreach ((string name, JsonNode? value) in ours.Where(m => m.Key is not ("language" or "extra" or "order")))
        {
            root[name] = Parts.TryGetValue(name, out (string Theirs, string Ours)[]? names)
                ? new JsonObject(value!.AsObject().Select(m => KeyValuePair.Create(names.First(n => n.Ours == m.Key).Theirs, m.Value?.DeepClone())))
                : value?.DeepClone();
        }

        foreach ((string pointer, JsonElement value) in account.Extra ?? new Dictionary<string, JsonElement>())
        {
            string[] steps = pointer[1..].Split('/', 2);
            if (steps.Length == 2 && root.GetValueOrDefault(steps[0]) is JsonObject part)
            {
                part[steps[1]] = Node(value);
            }
            else
            {
                root[pointer[1..]] = Node(value);
            }
        }

        return HubJson.Write(Ordered(root, account.Order));
    }

    /// <summary>The same entry without members that are null: a table of a hub says nothing with them.</summary>
    public static JsonElement WithoutNulls(JsonElement entry) => JsonSerializer.SerializeToElement(Without(Node(entry)));

    public static bool IsChinese(string text) => text.Any(c => c is >= '\u4e00' and <= '\u9fff');

    private static JsonNode? Without(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(members.Where(m => m.Value is not null).Select(m => KeyValuePair.Create(m.Key, Without(m.Value)))),
        JsonArray items => new JsonArray([.. items.Where(i => i is not null).Select(Without)]),
        _ => node?.DeepClone(),
    };

    private static JsonObject Part(JsonProperty member, (string Theirs, string Ours)[] names, JsonObject extra, List<string> order)
    {
        JsonObject part = [];
        foreach (JsonProperty inner in member.Value.EnumerateObject())
        {
            order.Add($"/{member.Name}/{inner.Name}");
            if (names.FirstOrDefault(n => n.Theirs == inner.Name).Ours is { } ours)
            {
                part[ours] = Node(inner.Value);
            }
            else
            {
                extra[$"/{member.Name}/{inner.Name}"] = Node(inner.Value);
            }
        }

        return part;
    }

    private static JsonObject Ordered(Dictionary<string, JsonNode?> root, IReadOnlyList<string>? order)
    {
        List<string> places = [.. order ?? []];
        return new JsonObject(InOrder(root, "").Select(m => KeyValuePair.Create(
            m.Key, m.Value is JsonObject part && Parts.ContainsKey(m.Key) ? new JsonObject(InOrder(part, $"/{m.Key}").Select(p => KeyValuePair.Create(p.Key, p.Value?.DeepClone()))) : m.Value?.DeepClone())));

        IEnumerable<KeyValuePair<string, JsonNode?>> InOrder(IEnumerable<KeyValuePair<string, JsonNode?>> members, string at) => members
            .OrderBy(m => places.IndexOf($"{at}/{m.Key}") is var place and >= 0 ? place : int.MaxValue)
            .ThenBy(m => m.Key, StringComparer.Ordinal);
    }

    private static JsonNode? Node(JsonElement value) => JsonNode.Parse(value.GetRawText());

    private static (string Theirs, string Ours)[] Same(params string[] names) => [.. names.Select(n => (n, n))];

    /// <summary>A member stands before its own members, and members of one object by name.</summary>
    private static readonly Comparer<string> PointerOrder = Comparer<string>.Create((a, b) =>
        string.CompareOrdinal(a.Replace('/', '\u0001'), b.Replace('/', '\u0001')));
}
