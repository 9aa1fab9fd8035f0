using System.Security.Cryptography;
using CsCheck;
using Trunkline.Register;
using Trunkline.Tests.Unit.Planner;

namespace Trunkline.Tests.Unit.Register;

/// <summary>Spoilt records: 200 of each kind in every run, 10,000 with CHECK_FULL=1. Nothing crashes, and nothing gains by losing evidence.</summary>
public sealed class RecordFuzzTest
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    /// <summary>The whole record, and the files of each shipped record that can be read by itself and whose claims all serve something in it: what nothing rests on is no evidence.</summary>
    private static readonly Lazy<Dictionary<string, string>[]> Records = new(() =>
    [
        WholeRecord.Files(),
        .. ShippedRegister.Register.Records
            .Select(r => ShippedRegister.Files().Where(f => f.Key.StartsWith($"{r.Folder}/", StringComparison.Ordinal)).ToDictionary(f => f.Key, f => f.Value))
            .Where(files => WholeRecord.Inspect(files) is { Register: not null } inspection
                && !inspection.Failures.Any(f => f.Problem.What.StartsWith("nothing rests on", StringComparison.Ordinal))),
    ]);

    [Fact]
    public void A_spoilt_record_never_crashes_the_reader_or_its_review() => Spoil((files, random) =>
    {
        int times = random.Next(1, 4);
        for (int i = 0; i < times; i++)
        {
            RecordMutation.Any(files, random);
        }

        RegisterInspection inspection = WholeRecord.Inspect(files);
        return Failures(inspection).All(f => f.Problem is { Where.Length: > 0, What.Length: > 0, Fix.Length: > 0 });
    });

    [Fact]
    public void A_shipped_record_that_loses_evidence_is_refused_or_has_more_to_answer_for() => Spoil((files, random) =>
    {
        IReadOnlyList<GateFailure> before = Failures(WholeRecord.Inspect(files));
        bool nothingElseStands = RecordMutation.RemoveEvidence(files, random);
        RegisterInspection after = WholeRecord.Inspect(files);
        IReadOnlyList<GateFailure> now = Failures(after);
        return after.Register is null || now.Count > before.Count || (now.Count == before.Count && !nothingElseStands)
            ? true
            : throw new InvalidOperationException(string.Join('\n', before.Except(now).Select(f => $"gone: {f}").Concat(now.Except(before).Select(f => $"new: {f}"))));
    });

    [Fact]
    public void A_verified_record_that_loses_any_evidence_is_refused_or_no_longer_verified()
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        ReviewTrust trust = new([new TrustedKey("k", "Rae Reviewer", Convert.ToBase64String(key.ExportSubjectPublicKeyInfo()))]);
        PolicyRecord signed = Signed(WholeRecord.Read(WholeRecord.Files()).Records.Single(), key);
        Assert.Equal(ReviewState.Verified, Review(signed, trust).State);
        Gen.Int.Sample(
            seed =>
            {
                Dictionary<string, string> files = WholeRecord.Files();
                RecordMutation.RemoveEvidence(files, new Random(seed));
                PolicyRecord? spoilt = WholeRecord.Inspect(files).Register?.Records.SingleOrDefault();
                RecordStanding? standing = spoilt is null ? null : Review(spoilt with { Reviews = signed.Reviews }, trust);
                return standing is null || (standing.State < ReviewState.Verified && standing.Failures.Count > 0);
            },
            iter: Effort.Of(200, 10_000));
    }

    [Fact]
    public void The_records_that_are_spoilt_are_many() => Assert.True(Records.Value.Length >= 5, $"Only {Records.Value.Length} records can be read by themselves.");

    private static void Spoil(Func<Dictionary<string, string>, Random, bool> isRight) => Gen.Int.Sample(
        seed =>
        {
            Random random = new(seed);
            return isRight(new Dictionary<string, string>(Records.Value[random.Next(Records.Value.Length)], StringComparer.Ordinal), random);
        },
        iter: Effort.Of(200, 10_000));

    /// <summary>What refuses the files, or everything that holds their records.</summary>
    private static IReadOnlyList<GateFailure> Failures(RegisterInspection inspection) => inspection.Register is { } register
        ? [.. register.Records.SelectMany(r => register.Review(r, Today, ReviewTrust.None).Failures)]
        : inspection.Failures;

    private static RecordStanding Review(PolicyRecord record, ReviewTrust trust) =>
        new PolicyRegister(ShippedRegister.Register.Content with { Records = [record], Matrices = [], Overlays = [], Modes = [] }, "none").Review(record, Today, trust);

    private static PolicyRecord Signed(PolicyRecord record, ECDsa key)
    {
        SignedReview review = new(
            new Agent(AgentKind.Person, "Rae Reviewer"),
            record.Id,
            record.ContentHash,
            Today,
            [.. record.Sources.SelectMany(s => s.Claims).Select(c => new ReviewVerdict(c.Id, Verdict.Supports))],
            "k",
            "");
        return record with { Reviews = [new FiledReview($"{record.Folder}/reviews/2026-11-23-rae.json", ReviewSignature.Sign(review, key))] };
    }
}
