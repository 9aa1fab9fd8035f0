using System.Globalization;
using System.Text.RegularExpressions;
using Trunkline.Domain;

namespace Trunkline.Register;

/// <summary>
/// Sets what a policy hub's entry tells against what the register knows: not member against member, for they mean different things, but question against question.
/// What was it, from when, with what weight, how far does it look, and does what it leans on still hold?
/// </summary>
internal sealed partial class AccountDiff(PolicyAccount account, string body, PolicyRecord record, PolicyRegister register, DateOnly day)
{
    private const int CommonName = 2;

    private readonly string told = string.Join('\n', new[] { string.IsNullOrWhiteSpace(body) ? account.Description : body, account.Interpretation }.Where(t => !string.IsNullOrWhiteSpace(t)));

    private PolicyEvent? First => record.Document.Events is [var first, ..] ? first : null;

    private Language Language => account.Language == "zh" ? Language.Zh : Language.En;

    /// <summary>The questions that the two answer otherwise.</summary>
    public IReadOnlyList<FieldChange> Changes() =>
    [
        .. Otherwise("title", account.Title, record.Document.Titles, record.Document.Titles.In(Language)),
        .. Otherwise("category", account.Category, Term(record.Document.Category), record.Document.Category?.ToString()),
        .. Dates(),
        .. Status(),
        .. LegalWeight(),
        .. Horizon(),
        .. PoliciesThatDoNotHold(),
        .. Review(),
        .. Authorship(),
        .. Sources(),
        .. Clusters(),
        .. ParagraphDiff.Of($"text.{account.Language}", body, record.Text.In(Language)),
    ];

    private IEnumerable<FieldChange> Dates()
    {
        if (First is not { } first || account.PubDate == RegisterTerms.Day(first.Date, first.Precision))
        {
            yield break;
        }

        bool standsIn = account.PubDate?.EndsWith("-01-01", StringComparison.Ordinal) == true;
        Bilingual? reason = standsIn
            ? new("1 January to the day, with nothing that says so, is a stand-in for the year.", "写作 1 月 1 日而无任何依据，只是年份的替代写法。")
            : null;
        yield return new FieldChange("date", As(account.PubDate), Happened(first), [], first.Evidence, reason);
    }

    private IEnumerable<FieldChange> Status()
    {
        LegalForce force = record.ForceOn(day);
        Bilingual known = Join(
            new("; ", "；"),
            new Bilingual($"document: {RegisterTerms.Of(record.Document.DocumentStatus).En}", $"文件：{RegisterTerms.Of(record.Document.DocumentStatus).Zh}"),
            new Bilingual($"legal force on {day:yyyy-MM-dd}: {RegisterTerms.Of(force).En}", $"{day:yyyy-MM-dd} 的法律效力：{RegisterTerms.Of(force).Zh}"));
        bool agree = force == LegalForce.InForce && SameWord(account.Status, "active");
        return agree || account.Status is null ? [] : [new FieldChange("status", As(account.Status), known, [], EventClaims(record), StatusReason)];
    }

    private static Bilingual StatusReason { get; } = new(
        "What became of the document and whether it binds are two questions; the second is derived from dated events.",
        "文件的状态与是否具有约束力是两个问题；后者由有日期的事件推出。");

    private IEnumerable<FieldChange> LegalWeight()
    {
        LegalForce force = record.ForceOn(day);
        Bilingual known = Join(new(", ", "，"), RegisterTerms.Of(record.Document.BindingLevel), RegisterTerms.ForceInWords(force));
        return account.LegalWeight is null || SameWord(account.LegalWeight, record.Document.BindingLevel.ToString())
            ? []
            : [new FieldChange("legal-weight", As(account.LegalWeight), known, [], EventClaims(record))];
    }

    /// <summary>How far ahead each looks: the sentences that name a later year, or a span of years to come.</summary>
    private IEnumerable<FieldChange> Horizon()
    {
        int written = First?.Date.Year ?? account.Year ?? day.Year;
        string[] here = [.. Ahead(told, written)], there = [.. Ahead(record.Text.En, written)];
        if (here.SequenceEqual(there))
        {
            return [];
        }

        string[] claims =
        [
            .. from source in record.Sources
               from claim in source.Claims
               where Ahead(claim.Says.En, written).Any()
               select claim.Id,
        ];
        return [new FieldChange("horizon", Looks(here, told, told), Looks(there, record.Text.En, record.Text.Zh), [], claims)];
    }

    private static Bilingual? Looks(string[] years, string en, string zh) =>
        years.Length == 0 ? null : new($"{string.Join(", ", years)}: {Passages(en, years)}", $"{string.Join("、", years)}：{Passages(zh, years)}");

    private static string Passages(string text, string[] years) =>
        string.Join(" … ", Sentences(text).Where(s => years.Any(y => s.Contains(y, StringComparison.Ordinal))));

