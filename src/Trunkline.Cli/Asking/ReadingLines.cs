using System.Globalization;
using Trunkline.Domain;
using Trunkline.Register;

namespace Trunkline.Cli;

/// <summary>An answer of the register in plain lines: the value, then why.</summary>
internal static class ReadingLines
{
    public static IEnumerable<string> Of(RegisterView view, Question question, Reading reading, Language language)
    {
        string circumstances = question.Circumstances();
        return
        [
            reading.Unit is "date" or "choice" or "1" ? reading.Content.ToString() : $"{reading.Content} {reading.Unit}",
            Title(view, reading).In(language),
            $"{Say(PolicyWords.LawAsOf, language, ReadingJson.Day(view.AsOf))}{(circumstances.Length > 0 ? $"; {circumstances}" : string.Empty)}",
            .. view.Register.Applied.Count > 0 ? [Say(PolicyWords.Assumed, language, string.Join(", ", view.Register.Applied.Select(o => $"{o.Id} ({o.Titles.In(language)})")))] : Array.Empty<string>(),
            PolicyWords.Because.In(language),
            .. reading.Parts.SelectMany(part => Part(part, language)),
            .. reading.Low is { } low && reading.High is { } high ? [Say(PolicyWords.Range, language, low, high)] : Array.Empty<string>(),
            Say(PolicyWords.Standing, language, PolicyWords.Word(PolicyWords.Kebab(reading.State), language), reading.Confidence),
            PolicyWords.EvidenceHead.In(language),
            .. reading.Evidence.Count == 0 ? [PolicyWords.NoEvidence.In(language)] : reading.Evidence.Select(e => Evidence(e, language)),
            .. Conflicts(view, reading, language),
            .. NotModelled(view, reading, language),
        ];
    }

    private static Bilingual Title(RegisterView view, Reading reading) =>
        view.Register.Find(reading.PolicyId)!.Parameters.Single(p => p.Id == reading.ParameterId).Titles;

    private static IEnumerable<string> Part(ReadingPart part, Language language)
    {
        yield return Say(PolicyWords.Part, language, part.ParameterId, part.EntryId, part.Content);
        if (part.Overlay is { } overlay)
        {
            yield return Say(PolicyWords.FromOverlay, language, overlay);
        }

        if (part.Projected)
        {
            yield return PolicyWords.IsProjected.In(language);
        }

        foreach ((Bilingual text, object? window) in new (Bilingual, object?)[]
        {
            (PolicyWords.Clocks, part.Entry?.Law),
            (PolicyWords.Service, part.Entry?.InService),
            (PolicyWords.Construction, part.Entry?.BeginConstruction),
            (PolicyWords.Years, part.Entry?.Year),
            (PolicyWords.Note, part.Entry?.Note?.In(language)),
        })
        {
            if (window is not null)
            {
                yield return Say(text, language, window);
            }
        }
    }

    private static string Evidence(Evidence evidence, Language language)
    {
        string archive = evidence.Source.IsArchived ? evidence.Source.Archive[..12] : PolicyWords.NotArchived.In(language);
        return $"  {evidence.Claim.Id}: {evidence.Claim.Says.In(language)} — {evidence.Source.Title}, {evidence.Claim.Locator}; {archive}{(evidence.Source.Url is { } url ? $"; {url}" : string.Empty)}";
    }

    private static IEnumerable<string> Conflicts(RegisterView view, Reading reading, Language language)
    {
        SourceConflict[] conflicts = [.. ReadingJson.ConflictsOf(view, reading)];
        return conflicts.Length == 0 ? [] :
        [
            PolicyWords.Conflicts.In(language),
            .. conflicts.SelectMany(c => (string[])
            [
                $"  {c.Question.In(language)} {c.Reason.In(language)}",
                .. c.Readings.Select(r => $"    {r.Says.In(language)}{(r.Id == c.Used ? $" ({PolicyWords.Used.In(language)})" : string.Empty)}"),
            ]),
        ];
    }

    private static IEnumerable<string> NotModelled(RegisterView view, Reading reading, Language language)
    {
        UnmodelledClause[] clauses = [.. ReadingJson.NotModelledOf(view, reading)];
        return clauses.Length == 0 ? [] : [PolicyWords.NotModelled.In(language), .. clauses.Select(c => $"  {c.Id}: {c.Says.In(language)}")];
    }

    private static string Say(Bilingual text, Language language, params object?[] figures) => string.Format(CultureInfo.InvariantCulture, text.In(language), figures);
}
