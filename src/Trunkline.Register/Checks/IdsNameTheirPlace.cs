using Trunkline.Domain;

namespace Trunkline.Register;

/// <summary>An id is the path of its file, so that one leads to the other; claims and entries are not doubled.</summary>
internal static class IdsNameTheirPlace
{
    public static IEnumerable<Problem> Problems(RegisterDraft draft) =>
        draft.Records.SelectMany(OfRecord)
            .Concat(BesideRecords(draft))
            .Concat(DoubledClaims(draft))
            .Concat(draft.Parameters.SelectMany(DoubledEntries));

    private static IEnumerable<Problem> OfRecord(RecordDraft record)
    {
        string jurisdiction = record.Folder.Split('/')[0];
        if (!Jurisdictions.Has(jurisdiction))
        {
            yield return new Problem(record.Folder, $"'{jurisdiction}' is not a jurisdiction.", $"Use {string.Join(", ", Jurisdictions.Known)}, or us- and a state's postal code.");
        }

        if (record.Document is { } document)
        {
            if (document.Content.Id != record.ExpectedId)
            {
                yield return Misnamed($"{document.File} /id", document.Content.Id, record.ExpectedId);
            }

            if (document.Content.Jurisdiction != jurisdiction)
            {
                yield return Misnamed($"{document.File} /jurisdiction", document.Content.Jurisdiction, jurisdiction);
            }
        }

        foreach (Located<SignedReview> review in record.Reviews.Where(r => r.Content.Record != record.ExpectedId))
        {
            yield return Misnamed($"{review.File} /record", review.Content.Record, record.ExpectedId);
        }

        foreach ((string file, string id) in record.Parameters.Select(p => (p.File, p.Content.Id)).Concat(record.Sources.Select(s => (s.File, s.Content.Id))))
        {
            string expected = $"{record.ExpectedId}.{Path.GetFileNameWithoutExtension(file)}";
            if (id != expected)
            {
                yield return Misnamed($"{file} /id", id, expected);
            }
        }
    }

    private static Problem Misnamed(string where, string id, string expected) =>
        new(where, $"'{id}' does not name its place.", $"Write '{expected}', or rename the file or folder.");

    private static IEnumerable<Problem> BesideRecords(RegisterDraft draft) =>
        from named in
            draft.Overlays.Select(o => (Where: $"{o.File} /id", o.Content.Id, Expected: Path.GetFileNameWithoutExtension(o.File)))
            .Concat(draft.Modes.Select(m => (Where: $"{m.File} /id", m.Content.Id, Expected: Path.GetFileNameWithoutExtension(m.File))))
        where named.Id != named.Expected
        select Misnamed(named.Where, named.Id, named.Expected);

    private static IEnumerable<Problem> DoubledClaims(RegisterDraft draft) =>
        from same in draft.Sources.SelectMany(s => s.Content.Claims.Index().Select(c => (c.Item.Id, s.File, c.Index))).GroupBy(c => c.Id, StringComparer.Ordinal)
        from again in same.Skip(1)
        select new Problem(Claim(again), $"claim '{same.Key}' is already made in {Claim(same.First())}.", "Give each claim of the register its own id.");

    private static string Claim((string Id, string File, int Index) claim) => $"{claim.File} /claims/{claim.Index}/id";

    private static IEnumerable<Problem> DoubledEntries(Located<PolicyParameter> parameter) =>
        from entry in parameter.Content.Entries.Index()
        group entry.Index by entry.Item.Id into same
        from again in same.Skip(1)
        select new Problem($"{parameter.File} /entries/{again}/id", $"entry '{same.Key}' is already used.", "Give each entry of a parameter its own id.");
}
