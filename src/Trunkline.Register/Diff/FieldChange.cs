using Trunkline.Domain;

namespace Trunkline.Register;

/// <summary>What became of a field.</summary>
public enum ChangeKind
{
    Added,
    Removed,
    Changed,
}

/// <summary>One field in which two accounts differ, with what each says.</summary>
/// <param name="Field">Which field, by the names of the format: <c>events[draft-released 2024-10-10].date</c>, <c>text.en #2</c>.</param>
/// <param name="Before">What the first says; null where it has no such field.</param>
/// <param name="After">What the second says; null where it has no such field.</param>
/// <param name="EvidenceBefore">Ids of the claims on which the first rests there.</param>
/// <param name="EvidenceAfter">Ids of the claims on which the second rests there.</param>
/// <param name="Reason">Why they differ, where it is known.</param>
public sealed record FieldChange(
    string Field,
    Bilingual? Before,
    Bilingual? After,
    IReadOnlyList<string> EvidenceBefore,
    IReadOnlyList<string> EvidenceAfter,
    Bilingual? Reason = null)
{
    public ChangeKind Kind => (Before, After) switch
    {
        (null, _) => ChangeKind.Added,
        (_, null) => ChangeKind.Removed,
        _ => ChangeKind.Changed,
    };
}

/// <summary>Everything in which two accounts of a policy differ.</summary>
/// <param name="Before">Name of the first: <c>us.45q@1</c>, or a file.</param>
/// <param name="After">Name of the second.</param>
/// <param name="Reason">Why the account was corrected, where the later revision says so.</param>
public sealed record RecordDiff(string Before, string After, Bilingual? Reason, IReadOnlyList<FieldChange> Changes);
