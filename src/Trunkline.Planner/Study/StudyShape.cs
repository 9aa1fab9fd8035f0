using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Trunkline.Domain;

namespace Trunkline.Planner;

/// <summary>Compares a JSON document with the type it should become and names every difference, not only the first.</summary>
public sealed class StudyShape
{
    private readonly string file;
    private readonly List<Problem> problems = [];

    /// <summary>Places to mend and what would stand there harmlessly; null where the member is to go.</summary>
    private readonly List<(string Pointer, string? Neutral)> faults = [];
    private bool cannotBeMended;

    private StudyShape(string file) => this.file = file;

    /// <summary>Everything in the document that a strict reader of <typeparamref name="T"/> would refuse.</summary>
    /// <param name="file">Name used in messages.</param>
    /// <param name="document">The document.</param>
    /// <param name="name">What the whole document is called in messages.</param>
    /// <param name="mended">
    /// The document with harmless values where the faults are, so that the rest can still be judged; null where that is not possible.
    /// </param>
    public static IReadOnlyList<Problem> Compare<T>(string file, JsonElement document, string name, out JsonNode? mended)
    {
        var shape = new StudyShape(file);
        shape.Visit(document, typeof(T), string.Empty, name);
        mended = shape.cannotBeMended ? null : shape.Mend(JsonNode.Parse(document.GetRawText())!);
        return shape.problems;
    }

    private JsonNode Mend(JsonNode document)
    {
        foreach ((string pointer, string? neutral) in faults)
        {
            string[] steps = pointer.Split('/')[1..];
            JsonNode parent = steps[..^1].Aggregate(document, (node, step) => node is JsonArray list ? list[int.Parse(step)]! : node[step]!);
            JsonNode? value = neutral is null ? null : JsonNode.Parse(neutral);
            if (parent is JsonArray items)
            {
                items[int.Parse(steps[^1])] = value;
            }
            else if (value is null)
            {
                parent.AsObject().Remove(steps[^1]);
            }
            else
            {
                parent[steps[^1]] = value;
            }
        }

        return document;
    }

    private static string? NeutralOf(Type type) =>
        type == typeof(string) ? "\"\""
        : type == typeof(double) || type == typeof(int) ? "0"
        : type == typeof(bool) ? "false"
        : type == typeof(DateOnly) ? "\"2000-01-01\""
        : type.IsGenericType ? "[]"
        : null;

    private void Visit(JsonElement element, Type type, string pointer, string name)
    {
        type = Plain(type);
        if (type == typeof(string))
        {
            Expect(element, type, pointer, name, JsonValueKind.String, "text in quotes");
        }
        else if (type == typeof(double) || type == typeof(int))
        {
            VisitNumber(element, type, pointer, name);
        }
        else if (type == typeof(bool))
        {
            Expect(element, type, pointer, name, element.ValueKind == JsonValueKind.True ? JsonValueKind.True : JsonValueKind.False, "true or false without quotes");
        }
        else if (type == typeof(DateOnly))
        {
            VisitDate(element, pointer, name);
        }
        else if (type.IsGenericType)
        {
            VisitList(element, type, pointer, name);
        }
        else
        {
            VisitObject(element, type, pointer, name);
        }
    }

    private void VisitNumber(JsonElement element, Type type, string pointer, string name)
    {
        if (Expect(element, type, pointer, name, JsonValueKind.Number, "a number without quotes or unit, for example 80")
            && type == typeof(int) && !element.TryGetInt32(out _))
        {
            Add(pointer, $"{name} is {element.GetRawText()}, not a whole number.", "Give a whole number.", NeutralOf(type));
        }
        else if (element.ValueKind == JsonValueKind.Number && !double.IsFinite(element.GetDouble()))
        {
            Add(pointer, $"{name} is {element.GetRawText()}, too large to be a number.", "Give a number of ordinary size.", NeutralOf(type));
        }
    }

