using Trunkline.Domain;

namespace Trunkline.Register;

/// <summary>Events stand in order, carry evidence or say why not, and a date known to the month or year is not dressed up as a day.</summary>
internal static class EventsAreHonest
{
    public static IEnumerable<Problem> Problems(RegisterDraft draft) => draft.Documents.SelectMany(OfDocument);

    private static IEnumerable<Problem> OfDocument(Located<PolicyDocument> document)
    {
        IReadOnlyList<PolicyEvent> events = document.Content.Events;
        for (int i = 0; i < events.Count; i++)
        {
            string where = $"{document.File} /events/{i}";
            if (i > 0 && events[i].Date < events[i - 1].Date)
            {
                yield return new Problem($"{where}/date", "lies before the event above it.", "List events oldest first.");
            }

            if (!PrecisionFits(events[i]))
            {
                yield return new Problem($"{where}/precision", "does not fit the date.", "A month is written as its first day, a year as its 1 January.");
            }

            if (events[i] is { Evidence.Count: 0, Note: null })
            {
                yield return new Problem($"{where}/evidence", "is empty without a reason.", "Name a claim, or say in a note why there is none.");
            }
        }
    }

    private static bool PrecisionFits(PolicyEvent happened) => happened.Precision switch
    {
        DatePrecision.Day => true,
        DatePrecision.Month => happened.Date.Day == 1,
        _ => happened.Date.DayOfYear == 1,
    };
}
