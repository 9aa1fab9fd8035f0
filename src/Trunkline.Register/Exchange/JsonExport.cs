using System.Text.Json.Nodes;

namespace Trunkline.Register;

/// <summary>Records whole, as one JSON document in the words of the format.</summary>
public static class JsonExport
{
    /// <summary>One file, <c>register.json</c>.</summary>
    public static IReadOnlyList<RegisterFile> Of(PolicyRegister register, IReadOnlyList<PolicyRecord> records)
    {
        JsonObject whole = new()
        {
            ["version"] = register.Version,
            ["records"] = new JsonArray([.. records.Select(Record)]),
        };
        return [new RegisterFile("register.json", HubJson.Write(whole) + "\n")];
    }

    private static JsonObject Record(PolicyRecord record)
    {
        JsonObject json = new()
        {
            ["id"] = record.Id,
            ["version"] = record.Version,
            ["policy"] = Node(record.Document),
            ["text"] = new JsonObject { ["en"] = record.Text.En, ["zh"] = record.Text.Zh },
            ["parameters"] = new JsonArray([.. record.Parameters.Select(Node)]),
            ["evidence"] = new JsonArray([.. record.Sources.Select(Node)]),
            ["reviews"] = new JsonArray([.. record.Reviews.Select(r => Node(r.Review))]),
            ["revisions"] = new JsonArray([.. record.Earlier.Select(Record)]),
        };
        if (record.Account is { } account)
        {
            json["account"] = Node(account);
        }

        return json;
    }

    private static JsonNode? Node<T>(T document) => JsonNode.Parse(RegisterJson.Write(document));
}
