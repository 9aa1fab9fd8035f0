using System.Security.Cryptography;
using System.Text;
using Trunkline.Domain;
using Trunkline.Register;

namespace Trunkline.Tests.Unit.Register;

/// <summary>A made-up work with which no gate finds fault but that of review: two sources kept in extract, each quotation in its text, both languages.</summary>
internal static class WholeRecord
{
    public const string Folder = "us-wy/storage-grant";
    public const string Id = "us-wy.storage-grant";
    public const string Policy = $"{Folder}/policy.json";
    public const string Rate = $"{Folder}/params/rate.json";
    public const string Act = $"{Folder}/evidence/act.json";

    private const string Extract = "The grant shall be $10 per metric ton stored. This act takes effect May 2, 2026. No grant shall be paid where a federal loan was taken.";

    public static string Kept => $"{Folder}/sources/{Hash(Extract)}.txt";

    /// <summary>Its files by path; a fresh copy to break at will.</summary>
    public static Dictionary<string, string> Files() => new(StringComparer.Ordinal)
    {
        [Policy] = $$"""
            { "id": "{{Id}}", "jurisdiction": "us-wy", "titles": { "en": "Storage grant", "zh": "封存补助" }, "instrumentKind": "regulation",
              "valueChain": ["storage"], "sectors": [], "bindingLevel": "statute", "documentStatus": "adopted",
              "events": [{ "kind": "in-force", "date": "2026-05-02", "precision": "day", "evidence": ["{{Id}}.act.effect"] }],
              "relations": [], "conflicts": [], "notModelled": [],
              "stacking": [{ "id": "loan", "with": "{{Id}}", "effect": "excludes", "scope": "facility", "law": { "from": "2026-05-02" },
                "says": { "en": "Not with a loan.", "zh": "不得与贷款并用。" }, "evidence": ["{{Id}}.act.loan"] }],
              "provenance": { "author": { "kind": "person", "name": "Ann Author" }, "drafted": "2026-11-01" } }
            """,
        [Rate] = $$"""
            { "id": "{{Id}}.rate", "titles": { "en": "Grant per tonne stored", "zh": "每吨封存补助" }, "unit": "USD/t", "money": true, "dims": {},
              "entries": [{ "id": "act", "law": { "from": "2026-05-02" }, "value": 10, "evidence": ["{{Id}}.act.amount"] }] }
            """,
        [Act] = $$"""
            { "id": "{{Id}}.act", "title": "Act 12 of 2026", "publisher": "State", "url": "https://example.gov/acts/12.html", "retrieved": "2026-11-01",
              "rank": "statute", "archive": "{{Hash(Extract)}}", "claims": [
              { "id": "{{Id}}.act.amount", "locator": "section 3(a)", "confidence": "A", "says": { "en": "10 $/t.", "zh": "每吨 10 美元。" }, "quote": "shall be $10 per metric ton" },
              { "id": "{{Id}}.act.effect", "locator": "section 9", "confidence": "A", "says": { "en": "In force.", "zh": "生效。" }, "quote": "takes effect May 2, 2026" },
              { "id": "{{Id}}.act.loan", "locator": "section 4", "confidence": "A", "says": { "en": "No loan.", "zh": "无贷款。" }, "quote": "No grant shall be paid where a federal loan was taken" }] }
            """,
        [$"{Folder}/sources/{Hash(Extract)}.txt"] = Extract,
        [$"{Folder}/text.en.md"] = "A grant for storage.",
        [$"{Folder}/text.zh.md"] = "封存补助。",
    };

    /// <summary>The files with one piece of one of them replaced; the piece must be there.</summary>
    public static Dictionary<string, string> With(string file, string right, string wrong)
    {
        Dictionary<string, string> files = Files();
        Assert.Contains(right, files[file], StringComparison.Ordinal);
        int at = files[file].IndexOf(right, StringComparison.Ordinal);
        files[file] = files[file][..at] + wrong + files[file][(at + right.Length)..];
        return files;
    }

    public static RegisterInspection Inspect(Dictionary<string, string> files) =>
        RegisterReader.Inspect([.. files.Select(f => new RegisterFile(f.Key, f.Value))]);

    public static PolicyRegister Read(Dictionary<string, string> files) =>
        RegisterReader.Read([.. files.Select(f => new RegisterFile(f.Key, f.Value))]).OrThrow();

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
