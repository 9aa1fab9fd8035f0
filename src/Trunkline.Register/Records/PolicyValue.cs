using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Trunkline.Register;

/// <summary>What a parameter says: a number, or words (a choice from a list, or a day written YYYY-MM-DD). Never null, never a stand-in.</summary>
[JsonConverter(typeof(PolicyValueJson))]
public sealed record PolicyValue
{
    private PolicyValue(decimal? number, string? words) => (MaybeNumber, Words) = (number, words);

    public PolicyValue(decimal number)
        : this(number, null)
    {
    }

    public PolicyValue(string words)
        : this(null, words)
    {
    }

    /// <summary>The number, or null where the value is words.</summary>
    public decimal? MaybeNumber { get; }

    /// <summary>The words, or null where the value is a number.</summary>
    public string? Words { get; }

    /// <summary>The number.</summary>
    /// <exception cref="InvalidOperationException">The value is words.</exception>
    public decimal Number => MaybeNumber ?? throw new InvalidOperationException($"'{Words}' is not a number.");

    public static bool TryDate(string? words, out DateOnly day) =>
        DateOnly.TryParseExact(words, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    public override string ToString() => Words ?? Number.ToString("0.############", CultureInfo.InvariantCulture);
}

/// <summary>A JSON number or a JSON string; anything else is refused.</summary>
internal sealed class PolicyValueJson : JsonConverter<PolicyValue>
{
    public override PolicyValue Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.Number when reader.TryGetDecimal(out decimal number) => new PolicyValue(number),
        JsonTokenType.String => new PolicyValue(reader.GetString()!),
        _ => throw new JsonException("A value is a number or a text."),
    };

    public override void Write(Utf8JsonWriter writer, PolicyValue value, JsonSerializerOptions options)
    {
        if (value.Words is { } words)
        {
            writer.WriteStringValue(words);
        }
        else
        {
            writer.WriteNumberValue(value.Number);
        }
    }
}

/// <summary>The values of one dimension for which an entry holds: one word, or a list of words.</summary>
[JsonConverter(typeof(AnyOfJson))]
public sealed record AnyOf(IReadOnlyList<string> Values)
{
    public bool Contains(string value) => Values.Contains(value, StringComparer.Ordinal);

    public override string ToString() => string.Join("|", Values);
}

/// <summary>A JSON string, or a list of JSON strings.</summary>
internal sealed class AnyOfJson : JsonConverter<AnyOf>
{
    public override AnyOf Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            return new AnyOf([reader.GetString()!]);
        }

        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException("A condition is one word or a list of words.");
        }

        List<string> values = [];
        while (reader.Read() && reader.TokenType == JsonTokenType.String)
        {
            values.Add(reader.GetString()!);
        }

        return reader.TokenType == JsonTokenType.EndArray && values.Count > 0
            ? new AnyOf(values)
            : throw new JsonException("A condition is one word or a list of words, at least one.");
    }

    public override void Write(Utf8JsonWriter writer, AnyOf value, JsonSerializerOptions options)
    {
        if (value.Values.Count == 1)
        {
            writer.WriteStringValue(value.Values[0]);
            return;
        }

        writer.WriteStartArray();
        foreach (string word in value.Values)
        {
            writer.WriteStringValue(word);
        }

        writer.WriteEndArray();
    }
}
