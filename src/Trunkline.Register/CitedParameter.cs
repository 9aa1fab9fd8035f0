using Trunkline.Domain;

namespace Trunkline.Register;

/// <summary>A parameter with its record and with its evidence looked up.</summary>
internal sealed class CitedParameter
{
    private readonly ReviewState recordState;

    /// <param name="recordState">State of the record; evidence-complete where nobody has asked, so that the evidence alone decides.</param>
    public CitedParameter(PolicyRecord record, PolicyParameter parameter, IReadOnlyDictionary<string, Evidence> evidence, ReviewState recordState)
    {
        this.recordState = recordState;
        Record = record;
        Parameter = parameter;
        Entries = [.. parameter.Entries.Select(e => Cited(e, Cited(e.Evidence, evidence)))];
        ProjectionEvidence = parameter.Projection is { } rule ? Cited(rule.Evidence, evidence) : [];
    }

    public string Id => Parameter.Id;

    public PolicyRecord Record { get; }

    public PolicyParameter Parameter { get; }

    public IReadOnlyList<CitedEntry> Entries { get; }

    public IReadOnlyList<Evidence> ProjectionEvidence { get; }

    /// <summary>State of something in the parameter that rests on these claims: of an entry, or of the rule of an index.</summary>
    public ReviewState StateOf(IReadOnlyList<Evidence> evidence) => (recordState, evidence.Any(e => e.IsComplete)) switch
    {
        (ReviewState.Retired, _) => ReviewState.Retired,
        (_, false) => ReviewState.Draft,
        (ReviewState.Draft, true) => ReviewState.EvidenceComplete,
        (var state, true) => state,
    };

    /// <summary>That of the weakest of these claims; C without any.</summary>
    public static Confidence ConfidenceOf(IReadOnlyList<Evidence> evidence) =>
        evidence.Count == 0 ? Confidence.C : evidence.Max(e => e.Claim.Confidence);

    private CitedEntry Cited(PolicyEntry entry, IReadOnlyList<Evidence> evidence) => new(entry, evidence, ConfidenceOf(evidence), StateOf(evidence));

    private static Evidence[] Cited(IReadOnlyList<string> claimIds, IReadOnlyDictionary<string, Evidence> evidence) =>
        [.. claimIds.Select(id => evidence[id])];
}

/// <summary>An entry with its evidence, and how strong that makes it.</summary>
internal sealed record CitedEntry(PolicyEntry Entry, IReadOnlyList<Evidence> Evidence, Confidence Confidence, ReviewState State);
