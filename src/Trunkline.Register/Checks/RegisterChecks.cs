using Trunkline.Domain;

namespace Trunkline.Register;

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
        RelationsFormNoCycle.Problems,
        MatrixCellsAreFounded.Problems,
        QuotesAreFound.Problems,
        LanguagesAgree.Problems,
    ];
}
