using System.Security.Cryptography;
using System.Text;
using Trunkline.Register;

namespace Trunkline.Bench;

/// <summary>Made-up records that pass every refusing gate: two parameters each, a source kept in extract, three quoted claims, and an arrow to the record before.</summary>
internal static class GeneratedRegister
{
    /// <summary>The first day of the amount that is asked for.</summary>
    public static readonly DateOnly SecondLaw = new(2025, 3, 4);

    /// <summary>The files of a register of this many records.</summary>
    public static IReadOnlyList<RegisterFile> Files(int records) => [.. Enumerable.Range(0, records).SelectMany(Record)];

    /// <summary>Id of the record's rate.</summary>
    public static string Rate(int i) => $"us.grant-{i}.rate";

    private static IEnumerable<RegisterFile> Record(int i)
    {
        string folder = $"us/grant-{i}", id = $"us.grant-{i}";
        int first = 10 + (i % 50), second = 100 + (i % 70);
        string extract = $"Grant {i}: the amount shall be ${first} per metric ton. From March 4, 2025 the amount shall be ${second} per metric ton, for 12 years.";
        string hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(extract)));
        string relations = i == 0 ? "" : $$"""{ "kind": "supersedes", "target": "us.grant-{{i - 1}}", "from": "2020-05-06" }""";
        yield return new RegisterFile($"{folder}/policy.json", $$"""
            { "id": "{{id}}", "jurisdiction": "us", "titles": { "en": "Grant {{i}}", "zh": "补助 {{i}}" }, "instrumentKind": "grant", "valueChain": ["storage"], "sectors": [],
              "bindingLevel": "statute", "documentStatus": "adopted",
              "events": [{ "kind": "in-force", "date": "2020-05-06", "precision": "day", "evidence": ["{{id}}.act.first"] },
                { "kind": "amended", "date": "2025-03-04", "precision": "day", "evidence": ["{{id}}.act.second"] }],
              "relations": [{{relations}}], "conflicts": [], "notModelled": [], "provenance": { "author": { "kind": "software", "name": "generator" } } }
            """);
        yield return new RegisterFile($"{folder}/params/rate.json", $$"""
            { "id": "{{id}}.rate", "titles": { "en": "Rate", "zh": "费率" }, "unit": "USD/t", "money": true, "dims": { "fate": ["saline", "eor"] }, "entries": [
              { "id": "first", "law": { "from": "2020-05-06", "before": "2025-03-04" }, "value": {{first}}, "evidence": ["{{id}}.act.first"] },
              { "id": "old", "law": { "from": "2025-03-04" }, "vintage": { "inService": { "before": "2025-03-04" } }, "value": {{first}}, "evidence": ["{{id}}.act.first"] },
              { "id": "second", "law": { "from": "2025-03-04" }, "vintage": { "inService": { "from": "2025-03-04" } }, "value": {{second}}, "evidence": ["{{id}}.act.second"] }] }
            """);
        yield return new RegisterFile($"{folder}/params/period.json", $$"""
            { "id": "{{id}}.period", "titles": { "en": "Period", "zh": "期限" }, "unit": "years", "money": false, "dims": {}, "entries": [
              { "id": "all", "law": { "from": "2025-03-04" }, "value": 12, "evidence": ["{{id}}.act.period"] }] }
            """);
        yield return new RegisterFile($"{folder}/evidence/act.json", $$"""
            { "id": "{{id}}.act", "title": "Act {{i}}", "publisher": "Nobody", "url": "https://example.gov/acts/{{i}}.html", "retrieved": "2026-11-01", "rank": "statute", "archive": "{{hash}}",
              "claims": [
                { "id": "{{id}}.act.first", "locator": "1", "confidence": "A", "says": { "en": "{{first}} $/t.", "zh": "每吨 {{first}} 美元。" }, "quote": "the amount shall be ${{first}} per metric ton" },
                { "id": "{{id}}.act.second", "locator": "2", "confidence": "A", "says": { "en": "Then {{second}} $/t.", "zh": "其后每吨 {{second}} 美元。" }, "quote": "the amount shall be ${{second}} per metric ton" },
                { "id": "{{id}}.act.period", "locator": "3", "confidence": "A", "says": { "en": "12 years.", "zh": "12 年。" }, "quote": "for 12 years" }] }
            """);
        yield return new RegisterFile($"{folder}/sources/{hash}.txt", extract);
        yield return new RegisterFile($"{folder}/text.en.md", $"# Grant {i}\n\nA made-up grant.\n");
        yield return new RegisterFile($"{folder}/text.zh.md", $"# 补助 {i}\n\n虚构的补助。\n");
    }
}
