using System.Text.Json.Nodes;
using Trunkline.Domain;
using Trunkline.Register;

namespace Trunkline.Tests.Unit.Register;

/// <summary>A policy hub's entry comes in as a draft that says what it lacks, and goes out as it came.</summary>
public sealed class HubExchangeTest
{
    private const string Account = "us/storage-roadmap/account.json";
    private static readonly DateOnly Today = new(2026, 11, 23);

    /// <summary>An entry of our own in the format of the hubs.</summary>
    private const string Entry = """
        ---
        {
          "analysis": {
            "b": 1.50,
            "a": []
          },
          "category": "Strategic",
          "country": "United States",
          "description": "封存路线图：\t“两步走”。\nC:\\数据 / 5 % — é",
          "evolution": {
            "clusters": [
              "封存"
            ],
            "supersedes": []
          },
          "id": "us-storage-roadmap",
          "legalWeight": "Guideline",
          "provenance": {
            "author": "Some Intelligence",
            "lastAuditDate": "2026-02-08",
            "reviewer": ""
          },
          "pubDate": "2024-01-01",
          "regulatory": {
            "liability_period": "",
            "seabed": "无"
          },
          "reviewStatus": "verified",
          "score": {
            "z": 1,
            "a": 2e3
          },
          "source": "",
          "status": "Active",
          "title": "封存路线图",
          "year": 2024
        }
        ---

        ## 概览

        正文 **两步走**。
        """;

    private static RegisterFile File => new("hub/entry.md", Entry.ReplaceLineEndings("\n") + "\n");

    [Fact]
    public void An_entry_goes_out_as_it_came() => Assert.Equal(File.Text, Exported(Imported(File)));

    [Fact]
    public void A_change_of_one_field_changes_that_field_only()
    {
        List<RegisterFile> files = [.. Imported(File)];
        int at = files.FindIndex(f => f.Path == Account);
        files[at] = files[at] with { Text = files[at].Text.Replace("\"status\": \"Active\"", "\"status\": \"Draft\"", StringComparison.Ordinal) };
        Assert.Equal(File.Text.Replace("\"Active\"", "\"Draft\"", StringComparison.Ordinal), Exported(files));
    }

    [Fact]
    public void An_order_of_members_of_its_own_is_kept()
    {
        string text = File.Text.Replace("  \"year\": 2024\n", "  \"year\": 2024,\n  \"interpretation\": \"\"\n", StringComparison.Ordinal)
            .Replace("    \"author\": \"Some Intelligence\",\n    \"lastAuditDate\": \"2026-02-08\",", "    \"lastAuditDate\": \"2026-02-08\",\n    \"author\": \"Some Intelligence\",", StringComparison.Ordinal);
        Assert.NotEqual(File.Text, text);
        Assert.Equal(text, Exported(Imported(File with { Text = text })));
    }