    private void VisitDate(JsonElement element, string pointer, string name)
    {
        if (Expect(element, typeof(DateOnly), pointer, name, JsonValueKind.String, "a date in quotes, for example \"2026-11-23\"")
            && !DateOnly.TryParseExact(element.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
        {
            Add(pointer, $"{name} is '{element.GetString()}', not a date.", "Write year, month and day: \"2026-11-23\".", NeutralOf(typeof(DateOnly)));
        }
    }

    private void VisitList(JsonElement element, Type list, string pointer, string name)
    {
        if (!Expect(element, list, pointer, name, JsonValueKind.Array, "a list in square brackets"))
        {
            return;
        }

        Type item = list.GetGenericArguments()[0];
        int index = 0;
        foreach (JsonElement member in element.EnumerateArray())
        {
            Visit(member, item, $"{pointer}/{index}", $"item {index} of {name}");
            index++;
        }
    }

    private void VisitObject(JsonElement element, Type type, string pointer, string name)
    {
        if (!Expect(element, type, pointer, name, JsonValueKind.Object, "an object in braces"))
        {
            return;
        }

        Dictionary<string, PropertyInfo> known = type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.Name != "EqualityContract").ToDictionary(JsonName);
        var seen = new HashSet<string>();
        foreach (JsonProperty member in element.EnumerateObject())
        {
            if (!seen.Add(member.Name))
            {
                cannotBeMended = true;
                Add($"{pointer}/{member.Name}", $"'{member.Name}' is given twice.", "Keep one of the two.", null);
            }
            else if (!known.TryGetValue(member.Name, out PropertyInfo? property))
            {
                cannotBeMended |= member.Name.Contains('/', StringComparison.Ordinal);
                Add($"{pointer}/{member.Name}", $"'{member.Name}' is not known here.", $"Known are: {string.Join(", ", known.Keys)}.{Nearest(member.Name, known.Keys)}", null);
            }
            else
            {
                Visit(member.Value, property.PropertyType, $"{pointer}/{member.Name}", $"'{member.Name}'");
            }
        }

        foreach (string missing in known.Where(k => IsRequired(k.Value, type)).Select(k => k.Key).Where(k => !seen.Contains(k)))
        {
            Add($"{pointer}/{missing}", $"'{missing}' is missing.", $"Add it to {name}.", NeutralOf(Plain(known[missing].PropertyType)));
        }
    }

    private static string JsonName(PropertyInfo property) =>
        property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name ?? JsonNamingPolicy.CamelCase.ConvertName(property.Name);

    private static bool IsRequired(PropertyInfo property, Type owner) =>
        property.IsDefined(typeof(RequiredMemberAttribute))
        || owner.GetConstructors().Any(c => c.GetParameters() is { Length: > 0 } given
            && given.Any(p => string.Equals(p.Name, property.Name, StringComparison.OrdinalIgnoreCase)));

    private static string Nearest(string typed, IEnumerable<string> known)
    {
        string? near = known.FirstOrDefault(k =>
            string.Equals(k, typed, StringComparison.OrdinalIgnoreCase) || k.StartsWith(typed, StringComparison.OrdinalIgnoreCase)
            || typed.StartsWith(k, StringComparison.OrdinalIgnoreCase));
        return near is null ? string.Empty : $" Was '{near}' meant?";
    }

    private static Type Plain(Type type) => Nullable.GetUnderlyingType(type) ?? type;

    private bool Expect(JsonElement element, Type type, string pointer, string name, JsonValueKind kind, string wanted)
    {
        if (element.ValueKind == kind)
        {
            return true;
        }

        Add(pointer, $"{name} is {Shown(element)}.", $"Give {wanted}.", NeutralOf(type));
        return false;
    }

    private static string Shown(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Null => "null",
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        _ => element.GetRawText(),
    };

    private void Add(string pointer, string what, string fix, string? neutral)
    {
        problems.Add(new Problem($"{file} {(pointer.Length == 0 ? "/" : pointer)}", what, fix));
        faults.Add((pointer, neutral));
        // The document itself, or a list member that is no plain value, leaves nothing sound to go on with.
        cannotBeMended |= pointer.Length == 0 || (neutral is null && char.IsAsciiDigit(pointer[^1]));
    }
}
