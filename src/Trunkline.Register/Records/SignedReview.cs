using Trunkline.Domain;

namespace Trunkline.Register;

/// <summary>What a reviewer found of one claim.</summary>
public enum Verdict
{
    Supports,
    DoesNotSupport,
}

/// <summary>One claim, held against its source by a reviewer.</summary>
/// <param name="Claim">Id of the claim.</param>
public sealed record ReviewVerdict(string Claim, Verdict Verdict, string? Note = null);

/// <summary>A person's review of one record as it stood: the content of one file in a record's <c>reviews</c> folder, never changed afterwards.</summary>
/// <param name="Record">Id of the policy.</param>
/// <param name="Content">Hash of the record that was reviewed (<see cref="PolicyRecord.ContentHash"/>).</param>
/// <param name="Decided">Day of the decision.</param>
/// <param name="Key">Name of the key that signed.</param>
/// <param name="Signature">Signature over everything else in the file, base 64.</param>
public sealed record SignedReview(
    Agent Reviewer,
    string Record,
    string Content,
    DateOnly Decided,
    IReadOnlyList<ReviewVerdict> Verdicts,
    string Key,
    string Signature);

/// <summary>A review with the file that holds it.</summary>
/// <param name="File">Path in the register: <c>us/45q/reviews/2026-11-23-ann.json</c>.</param>
public sealed record FiledReview(string File, SignedReview Review);
