using Trunkline.Domain;

namespace Trunkline.Register;

/// <summary>Where the claims of an entry quote their sources, at least one quotation carries the entry's figure.</summary>
internal static class QuotesCarryFigures
{
    public static IEnumerable<Problem> Problems(RegisterDraft draft)
    {
        ILookup<string, string> quotes = (
            from source in draft.Sources
            from claim in source.Content.Claims
            where claim.Quote is not null
            select (claim.Id, Quote: claim.Quote!)).ToLookup(c => c.Id, c => c.Quote, StringComparer.Ordinal);
        return
            from parameter in draft.Parameters
            from entry in parameter.Content.Entries.Index()
            let said = entry.Item.Evidence.SelectMany(id => quotes[id]).ToArray()
            let figures = FiguresOf(entry.Item)
            where said.Length > 0 && figures.Length > 0
            where !said.Any(quote => figures.Any(figure => QuotedFigures.Carries(quote, figure, parameter.Content.Unit)))
            select new Problem(
                $"{parameter.File} /entries/{entry.Index}/evidence",
                $"none of its quotations carries {string.Join(" or ", figures.Select(f => f.ToString()))}.",
                "Quote the words that give the figure, or correct the value.");
    }

    private static PolicyValue[] FiguresOf(PolicyEntry entry) => entry switch
    {
        { Interpolate: { } line } => [new PolicyValue(line.From.Value), new PolicyValue(line.To.Value)],
        { Value: { MaybeNumber: not null } number } => [number],
        { Value: { } day } when PolicyValue.TryDate(day.Words, out _) => [day],
        _ => [],
    };
}
