using System.ComponentModel;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Trunkline.Planner;

/// <summary>The JSON Schema of <c>study.json</c>, and of <c>sweep.json</c>, generated from <see cref="StudyFile"/>; kept in docs/reference/study.schema.json.</summary>
public static class StudySchema
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
        NumberHandling = JsonNumberHandling.Strict,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The schema as indented JSON with a final newline.</summary>
    public static string Text() => Of<StudyFile>("Trunkline study");

    /// <summary>The schema of <c>sweep.json</c>; kept in docs/reference/sweep.schema.json.</summary>
    public static string OfSweeps() => Of<SweepFile>("Trunkline sweep");

    private static string Of<T>(string title)
    {
        JsonNode schema = Options.GetJsonSchemaAsNode(typeof(T), new JsonSchemaExporterOptions { TransformSchemaNode = Describe });
        var document = new JsonObject { ["$schema"] = "https://json-schema.org/draft/2020-12/schema", ["title"] = title };
        foreach ((string name, JsonNode? member) in schema.AsObject())
        {
            document[name] = member?.DeepClone();
        }

        return document.ToJsonString(Options) + "\n";
    }

    private static JsonNode Describe(JsonSchemaExporterContext context, JsonNode schema)
    {
        if (schema is not JsonObject described)
        {
            return schema;
        }

        // Leaving a member out is allowed; writing null is not.
        if (described["type"] is JsonArray types)
        {
            described["type"] = types.Select(t => t!.GetValue<string>()).First(t => t != "null");
        }

        if (context.PropertyInfo?.AttributeProvider is MemberInfo member && member.GetCustomAttribute<DescriptionAttribute>() is { } text)
        {
            described.Insert(0, "description", text.Description);
        }

        return described;
    }
}
