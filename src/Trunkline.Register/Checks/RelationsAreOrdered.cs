using Trunkline.Domain;

namespace Trunkline.Register;

/// <summary>Events stand in order, and no relation is older than its policy.</summary>
internal static class RelationsAreOrdered
{
    public static IEnumerable<Problem> Problems(RegisterDraft draft) =>
        draft.Documents.SelectMany(Events).Concat(draft.Documents.SelectMany(Dates));

    private static IEnumerable<Problem> Events(Located<PolicyDocument> document)
    {
        IReadOnlyList<PolicyEvent> events = document.Content.Events;
        return
            from i in Enumerable.Range(1, Math.Max(0, events.Count - 1))
            where events[i].Date < events[i - 1].Date
            select new Problem($"{document.File} /events/{i}/date", "lies before the event above it.", "List events oldest first.");
    }

    private static IEnumerable<Problem> Dates(Located<PolicyDocument> document) =>
        from relation in document.Content.Relations.Index()
        where document.Content.Events.Count > 0 && relation.Item.From < document.Content.Events.Min(e => e.Date)
        select new Problem(
            $"{document.File} /relations/{relation.Index}/from", "lies before the first event of the policy.", "Correct the date, or add the earlier event with its claim.");
}
