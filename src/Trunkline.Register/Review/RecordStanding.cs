namespace Trunkline.Register;

/// <summary>How far a record has come on a day, and everything that a gate holds against it.</summary>
/// <param name="Record">Id of the policy.</param>
/// <param name="Failures">In order of place.</param>
public sealed record RecordStanding(string Record, ReviewState State, IReadOnlyList<GateFailure> Failures)
{
    internal static RecordStanding Of(PolicyRecord record, IEnumerable<GateFailure> held, DateOnly today, ReviewTrust trust)
    {
        ReviewGate review = new(record, trust, today);
        GateFailure[] content = [.. held], stale = [.. FreshnessGate.Failures(record, today)];
        ReviewState state = StateOf(
            isRetired: record.Document.Retired is { } retirement && retirement.On <= today,
            isHeld: content.Length > 0,
            isReviewed: review.IsPassed,
            wasReviewed: review.WasPassedOnce,
            isStale: stale.Length > 0);
        return new RecordStanding(
            record.Id, state, [.. content.Concat(review.Failures()).Concat(stale).OrderBy(f => f.Problem.Where, StringComparer.Ordinal)]);
    }

    /// <summary>The state machine: content first, then review, then age.</summary>
    internal static ReviewState StateOf(bool isRetired, bool isHeld, bool isReviewed, bool wasReviewed, bool isStale) =>
        isRetired ? ReviewState.Retired
        : isHeld ? ReviewState.Draft
        : isReviewed ? isStale ? ReviewState.NeedsReview : ReviewState.Verified
        : wasReviewed ? ReviewState.NeedsReview
        : ReviewState.EvidenceComplete;
}
