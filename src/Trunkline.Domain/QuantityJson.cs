using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Trunkline.Domain;

/// <summary>A quantity is written to JSON as its bare number; the member's name carries the unit.</summary>
public sealed class QuantityJson : JsonConverterFactory
{
    /// <inheritdoc/>
    public override bool CanConvert(Type typeToConvert)
    {
        ArgumentNullException.ThrowIfNull(typeToConvert);
        return typeToConvert.IsValueType && typeToConvert.GetInterfaces().Any(IsQuantity);
    }

    /// <inheritdoc/>
    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Converter<>).MakeGenericType(typeToConvert))!;

    private static bool IsQuantity(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IQuantity<>);

    private sealed class Converter<T> : JsonConverter<T>
        where T : struct, IQuantity<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            T.Of(reader.GetDouble());

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            writer.WriteNumberValue(value.Value);
    }
}
