using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Trunkline.Domain;

namespace Trunkline.Pillars;

/// <summary>The pillars as JSON: camelCase, quantities as bare numbers whose unit the member's name carries, null where a figure is unknown.</summary>
public static class PillarsJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new QuantityJson(), new FiniteNumber(), new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, false) },
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>One member a pillar.</summary>
    public static JsonObject Of(PlanPillars pillars) => Of<PlanPillars>(pillars);

    /// <summary>One object of a pillar.</summary>
    public static JsonObject Of<T>(T value)
        where T : class => JsonSerializer.SerializeToNode(value, Options)!.AsObject();

    /// <summary>A price of nothing per nothing is no number: null.</summary>
    private sealed class FiniteNumber : JsonConverter<double>
    {
        public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDouble();

        public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options)
        {
            if (double.IsFinite(value))
            {
                writer.WriteNumberValue(value);
            }
            else
            {
                writer.WriteNullValue();
            }
        }
    }
}
