using System.Globalization;

namespace Trunkline.Register;

/// <summary>Records as five CSV tables: records, events, relations, parameters (a row an entry) and claims.</summary>
public static class TableExport
{
    /// <summary>The tables, each a file with a header.</summary>
    public static IReadOnlyList<RegisterFile> Of(IReadOnlyList<PolicyRecord> records) => [.. Tables(records).Select(t => new RegisterFile($"{t.Name}.csv", t.Text()))];

    internal static IReadOnlyList<Table> Tables(IReadOnlyList<PolicyRecord> records) =>
    [
        new Table(
            "records",
            ["id", "jurisdiction", "title_en", "title_zh", "category", "instrument", "binding_level", "document_status", "author", "retired_on", "version"],
            [.. records.Select(r => Row(r.Id, r.Document))]),
        new Table(
            "events",
            ["record", "kind", "date", "precision", "evidence", "note_en", "note_zh"],
            [
                .. from r in records
                   from e in r.Document.Events
                   select new[] { r.Id, RegisterTerms.Code(e.Kind), Day(e.Date), RegisterTerms.Code(e.Precision), List(e.Evidence), e.Note?.En, e.Note?.Zh },
            ]),
        new Table(
            "relations",
            ["record", "kind", "target", "from", "provision"],
            [.. from r in records from a in r.Document.Relations select new[] { r.Id, RegisterTerms.Code(a.Kind), a.Target, Day(a.From), a.Provision }]),
        new Table(
            "parameters",
            ["parameter", "record", "unit", "entry", "when", "law_from", "law_before", "in_service_from", "in_service_before", "construction_from", "construction_before", "year_from", "year_to", "value", "index", "evidence"],
            [.. from r in records from p in r.Parameters from e in p.Entries select Row(r.Id, p, e)]),
        new Table(
            "claims",
            ["claim", "record", "source", "title", "publisher", "url", "rank", "retrieved", "archive", "locator", "confidence", "says_en", "says_zh", "quote"],
            [
                .. from r in records
                   from s in r.Sources
                   from c in s.Claims
                   select new[]
                   {
                       c.Id, r.Id, s.Id, s.Title, s.Publisher, s.Url, RegisterTerms.Code(s.Rank), Day(s.Retrieved), s.Archive, c.Locator, c.Confidence.ToString(),
                       c.Says.En, c.Says.Zh, c.Quote,
                   },
            ]),
    ];

    private static string?[] Row(string id, PolicyDocument d) =>
    [
        id, d.Jurisdiction, d.Titles.En, d.Titles.Zh, d.Category is { } category ? RegisterTerms.Code(category) : null, RegisterTerms.Code(d.InstrumentKind),
        RegisterTerms.Code(d.BindingLevel), RegisterTerms.Code(d.DocumentStatus), d.Provenance?.Author.Name, Day(d.Retired?.On), d.Revision?.Number.ToString(CultureInfo.InvariantCulture) ?? "1",
    ];

    private static string?[] Row(string record, PolicyParameter p, PolicyEntry e) =>
    [
        p.Id, record, p.Unit, e.Id, string.Join(' ', (e.When ?? new Dictionary<string, AnyOf>()).OrderBy(w => w.Key, StringComparer.Ordinal).Select(w => $"{w.Key}={w.Value}")),
        Day(e.Law.From), Day(e.Law.Before), Day(e.InService?.From), Day(e.InService?.Before), Day(e.BeginConstruction?.From), Day(e.BeginConstruction?.Before),
        e.Year?.From?.ToString(CultureInfo.InvariantCulture), e.Year?.To?.ToString(CultureInfo.InvariantCulture),
        e.Interpolate is { } line ? $"{new PolicyValue(line.From.Value)} in {line.From.Year} to {new PolicyValue(line.To.Value)} in {line.To.Year}" : e.Value?.ToString(),
        e.Index, List(e.Evidence),
    ];

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string List(IReadOnlyList<string> ids) => string.Join(' ', ids);

    /// <summary>A table to be written. A cell that says nothing is empty.</summary>
    internal sealed record Table(string Name, string[] Columns, IReadOnlyList<string?[]> Rows)
    {
        public string Text() => string.Concat(Rows.Prepend(Columns).Select(row => string.Join(',', row.Select(Cell)) + "\n"));

        private static string Cell(string? text) =>
            text?.AsSpan().IndexOfAny("\",\r\n") >= 0 ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text ?? "";
    }
}
