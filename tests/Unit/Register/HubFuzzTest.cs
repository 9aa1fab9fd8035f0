using System.Text;
using Trunkline.Domain;
using Trunkline.Register;
using Trunkline.Tests.Unit.Atlas;

namespace Trunkline.Tests.Unit.Register;

/// <summary>Spoilt entries of a policy hub, as Markdown, JSON and CSV: told, or drafts of records that are read and go out again.</summary>
[Collection(nameof(Alone))]
public sealed class HubFuzzTest
{
    private const string Fields =
        """
        {
          "analysis": { "b": 1.50, "a": [] },
          "category": "Strategic",
          "country": "United States",
          "description": "封存路线图：\t“两步走”。\nC:\\数据 / 5 % — é",
          "evolution": { "clusters": [ "封存" ], "supersedes": [] },
          "id": "us-storage-roadmap",
          "impactAnalysis": { "economic": "Cheaper", "technical": "Two steps" },
          "provenance": { "author": "Some Intelligence", "lastAuditDate": "2026-02-08", "reviewer": "" },
          "pubDate": "2024-01-01",
          "regulatory": { "liability_period": "", "seabed": "\u65e0" },
          "sectors": [ "cement" ],
          "title": "封存路线图",
          "year": 2024
        }
        """;

    private const string Table = "id,title,country,category,year,sectors,evolution.clusters,provenance.author,seabed\nus-a,A,United States,Strategic,2024,cement; steel,storage,Rae Reviewer,\n\"eu-b\",\"B, the second\",EU,Legal,2025,,,,none\n";

    private static readonly DateOnly Today = new(2026, 11, 23);

    [Theory]
    [InlineData("entry.md")]
    [InlineData("entry.json")]
    [InlineData("entries.json")]
    [InlineData("entries.csv")]
    public void A_spoilt_entry_is_told(string name) => SpoiltFiles.Tell(Encoding.UTF8.GetBytes(Whole(name)), name, file =>
    {
        Checked<IReadOnlyList<RegisterFile>> files = RegisterFiles.Of([file]);
        Checked<IReadOnlyList<RegisterFile>> records = files.IsRight ? HubImport.Of(files.Value) : files;
        if (records.IsRight)
        {
            PolicyRegister register = RegisterReader.Read(records.Value).OrThrow();
            Assert.All(register.Records, r => register.Review(r, Today, ReviewTrust.None));
            Assert.Equal(register.Records.Count, HubExport.Of(register, register.Records, Language.En, Today).Count);
        }

        return records.Problems;
    });

    [Theory]
    [InlineData("entry.md")]
    [InlineData("entry.json")]
    [InlineData("entries.json")]
    [InlineData("entries.csv")]
    public void What_is_spoilt_is_right_to_begin_with(string name) => Assert.Empty(HubImport.Of([new RegisterFile(name, Whole(name))]).Problems);

    private static string Whole(string name) => (name switch
    {
        "entry.md" => $"---\n{Fields}\n---\n\n## 概览\n\n正文 **两步走**。\n",
        "entry.json" => Fields,
        "entries.json" => $"[ {Fields}, {Fields.Replace("us-storage", "us-other", StringComparison.Ordinal)} ]",
        _ => Table,
    }).ReplaceLineEndings("\n");
}
