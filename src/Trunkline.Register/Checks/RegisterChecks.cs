using Trunkline.Domain;

namespace Trunkline.Register;

/// <summary>What was read of the whole register.</summary>
/// <param name="ShapesAreRight">False where some file could not be read as JSON; checks of references then keep silent, since what they miss may stand in that file.</param>
internal sealed record RegisterDraft(IReadOnlyList<RecordDraft> Records, bool ShapesAreRight)
{
    public IEnumerable<Located<PolicyDocument>> Documents => Records.Select(r => r.Document).OfType<Located<PolicyDocument>>();

    public IEnumerable<Located<PolicyParameter>> Parameters => Records.SelectMany(r => r.Parameters);

    public IEnumerable<Located<EvidenceSource>> Sources => Records.SelectMany(r => r.Sources);
}

/// <summary>Every check that a register passes before it can be asked. One file each.</summary>
internal static class RegisterChecks
{
    public static IReadOnlyList<Func<RegisterDraft, IEnumerable<Problem>>> All { get; } =
    [
        RecordsAreComplete.Problems,
        IdsNameTheirPlace.Problems,
        ReferencesHaveTargets.Problems,
        EntriesAreWhole.Problems,
        EntriesDoNotOverlap.Problems,
        IndexesAndMultipliersFit.Problems,
        EventsAreHonest.Problems,
        QuotesAreFound.Problems,
        LanguagesAgree.Problems,
    ];
}
