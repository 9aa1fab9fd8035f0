using Trunkline.Domain;
using Trunkline.Register;

namespace Trunkline.Cli.Register;

/// <summary>How far records have come, for a reader who brings no keys.</summary>
internal static class RecordStates
{
    public static ReviewState Of(PolicyRegister register, PolicyRecord record, DateOnly today) =>
        register.Review(record, today, ReviewTrust.None).State;

    /// <summary>The line that says, at the end of an answer, how far what was shown can be trusted.</summary>
    public static string Line(IReadOnlyCollection<ReviewState> states, Language language)
    {
        if (states.Count == 0)
        {
            return RegisterWords.NoRecord.In(language);
        }

        if (states.All(s => s == ReviewState.Draft))
        {
            return RegisterWords.AllDrafts.In(language);
        }

        IEnumerable<string> counts = states.GroupBy(s => s).OrderBy(g => g.Key).Select(g => $"{RegisterTerms.Of(g.Key).In(language)} {g.Count()}");
        Bilingual line = states.Contains(ReviewState.Verified) ? RegisterWords.SomeVerified : RegisterWords.NoneVerified;
        return string.Format(line.In(language), string.Join(", ", counts));
    }

    /// <summary>The same over these records.</summary>
    public static string Line(PolicyRegister register, IEnumerable<PolicyRecord> records, Language language)
    {
        DateOnly today = RegisterAsked.Today();
        return Line([.. records.Select(r => Of(register, r, today))], language);
    }
}
