using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Trunkline.Domain;

namespace Trunkline.Register;

/// <summary>How the register's JSON is read: strictly. An unknown or doubled key, a missing or null member, or a malformed date is a problem with its place.</summary>
public static partial class RegisterJson
{
    /// <summary>The one set of options for records; also used to generate their schema.</summary>
    public static JsonSerializerOptions Options { get; } = Strict();

    /// <summary>Reads one document, or says what is wrong with its shape. A shape error stops at the first fault of the file.</summary>
    internal static T? Parse<T>(RegisterFile file, List<Problem> problems)
        where T : class
    {
        try
        {
            T? document = JsonSerializer.Deserialize<T>(file.Text, Options);
            // Most files hold no null at all, and a second reading would cost as much as the first.
            string[] nulls = file.Text.Contains("null", StringComparison.Ordinal) ? [.. Nulls(JsonNode.Parse(file.Text), "")] : [];
            problems.AddRange(nulls.Select(at => new Problem($"{file.Path} {at}", "is null.", "Leave the member out where there is nothing to say.")));
            return nulls.Length == 0 ? document : null;
        }
        catch (JsonException wrong)
        {
            problems.Add(new Problem($"{file.Path} {Pointer(wrong.Path)}", FirstSentence(wrong.Message), "Correct it there; docs/register.md lists the members of each file."));
        }

        return null;
    }

    /// <summary>A document as the register writes it; members that say nothing are left out.</summary>
    internal static string Write<T>(T document) => JsonSerializer.Serialize(document, Writing);

    /// <summary>The same content as UTF-8 text without spaces, members in ordinal order, numbers in shortest decimal form.</summary>
    internal static ReadOnlySpan<byte> Canonical(string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        ArrayBufferWriter<byte> text = new(json.Length + 16);
        using (Utf8JsonWriter writer = new(text, Compact))
        {
            WriteSorted(writer, document.RootElement);
        }

        return text.WrittenSpan;
    }

    // The document is JSON already, so nothing that is written of it needs checking again.
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private static readonly JsonSerializerOptions Writing = new(Options)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        NewLine = "\n",
    };

    private static JsonSerializerOptions Strict()
    {
        JsonSerializerOptions options = new(JsonSerializerOptions.Strict) { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };
        options.Converters.Add(new RegisterDate());
        options.Converters.Add(new JsonStringEnumConverter<Confidence>(namingPolicy: null, allowIntegerValues: false));
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false));
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }

    /// <summary><c>$.entries[0].value</c> as a JSON pointer, <c>/entries/0/value</c>.</summary>
    private static string Pointer(string? path)
    {
        string steps = Step().Replace(path ?? "$", m => "/" + (m.Groups["name"].Success ? m.Groups["name"] : m.Groups["plain"]));
        return steps.TrimStart('$') is { Length: > 0 } pointer ? pointer : "/";
    }

    private static IEnumerable<string> Nulls(JsonNode? node, string at) => node switch
    {
        null => [at.Length == 0 ? "/" : at],
        JsonObject members => members.SelectMany(m => Nulls(m.Value, $"{at}/{m.Key}")),
        JsonArray items => items.Index().SelectMany(i => Nulls(i.Item, $"{at}/{i.Index}")),
        _ => [],
    };

    private static string FirstSentence(string message)
    {
        int end = message.IndexOf(" Path: ", StringComparison.Ordinal);
        return end < 0 ? message : message[..end];
    }

    [GeneratedRegex(@"\['(?<name>[^']*)'\]|\[(?<plain>\d+)\]|\.(?<plain>[^.\[]+)")]
    private static partial Regex Step();

    private static void WriteSorted(Utf8JsonWriter writer, JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach ((string name, JsonElement value) in Sorted(element))
                {
                    writer.WritePropertyName(name);
                    WriteSorted(writer, value);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (JsonElement item in element.EnumerateArray())
                {
                    WriteSorted(writer, item);
                }

                writer.WriteEndArray();
                break;
            case JsonValueKind.Number when element.TryGetDecimal(out decimal number):
                writer.WriteRawValue(number.ToString("0.############################", CultureInfo.InvariantCulture), skipInputValidation: true);
                break;
            default:
                element.WriteTo(writer);
                break;
        }
    }

    private static (string Name, JsonElement Value)[] Sorted(JsonElement element)
    {
        (string Name, JsonElement Value)[] members = new (string, JsonElement)[element.GetPropertyCount()];
        int count = 0;
        foreach (JsonProperty member in element.EnumerateObject())
        {
            members[count++] = (member.Name, member.Value);
        }

        Array.Sort(members, (a, b) => string.CompareOrdinal(a.Name, b.Name));
        return members;
    }
}

/// <summary>A day written YYYY-MM-DD, of an age in which a policy can have been made: a slip of the pen is not carried into arithmetic.</summary>
internal sealed class RegisterDate : JsonConverter<DateOnly>
{
    private const int FirstYear = 1800;
    private const int LastYear = 2200;

    public override DateOnly Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && PolicyValue.TryDate(reader.GetString(), out DateOnly day) && day.Year is >= FirstYear and <= LastYear
            ? day
            : throw new JsonException($"A day is written YYYY-MM-DD, from {FirstYear} to {LastYear}.");

    public override void Write(Utf8JsonWriter writer, DateOnly value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
}
