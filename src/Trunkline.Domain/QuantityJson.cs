using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Trunkline.Domain;

/// <summary>A quantity is written to JSON as its bare number; the member's name carries the unit.</summary>
/// <param name="rounding">Applied to each number on writing, for files that keep fewer digits; null writes every digit.</param>
public sealed class QuantityJson(Func<double, double>? rounding = null) : JsonConverterFactory
{
    /// <inheritdoc/>
    public override bool CanConvert(Type typeToConvert)
    {
        ArgumentNullException.ThrowIfNull(typeToConvert);
        return typeToConvert.IsValueType && typeToConvert.GetInterfaces().Any(IsQuantity);
    }

    /// <inheritdoc/>
    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Converter<>).MakeGenericType(typeToConvert), rounding)!;

    private static bool IsQuantity(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IQuantity<>);

    private sealed class Converter<T>(Func<double, double>? rounding) : JsonConverter<T>
        where T : struct, IQuantity<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            T.Of(reader.GetDouble());

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            writer.WriteNumberValue(rounding is null ? value.Value : rounding(value.Value));
    }
}
