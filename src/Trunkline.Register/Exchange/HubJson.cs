using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Trunkline.Register;

/// <summary>JSON as policy hubs write it: two spaces to a level, every letter as it is, only what must be escaped is escaped.</summary>
internal static class HubJson
{
    public static string Write(JsonNode node)
    {
        StringBuilder text = new();
        Write(text, node, 0);
        return text.ToString();
    }

    private static void Write(StringBuilder text, JsonNode? node, int level)
    {
        switch (node)
        {
            case JsonObject { Count: > 0 } members:
                Block(text, '{', '}', level, members, m =>
                {
                    Quoted(text, m.Key);
                    text.Append(": ");
                    Write(text, m.Value, level + 1);
                });
                break;
            case JsonArray { Count: > 0 } items:
                Block(text, '[', ']', level, items, item => Write(text, item, level + 1));
                break;
            case JsonObject:
                text.Append("{}");
                break;
            case JsonArray:
                text.Append("[]");
                break;
            case JsonValue value when value.GetValueKind() == JsonValueKind.String:
                Quoted(text, value.GetValue<string>());
                break;
            default:
                text.Append(node?.ToJsonString() ?? "null");
                break;
        }
    }

    private static void Block<T>(StringBuilder text, char open, char close, int level, IEnumerable<T> parts, Action<T> write)
    {
        string separator = "";
        text.Append(open);
        foreach (T part in parts)
        {
            text.Append(separator).Append('\n').Append(' ', 2 * (level + 1));
            write(part);
            separator = ",";
        }

        text.Append('\n').Append(' ', 2 * level).Append(close);
    }

    private static void Quoted(StringBuilder text, string words)
    {
        text.Append('"');
        foreach (char c in words)
        {
            _ = c switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                '\b' => text.Append("\\b"),
                '\f' => text.Append("\\f"),
                < ' ' => text.Append($"\\u{(int)c:x4}"),
                _ => text.Append(c),
            };
        }

        text.Append('"');
    }
}
