using Trunkline.Domain;
using Trunkline.Register;

namespace Trunkline.Tests.Unit.Register;

/// <summary>Everything that docs/decisions/0004 gives a place is read, and stands where it was put.</summary>
public sealed class RecordShapeTest
{
    private const string Folder = "us-sd/co2-pipeline-eminent-domain";
    private const string Claim = "us-sd.co2-pipeline-eminent-domain.kjan.ban";

    [Fact]
    public void A_record_tells_all_that_a_policy_database_knows()
    {
        PolicyDocument document = Read(With(Members)).Find("us-sd.co2-pipeline-eminent-domain")!.Document;
        Assert.Equal(PolicyCategory.Regulatory, document.Category);
        Assert.Equal("SDCL 21-35", document.Identity!.Identifiers!["sdcl"]);
        Assert.Equal(new DateOnly(2025, 7, 1), document.Identity.Versions!.Single().From);
        Assert.Equal("HB 1052", document.Identity.Versions!.Single().Document!.Citation);
        Assert.Equal("Pipelines", document.Clusters!.Single().En);
        Assert.Equal("成本", document.Impact!.Economic!.Zh);
        Assert.Null(document.Impact.Technical);
        Assert.Equal("Trunk A", document.Facilities!.Single().Name);
        Assert.Equal((StackingEffect.Excludes, StackingScope.TaxYear), (document.Stacking!.Single().Effect, document.Stacking!.Single().Scope));
        Assert.Equal(new Agent(AgentKind.Software, "Trunkline"), document.Provenance!.Author);
        Assert.Equal(2, document.Revision!.Number);
        Assert.Equal(new DateOnly(2027, 1, 1), document.Retired!.On);
    }

    [Fact]
    public void An_earlier_revision_is_kept_apart_and_its_parameters_are_not_asked()
    {
        Dictionary<string, string> files = With(Members);
        files[$"{Folder}/revisions/1/policy.json"] = ShippedRegister.Files()[$"{Folder}/policy.json"];
        files[$"{Folder}/revisions/1/text.zh.md"] = "旧文";
        files[$"{Folder}/revisions/1/account.json"] = """{ "language": "zh", "id": "old", "year": 2024, "extra": { "score": 3 } }""";
        PolicyRegister register = Read(files);
        PolicyRecord record = register.Find("us-sd.co2-pipeline-eminent-domain")!, earlier = record.Earlier.Single();
        Assert.Equal(("旧文", ""), (earlier.Text.Zh, earlier.Text.En));
        Assert.Equal(3, earlier.Account!.Extra!["score"].GetInt32());
        Assert.Equal(Read(With(Members)).Find(record.Id)!.ContentHash, record.ContentHash);
        Assert.NotEqual(Read(With(Members)).Version, register.Version);
    }

    [Fact]
    public void A_revision_without_its_document_is_a_problem()
    {
        Dictionary<string, string> files = With(Members);
        files[$"{Folder}/revisions/1/text.zh.md"] = "旧文";
        Assert.Contains(Check(files).Problems, p => p.Where == $"{Folder}/revisions/1/policy.json");
    }

    [Fact]
    public void Matrix_overlays_and_modes_stand_beside_the_records()
    {
        Dictionary<string, string> files = ShippedRegister.Files();
        foreach (string shipped in files.Keys.Where(p => p.EndsWith("matrix.json", StringComparison.Ordinal)).ToArray())
        {
            files.Remove(shipped);
        }

        files["criteria.json"] = """[{ "id": "liability-period", "titles": { "en": "Liability period", "zh": "责任期" }, "question": { "en": "How long?", "zh": "多久?" }, "group": "storage" }]""";
        files["us-sd/matrix.json"] = $$"""
            { "jurisdiction": "us-sd", "cells": [{ "criterion": "liability-period", "law": { "from": "2025-03-06" }, "state": "not-applicable",
              "says": { "en": "Nothing.", "zh": "无。" }, "record": "us-sd.co2-pipeline-eminent-domain", "evidence": ["{{Claim}}"] }] }
            """;
        files["overlays/goal.json"] = """
            { "id": "goal", "titles": { "en": "Goal", "zh": "目标" }, "says": { "en": "As if.", "zh": "假设。" }, "kind": "goal",
              "parameters": [{ "id": "us.45q.rate", "entries": [{ "id": "flat", "law": { "from": "2026-01-01" }, "value": 100, "evidence": [], "note": { "en": "Assumed.", "zh": "假设。" } }], "replaces": ["legacy-eor"] }],
              "events": [{ "policy": "us.eo-14008", "kind": "resumed", "date": "2026-01-01", "precision": "day", "evidence": [] }] }
            """;
        files["modes/then.json"] = """{ "id": "then", "titles": { "en": "Then", "zh": "当时" }, "asOf": "2025-01-19", "overlays": ["goal"] }""";
        PolicyRegister register = Read(files);
        Assert.Equal(CriterionGroup.Storage, register.Criteria.Single(c => c.Id == "liability-period").Group);
        Assert.Equal(CellState.NotApplicable, register.Matrices.Single(m => m.Jurisdiction == "us-sd").Cells.Single().State);
        Assert.Equal(100, register.Overlays.Single(o => o.Id == "goal").Parameters!.Single().Entries.Single().Value!.Number);
        Assert.Equal(new DateOnly(2025, 1, 19), register.Modes.Single(m => m.Id == "then").AsOf);
        Assert.Equal("kjan", register.FindClaim(Claim)!.Source.Id.Split('.')[^1]);
        Assert.NotEqual(ShippedRegister.Register.Version, register.Version);
    }

    private const string Members = $$"""
        "category": "regulatory",
        "identity": { "citation": { "en": "Act", "zh": "法" }, "identifiers": { "sdcl": "SDCL 21-35" },
          "versions": [{ "id": "2025", "from": "2025-07-01", "title": { "en": "First", "zh": "首版" }, "document": { "citation": "HB 1052" }, "evidence": ["{{Claim}}"] }] },
        "clusters": [{ "en": "Pipelines", "zh": "管道" }],
        "impact": { "economic": { "en": "Cost", "zh": "成本" } },
        "facilities": [{ "name": "Trunk A", "role": { "en": "Pipeline", "zh": "管道" }, "evidence": ["{{Claim}}"] }],
        "stacking": [{ "id": "a", "with": "us.45q", "effect": "excludes", "scope": "tax-year", "law": { "from": "2025-03-06" }, "says": { "en": "Never.", "zh": "不可。" }, "evidence": ["{{Claim}}"] }],
        "provenance": { "author": { "kind": "software", "name": "Trunkline" }, "drafted": "2026-11-23" },
        "revision": { "number": 2, "made": "2026-11-23", "reason": { "en": "Corrected.", "zh": "更正。" } },
        "retired": { "on": "2027-01-01", "reason": { "en": "No more.", "zh": "不再更新。" } },
        """;

    private static Dictionary<string, string> With(string members)
    {
        Dictionary<string, string> files = ShippedRegister.Files();
        files[$"{Folder}/policy.json"] = files[$"{Folder}/policy.json"].Replace("\"instrumentKind\":", members + "\"instrumentKind\":", StringComparison.Ordinal);
        return files;
    }

    private static PolicyRegister Read(Dictionary<string, string> files) => Check(files).OrThrow();

    private static Checked<PolicyRegister> Check(Dictionary<string, string> files) =>
        RegisterReader.Read([.. files.Select(f => new RegisterFile(f.Key, f.Value))]);
}
