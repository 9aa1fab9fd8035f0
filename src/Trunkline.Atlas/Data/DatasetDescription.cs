using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Trunkline.Domain;

namespace Trunkline.Atlas;

/// <summary>What <c>dataset.json</c> says: edition of the schema, dollar year, title, and for people the columns of each table.</summary>
/// <param name="DollarYear">The one year whose dollars all money columns are in.</param>
/// <param name="Tables">Written by the build for readers; the reader itself goes by <see cref="DatasetSchema"/>.</param>
public sealed record DatasetDescription(
    [property: JsonRequired] int SchemaVersion,
    [property: JsonRequired] int DollarYear,
    [property: JsonRequired] Bilingual Title,
    IReadOnlyList<DatasetTable>? Tables = null)
{
    private static readonly JsonSerializerOptions Form = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        WriteIndented = true,
        NewLine = "\n",
    };

    /// <summary>The text of <c>dataset.json</c>.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Form) + "\n";

    internal static DatasetDescription? Read(string folder, List<Problem> problems)
    {
        string path = Path.Combine(folder, DatasetSchema.DescriptionFile);
        if (!File.Exists(path))
        {
            problems.Add(new Problem(path, "the file is missing.", "A dataset folder needs dataset.json with schemaVersion, dollarYear and title {en, zh}."));
            return null;
        }

        try
        {
            return Sensible(JsonSerializer.Deserialize<DatasetDescription>(File.ReadAllBytes(path), Form), problems);
        }
        catch (JsonException e)
        {
            problems.Add(new Problem($"{DatasetSchema.DescriptionFile} {e.Path}", e.Message, "Write schemaVersion, dollarYear and title {en, zh}."));
            return null;
        }
    }

    private static DatasetDescription? Sensible(DatasetDescription? description, List<Problem> problems)
    {
        if (description?.SchemaVersion is { } version && version != DatasetSchema.Version)
        {
            problems.Add(new Problem(
                $"{DatasetSchema.DescriptionFile} /schemaVersion", $"edition {version} cannot be read.", $"This build reads edition {DatasetSchema.Version}."));
        }

        if (description?.DollarYear is { } year and (< 1950 or > 2100))
        {
            problems.Add(new Problem($"{DatasetSchema.DescriptionFile} /dollarYear", $"{year} is not a year of money.", "Write a year such as 2023."));
        }

        return description;
    }
}
