using Trunkline.Domain;

namespace Trunkline.Register;

/// <summary>
/// G5: a person who is not the author has signed, with a key that the reader trusts, that the sources support every required claim of this very content.
/// </summary>
/// <param name="trust">The keys of the reader.</param>
/// <param name="today">A decision after this day does not count yet.</param>
internal sealed class ReviewGate(PolicyRecord record, ReviewTrust trust, DateOnly today)
{
    private readonly IReadOnlyList<string> requiredClaims = ClaimsToJudge.Of(record);

    /// <summary>True where one review counts for the present content and none of it dissents.</summary>
    public bool IsPassed => record.Reviews.Any(Counts) && !record.Reviews.Any(Dissents);

    /// <summary>True where a review counted for an earlier content, or for this one before somebody dissented.</summary>
    public bool WasPassedOnce => record.Reviews.Any(r => Counts(r) || (IsGenuine(r) && r.Review.Content != record.ContentHash));

    /// <summary>Nothing where it is passed; otherwise why no review counts, and what is wrong with each.</summary>
    public IEnumerable<GateFailure> Failures() => IsPassed
        ? []
        : record.Reviews.SelectMany(Faults).Concat(Claimed()).Append(NoneCounts()).Select(p => new GateFailure(Gate.Review, p, Refuses: false));

    private Problem NoneCounts() => new(
        $"{record.Folder}/reviews",
        "no review of this content by a named person other than the author, signed with a trusted key.",
        "Let such a person hold each claim against its source and sign; docs/register.md says how. A review typed in by hand proves nothing.");

    /// <summary>A hub's own word for its review, where it names nobody who made it.</summary>
    private IEnumerable<Problem> Claimed()
    {
        if (record.Account is { ReviewStatus: { Length: > 0 } status } account)
        {
            string reviewer = string.IsNullOrWhiteSpace(account.Provenance?.Reviewer) ? "no reviewer is named" : $"'{account.Provenance.Reviewer}' has not signed it";
            yield return new Problem($"{record.Folder}/account.json /reviewStatus", $"says '{status}', and {reviewer}.", "A state is computed from signed reviews and never typed.");
        }
    }

    private bool Counts(FiledReview filed) => !Faults(filed).Any();

    private bool IsGenuine(FiledReview filed) => !Forged(filed.Review).Any();

    private bool Dissents(FiledReview filed) =>
        IsGenuine(filed) && filed.Review.Content == record.ContentHash && filed.Review.Verdicts.Any(v => v.Verdict == Verdict.DoesNotSupport);

    private IEnumerable<Problem> Faults(FiledReview filed) =>
        from fault in Forged(filed.Review).Concat(Beside(filed.Review))
        select new Problem($"{filed.File} {fault.Pointer}", fault.What, fault.Fix);

    /// <summary>What makes a review not that of a person whom the reader trusts.</summary>
    private IEnumerable<(string Pointer, string What, string Fix)> Forged(SignedReview review)
    {
        Agent? author = record.Document.Provenance?.Author;
        TrustedKey? key = trust.Key(review.Key);
        if (review.Reviewer is not { Kind: AgentKind.Person, Name.Length: > 0 })
        {
            yield return ("/reviewer", "is not a named person.", "Only a person can review; name the person.");
        }

        if (author is not { Name.Length: > 0, Kind: not AgentKind.Unknown })
        {
            yield return ("/reviewer", "cannot be told from the author, whom the record does not name.", "Name the author in provenance of policy.json.");
        }
        else if (IsSameName(author.Name, review.Reviewer.Name))
        {
            yield return ("/reviewer", $"'{review.Reviewer.Name}' is the author.", "Let somebody else review it.");
        }

        if (key is null)
        {
            yield return ("/key", $"'{review.Key}' is not a trusted key.", "Name a key of the trust file, or add the key there if you know whose it is.");
        }
        else if (!IsSameName(key.Holder, review.Reviewer.Name))
        {
            yield return ("/key", $"'{review.Key}' is held by {key.Holder}, not by the reviewer.", "Let the reviewer sign with his or her own key.");
        }
        else if (!ReviewSignature.Holds(review, key))
        {
            yield return ("/signature", "does not fit the review and the key.", "Sign the review again; nothing in it may be changed afterwards.");
        }

        if (review.Decided > today)
        {
            yield return ("/decided", $"{review.Decided:yyyy-MM-dd} lies after {today:yyyy-MM-dd}.", "Correct the day.");
        }
    }

    /// <summary>What makes a genuine review no support for the present content.</summary>
    private IEnumerable<(string Pointer, string What, string Fix)> Beside(SignedReview review)
    {
        if (review.Content != record.ContentHash)
        {
            yield return ("/content", "is of another content: the record was edited since.", $"Review the record as it is now, {record.ContentHash}.");
        }

        foreach (string claim in requiredClaims)
        {
            ReviewVerdict[] verdicts = [.. review.Verdicts.Where(v => v.Claim == claim)];
            if (verdicts.Length != 1 || verdicts[0].Verdict != Verdict.Supports)
            {
                yield return ("/verdicts", $"claim '{claim}' is {(verdicts.Length == 0 ? "not judged" : "not found supported")}.", "Correct the claim, or read its source and judge it.");
            }
        }
    }

    private static bool IsSameName(string? a, string? b) =>
        string.Equals(a?.Trim(), b?.Trim(), StringComparison.OrdinalIgnoreCase);
}
