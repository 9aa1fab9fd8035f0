using System.Globalization;
using System.Text;
using Trunkline.Domain;

namespace Trunkline.Register;

/// <summary>Turns entries of a policy hub into drafts of records. What the hub asserts goes into the account; the document takes over only what needs no belief.</summary>
public static class HubImport
{
    private static readonly Dictionary<string, string> Countries = new(StringComparer.OrdinalIgnoreCase)
    {
        ["United States"] = "us",
        ["United States of America"] = "us",
        ["USA"] = "us",
        ["US"] = "us",
        ["美国"] = "us",
        ["European Union"] = "eu",
        ["EU"] = "eu",
        ["欧盟"] = "eu",
        ["Canada"] = "ca",
        ["加拿大"] = "ca",
        ["Norway"] = "no",
        ["挪威"] = "no",
        ["Japan"] = "jp",
        ["日本"] = "jp",
        ["United Kingdom"] = "gb",
        ["UK"] = "gb",
        ["英国"] = "gb",
        ["International"] = "int",
        ["Global"] = "int",
        ["国际"] = "int",
    };

    private static readonly string[] NamesOfSoftware = ["gemini", "gpt", "claude", "llama", "copilot", "intelligence", "llm", "bot", "智能"];

    /// <summary>The files of a register that holds the entries, or every problem of every file.</summary>
    public static Checked<IReadOnlyList<RegisterFile>> Of(IReadOnlyList<RegisterFile> files)
    {
        List<Problem> problems = [];
        List<HubEntry> entries = [];
        foreach (RegisterFile file in files)
        {
            Checked<IReadOnlyList<HubEntry>> read = HubEntry.Read(file);
            problems.AddRange(read.Problems);
            entries.AddRange(read.Value ?? []);
        }

        List<RegisterFile> records = [.. entries.SelectMany(entry => Record(entry, problems))];
        problems.AddRange(
            from record in records
            group record by record.Path into same
            where same.Count() > 1 && same.Key.EndsWith("/account.json", StringComparison.Ordinal)
            select new Problem(same.Key, $"would hold {same.Count()} entries of one id.", "Give each entry its own id."));
        if (problems.Count == 0)
        {
            problems.AddRange(RegisterReader.Inspect(records).Failures.Where(f => f.Refuses).Select(f => f.Problem));
        }

        return Checked<IReadOnlyList<RegisterFile>>.From(records, problems);
    }

    private static IReadOnlyList<RegisterFile> Record(HubEntry entry, List<Problem> problems)
    {
        PolicyAccount account = entry.Account;
        string work = Work(account.Id);
        if (work.Length == 0)
        {
            problems.Add(new Problem($"{entry.File} /id", "names nothing.", "Give the entry an id of letters, digits and hyphens."));
        }

        if (!Countries.TryGetValue(account.Country?.Trim() ?? "", out string? jurisdiction))
        {
            problems.Add(new Problem($"{entry.File} /country", $"'{account.Country}' is not a jurisdiction of the register.", $"Write one of {string.Join(", ", Countries.Keys.Where(c => c.Length > 3))}."));
        }

        if (work.Length == 0 || jurisdiction is null)
        {
            return [];
        }

        work = work.StartsWith($"{jurisdiction}-", StringComparison.Ordinal) ? work[(jurisdiction.Length + 1)..] : work;
        string folder = $"{jurisdiction}/{work}";
        RegisterFile document = new($"{folder}/policy.json", RegisterJson.Write(Document(account, jurisdiction, work)) + "\n");
        RegisterFile told = new($"{folder}/account.json", RegisterJson.Write(account) + "\n");
        string body = string.IsNullOrWhiteSpace(entry.Body) ? $"{account.Description ?? account.Title ?? account.Id}\n" : entry.Body;
        return [told, document, new RegisterFile($"{folder}/text.{account.Language}.md", body)];
    }

    private static PolicyDocument Document(PolicyAccount account, string jurisdiction, string work) => new(
        $"{jurisdiction}.{work}",
        jurisdiction,
        Words(account.Title ?? account.Id),
        string.Equals(account.Category, "Strategic", StringComparison.OrdinalIgnoreCase) ? InstrumentKind.Strategy : InstrumentKind.Unknown,
        [],
        account.Sectors ?? [],
        BindingLevel.Unknown,
        DocumentStatus.Unknown,
        [],
        [],
        [],
        [],
        Enum.TryParse(account.Category, ignoreCase: true, out PolicyCategory category) && Enum.IsDefined(category) ? category : null,
        Clusters: account.Evolution?.Clusters is { Count: > 0 } clusters ? [.. clusters.Select(Words)] : null,
        Provenance: account.Provenance is { Author: { Length: > 0 } author } provenance
            ? new Provenance(new Agent(KindOf(author), author), Audited: Day(provenance.LastAuditDate))
            : null);

    /// <summary>Words in the one language they are in; the other stands empty until somebody translates them.</summary>
    private static Bilingual Words(string words) => AccountJson.IsChinese(words) ? new Bilingual("", words) : new Bilingual(words, "");

    private static AgentKind KindOf(string author) =>
        NamesOfSoftware.Any(n => author.Contains(n, StringComparison.OrdinalIgnoreCase)) ? AgentKind.Software : AgentKind.Unknown;

    private static DateOnly? Day(string? text) => PolicyValue.TryDate(text, out DateOnly day) ? day : null;

    private static string Work(string id)
    {
        StringBuilder work = new();
        foreach (char c in id.ToLower(CultureInfo.InvariantCulture))
        {
            work.Append(char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) ? c : '-');
        }

        return work.ToString().Trim('-');
    }
}
