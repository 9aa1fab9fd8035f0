using System.Text.Json;
using System.Text.Json.Nodes;

namespace Trunkline.Tests.Server;

/// <summary>Holds JSON against a schema of an OpenAPI document, as far as the document uses schemas.</summary>
internal sealed class SchemaCheck(JsonNode document)
{
    /// <summary>Everything in which the value is not what the schema says.</summary>
    public IEnumerable<string> Faults(JsonNode? value, JsonNode? schema, string place)
    {
        if (schema is not JsonObject said)
        {
            return [];
        }

        if (said["$ref"]?.GetValue<string>() is { } reference)
        {
            return Faults(value, Find(reference), place);
        }

        if ((said["oneOf"] ?? said["anyOf"]) is JsonArray choices)
        {
            return choices.Any(c => !Faults(value, c, place).Any()) ? [] : [$"{place}: fits none of the choices"];
        }

        if (!IsOfType(value, said["type"]))
        {
            return [$"{place}: {value?.ToJsonString() ?? "null"} is not {said["type"]!.ToJsonString()}"];
        }

        return value switch
        {
            JsonObject members => Members(members, said, place),
            JsonArray items => items.SelectMany((item, i) => Faults(item, said["items"], $"{place}/{i}")),
            _ => said["enum"] is JsonArray words && words.All(w => w?.ToJsonString() != value?.ToJsonString()) ? [$"{place}: {value} is not among {words.ToJsonString()}"] : [],
        };
    }

    private IEnumerable<string> Members(JsonObject members, JsonObject schema, string place)
    {
        foreach (string name in (schema["required"] as JsonArray ?? []).Select(n => n!.GetValue<string>()).Where(n => !members.ContainsKey(n)))
        {
            yield return $"{place}/{name}: is missing";
        }

        foreach ((string name, JsonNode? value) in members)
        {
            JsonNode? known = schema["properties"]?[name] ?? schema["additionalProperties"];
            if (schema["properties"] is not null && known is null)
            {
                yield return $"{place}/{name}: is not in the document";
            }

            foreach (string fault in Faults(value, known, $"{place}/{name}"))
            {
                yield return fault;
            }
        }
    }

    private JsonNode? Find(string reference) => reference.Split('/')[1..].Aggregate((JsonNode?)document, (node, step) => node?[step]);

    private static bool IsOfType(JsonNode? value, JsonNode? type) => type switch
    {
        null => true,
        JsonArray types => types.Any(t => IsOfType(value, t)),
        _ => (type.GetValue<string>(), value?.GetValueKind() ?? JsonValueKind.Null) switch
        {
            ("null", JsonValueKind.Null) => true,
            ("string", JsonValueKind.String) => true,
            ("number", JsonValueKind.Number) => true,
            ("integer", JsonValueKind.Number) => true,
            ("boolean", JsonValueKind.True or JsonValueKind.False) => true,
            ("object", JsonValueKind.Object) => true,
            ("array", JsonValueKind.Array) => true,
            _ => false,
        },
    };
}
