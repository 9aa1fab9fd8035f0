using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Trunkline.Planner;

/// <summary>A study's text and its members, both ways, so that a program can change one and have it read as if a person had.</summary>
public static class StudyText
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        NumberHandling = JsonNumberHandling.Strict,
        PropertyNameCaseInsensitive = false,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        NewLine = "\n",
        MaxDepth = 32,
    };

    /// <summary>The members of a study that <see cref="StudyReader"/> has found right.</summary>
    /// <exception cref="JsonException">The text is no study.</exception>
    public static StudyFile Members(string text) =>
        JsonSerializer.Deserialize<StudyFile>(text, Options) ?? throw new JsonException("A study is an object.");

    /// <summary>The study as <see cref="Of"/> writes it; null where it cannot be written: a number as large as 1e999 is read as infinity, which JSON has no word for.</summary>
    public static string? OfFinite(StudyFile study)
    {
        try
        {
            return Of(study);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>A right study's text as it is kept away from the folder that it was read in: its dataset is told beside it, not by a path.</summary>
    /// <exception cref="JsonException">The text is no study.</exception>
    public static string OfItsFolder(string text) => Of(Members(text) with { Dataset = "." });

    /// <summary>The study as a person would write it; what is left out stays out.</summary>
    /// <exception cref="ArgumentException">A number is not finite.</exception>
    public static string Of(StudyFile study) => JsonSerializer.Serialize(study, Options) + "\n";
}
