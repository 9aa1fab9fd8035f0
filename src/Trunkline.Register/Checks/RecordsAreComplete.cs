using Trunkline.Domain;

namespace Trunkline.Register;

/// <summary>Every record has its document and its text in both languages; an earlier revision has its document.</summary>
internal static class RecordsAreComplete
{
    public static IEnumerable<Problem> Problems(RegisterDraft draft) =>
        draft.Records.SelectMany(record => Documents([record, .. record.Earlier.Values], draft.ShapesAreRight).Concat(Texts(record)));

    private static IEnumerable<Problem> Documents(IEnumerable<RecordDraft> accounts, bool shapesAreRight) =>
        accounts.Where(a => a.Document is null && shapesAreRight).Select(a => Missing(a, "policy.json"));

    private static IEnumerable<Problem> Texts(RecordDraft record)
    {
        if (string.IsNullOrWhiteSpace(record.TextEn))
        {
            yield return Missing(record, "text.en.md");
        }

        if (string.IsNullOrWhiteSpace(record.TextZh))
        {
            yield return Missing(record, "text.zh.md");
        }
    }

    private static Problem Missing(RecordDraft record, string file) =>
        new($"{record.Folder}/{file}", "is missing or empty.", "Add it; a record can be read by people in English and Chinese and by the planner.");
}
