using Trunkline.Domain;

namespace Trunkline.Register;

/// <summary>Every text of a register that is written in both languages, with its place.</summary>
internal static class BilingualTexts
{
    public static IEnumerable<(string Where, Bilingual Words)> Of(RegisterDraft draft) =>
        draft.Documents.SelectMany(InDocument)
            .Concat(draft.Parameters.SelectMany(InParameter))
            .Concat(draft.Sources.SelectMany(InSource))
            .Concat(draft.Records.Select(InText))
            .Concat(draft.Criteria.SelectMany(InCriteria))
            .Concat(draft.Matrices.SelectMany(InMatrix))
            .Concat(draft.Overlays.SelectMany(InOverlay))
            .Concat(draft.Modes.Select(m => ($"{m.File} /titles", m.Content.Titles)));

    private static IEnumerable<(string Where, Bilingual Words)> InDocument(Located<PolicyDocument> d) =>
    [
        ($"{d.File} /titles", d.Content.Titles),
        .. d.Content.Events.Index().SelectMany(e => Maybe($"{d.File} /events/{e.Index}/note", e.Item.Note)),
        .. d.Content.NotModelled.Index().Select(c => ($"{d.File} /notModelled/{c.Index}/says", c.Item.Says)),
        .. d.Content.Conflicts.Index().SelectMany(c => InConflict($"{d.File} /conflicts/{c.Index}", c.Item)),
        .. Maybe($"{d.File} /identity/citation", d.Content.Identity?.Citation),
        .. (d.Content.Identity?.Versions ?? []).Index().Select(v => ($"{d.File} /identity/versions/{v.Index}/title", v.Item.Title)),
        .. (d.Content.Clusters ?? []).Index().Select(c => ($"{d.File} /clusters/{c.Index}", c.Item)),
        .. Maybe($"{d.File} /impact/economic", d.Content.Impact?.Economic),
        .. Maybe($"{d.File} /impact/environmental", d.Content.Impact?.Environmental),
        .. Maybe($"{d.File} /impact/technical", d.Content.Impact?.Technical),
        .. (d.Content.Facilities ?? []).Index().Select(f => ($"{d.File} /facilities/{f.Index}/role", f.Item.Role)),
        .. (d.Content.Stacking ?? []).Index().Select(s => ($"{d.File} /stacking/{s.Index}/says", s.Item.Says)),
        .. Maybe($"{d.File} /revision/reason", d.Content.Revision?.Reason),
        .. Maybe($"{d.File} /retired/reason", d.Content.Retired?.Reason),
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
        .. p.Content.Entries.Index().SelectMany(e => Maybe($"{p.File} /entries/{e.Index}/note", e.Item.Note)),
        .. Maybe($"{p.File} /projection/note", p.Content.Projection?.Note),
        .. (p.Content.Gaps ?? []).Index().Select(g => ($"{p.File} /gaps/{g.Index}/says", g.Item.Says)),
    ];

    private static IEnumerable<(string Where, Bilingual Words)> InSource(Located<EvidenceSource> s) =>
        s.Content.Claims.Index().Select(c => ($"{s.File} /claims/{c.Index}/says", c.Item.Says));

    private static (string Where, Bilingual Words) InText(RecordDraft record) => string.IsNullOrWhiteSpace(record.TextEn)
        ? ($"{record.Folder}/text.en.md", new Bilingual("", record.TextZh ?? ""))
        : ($"{record.Folder}/text.zh.md", new Bilingual(record.TextEn, record.TextZh ?? ""));

    private static IEnumerable<(string Where, Bilingual Words)> InCriteria(Located<MatrixCriterion[]> criteria) =>
        criteria.Content.Index().SelectMany(c => new[]
        {
            ($"{criteria.File} /{c.Index}/titles", c.Item.Titles),
            ($"{criteria.File} /{c.Index}/question", c.Item.Question),
        });

    private static IEnumerable<(string Where, Bilingual Words)> InMatrix(Located<JurisdictionMatrix> matrix) =>
        matrix.Content.Cells.Index().Select(c => ($"{matrix.File} /cells/{c.Index}/says", c.Item.Says));

    private static IEnumerable<(string Where, Bilingual Words)> InOverlay(Located<PolicyOverlay> overlay) =>
    [
        ($"{overlay.File} /titles", overlay.Content.Titles),
        ($"{overlay.File} /says", overlay.Content.Says),
        .. from parameter in (overlay.Content.Parameters ?? []).Index()
           from entry in parameter.Item.Entries.Index()
           from said in Maybe($"{overlay.File} /parameters/{parameter.Index}/entries/{entry.Index}/note", entry.Item.Note)
           select said,
        .. (overlay.Content.Events ?? []).Index().SelectMany(e => Maybe($"{overlay.File} /events/{e.Index}/note", e.Item.Note)),
    ];

    private static IEnumerable<(string Where, Bilingual Words)> Maybe(string where, Bilingual? words) => words is null ? [] : [(where, words)];
}
