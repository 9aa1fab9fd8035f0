using System.Text.Json;
using Trunkline.Domain;
using Trunkline.Server.Http;

namespace Trunkline.Server.Studies;

/// <summary>A study in a list.</summary>
/// <param name="Origin"><c>shipped</c> or <c>own</c>.</param>
/// <param name="Plans">How many plans of it are kept here.</param>
internal sealed record StudyItem(string Id, Bilingual Title, string Origin, string Dataset, int Plans, string Etag);

/// <summary>A study with its text's members.</summary>
internal sealed record StudyPage(StudyItem Item, JsonElement Study);

/// <summary>A study as typed, perhaps half written.</summary>
/// <param name="Study">As study.json; its <c>dataset</c> is not read.</param>
/// <param name="Dataset">Id of the dataset; us where left out.</param>
internal sealed record StudyTyped(JsonElement Study, string? Dataset = null);

/// <summary>Whether a study could be planned; all that is wrong otherwise, in the command line's words.</summary>
internal sealed record StudyChecked(bool Valid, IReadOnlyList<ProblemSeen> Problems);

/// <summary>A field of the form for a study.</summary>
/// <param name="Pointer">Where it stands in the study.</param>
/// <param name="Kind"><c>text</c>, <c>number</c>, <c>whole</c>, <c>day</c>, <c>choice</c>, <c>choices</c>, <c>numbers</c> (one a period), <c>periods</c>, <c>ids</c>.</param>
/// <param name="Default">What is taken where it is left out, as JSON.</param>
internal sealed record FormField(
    string Pointer, string Kind, bool Required, Bilingual Title, Bilingual Explanation, string? Unit, double? Least, double? Most, JsonElement? Default, IReadOnlyList<string> Choices);

/// <summary>A dataset in a list.</summary>
internal sealed record DatasetItem(string Id, string Origin, int DollarYear, IReadOnlyList<DatasetTable> Tables, IReadOnlyList<string> States, IReadOnlyList<ProblemSeen> Problems);

/// <summary>A table of a dataset.</summary>
internal sealed record DatasetTable(string Name, int Rows);
