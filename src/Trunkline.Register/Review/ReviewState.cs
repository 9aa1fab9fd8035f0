namespace Trunkline.Register;

/// <summary>
/// How far a record or an entry has come: draft, evidence-complete, verified, needs-review, retired. Computed from content, signed reviews and the day, never typed.
/// In order of how much may rest on it, so that the least of several states is the state of what rests on all of them.
/// </summary>
public enum ReviewState
{
    /// <summary>No longer kept up.</summary>
    Retired = -1,

    /// <summary>Some evidence is missing or cannot be checked against a kept text, or another gate holds it.</summary>
    Draft = 0,

    /// <summary>A person verified it once; it was edited or has grown old since.</summary>
    NeedsReview = 1,

    /// <summary>Every required claim has evidence whose words stand in a kept text. No person has vouched for it.</summary>
    EvidenceComplete = 2,

    /// <summary>A person who is not the author signed, with a trusted key, that the sources support this very content.</summary>
    Verified = 3,
}
