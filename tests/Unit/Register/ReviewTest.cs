using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Trunkline.Register;

namespace Trunkline.Tests.Unit.Register;

/// <summary>Only a signed review of this very content, by a person who is not the author and with a key that the reader trusts, verifies.</summary>
public sealed class ReviewTest : IDisposable
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    private ReviewTrust Trust => new([new TrustedKey("rev-1", "Rae Reviewer", Convert.ToBase64String(key.ExportSubjectPublicKeyInfo()))]);

    public void Dispose() => key.Dispose();

    [Fact]
    public void A_review_signed_with_a_trusted_key_verifies()
    {
        Assert.Equal(ReviewState.Verified, Standing(Signed(Review())).State);
        Assert.Empty(Standing(Signed(Review())).Failures);
    }

    [Fact]
    public void The_readings_of_a_verified_record_say_so()
    {
        PolicyRegister register = WholeRecord.Read(Signed(Review()));
        Assert.Equal(ReviewState.EvidenceComplete, register.AsOf(Today).Ask($"{WholeRecord.Id}.rate").State);
        Assert.Equal(ReviewState.Verified, register.ReviewedOn(Today, Trust).AsOf(Today).Ask($"{WholeRecord.Id}.rate").State);
        Assert.Equal(ReviewState.NeedsReview, register.ReviewedOn(Today.AddYears(2), Trust).AsOf(Today).Ask($"{WholeRecord.Id}.rate").State);
    }

    [Theory]
    [InlineData(WholeRecord.Policy, "Storage grant", "Storage Grant")]
    [InlineData(WholeRecord.Act, "section 3(a)", "section 3(b)")]
    [InlineData(WholeRecord.Folder + "/text.en.md", "A grant", "The grant")]
    public void One_changed_byte_takes_it_down(string file, string before, string after)
    {
        Dictionary<string, string> files = Signed(Review());
        files[file] = files[file].Replace(before, after, StringComparison.Ordinal);
        RecordStanding standing = Standing(files);
        Assert.Equal(ReviewState.NeedsReview, standing.State);
        Assert.Contains(standing.Failures, f => f.Gate == Gate.Review && f.Problem.Where.EndsWith("/content", StringComparison.Ordinal));
    }

    [Fact]
    public void Age_takes_it_down()
    {
        RecordStanding standing = Standing(Signed(Review()), Today.AddMonths(13));
        Assert.Equal(ReviewState.NeedsReview, standing.State);
        Assert.Contains(standing.Failures, f => f.Gate == Gate.Freshness);
    }

    [Fact]
    public void The_same_key_not_trusted_does_not_verify() => Held(Signed(Review()), "/key", ReviewTrust.None);

    [Fact]
    public void Another_key_of_the_same_name_does_not_verify()
    {
        using ECDsa other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        Held(Filed(ReviewSignature.Sign(Review(), other)), "/signature", Trust);
    }

    [Fact]
    public void The_author_does_not_verify() =>
        Held(
            Signed(Review() with { Reviewer = new Agent(AgentKind.Person, "ann author ") }),
            "/reviewer",
            Trust with { Keys = [Trust.Keys[0] with { Holder = "Ann Author" }] });

    [Fact]
    public void Software_does_not_verify() => Held(Signed(Review() with { Reviewer = new Agent(AgentKind.Software, "Rae Reviewer") }), "/reviewer", Trust);

    [Fact]
    public void Nobody_does_not_verify() => Held(Signed(Review() with { Reviewer = new Agent(AgentKind.Person) }), "/reviewer", Trust);

    [Fact]
    public void A_person_who_does_not_hold_the_key_does_not_verify() => Held(Signed(Review() with { Reviewer = new Agent(AgentKind.Person, "Bo Bystander") }), "/key", Trust);

    [Fact]
    public void A_record_that_names_no_author_is_not_verified()
    {
        Dictionary<string, string> files = WholeRecord.With(
            WholeRecord.Policy, "\"author\": { \"kind\": \"person\", \"name\": \"Ann Author\" }", "\"author\": { \"kind\": \"unknown\" }");
        Held(Filed(ReviewSignature.Sign(Review(files), key), files), "/reviewer", Trust);
    }

    [Fact]
    public void A_decision_of_tomorrow_does_not_verify_today() => Held(Signed(Review() with { Decided = Today.AddDays(1) }), "/decided", Trust);

    [Fact]
    public void A_review_that_leaves_a_claim_out_does_not_verify() => Held(Signed(Review() with { Verdicts = [.. Review().Verdicts.Skip(1)] }), "/verdicts", Trust);

    [Fact]
    public void A_review_that_finds_a_claim_unsupported_does_not_verify_even_beside_one_that_does()
    {
        SignedReview dissent = Review() with { Verdicts = [.. Review().Verdicts.Select((v, i) => i == 0 ? v with { Verdict = Verdict.DoesNotSupport } : v)] };
        Held(Signed(dissent), "/verdicts", Trust);
        Dictionary<string, string> both = Signed(Review());
        both[$"{WholeRecord.Folder}/reviews/2026-11-22-other.json"] = Text(ReviewSignature.Sign(dissent, key));
        Assert.Equal(ReviewState.NeedsReview, Standing(both).State);
    }

    [Fact]
    public void A_review_typed_in_by_hand_does_not_verify() => Held(Filed(Review() with { Signature = "Verified by Rae Reviewer." }), "/signature", Trust);

    [Fact]
    public void Any_byte_of_a_signed_review_that_is_changed_takes_it_down()
    {
        SignedReview signed = ReviewSignature.Sign(Review(), key);
        foreach (SignedReview changed in new[]
        {
            signed with { Decided = signed.Decided.AddDays(-1) },
            signed with { Verdicts = [.. signed.Verdicts.Select(v => v with { Note = "fine" })] },
            signed with { Signature = signed.Signature[..^4] + "AAA=" },
        })
        {
            Held(Filed(changed), "/signature", Trust);
        }
    }

    [Theory]
    [InlineData(false, false, true, false, false, ReviewState.Verified)]
    [InlineData(false, false, true, false, true, ReviewState.NeedsReview)]
    [InlineData(false, false, false, true, false, ReviewState.NeedsReview)]
    [InlineData(false, false, false, false, true, ReviewState.EvidenceComplete)]
    [InlineData(false, false, false, false, false, ReviewState.EvidenceComplete)]
    [InlineData(false, true, true, true, false, ReviewState.Draft)]
    [InlineData(true, true, true, true, true, ReviewState.Retired)]
    public void The_state_follows_from_content_then_review_then_age(bool retired, bool held, bool reviewed, bool was, bool stale, ReviewState state) =>
        Assert.Equal(state, RecordStanding.StateOf(retired, held, reviewed, was, stale));

    [Fact]
    public void A_retired_record_is_retired_from_its_day_on()
    {
        Dictionary<string, string> files = WholeRecord.With(
            WholeRecord.Policy, "\"provenance\":", "\"retired\": { \"on\": \"2026-12-01\", \"reason\": { \"en\": \"Done.\", \"zh\": \"完。\" } }, \"provenance\":");
        Assert.Equal(ReviewState.EvidenceComplete, Standing(files).State);
        Assert.Equal(ReviewState.Retired, Standing(files, new DateOnly(2026, 12, 1)).State);
    }

    [Fact]
    public void A_trust_file_is_read_strictly()
    {
        string good = JsonSerializer.Serialize(Trust, RegisterJson.Options);
        Assert.Equal(Trust.Keys[0], ReviewTrust.Read(new RegisterFile("trust.json", good)).OrThrow().Keys.Single());
        JsonNode doubled = JsonNode.Parse(good)!;
        doubled["keys"]!.AsArray().Add(new JsonObject { ["name"] = "rev-1", ["holder"] = "Bo", ["publicKey"] = "AAAA" });
        Assert.Equal(
            ["trust.json /keys/1/name", "trust.json /keys/1/publicKey"],
            ReviewTrust.Read(new RegisterFile("trust.json", doubled.ToJsonString())).Problems.Select(p => p.Where).Order(StringComparer.Ordinal));
    }

    private static SignedReview Review(Dictionary<string, string>? files = null)
    {
        PolicyRecord record = WholeRecord.Read(files ?? WholeRecord.Files()).Records.Single();
        return new SignedReview(
            new Agent(AgentKind.Person, "Rae Reviewer"),
            record.Id,
            record.ContentHash,
            new DateOnly(2026, 11, 20),
            [.. record.Sources.SelectMany(s => s.Claims).Select(c => new ReviewVerdict(c.Id, Verdict.Supports))],
            "rev-1",
            "");
    }

    private Dictionary<string, string> Signed(SignedReview review) => Filed(ReviewSignature.Sign(review, key));

    private static Dictionary<string, string> Filed(SignedReview review, Dictionary<string, string>? files = null)
    {
        files ??= WholeRecord.Files();
        files[$"{WholeRecord.Folder}/reviews/2026-11-20-rae.json"] = Text(review);
        return files;
    }

    private static string Text(SignedReview review)
    {
        JsonObject json = JsonSerializer.SerializeToNode(review, RegisterJson.Options)!.AsObject();
        foreach (JsonObject part in json["verdicts"]!.AsArray().Select(v => v!.AsObject()).Append(json["reviewer"]!.AsObject()))
        {
            foreach (string empty in part.Where(m => m.Value is null).Select(m => m.Key).ToArray())
            {
                part.Remove(empty);
            }
        }

        return json.ToJsonString();
    }

    private void Held(Dictionary<string, string> files, string place, ReviewTrust trust)
    {
        RecordStanding standing = Standing(files, Today, trust);
        Assert.NotEqual(ReviewState.Verified, standing.State);
        Assert.Contains(standing.Failures, f => f.Gate == Gate.Review && f.Problem.Where.EndsWith($".json {place}", StringComparison.Ordinal));
        Assert.Contains(standing.Failures, f => f.Gate == Gate.Review && f.Problem.Where == $"{WholeRecord.Folder}/reviews");
    }

    private RecordStanding Standing(Dictionary<string, string> files, DateOnly? today = null, ReviewTrust? trust = null)
    {
        PolicyRegister register = WholeRecord.Read(files);
        return register.Review(register.Records.Single(), today ?? Today, trust ?? Trust);
    }
}
