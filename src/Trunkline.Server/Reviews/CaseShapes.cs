using Trunkline.Domain;
using Trunkline.Register;
using Trunkline.Server.Http;
using Trunkline.Server.Register;
using Trunkline.Store;

namespace Trunkline.Server.Reviews;

/// <summary>A file of a record as proposed.</summary>
/// <param name="Path">Below the record's folder: policy.json, params/rate.json, evidence/s1.json, text.en.md.</param>
internal sealed record ProposedFile(string Path, string Text);

/// <summary>A change of a record to be drafted.</summary>
/// <param name="Record">Id of the record.</param>
/// <param name="Why">For whoever reads the version later.</param>
internal sealed record CaseDraft(string Record, IReadOnlyList<ProposedFile> Files, string Why);

/// <summary>A draft written anew.</summary>
internal sealed record CaseRedraft(IReadOnlyList<ProposedFile> Files, string Why);

/// <summary>A reviewer's word on a claim.</summary>
internal sealed record CaseVerdict(Verdict Verdict, string? Note = null);

/// <summary>Why a change goes back to its author.</summary>
internal sealed record CaseReturn(string Why);

/// <summary>A change in the list.</summary>
/// <param name="OpenClaims">How many claims nobody has found supported yet.</param>
internal sealed record CaseItem(string Id, string Record, CaseState State, string Author, string Why, DateTimeOffset Created, int OpenClaims, string Etag)
{
    public static CaseItem Of(StoredCase stored) => new(
        stored.Id, stored.Review.Record, stored.Review.State, stored.Review.Author, stored.Review.Why, stored.Created, stored.Review.Open.Count(), TagOf(stored));

    public static string TagOf(StoredCase stored) => EntityTags.Of(stored.Id, stored.Version);
}

/// <summary>A claim to be judged, beside its evidence.</summary>
/// <param name="Evidence">What the source says and where; null where the record as proposed has no such claim.</param>
/// <param name="Verdict">Null where nobody has judged it since the change was submitted.</param>
internal sealed record ClaimToJudge(string Claim, ClaimSeen? Evidence, Verdict? Verdict, string? By, string? Note);

/// <summary>Something that happened.</summary>
internal sealed record CaseEvent(string What, string By, DateTimeOffset At, string? Claim, string? Why);

/// <summary>A change, whole.</summary>
/// <param name="Problems">What the gates hold against the record as proposed.</param>
internal sealed record CasePage(
    CaseItem Item, string Base, IReadOnlyList<ProposedFile> Files, IReadOnlyList<ClaimToJudge> Claims, IReadOnlyList<CaseEvent> History, IReadOnlyList<FailureSeen> Problems);

/// <summary>A version of a record that came of a review.</summary>
internal sealed record EditionSeen(long Number, string Case, string Author, string AcceptedBy, DateTimeOffset AcceptedAt, string Why, IReadOnlyList<string> Files)
{
    public static EditionSeen Of(StoredEdition e) => new(e.Number, e.Case, e.Author, e.AcceptedBy, e.AcceptedAt, e.Why, [.. e.Files.Select(f => f.Path)]);
}
