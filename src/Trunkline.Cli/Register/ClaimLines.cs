using Trunkline.Domain;
using Trunkline.Register;

namespace Trunkline.Cli.Register;

/// <summary>How a claim is shown to people: what it says, where, in which source, and whether the words can be checked.</summary>
internal static class ClaimLines
{
    /// <summary>On one line: the claim's id, place and source.</summary>
    public static string Short(Evidence evidence) =>
        $"{evidence.Claim.Id}: {evidence.Source.Title}, {evidence.Claim.Locator} ({evidence.Claim.Confidence})";

    /// <summary>The ids on one line, or that there are none.</summary>
    public static string RestsOn(IReadOnlyList<string> claims, Language language) => claims.Count == 0
        ? RegisterWords.RestsOnNothing.In(language)
        : $"{RegisterWords.RestsOn.In(language)} {string.Join(", ", claims)}";

    /// <summary>The claim with its source below it.</summary>
    public static void Write(Page page, Evidence evidence, Language language)
    {
        const int Indent = 4;
        page.Item(evidence.Claim.Id, $"({evidence.Claim.Confidence}) {evidence.Claim.Locator}", Page.Columns(evidence.Claim.Id) + 2);
        page.Paragraph(evidence.Claim.Says.In(language), Indent);
        if (evidence.Claim.Quote is { } quote)
        {
            page.Paragraph($"{RegisterWords.Quote.In(language)}: “{quote}”", Indent);
        }

        page.Paragraph(SourceLine(evidence.Source, language), Indent);
    }

    private static string SourceLine(EvidenceSource source, Language language) => string.Join(
        ", ",
        new[]
        {
            source.Title,
            source.Publisher,
            RegisterTerms.Of(source.Rank).In(language),
            string.Format(RegisterWords.ReadOn.In(language), RegisterParts.Iso(source.Retrieved)),
            (source.IsArchived ? RegisterWords.Archived : RegisterWords.NotArchived).In(language),
            source.Url,
        }.OfType<string>());
}
