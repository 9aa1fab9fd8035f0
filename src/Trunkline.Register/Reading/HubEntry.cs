using System.Text.Json;
using System.Text.Json.Nodes;
using Trunkline.Domain;

namespace Trunkline.Register;

/// <summary>A policy hub's entry as it tells it: its members and the text below them. Shown beside a record, never believed.</summary>
public sealed record HubEntry(PolicyAccount Account, string Body)
{
    private const string Fence = "---";

    /// <summary>Reads an entry from a hub's own file (JSON between two lines of three dashes, then Markdown), or from the folder of an imported record.</summary>
    public static Checked<HubEntry> Read(string path)
    {
        if (!Directory.Exists(path))
        {
            return FromText(new RegisterFile(Path.GetFileName(path), File.ReadAllText(path)));
        }

        string? account = Directory.EnumerateFiles(path, "account.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal).FirstOrDefault();
        return account is null
            ? Wrong(path, "holds no account.json.", "Name a folder that 'trunkline register import' wrote.")
            : FromImported(new RegisterFile(account, File.ReadAllText(account)));
    }

    private static Checked<HubEntry> FromImported(RegisterFile file)
    {
        List<Problem> problems = [];
        PolicyAccount? account = RegisterJson.Parse<PolicyAccount>(file, problems);
        string body = Path.Combine(Path.GetDirectoryName(file.Path)!, $"text.{account?.Language}.md");
        return Checked<HubEntry>.From(account is null ? null : new HubEntry(account, File.Exists(body) ? File.ReadAllText(body) : ""), problems);
    }

    /// <summary>Reads a hub's own file.</summary>
    internal static Checked<HubEntry> FromText(RegisterFile file)
    {
        string[] lines = file.Text.ReplaceLineEndings("\n").Split('\n');
        int end = Array.IndexOf(lines, Fence, 1);
        if (lines[0] != Fence || end < 0)
        {
            return Wrong(file.Path, "does not begin with JSON between two lines of '---'.", "Name the file of a hub's entry as the hub wrote it.");
        }

        try
        {
            return JsonNode.Parse(string.Join('\n', lines[1..end])) is JsonObject members
                ? Checked<HubEntry>.Right(new HubEntry(AccountOf(members), string.Join('\n', lines[(end + 1)..]).Trim()))
                : Wrong(file.Path, "holds no JSON object between the lines of '---'.", "Name the file of a hub's entry as the hub wrote it.");
        }
        catch (JsonException wrong)
        {
            return Wrong(file.Path, $"is not JSON between the lines of '---': {wrong.Message}", "Correct it there.");
        }
    }

    private static PolicyAccount AccountOf(JsonObject members) => new(
        IsChinese($"{Text(members, "title")}{Text(members, "description")}") ? "zh" : "en",
        Text(members, "id") ?? "",
        Title: Text(members, "title"),
        Country: Text(members, "country"),
        Category: Text(members, "category"),
        PubDate: Text(members, "pubDate"),
        Status: Text(members, "status"),
        LegalWeight: Text(members, "legalWeight"),
        Description: Text(members, "description"),
        Interpretation: Text(members, "interpretation"),
        Evolution: members["evolution"] is JsonObject evolution ? new AccountOfEvolution(Texts(evolution, "clusters"), Texts(evolution, "supersedes")) : null,
        Provenance: members["provenance"] is JsonObject provenance
            ? new AccountOfProvenance(Text(provenance, "author"), Text(provenance, "lastAuditDate"), Text(provenance, "reviewer"))
            : null,
        ReviewStatus: Text(members, "reviewStatus"),
        Source: Text(members, "source"));

    private static string? Text(JsonObject members, string name) => members[name] is JsonValue value ? value.ToString() : null;

    private static string[]? Texts(JsonObject members, string name) => members[name] is JsonArray items ? [.. items.Select(i => i?.ToString() ?? "")] : null;

    private static bool IsChinese(string text) => text.Any(c => c is >= '\u4E00' and <= '\u9FFF');

    private static Checked<HubEntry> Wrong(string where, string what, string fix) => Checked<HubEntry>.Wrong([new Problem(where, what, fix)]);
}
