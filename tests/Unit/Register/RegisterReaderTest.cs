using System.Text.Json.Nodes;
using CsCheck;
using Trunkline.Domain;
using Trunkline.Register;

namespace Trunkline.Tests.Unit.Register;

/// <summary>Each fault, put into an otherwise right register, is refused with its place. The shipped files are the right register.</summary>
public sealed class RegisterReaderTest
{
    private const string Policy = "us/45q/policy.json";
    private const string Rate = "us/45q/params/rate.json";
    private const string Deadline = "us/45q/params/begin-construction-deadline.json";
    private const string Lead = "us/classvi/params/lead-time.json";
    private const string Source = "us/45q/evidence/pl-119-21.json";
    private const string NotKept = "us/45q/evidence/taxpayers-common-sense.json";

    [Fact]
    public void The_shipped_register_is_right_and_nobody_has_reviewed_it()
    {
        Assert.Equal(ShippedRegister.Files().Keys.Count(p => p.EndsWith("/policy.json", StringComparison.Ordinal) && !p.Contains("/revisions/", StringComparison.Ordinal)), ShippedRegister.Register.Records.Count);
        Assert.Matches("^[0-9a-f]{64}$", ShippedRegister.Register.Version);
        Assert.All(ShippedRegister.Register.Records, record => Assert.Empty(record.Reviews));
        Assert.All(
            from record in ShippedRegister.Register.Records
            from source in record.Sources
            where source.IsArchived
            select (record, source),
            kept => Assert.True(kept.record.Archived.ContainsKey(kept.source.Archive) && kept.source.Claims.Any(c => c.Quote is not null)));
    }

    [Fact]
    public void Every_problem_of_every_file_is_listed_at_once()
    {
        Dictionary<string, string> files = Files();
        files[Rate] = files[Rate].Replace("\"unit\": \"USD/t\"", "\"unit\": \"EUR/t\"", StringComparison.Ordinal);
        files[Lead] = files[Lead].Replace("\"value\": 13", "\"value\": 130", StringComparison.Ordinal);
        files["us/45q/params/labour.json"] = "{ not json";
        files["us/classvi/notes.txt"] = "x";

        string[] where = [.. Problems(files).Select(p => p.Where)];
        Assert.Contains($"{Rate} /unit", where);
        Assert.Contains($"{Lead} /entries/1/low", where);
        Assert.Contains("us/45q/params/labour.json /", where);
        Assert.Contains("us/classvi/notes.txt", where);
        Assert.Equal(where.Order(StringComparer.Ordinal), where);
    }

    [Fact]
    public void A_missing_folder_is_a_problem_and_not_an_exception() =>
        Assert.Single(RegisterReader.Read(Path.Combine(ShippedRegister.Folder, "nowhere")).Problems);

