using System.Text.RegularExpressions;
using Trunkline.Domain;

namespace Trunkline.Register;

/// <summary>No text is a placeholder, and no evidence is pasted under a second claim.</summary>
internal static partial class SubstanceIsThere
{
    public static IEnumerable<Problem> Problems(RegisterDraft draft) => Placeholders(draft).Concat(draft.Records.SelectMany(Pasted));

    private static IEnumerable<Problem> Placeholders(RegisterDraft draft) =>
        from said in draft.Texts.SelectMany(t => new[] { (t.Where, Text: t.Words.En), (t.Where, Text: t.Words.Zh) })
            .Concat(Locators(draft))
            .Concat(draft.Records.SelectMany(InAccount))
        let found = Placeholder().Match(said.Text)
        where found.Success
        select new Problem(said.Where, $"'{found.Value}' stands in for something that nobody has written.", "Write what is known, or leave the member out.");

    private static IEnumerable<(string Where, string Text)> Locators(RegisterDraft draft) =>
        from source in draft.Sources
        from claim in source.Content.Claims.Index()
        select ($"{source.File} /claims/{claim.Index}/locator", claim.Item.Locator);

    private static IEnumerable<(string Where, string Text)> InAccount(RecordDraft record) => record.Account is { } account
        ? new[] { ("/description", account.Content.Description), ("/interpretation", account.Content.Interpretation), ("/source", account.Content.Source) }
            .Where(field => field.Item2 is not null)
            .Select(field => ($"{account.File} {field.Item1}", field.Item2!))
        : [];

    private static IEnumerable<Problem> Pasted(RecordDraft record) =>
        from claims in new[] { Claims(record, "says", c => c.Says.En), Claims(record, "quote", c => c.Quote) }
        from same in claims.GroupBy(c => c.Text, StringComparer.Ordinal)
        from again in same.Skip(1)
        select new Problem(again.Where, $"is the same text as in {same.First().Where}.", "Let each claim say, and quote, its own piece of the source; cite one claim twice where it serves twice.");

    private static IEnumerable<(string Where, string Text)> Claims(RecordDraft record, string member, Func<Claim, string?> text) =>
        from source in record.Sources
        from claim in source.Content.Claims.Index()
        let words = text(claim.Item)
        where !string.IsNullOrWhiteSpace(words)
        select ($"{source.File} /claims/{claim.Index}/{member}", PlainText.Of(words));

    [GeneratedRegex(@"\b(?:TBD|TBC|TODO|FIXME|XXX)\b|\bto be (?:determined|completed|added|confirmed)\b|\blorem ipsum\b|\bplaceholder\b|\[(?:insert|citation needed)[^\]]*\]|待定|待补充|待完善|占位")]
    private static partial Regex Placeholder();
}
