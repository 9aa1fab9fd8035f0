using Trunkline.Domain;

namespace Trunkline.Register;

/// <summary>An event or entry that names no claim says in a note why there is none.</summary>
internal static class ReasonsAreGiven
{
    public static IEnumerable<Problem> Problems(RegisterDraft draft) =>
        from place in
            (from document in draft.Documents
             from happened in document.Content.Events.Index()
             where happened.Item is { Evidence.Count: 0, Note: null }
             select $"{document.File} /events/{happened.Index}/evidence").Concat(
             from parameter in draft.Parameters
             from entry in parameter.Content.Entries.Index()
             where entry.Item is { Evidence.Count: 0, Note: null }
             select $"{parameter.File} /entries/{entry.Index}/evidence")
        select new Problem(place, "is empty without a reason.", "Name a claim, or say in a note why there is none.");
}
