using Trunkline.Domain;
using Trunkline.Register;

namespace Trunkline.Cli.Register;

/// <summary>How far records have come, for a reader who brings no keys.</summary>
internal static class RecordStates
{
    public static ReviewState Of(PolicyRegister register, PolicyRecord record, DateOnly today) =>
        register.Review(record, today, ReviewTrust.None).State;

    /// <summary>The line that says, at the end of an answer, how far what was shown can be trusted.</summary>
    public static string Line(IReadOnlyCollection<ReviewState> states, Language language) => states.All(s => s == ReviewState.Draft)
        ? RegisterWords.AllDrafts.In(language)
        : string.Format(
            RegisterWords.SomeDrafts.In(language),
            states.Count(s => s == ReviewState.Draft),
            states.Count(s => s == ReviewState.EvidenceComplete),
            states.Count(s => s == ReviewState.Verified));

    /// <summary>The same over these records.</summary>
    public static string Line(PolicyRegister register, IEnumerable<PolicyRecord> records, Language language)
    {
        DateOnly today = RegisterAsked.Today();
        return Line([.. records.Select(r => Of(register, r, today))], language);
    }
}
