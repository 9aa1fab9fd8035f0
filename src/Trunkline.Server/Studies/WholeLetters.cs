using System.Text.Json;
using Trunkline.Domain;

namespace Trunkline.Server.Studies;

/// <summary>JSON may write half of a letter (<c>\ud800</c>), which no text can hold.</summary>
internal static class WholeLetters
{
    /// <summary>A problem for each text or name that holds half a letter.</summary>
    /// <param name="where">File and pointer of the element.</param>
    public static IEnumerable<Problem> Wrong(JsonElement element, string where) => element.ValueKind switch
    {
        JsonValueKind.String => Is(() => element.GetString()) ? [] : [Half(where)],
        JsonValueKind.Array => element.EnumerateArray().Index().SelectMany(item => Wrong(item.Item, $"{where}/{item.Index}")),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => Is(() => member.Name) ? Wrong(member.Value, $"{where}/{member.Name}") : [Half(where)]),
        _ => [],
    };

    private static Problem Half(string where) => new(where, "The text holds half of a letter.", "Write the letter whole.");

    private static bool Is(Func<string?> read)
    {
        try
        {
            _ = read();
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