    [Theory]
    [InlineData(Rate, "\"money\": true", "\"money\": true, \"colour\": 1", "/colour")]
    [InlineData(Rate, "\"money\": true", "\"money\": true, \"money\": true", "/money")]
    [InlineData(Rate, "\"money\": true,", "", "/")]
    [InlineData(Rate, "\"money\": true", "\"money\": \"yes\"", "/money")]
    [InlineData(Rate, "\"value\": 20", "\"value\": null", "/entries/0/value")]
    [InlineData(Rate, "\"value\": 20", "\"value\": \"20\"", "/entries/0/value")]
    [InlineData(Rate, "\"value\": 20", "\"value\": [20]", "/entries/0/value")]
    [InlineData(Rate, "\"value\": 20", "\"value\": 2e15", "/entries/0/value")]
    [InlineData(Rate, "\"value\": 20", "\"value\": 2e99", "/entries/0/value")]
    [InlineData(Rate, "[\"us.45q.usc-45q.legacy-storage\"]", "[null]", "/entries/0/evidence/0")]
    [InlineData(Rate, "\"source\": \"point\", \"fate\": \"saline\"", "\"source\": null, \"fate\": \"saline\"", "/entries/0/when/source")]
    [InlineData(Rate, "\"law\": { \"from\": \"2008-10-03\" }", "\"law\": { \"from\": \"2008-13-03\" }", "/entries/0/law/from")]
    [InlineData(Rate, "\"law\": { \"from\": \"2008-10-03\" }", "\"law\": {}", "/entries/0/law/from")]
    [InlineData(Rate, "\"law\": { \"from\": \"2008-10-03\" }", "\"law\": { \"from\": \"2008-10-03\", \"before\": \"2008-10-03\" }", "/entries/0/law")]
    [InlineData(Rate, "\"year\": { \"from\": 2008, \"to\": 2009 }", "\"year\": { \"from\": 2009, \"to\": 2008 }", "/entries/0/year")]
    [InlineData(Rate, "\"year\": { \"from\": 2008, \"to\": 2009 }", "\"year\": { \"from\": 2008, \"to\": 2010 }", "/entries/1")]
    [InlineData(Rate, "\"source\": \"point\", \"fate\": \"saline\"", "\"source\": \"point\", \"fate\": \"salt\"", "/entries/0/when/fate")]
    [InlineData(Rate, "\"source\": \"point\", \"fate\": \"saline\"", "\"sorce\": \"point\", \"fate\": \"saline\"", "/entries/0/when/sorce")]
    [InlineData(Rate, "\"source\": \"point\", \"fate\": \"saline\"", "\"source\": [], \"fate\": \"saline\"", "/entries/0/when/source")]
    [InlineData(Rate, "[\"us.45q.usc-45q.legacy-storage\"]", "[\"us.45q.nobody\"]", "/entries/0/evidence")]
    [InlineData(Rate, "\"us.45q.index-legacy\"", "\"us.45q.labour\"", "/entries/1/index")]
    [InlineData(Rate, "[\"us.45q.labour\"]", "[\"us.45q.threshold\"]", "/multipliers/0")]
    [InlineData(Rate, "[\"us.45q.labour\"]", "[\"us.45q.no-such\"]", "/multipliers/0")]
    [InlineData(Rate, "\"rounding\": 0.01", "\"rounding\": 0", "/rounding")]
    [InlineData(Rate, "\"wage-exemption\"", "\"wage-exception\"", "/notModelled/0")]
    [InlineData(Rate, "\"id\": \"us.45q.rate\"", "\"id\": \"us.45q.tariff\"", "/id")]
    [InlineData(Rate, "\"id\": \"legacy-eor\"", "\"id\": \"legacy-storage\"", "/entries/3/id")]
    [InlineData(Deadline, "\"2024-01-01\"", "\"1 January 2024\"", "/entries/0/value")]
    [InlineData(Lead, "8 to 18 months", "8 to 19 months", "/entries/1/note")]
    [InlineData(NotKept, "\"archive\": \"not-archived\"", "\"archive\": \"abc\"", "/archive")]
    [InlineData(Source, "\"confidence\": \"A\"", "\"confidence\": \"D\"", "/claims/0/confidence")]
    [InlineData(NotKept, "\"confidence\": \"B\"", "\"confidence\": \"B\", \"quote\": \"the product of $17\"", "/claims/0/quote")]
    [InlineData(Source, "us.45q.pl-119-21.parity", "us.45q.pl-119-21.index", "/claims/3/id")]
    [InlineData(Policy, "\"id\": \"us.45q\"", "\"id\": \"us.45r\"", "/id")]
    [InlineData(Policy, "\"jurisdiction\": \"us\"", "\"jurisdiction\": \"ca\"", "/jurisdiction")]
    [InlineData(Policy, "\"documentStatus\": \"adopted\"", "\"documentStatus\": \"verified\"", "/documentStatus")]
    [InlineData(Policy, "\"relations\": []", "\"relations\": [{ \"kind\": \"amends\", \"target\": \"us.gone\", \"from\": \"2008-10-03\" }]", "/relations/0/target")]
    [InlineData(Policy, "\"used\": \"after-enactment\"", "\"used\": \"neither\"", "/conflicts/0")]
    [InlineData(Policy, "\"precision\": \"day\"", "\"precision\": \"month\"", "/events/0/precision")]
    [InlineData(Policy, "\"date\": \"2008-10-03\"", "\"date\": \"2019-10-03\"", "/events/1/date")]
    public void A_fault_is_refused_with_its_place(string file, string right, string wrong, string place)
    {
        Dictionary<string, string> files = Files();
        Assert.Contains(right, files[file], StringComparison.Ordinal);
        int at = files[file].IndexOf(right, StringComparison.Ordinal);
        files[file] = files[file][..at] + wrong + files[file][(at + right.Length)..];

        Problem[] problems = [.. Problems(files)];
        Assert.Contains(problems, p => p.Where == $"{file} {place}");
        Assert.All(problems, p => Assert.False(string.IsNullOrWhiteSpace(p.What) || string.IsNullOrWhiteSpace(p.Fix)));
    }

    /// <summary>A file that lost or doubled a piece is refused or still right, and the reader never falls over.</summary>
    [Fact]
    public void Torn_files_never_crash_the_reader()
    {
        string[] names = [.. Files().Keys.Order(StringComparer.Ordinal)];
        Gen.Select(Gen.Int[0, names.Length - 1], Gen.Double[0, 1], Gen.Int[0, 40], Gen.Bool).Sample(
            (which, where, length, doubled) =>
            {
                Dictionary<string, string> files = Files();
                string text = files[names[which]];
                int from = (int)(where * (text.Length - 1)), to = Math.Min(text.Length, from + length);
                files[names[which]] = doubled ? text[..to] + text[from..] : text[..from] + text[to..];
                Checked<PolicyRegister> read = Read(files);
                return read.IsRight || read.Problems.All(p => p is { Where.Length: > 0, What.Length: > 0, Fix.Length: > 0 });
            },
            iter: 300);
    }

