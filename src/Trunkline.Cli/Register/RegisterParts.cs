using System.Text.Json;
using System.Text.Json.Nodes;
using Trunkline.Domain;
using Trunkline.Register;

namespace Trunkline.Cli.Register;

/// <summary>How parts of the register are written as JSON: by the names of the format, without members that say nothing.</summary>
internal static class RegisterParts
{
    /// <summary>A part as it stands in the register's files.</summary>
    public static JsonNode Json<T>(T part) => WithoutNulls(JsonSerializer.SerializeToNode(part, RegisterJson.Options))!;

    /// <summary>A list of anything that has been written.</summary>
    public static JsonArray Array(IEnumerable<JsonNode?> items) => new([.. items]);

    /// <summary>The word of the format.</summary>
    public static string Code(Enum member) => RegisterTerms.Code(member);

    /// <summary>A day, or nothing.</summary>
    public static string? Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Claims with the sources that make them.</summary>
    public static JsonArray Claims(IEnumerable<Evidence> evidence) => Array(evidence.Select(Claim));

    public static JsonNode Claim(Evidence evidence)
    {
        JsonObject claim = Json(evidence.Claim).AsObject();
        JsonObject source = Json(evidence.Source).AsObject();
        source.Remove("claims");
        source.Remove("isArchived");
        claim["source"] = source;
        return claim;
    }

    /// <summary>A cell of the matrix as read on a day.</summary>
    public static JsonObject Reading(MatrixReading reading) => new()
    {
        ["criterion"] = reading.Criterion.Id,
        ["jurisdiction"] = reading.Jurisdiction,
        ["asOf"] = Iso(reading.Day),
        ["state"] = Code(reading.State),
        ["says"] = reading.Cell is { } cell ? Json(cell.Says) : null,
        ["record"] = reading.Cell?.Record,
        ["evidence"] = Claims(reading.Evidence),
    };

    public static JsonObject Edge(GraphEdge edge) => new()
    {
        ["source"] = edge.Source,
        ["kind"] = Code(edge.Kind),
        ["target"] = edge.Target,
        ["since"] = Iso(edge.Since),
        ["provision"] = edge.Provision,
    };

    public static JsonNode? Bilingual(Bilingual? words) => words is null ? null : Json(words);

    private static JsonNode? WithoutNulls(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(members.Where(m => m.Value is not null).Select(m => KeyValuePair.Create(m.Key, WithoutNulls(m.Value)))),
        JsonArray items => new JsonArray([.. items.Select(WithoutNulls)]),
        _ => node?.DeepClone(),
    };
}
