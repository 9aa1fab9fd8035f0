using Trunkline.Domain;

namespace Trunkline.Register;

/// <summary>The passages of the register that a search looks through.</summary>
internal static class RecordPassages
{
    private static readonly Language[] Languages = [Language.En, Language.Zh];

    public static IEnumerable<SearchPassage> Of(PolicyRegister register) =>
        register.Records.SelectMany(Of).Concat(OfMatrix(register));

    private static IEnumerable<SearchPassage> Of(PolicyRecord record) =>
        from said in Spoken(record)
        select new SearchPassage(record.Id, said.Field, said.Place, said.Language, said.Words);

    private static IEnumerable<Said> Spoken(PolicyRecord record)
    {
        PolicyDocument document = record.Document;
        return
        [
            new Said(SearchField.Id, "id", null, record.Id),
            .. Both(SearchField.Title, "titles", document.Titles),
            .. record.Parameters.SelectMany(OfParameter),
            .. record.Sources.SelectMany(OfSource),
            .. document.Events.SelectMany(e => Both(SearchField.Event, $"{RegisterTerms.Code(e.Kind)} {e.Date:yyyy-MM-dd}", e.Note)),
            .. (document.Stacking ?? []).SelectMany(s => Both(SearchField.Stacking, s.Id, s.Says)),
            .. document.Conflicts.SelectMany(OfConflict),
            .. document.NotModelled.SelectMany(c => Both(SearchField.NotModelled, c.Id, c.Says)),
            .. (document.Clusters ?? []).SelectMany(c => Both(SearchField.Cluster, "clusters", c)),
            .. OfImpact(document.Impact),
            .. OfText(record.Text),
        ];
    }

    private static IEnumerable<Said> OfParameter(PolicyParameter parameter) =>
    [
        new Said(SearchField.Parameter, parameter.Id, null, parameter.Id),
        .. Both(SearchField.Parameter, parameter.Id, parameter.Titles),
        .. parameter.Entries.SelectMany(e => Both(SearchField.Parameter, $"{parameter.Id} {e.Id}", e.Note)),
    ];

    private static IEnumerable<Said> OfSource(EvidenceSource source) =>
    [
        new Said(SearchField.Claim, source.Id, null, source.Title),
        .. source.Claims.SelectMany(c => Both(SearchField.Claim, c.Id, c.Says)),
        .. source.Claims.Where(c => c.Quote is not null).Select(c => new Said(SearchField.Claim, c.Id, null, c.Quote!)),
    ];

    private static IEnumerable<Said> OfConflict(SourceConflict conflict) =>
    [
        .. Both(SearchField.Conflict, conflict.Id, conflict.Question),
        .. conflict.Readings.SelectMany(r => Both(SearchField.Conflict, $"{conflict.Id} {r.Id}", r.Says)),
        .. Both(SearchField.Conflict, conflict.Id, conflict.Reason),
    ];

    private static IEnumerable<Said> OfImpact(ImpactStatement? impact) =>
    [
        .. Both(SearchField.Impact, "economic", impact?.Economic),
        .. Both(SearchField.Impact, "environmental", impact?.Environmental),
        .. Both(SearchField.Impact, "technical", impact?.Technical),
    ];

    private static IEnumerable<Said> OfText(Bilingual text) =>
        from language in Languages
        from paragraph in Paragraphs.Of(text.In(language)).Index()
        select new Said(SearchField.Text, $"text.{RegisterTerms.Code(language)}.md #{paragraph.Index + 1}", language, paragraph.Item);

    private static IEnumerable<SearchPassage> OfMatrix(PolicyRegister register) =>
        from jurisdiction in register.Matrix.Jurisdictions
        from criterion in register.Matrix.Criteria
        from cell in register.Matrix.History(criterion.Id, jurisdiction)
        from said in Both(SearchField.Matrix, $"{jurisdiction} {criterion.Id}", cell.Says)
        select new SearchPassage(cell.Record ?? jurisdiction, said.Field, said.Place, said.Language, said.Words);

    private static IEnumerable<Said> Both(SearchField field, string place, Bilingual? words) =>
        words is null ? [] : Languages.Select(l => new Said(field, place, l, words.In(l)));

    private sealed record Said(SearchField Field, string Place, Language? Language, string Words);
}