    [Fact]
    public void A_review_typed_into_a_file_is_refused()
    {
        Dictionary<string, string> files = Files();
        files["us/45q/reviews/2026.json"] = """{ "reviewer": "me", "state": "verified" }""";
        Assert.Contains(Problems(files), p => p.Where == "us/45q/reviews/2026.json /reviewer");
    }

    [Theory]
    [InlineData("The amount shall be $17 and no more.", "shall be $17", ReviewState.EvidenceComplete)]
    [InlineData("The amount shall be\n  $17 and no more.", "amount shall be $17", ReviewState.EvidenceComplete)]
    public void A_quotation_found_in_the_kept_text_completes_the_evidence(string text, string quote, ReviewState state)
    {
        Dictionary<string, string> files = Quoting(text, quote);
        RegisterView view = Read(files).OrThrow().AsOf(new DateOnly(2026, 1, 1));
        Assert.Equal(state, view.Ask("us-sd.co2-pipeline-eminent-domain.fee").State);
    }

    [Theory]
    [InlineData("The amount shall be $17.", "shall be $18")]
    [InlineData("a b c d e f g h i j k l m n o p q r s t u v w x y z", "a b c d e f g h i j k l m n o p q r s t u v w x y z")]
    public void A_quotation_that_is_not_there_or_too_long_is_refused(string text, string quote) =>
        Assert.Contains(Problems(Quoting(text, quote)), p => p.Where == "us-sd/co2-pipeline-eminent-domain/evidence/kjan.json /claims/0/quote");

    [Fact]
    public void A_kept_text_that_was_changed_is_refused()
    {
        Dictionary<string, string> files = Quoting("The amount shall be $17.", "$17");
        string kept = files.Keys.Single(f => f.StartsWith("us-sd/", StringComparison.Ordinal) && f.EndsWith(".txt", StringComparison.Ordinal));
        files[kept] += " Or more: $17";
        Assert.Contains(Problems(files), p => p.Where == kept);
    }

    [Fact]
    public void The_version_is_of_the_meaning_and_not_of_the_spaces()
    {
        Dictionary<string, string> spaced = Files(), changed = Files();
        JsonObject turned = [];
        foreach ((string name, JsonNode? node) in JsonNode.Parse(spaced[Lead])!.AsObject().Reverse())
        {
            turned.Add(name, node?.DeepClone());
        }

        spaced[Lead] = turned.ToJsonString().Replace("36", "36.0", StringComparison.Ordinal);
        changed[Lead] = changed[Lead].Replace("\"value\": 36", "\"value\": 35", StringComparison.Ordinal);
        spaced[Lead] = spaced[Lead].Replace("36.0 ", "36 ", StringComparison.Ordinal);
        Assert.Equal(ShippedRegister.Register.Version, Read(spaced).OrThrow().Version);
        Assert.NotEqual(ShippedRegister.Register.Version, Read(changed).OrThrow().Version);
    }

    private static Dictionary<string, string> Quoting(string text, string quote)
    {
        const string Folder = "us-sd/co2-pipeline-eminent-domain";
        Dictionary<string, string> files = Files();
        string hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text)));
        files[$"{Folder}/sources/{hash}.txt"] = text;
        files[$"{Folder}/evidence/kjan.json"] = files[$"{Folder}/evidence/kjan.json"]
            .Replace("not-archived", hash, StringComparison.Ordinal)
            .Replace("\"confidence\":", $"\"quote\": \"{quote}\", \"confidence\":", StringComparison.Ordinal);
        files[$"{Folder}/params/fee.json"] = """
            { "id": "us-sd.co2-pipeline-eminent-domain.fee", "titles": { "en": "Fee", "zh": "费用" }, "unit": "USD/t", "money": true, "dims": {},
              "entries": [{ "id": "a", "law": { "from": "2025-03-06" }, "value": 17, "evidence": ["us-sd.co2-pipeline-eminent-domain.kjan.ban"] }] }
            """;
        return files;
    }

    private static Dictionary<string, string> Files() => ShippedRegister.Files();

    private static Checked<PolicyRegister> Read(Dictionary<string, string> files) =>
        RegisterReader.Read([.. files.Select(f => new RegisterFile(f.Key, f.Value))]);

    private static IReadOnlyList<Problem> Problems(Dictionary<string, string> files)
    {
        Checked<PolicyRegister> read = Read(files);
        Assert.False(read.IsRight);
        return read.Problems;
    }
}
