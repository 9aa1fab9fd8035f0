using System.Text.Json;
using Trunkline.Domain;

namespace Trunkline.Register;

/// <summary>One entry of a policy hub: its fields, and the text below them.</summary>
/// <param name="File">Where it was read, so that a problem can say so.</param>
/// <param name="Body">Everything below the closing fence, to the byte.</param>
public sealed record HubEntry(string File, PolicyAccount Account, string Body)
{
    private const string Fence = "---\n";

    /// <summary>The entries of a file: Markdown with JSON between two lines <c>---</c>, a JSON object or list, or a CSV table.</summary>
    public static Checked<IReadOnlyList<HubEntry>> Read(RegisterFile file)
    {
        List<Problem> problems = [];
        IReadOnlyList<HubEntry> entries = Path.GetExtension(file.Path) switch
        {
            ".md" => Markdown(file, problems),
            ".json" => Json(file, problems),
            ".csv" => HubTable.Rows(file, problems).SelectMany(row => Entry(file.Path, row, "", problems)).ToArray(),
            _ => Unknown(file, problems),
        };
        return Checked<IReadOnlyList<HubEntry>>.From(entries, problems);
    }

    /// <summary>The one entry of a hub's own file, or of the folder that an import wrote.</summary>
    public static Checked<HubEntry> ReadOne(string path)
    {
        string? told = Directory.Exists(path)
            ? Directory.EnumerateFiles(path, "account.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal).FirstOrDefault()
            : path;
        if (told is null)
        {
            return Wrong(path, "holds no account.json.", "Name a folder that 'trunkline register import' wrote.");
        }

        Checked<IReadOnlyList<RegisterFile>> file = RegisterFiles.Of([told]);
        if (!file.IsRight)
        {
            return Checked<HubEntry>.Wrong([.. file.Problems]);
        }

        if (Directory.Exists(path))
        {
            return Imported(file.Value[0]);
        }

        Checked<IReadOnlyList<HubEntry>> entries = Read(file.Value[0]);
        return !entries.IsRight ? Checked<HubEntry>.Wrong([.. entries.Problems])
            : entries.Value is [var only] ? Checked<HubEntry>.Right(only)
            : Wrong(path, $"holds {entries.Value.Count} entries.", "Name a file of one entry.");
    }

    /// <summary>The entry as the hub writes it: the same bytes, where nothing was changed.</summary>
    public string Write() => $"{Fence}{AccountJson.Write(Account)}\n{Fence}{Body}";

    private static Checked<HubEntry> Imported(RegisterFile account)
    {
        List<Problem> problems = [];
        PolicyAccount? fields = RegisterJson.Parse<PolicyAccount>(account, problems);
        string body = Path.Combine(Path.GetDirectoryName(account.Path)!, $"text.{fields?.Language}.md");
        return Checked<HubEntry>.From(
            fields is null ? null : new HubEntry(account.Path, fields, System.IO.File.Exists(body) ? System.IO.File.ReadAllText(body) : ""), problems);
    }

    private static Checked<HubEntry> Wrong(string where, string what, string fix) => Checked<HubEntry>.Wrong([new Problem(where, what, fix)]);

    private static IReadOnlyList<HubEntry> Markdown(RegisterFile file, List<Problem> problems)
    {
        string text = file.Text.TrimStart('\uFEFF').ReplaceLineEndings("\n");
        int end = text.IndexOf($"\n{Fence}", StringComparison.Ordinal);
        if (!text.StartsWith(Fence, StringComparison.Ordinal) || end < 0)
        {
            problems.Add(new Problem(file.Path, "has no front matter.", "Begin with a line '---', the entry as a JSON object, and another line '---'."));
            return [];
        }

        string json = text[Fence.Length..end], body = text[(end + 1 + Fence.Length)..];
        return Document(file.Path, json, problems) is { } fields ? Entry(file.Path, fields, body, problems) : [];
    }

    private static HubEntry[] Json(RegisterFile file, List<Problem> problems)
    {
        if (Document(file.Path, file.Text, problems) is not { } document)
        {
            return [];
        }

        JsonElement[] items = document.ValueKind == JsonValueKind.Array ? [.. document.EnumerateArray()] : [document];
        return [.. items.SelectMany((item, i) => Entry(document.ValueKind == JsonValueKind.Array ? $"{file.Path} /{i}" : file.Path, AccountJson.WithoutNulls(item), "", problems))];
    }

    private static JsonElement? Document(string file, string json, List<Problem> problems)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json, new JsonDocumentOptions { AllowDuplicateProperties = false });
            return document.RootElement.Clone();
        }
        catch (JsonException wrong)
        {
            problems.Add(new Problem(file, $"is not JSON: {wrong.Message}", "Correct it there."));
            return null;
        }
    }

    private static IReadOnlyList<HubEntry> Entry(string file, JsonElement fields, string body, List<Problem> problems) =>
        AccountJson.Read(file, fields, body, problems) is { } account ? [new HubEntry(file, account, body)] : [];

    private static IReadOnlyList<HubEntry> Unknown(RegisterFile file, List<Problem> problems)
    {
        problems.Add(new Problem(file.Path, "is no entry of a policy hub.", "Give .md with JSON front matter, .json or .csv."));
        return [];
    }
}
