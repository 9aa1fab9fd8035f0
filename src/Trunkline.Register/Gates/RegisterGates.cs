using Trunkline.Domain;

namespace Trunkline.Register;

/// <summary>Every rule of every gate that content alone can pass or fail. Review (G5) and freshness (G11) also need keys and a day: <see cref="ReviewGate"/>.</summary>
internal static class RegisterGates
{
    private enum Force
    {
        /// <summary>A register with such a failure is not read.</summary>
        Refuses,

        /// <summary>The same, except that an imported record is held at draft.</summary>
        RefusesOurOwn,

        /// <summary>The record stays a draft.</summary>
        Holds,
    }

    private static readonly (Gate Gate, Force Force, Func<RegisterDraft, IEnumerable<Problem>> Problems)[] Rules =
    [
        (Gate.Shape, Force.Refuses, RecordsAreComplete.Problems),
        (Gate.Shape, Force.Refuses, IdsNameTheirPlace.Problems),
        (Gate.Shape, Force.Refuses, WordsAreAllowed.Problems),
        (Gate.Shape, Force.Refuses, MatrixCellsAreFounded.Misplaced),
        (Gate.Shape, Force.RefusesOurOwn, NothingIsLeftUnknown.Problems),
        (Gate.Relations, Force.Refuses, ReferencesHaveTargets.Problems),
        (Gate.Relations, Force.Refuses, RelationsAreOrdered.Problems),
        (Gate.Relations, Force.Refuses, RelationsFormNoCycle.Problems),
        (Gate.Relations, Force.Refuses, MatrixCellsAreFounded.Dangling),
        (Gate.Evidence, Force.Refuses, ReasonsAreGiven.Problems),
        (Gate.Evidence, Force.Refuses, MatrixCellsAreFounded.Unfounded),
        (Gate.Evidence, Force.Holds, RequiredClaimsAreEvidenced.Problems),
        (Gate.Evidence, Force.Holds, EveryClaimIsUsed.Problems),
        (Gate.Quotes, Force.Refuses, QuotesAreFound.Problems),
        (Gate.Quotes, Force.Refuses, QuotesCarryFigures.Problems),
        (Gate.Address, Force.Holds, SourcesHaveAddresses.Problems),
        (Gate.Dates, Force.RefusesOurOwn, DatesAreHonest.Problems),
        (Gate.Dates, Force.RefusesOurOwn, ForceFollowsFromEvents.Problems),
        (Gate.Units, Force.Refuses, UnitsFit.Problems),
        (Gate.Units, Force.Refuses, IndexesAndMultipliersFit.Problems),
        (Gate.Coverage, Force.Refuses, EntriesHoldSomething.Problems),
        (Gate.Coverage, Force.Refuses, EntriesDoNotOverlap.Problems),
        (Gate.Coverage, Force.Refuses, MatrixCellsAreFounded.Overlapping),
        (Gate.Coverage, Force.Holds, DomainsAreCovered.Problems),
        (Gate.Languages, Force.Refuses, LanguagesAgree.Problems),
        (Gate.Languages, Force.Holds, TranslationsStand.Problems),
        (Gate.Substance, Force.RefusesOurOwn, SubstanceIsThere.Problems),
    ];

    /// <summary>Everything that the gates find. Each rule reads by itself, so all processors take part.</summary>
    public static IEnumerable<GateFailure> Failures(RegisterDraft draft)
    {
        GateFailure[][] found = new GateFailure[Rules.Length][];
        Parallel.For(0, Rules.Length, i => found[i] = [.. Failures(draft, Rules[i])]);
        return found.SelectMany(f => f);
    }

    private static IEnumerable<GateFailure> Failures(RegisterDraft draft, (Gate Gate, Force Force, Func<RegisterDraft, IEnumerable<Problem>> Problems) rule) =>
        from problem in rule.Problems(draft)
        let refuses = rule.Force == Force.Refuses || (rule.Force == Force.RefusesOurOwn && !draft.IsImported(problem))
        select new GateFailure(rule.Gate, problem, refuses);
}
