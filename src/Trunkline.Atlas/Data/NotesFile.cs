using System.Text.Json;
using System.Text.Json.Serialization;
using Trunkline.Domain;

namespace Trunkline.Atlas;

/// <summary>Something that a reader of any figure from a dataset must know, in both languages.</summary>
public sealed record DatasetNote(string Id, string En, string Zh)
{
    /// <summary>The words in both languages.</summary>
    [JsonIgnore]
    public Bilingual Text => new(En, Zh);
}

/// <summary>Reads <c>notes.json</c>; no file, no notes.</summary>
internal static class NotesFile
{
    public const string Name = "notes.json";

    private static readonly JsonSerializerOptions Form = new(JsonSerializerOptions.Strict) { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    public static IReadOnlyList<DatasetNote> Read(string folder, List<Problem> problems)
    {
        string path = Path.Combine(folder, Name);
        if (!File.Exists(path))
        {
            return [];
        }

        try
        {
            return JsonSerializer.Deserialize<List<DatasetNote>>(File.ReadAllText(path), Form) ?? [];
        }
        catch (JsonException e)
        {
            problems.Add(new Problem(path, e.Message, "Give a list of {\"id\", \"en\", \"zh\"}."));
            return [];
        }
    }
}