    private static IEnumerable<string> Ahead(string text, int written) =>
        ComingYears().Matches(text).Select(m => m.Value)
            .Where(found => !int.TryParse(found, NumberStyles.None, CultureInfo.InvariantCulture, out int year) || year > written)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);

    /// <summary>Policies of the register that the entry speaks of by name and that do not hold on the day.</summary>
    private IEnumerable<FieldChange> PoliciesThatDoNotHold() =>
        from named in register.Records
            .Where(other => other.Id != record.Id)
            .SelectMany(other => Names(other).Select(name => (Name: name, Record: other)))
            .GroupBy(n => n.Name, n => n.Record, StringComparer.Ordinal)
        where named.Count() <= CommonName
        let gone = named.Where(other => other.ForceOn(day) is LegalForce.Ended or LegalForce.Suspended).ToArray()
        where gone.Length > 0
        let passage = Spoken().FirstOrDefault(s => s.Contains(named.Key, StringComparison.Ordinal))
        where passage is not null
        select new FieldChange(
            named.Key,
            As(passage),
            Join(new("; ", "；"), [.. gone.Select(Standing)]),
            [],
            [.. gone.SelectMany(EventClaims).Distinct(StringComparer.Ordinal)]);

    private IEnumerable<string> Spoken() => Sentences(told).Concat(account.Evolution?.Clusters ?? []);

    /// <summary>What a policy is called for short in its title: a word with a digit in it, or of capitals. A name that many titles have tells none of them.</summary>
    private static IEnumerable<string> Names(PolicyRecord other) =>
        ShortName().Matches(other.Document.Titles.En).Select(m => m.Value).Distinct(StringComparer.Ordinal);

    private Bilingual Standing(PolicyRecord other)
    {
        IEnumerable<Bilingual> events = other.Document.Events.Where(e => e.ForceAfter() is not null && e.Date <= day).Select(Happened);
        Bilingual force = RegisterTerms.ForceInWords(other.ForceOn(day));
        return new(
            $"{other.Document.Titles.En} ({other.Id}) on {day:yyyy-MM-dd}: {force.En}; {string.Join("; ", events.Select(e => e.En))}",
            $"{other.Document.Titles.Zh}（{other.Id}）于 {day:yyyy-MM-dd}：{force.Zh}；{string.Join("；", events.Select(e => e.Zh))}");
    }

    private IEnumerable<FieldChange> Review() =>
        account.ReviewStatus is null || SameWord(account.ReviewStatus, "draft")
            ? []
            : [new FieldChange("review-status", As(account.ReviewStatus), RegisterTerms.Of(register.Review(record, day, ReviewTrust.None).State), [], [], ReviewReason)];

    private static Bilingual ReviewReason { get; } = new(
        "A state is computed from evidence and signed reviews, of which the entry brings neither; it is never typed.",
        "状态由证据与签名的审核算出，从不手填；该条目两者皆无。");

    private static Bilingual Nothing { get; } = new("(nothing)", "（空）");

    private IEnumerable<FieldChange> Authorship() => account.Provenance is { Reviewer: { Length: > 0 } reviewer }
        ? [new FieldChange("reviewer", As(reviewer), new("no signed review", "没有签名的审核"), [], [])]
        : [];

    private IEnumerable<FieldChange> Sources() => string.IsNullOrWhiteSpace(account.Source) && record.Sources.Count > 0
        ? [new FieldChange("source", Nothing, Listed(record.Sources), [], [])]
        : [];

    private static Bilingual Listed(IReadOnlyList<EvidenceSource> sources)
    {
        string titles = string.Join("; ", sources.Select(s => s.Title));
        return new(titles, titles);
    }

    private IEnumerable<FieldChange> Clusters()
    {
        string[] here = [.. (account.Evolution?.Clusters ?? []).Order(StringComparer.Ordinal)];
        Bilingual[] there = [.. (record.Document.Clusters ?? []).OrderBy(c => c.En, StringComparer.Ordinal)];
        return here.SequenceEqual(there.Select(c => c.En)) || here.SequenceEqual(there.Select(c => c.Zh).Order(StringComparer.Ordinal))
            ? []
            :
            [
                new FieldChange(
                    "clusters",
                    here.Length == 0 ? Nothing : As(string.Join("; ", here)),
                    there.Length == 0 ? Nothing : new(string.Join("; ", there.Select(c => c.En)), string.Join("；", there.Select(c => c.Zh))),
                    [],
                    []),
            ];
    }

    private static IEnumerable<FieldChange> Otherwise(string field, string? told, Bilingual? known, string? same) =>
        told is null || known is null || SameWord(told, same) ? [] : [new FieldChange(field, As(told), known, [], [])];

    private static bool SameWord(string? one, string? other) => string.Equals(one?.Trim(), other, StringComparison.OrdinalIgnoreCase);

    private static Bilingual? Term(PolicyCategory? category) => category is { } known ? RegisterTerms.Of(known) : null;

    private static Bilingual Happened(PolicyEvent happened) => Join(
        new(" ", " "),
        RegisterTerms.Of(happened.Kind),
        As(RegisterTerms.Day(happened.Date, happened.Precision))!);

    private static IReadOnlyList<string> EventClaims(PolicyRecord of) => [.. of.Document.Events.SelectMany(e => e.Evidence).Distinct(StringComparer.Ordinal)];

    private static Bilingual? As(string? words) => words is null ? null : new(words, words);

    private static Bilingual Join(Bilingual between, params Bilingual[] parts) =>
        new(string.Join(between.En, parts.Select(p => p.En)), string.Join(between.Zh, parts.Select(p => p.Zh)));

    private static IEnumerable<string> Sentences(string text) => Sentence().Matches(text).Select(m => m.Value.Trim()).Where(s => s.Length > 0);

    [GeneratedRegex(@"[^。；！？\n]*?(?:[。；！？\n]|[.!?](?=\s|$)|$)")]
    private static partial Regex Sentence();

    [GeneratedRegex(@"(?<![\d-])20\d\d(?![\d-])|未来[一二三四五六七八九十两\d]+年|(?:next|coming) (?:decade|\w+ years)", RegexOptions.IgnoreCase)]
    private static partial Regex ComingYears();

    [GeneratedRegex(@"\b(?:[A-Z][A-Za-z]+\d+|\d+[A-Z]+|[A-Z]{4,})\b")]
    private static partial Regex ShortName();
}