    [Fact]
    public void What_the_format_does_not_know_is_kept_by_its_place()
    {
        PolicyAccount account = RegisterReader.Read(Imported(File)).OrThrow().Records.Single().Account!;
        Assert.Equal(["/regulatory/seabed", "/score"], account.Extra!.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void An_entry_is_a_draft_and_says_what_it_lacks()
    {
        PolicyRegister register = RegisterReader.Read(Imported(File)).OrThrow();
        RecordStanding standing = register.Review(register.Records.Single(), Today, ReviewTrust.None);
        Assert.Equal(("us.storage-roadmap", ReviewState.Draft), (standing.Record, standing.State));
        Assert.All(
            new (Gate Gate, string Place)[]
            {
                (Gate.Shape, "us/storage-roadmap/policy.json /bindingLevel"),
                (Gate.Evidence, $"{Account} /status"),
                (Gate.Evidence, "us/storage-roadmap/policy.json /events"),
                (Gate.Review, $"{Account} /reviewStatus"),
                (Gate.Review, "us/storage-roadmap/reviews"),
                (Gate.Address, $"{Account} /source"),
                (Gate.Dates, $"{Account} /pubDate"),
                (Gate.Dates, $"{Account} /status"),
                (Gate.Languages, "us/storage-roadmap/text.en.md"),
            },
            expected => Assert.Contains(standing.Failures, f => f.Gate == expected.Gate && f.Problem.Where == expected.Place && !f.Refuses));
        Assert.Contains(standing.Failures, f => f.Problem.What == "says 'verified', and no reviewer is named.");
    }

    [Fact]
    public void Software_is_told_from_a_person_who_is_not_named_as_one() =>
        Assert.Equal(AgentKind.Software, RegisterReader.Read(Imported(File)).OrThrow().Records.Single().Document.Provenance!.Author.Kind);

    [Theory]
    [InlineData("no front matter", "hub/entry.md", "has no front matter")]
    [InlineData("---\n{ not json\n---\n", "hub/entry.md", "is not JSON")]
    [InlineData("---\n{ \"id\": \"a\", \"id\": \"b\" }\n---\n", "hub/entry.md", "is not JSON")]
    [InlineData("---\n{ \"id\": \"us-a\", \"country\": \"Atlantis\" }\n---\n", "hub/entry.md /country", "is not a jurisdiction")]
    [InlineData("---\n{ \"id\": \"us-a\", \"country\": \"Norway\", \"year\": \"2024\" }\n---\n", "hub/entry.md /year", "could not be converted")]
    [InlineData("---\n{ \"id\": \"us-a\", \"country\": \"Norway\", \"source\": null }\n---\n", "hub/entry.md /source", "is null")]
    public void Bad_input_is_a_problem_with_its_place(string text, string where, string what) =>
        Assert.Contains(HubImport.Of([new RegisterFile("hub/entry.md", text)]).Problems, p => p.Where == where && p.What.Contains(what, StringComparison.Ordinal));

    [Fact]
    public void Every_problem_of_every_file_is_listed_and_nothing_is_made_of_the_good_ones()
    {
        Checked<IReadOnlyList<RegisterFile>> read = HubImport.Of([File, new RegisterFile("b.md", "x"), new RegisterFile("c.csv", "id,country\nonly-one"), new RegisterFile("d.txt", "")]);
        Assert.Null(read.Value);
        Assert.Equal(["b.md", "c.csv line 2", "d.txt"], read.Problems.Select(p => p.Where).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Two_entries_of_one_id_are_a_problem() =>
        Assert.Contains(HubImport.Of([File, File with { Path = "hub/again.md" }]).Problems, p => p.Where == Account);

    [Fact]
    public void A_table_and_a_list_of_objects_are_read_too()
    {
        RegisterFile table = new("t.csv", "id,country,title,year,sectors,evolution.clusters,description\nno-a,Norway,\"A, b\",2019,power;cement,X; Y,One.\n");
        RegisterFile list = new("l.json", """[{ "id": "ca-b", "country": "Canada", "title": "B", "source": null, "description": "Two." }]""");
        PolicyRegister register = RegisterReader.Read(HubImport.Of([table, list]).OrThrow()).OrThrow();
        Assert.Equal(["ca.b", "no.a"], register.Records.Select(r => r.Id));
        PolicyAccount account = register.Find("no.a")!.Account!;
        Assert.Equal(("A, b", 2019), (account.Title, account.Year));
        Assert.Equal(["power", "cement"], account.Sectors!);
        Assert.Equal(["X", "Y"], account.Evolution!.Clusters!);
    }

    [Fact]
    public void The_seed_goes_out_as_it_came()
    {
        string seed = Path.Combine(ShippedRegister.Folder, "..", "..", "..", "shared", "seed", "us-doe-carbon-management-strategy.md");
        Assert.SkipUnless(System.IO.File.Exists(seed), "The seed record is not on this machine; it is not ours to publish.");
        RegisterFile file = new("seed.md", System.IO.File.ReadAllText(seed));
        IReadOnlyList<RegisterFile> imported = Imported(file);
        Assert.Equal(file.Text, Exported(imported));
        RecordStanding standing = RegisterReader.Read(imported).OrThrow() is var register ? register.Review(register.Records.Single(), Today, ReviewTrust.None) : null!;
        Assert.Equal(ReviewState.Draft, standing.State);
        Assert.Subset(standing.Failures.Select(f => f.Gate).ToHashSet(), new HashSet<Gate> { Gate.Evidence, Gate.Review, Gate.Address, Gate.Dates });
    }

    [Fact]
    public void A_record_of_our_own_is_told_in_the_hub_s_fields_and_reads_again()
    {
        RegisterFile told = HubExport.Of(ShippedRegister.Register, [ShippedRegister.Register.Find("us.45q")!], Language.Zh, Today).Single();
        Assert.Equal("us-45q.md", told.Path);
        PolicyAccount account = HubEntry.Read(told).OrThrow().Single().Account;
        Assert.Equal(("第 45Q 条碳氧化物封存税收抵免", 2008, "draft"), (account.Title, account.Year, account.ReviewStatus));
    }

    [Fact]
    public void Linked_data_tell_force_on_a_day_and_who_drafted_it()
    {
        PolicyRegister register = WholeRecord.Read(WholeRecord.Files());
        JsonNode law = JsonNode.Parse(JsonLdExport.Of(register, register.Records, Today).Single().Text)!["@graph"]![0]!;
        JsonNode earlier = JsonNode.Parse(JsonLdExport.Of(register, register.Records, new DateOnly(2026, 5, 1)).Single().Text)!["@graph"]![0]!;
        Assert.Equal("schema:Legislation", (string?)law["@type"]![0]);
        Assert.Equal("https://schema.org/InForce", (string?)law["schema:legislationLegalForce"]!["@id"]);
        Assert.Equal("https://schema.org/NotInForce", (string?)earlier["schema:legislationLegalForce"]!["@id"]);
        Assert.Equal("2026-05-02", (string?)law["eli:first_date_entry_in_force"]!["@value"]);
        Assert.Equal("prov:Person", (string?)law["prov:wasAttributedTo"]!["@type"]);
    }

    [Fact]
    public void A_data_package_names_every_column_and_the_hash_of_every_table()
    {
        IReadOnlyList<RegisterFile> files = DataPackageExport.Of(ShippedRegister.Register, ShippedRegister.Register.Records);
        JsonNode package = JsonNode.Parse(files[0].Text)!;
        Assert.Equal("CC-BY-4.0", (string?)package["licenses"]![0]!["name"]);
        Assert.All(package["resources"]!.AsArray(), resource =>
        {
            RegisterFile table = files.Single(f => f.Path == (string?)resource!["path"]);
            byte[] bytes = System.Text.Encoding.UTF8.GetBytes(table.Text);
            Assert.Equal($"sha256:{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes))}", (string?)resource!["hash"]);
            Assert.Equal(table.Text.Split('\n')[0].Split(','), resource["schema"]!["fields"]!.AsArray().Select(f => (string?)f!["name"]));
            Assert.True(table.Text.Split('\n').Length > 2 || table.Path == "relations.csv");
        });
    }

    private static IReadOnlyList<RegisterFile> Imported(RegisterFile file) => HubImport.Of([file]).OrThrow();

    private static string Exported(IReadOnlyList<RegisterFile> files)
    {
        PolicyRegister register = RegisterReader.Read(files).OrThrow();
        return HubExport.Of(register, register.Records, Language.En, Today).Single().Text;
    }
}
