using Trunkline.Domain;

namespace Trunkline.Register;

/// <summary>A quotation is short, and its words stand in the text that the record keeps under the hash it names.</summary>
internal static class QuotesAreFound
{
    private const int MostWords = 25;

    public static IEnumerable<Problem> Problems(RegisterDraft draft) =>
        draft.Records.SelectMany(record => KeptTexts(record).Concat(record.Sources.SelectMany(source => OfSource(record, source))));

    private static IEnumerable<Problem> KeptTexts(RecordDraft record) =>
        from kept in record.Archived.OrderBy(k => k.Key, StringComparer.Ordinal)
        let hash = CanonicalHash.Of(kept.Value)
        where hash != kept.Key
        select new Problem($"{record.Folder}/sources/{kept.Key}.txt", "is not the text whose hash it bears.", $"Restore the text, or rename it to {hash}.txt and read the claims again.");

    private static IEnumerable<Problem> OfSource(RecordDraft record, Located<EvidenceSource> source)
    {
        EvidenceSource content = source.Content;
        string? text = record.Archived.GetValueOrDefault(content.Archive);
        if (content.IsArchived && text is null)
        {
            yield return new Problem($"{source.File} /archive", "names a text that the record does not keep.", $"Add sources/<sha256>.txt, or write '{EvidenceSource.NotArchived}'.");
        }

        foreach ((int i, Claim claim) in content.Claims.Index())
        {
            if (claim.Quote is { } quote && Fault(quote, text) is { } fault)
            {
                yield return new Problem($"{source.File} /claims/{i}/quote", fault, $"Quote at most {MostWords} words exactly as they stand in the kept text.");
            }
        }
    }

    private static string? Fault(string quote, string? text)
    {
        string[] words = quote.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return words.Length is 0 or > MostWords ? $"has {words.Length} words."
            : text is null ? "cannot be checked: the source is not archived."
            : PlainText.Of(text).Contains(PlainText.Of(quote), StringComparison.Ordinal) ? null
            : "does not stand in the kept text.";
    }
}
