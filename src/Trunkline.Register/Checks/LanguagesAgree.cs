using System.Text.RegularExpressions;
using Trunkline.Domain;

namespace Trunkline.Register;

/// <summary>English and Chinese both stand, and name the same figures.</summary>
internal static partial class LanguagesAgree
{
    public static IEnumerable<Problem> Problems(RegisterDraft draft) =>
        from said in draft.Documents.SelectMany(InDocument)
            .Concat(draft.Parameters.SelectMany(InParameter))
            .Concat(draft.Sources.SelectMany(InSource))
            .Concat(draft.Records.SelectMany(InText))
        let fault = Fault(said.Words)
        where fault is not null
        select new Problem(said.Where, fault, "Say the same in both languages, with the same figures in digits.");

    private static string? Fault(Bilingual words)
    {
        if (string.IsNullOrWhiteSpace(words.En) || string.IsNullOrWhiteSpace(words.Zh))
        {
            return "one of the two languages is empty.";
        }

        HashSet<string> en = Figures(words.En), zh = Figures(words.Zh);
        en.SymmetricExceptWith(zh);
        return en.Count == 0 ? null : $"a figure stands in one language only: {string.Join(", ", en.Order(StringComparer.Ordinal))}.";
    }

    private static HashSet<string> Figures(string text) =>
        [.. Figure().Matches(text).Select(m => m.Value.Replace(",", "", StringComparison.Ordinal))];

    [GeneratedRegex(@"\d+(?:,\d{3}(?!\d))*(?:\.\d+)?")]
    private static partial Regex Figure();

    private static IEnumerable<(string Where, Bilingual Words)> InDocument(Located<PolicyDocument> d) =>
    [
        ($"{d.File} /titles", d.Content.Titles),
        .. d.Content.Events.Index().Where(e => e.Item.Note is not null).Select(e => ($"{d.File} /events/{e.Index}/note", e.Item.Note!)),
        .. d.Content.NotModelled.Index().Select(c => ($"{d.File} /notModelled/{c.Index}/says", c.Item.Says)),
        .. d.Content.Conflicts.Index().SelectMany(c => InConflict($"{d.File} /conflicts/{c.Index}", c.Item)),
    ];

    private static IEnumerable<(string Where, Bilingual Words)> InConflict(string where, SourceConflict conflict) =>
    [
        ($"{where}/question", conflict.Question),
        ($"{where}/reason", conflict.Reason),
        .. conflict.Readings.Index().Select(r => ($"{where}/readings/{r.Index}/says", r.Item.Says)),
    ];

    private static IEnumerable<(string Where, Bilingual Words)> InParameter(Located<PolicyParameter> p) =>
    [
        ($"{p.File} /titles", p.Content.Titles),
        .. p.Content.Entries.Index().Where(e => e.Item.Note is not null).Select(e => ($"{p.File} /entries/{e.Index}/note", e.Item.Note!)),
        .. p.Content.Projection?.Note is { } note ? new[] { ($"{p.File} /projection/note", note) } : [],
    ];

    private static IEnumerable<(string Where, Bilingual Words)> InSource(Located<EvidenceSource> s) =>
        s.Content.Claims.Index().Select(c => ($"{s.File} /claims/{c.Index}/says", c.Item.Says));

    private static IEnumerable<(string Where, Bilingual Words)> InText(RecordDraft record) =>
        record is { TextEn: { } en, TextZh: { } zh } ? [($"{record.Folder}/text.zh.md", new Bilingual(en, zh))] : [];
}
