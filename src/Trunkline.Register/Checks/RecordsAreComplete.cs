using Trunkline.Domain;

namespace Trunkline.Register;

/// <summary>Every record, and every earlier revision of one, has its document.</summary>
internal static class RecordsAreComplete
{
    public static IEnumerable<Problem> Problems(RegisterDraft draft) =>
        from record in draft.Records
        from account in record.Earlier.Values.Prepend(record)
        where account.Document is null && draft.ShapesAreRight
        select new Problem($"{account.Folder}/policy.json", "is missing.", "Add it; a record can be read by people in English and Chinese and by the planner.");
}
