using Trunkline.Domain;

namespace Trunkline.Register;

/// <summary>Every record has its document and its text in both languages.</summary>
internal static class RecordsAreComplete
{
    public static IEnumerable<Problem> Problems(RegisterDraft draft)
    {
        foreach (RecordDraft record in draft.Records)
        {
            if (record.Document is null && draft.ShapesAreRight)
            {
                yield return Missing(record, "policy.json");
            }

            if (string.IsNullOrWhiteSpace(record.TextEn))
            {
                yield return Missing(record, "text.en.md");
            }

            if (string.IsNullOrWhiteSpace(record.TextZh))
            {
                yield return Missing(record, "text.zh.md");
            }
        }
    }

    private static Problem Missing(RecordDraft record, string file) =>
        new($"{record.Folder}/{file}", "is missing or empty.", "Add it; a record can be read by people in English and Chinese and by the planner.");
}
