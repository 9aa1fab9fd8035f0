using Trunkline.Domain;
using Trunkline.Register;

namespace Trunkline.Tests.Unit.Register;

/// <summary>A register of a few made-up works, written as files and read as any other.</summary>
internal sealed class SmallRegister
{
    private readonly Dictionary<string, string> files = new(StringComparer.Ordinal);

    /// <summary>Its files by path, to add to or to break.</summary>
    public IDictionary<string, string> Files => files;

    /// <summary>Adds the work <c>us.NAME</c> with one claim, <c>us.NAME.act.says</c>.</summary>
    /// <param name="members">JSON members of <c>policy.json</c> besides the ones every work has, each followed by a comma.</param>
    public SmallRegister Work(string name, string events = "", string relations = "", string members = "", string textEn = "Words.", string textZh = "文字。")
    {
        string folder = $"us/{name}";
        files[$"{folder}/policy.json"] = $$"""
            { "id": "us.{{name}}", "jurisdiction": "us", "titles": { "en": "Work {{name}}", "zh": "法案 {{name}}" }, "instrumentKind": "grant",
              "valueChain": [], "sectors": [], "bindingLevel": "statute", "documentStatus": "published", {{members}}
              "events": [{{(events.Length == 0 ? Event("in-force", "2001-01-02", name) : events)}}], "relations": [{{relations}}], "conflicts": [], "notModelled": [] }
            """;
        files[$"{folder}/text.en.md"] = textEn;
        files[$"{folder}/text.zh.md"] = textZh;
        files[$"{folder}/evidence/act.json"] = $$"""
            { "id": "us.{{name}}.act", "title": "Act", "publisher": "Congress", "url": "https://example.gov/acts/{{name}}.pdf", "retrieved": "2026-11-01", "rank": "statute",
              "archive": "not-archived", "claims": [{ "id": "us.{{name}}.act.says", "locator": "section 1", "confidence": "B", "says": { "en": "It says so, {{name}}.", "zh": "其如是规定，{{name}}。" } }] }
            """;
        return this;
    }

    /// <summary>Adds a parameter without dimensions to a work.</summary>
    /// <param name="entries">Entries: id, first day, day before which, value.</param>
    public SmallRegister Parameter(string work, string name, params (string Id, string From, string Before, string Value)[] entries)
    {
        IEnumerable<string> written = entries.Select(e => $$"""
            { "id": "{{e.Id}}", "law": { "from": "{{e.From}}"{{(e.Before.Length == 0 ? "" : $", \"before\": \"{e.Before}\"")}} }, "value": {{e.Value}}, "evidence": ["us.{{work}}.act.says"] }
            """);
        files[$"us/{work}/params/{name}.json"] = $$"""
            { "id": "us.{{work}}.{{name}}", "titles": { "en": "Amount", "zh": "金额" }, "unit": "USD/t", "money": true, "dims": {}, "entries": [{{string.Join(", ", written)}}] }
            """;
        return this;
    }

    /// <summary>Adds the criteria <c>liability-period</c> and <c>pore-space-rights</c>, and these cells for a jurisdiction.</summary>
    public SmallRegister Matrix(string jurisdiction, params string[] cells)
    {
        files["criteria.json"] = """
            [{ "id": "liability-period", "titles": { "en": "Liability period", "zh": "责任期" }, "question": { "en": "How long?", "zh": "多久？" }, "group": "storage" },
             { "id": "pore-space-rights", "titles": { "en": "Pore space", "zh": "孔隙空间" }, "question": { "en": "Whose?", "zh": "归谁？" }, "group": "storage" }]
            """;
        files[$"{jurisdiction}/matrix.json"] = $$"""{ "jurisdiction": "{{jurisdiction}}", "cells": [{{string.Join(", ", cells)}}] }""";
        return this;
    }

    public static string Cell(string criterion, string from, string before, string state, string says, params string[] evidence) => $$"""
        { "criterion": "{{criterion}}", "law": { "from": "{{from}}"{{(before.Length == 0 ? "" : $", \"before\": \"{before}\"")}} }, "state": "{{state}}",
          "says": { "en": "{{says}}", "zh": "{{says}}" }, "evidence": [{{string.Join(", ", evidence.Select(e => $"\"{e}\""))}}] }
        """;

    public static string Event(string kind, string date, string work) =>
        $$"""{ "kind": "{{kind}}", "date": "{{date}}", "precision": "day", "evidence": ["us.{{work}}.act.says"] }""";

    public static string Relation(string kind, string target, string from) => $$"""{ "kind": "{{kind}}", "target": "us.{{target}}", "from": "{{from}}" }""";

    public PolicyRegister Read() => Check().OrThrow();

    public Checked<PolicyRegister> Check() => RegisterReader.Read([.. files.Select(f => new RegisterFile(f.Key, f.Value))]);
}
