using System.Globalization;
using Trunkline.Domain;
using Trunkline.Pillars;
using Trunkline.Planner;

namespace Trunkline.Report;

/// <summary>A part of the comparison: a title, what a reader must know, and a table.</summary>
public sealed record ComparisonPart(string Title, string Lead, HtmlTable Table);

/// <summary>Two plans under two laws as tables; the page and the terminal show the same ones.</summary>
public sealed class LawComparisonView
{
    private const double Million = 1e6;

    private readonly LawComparison comparison;
    private readonly Language language;
    private readonly string first;
    private readonly string second;

    private LawComparisonView(LawComparison comparison, Language language)
    {
        (this.comparison, this.language) = (comparison, language);
        (first, second) = (NameOf(comparison.First), NameOf(comparison.Second));
    }

    /// <summary>Every part, in the order of reading.</summary>
    public static IReadOnlyList<ComparisonPart> Of(LawComparison comparison, Language language)
    {
        var view = new LawComparisonView(comparison, language);
        return [view.Numbers(), view.Changes(), view.Bridge(), view.Commitments(), view.Force(), view.Clauses()];
    }

    /// <summary>Whose law a plan assumes, in a few words.</summary>
    public static string NameOf(PlanLaw law)
    {
        ArgumentNullException.ThrowIfNull(law);
        string day = Day(law.AsOf);
        return law.Mode is { } mode ? $"{mode} ({day})" : law.Overlays.Count > 0 ? $"{day} + {string.Join(" + ", law.Overlays)}" : day;
    }

    private ComparisonPart Numbers() => Part(
        LawComparisonTexts.Numbers,
        LawComparisonTexts.NumbersLead,
        [Say(LawComparisonTexts.WhatHead), Say(LawComparisonTexts.WhenHead), first, second, Say(LawComparisonTexts.DifferenceHead)],
        2,
        comparison.Figures.Where(f => f.First != 0 || f.Second != 0).Select(f => (IReadOnlyList<string>)
        [
            Word(f.What), f.Period?.Replace('-', '–') ?? Say(LawComparisonTexts.Whole), Amount(f.First, f.Unit), Amount(f.Second, f.Unit), Amount(f.Second - f.First, f.Unit),
        ]));

    private ComparisonPart Changes() => Part(
        LawComparisonTexts.Changes,
        LawComparisonTexts.ChangesLead,
        [Say(LawComparisonTexts.ParameterHead), Say(LawComparisonTexts.AskedHead), first, second, Say(LawComparisonTexts.CauseHead)],
        5,
        comparison.Parameters.SelectMany(Changes));

    private IEnumerable<IReadOnlyList<string>> Changes(ChangedParameter parameter)
    {
        string title = $"{parameter.Titles.In(language)} ({parameter.Parameter})", cause = Causes(parameter.Causes);
        foreach (ChangedAnswer answer in parameter.Answers.Where(a => a.FirstValues != a.SecondValues))
        {
            yield return [title, answer.Circumstances, Value(answer.FirstValues, answer.FirstEntry, parameter.Unit), Value(answer.SecondValues, answer.SecondEntry, parameter.Unit), cause];
        }

        ChangedAnswer[] same = [.. parameter.Answers.Where(a => a.FirstValues == a.SecondValues)];
        if (same.Length > 0)
        {
            yield return
            [
                title,
                $"{string.Join("; ", same.Select(a => a.Circumstances).Distinct())}: {Say(LawComparisonTexts.SameAmount)}",
                string.Join(", ", same.Select(a => a.FirstEntry).Distinct()),
                string.Join(", ", same.Select(a => a.SecondEntry).Distinct()),
                cause,
            ];
        }
    }

    private ComparisonPart Bridge() => Part(
        LawComparisonTexts.Bridge,
        LawComparisonTexts.BridgeLead,
        [Say(LawComparisonTexts.PieceHead), Say(LawComparisonTexts.FirstBreaks), Say(LawComparisonTexts.SecondBreaks), Say(LawComparisonTexts.FirstHead), Say(LawComparisonTexts.SecondHead)],
        3,
        [
            Line(Say(LawComparisonTexts.Net), b => b.NetUsd),
            .. comparison.There.Steps.Select((step, i) => Line(TitleOf(step.Parameter), b => b.Steps[i].NetChangeUsd, b => b.Steps[i].Broken)),
            Line(Say(LawComparisonTexts.Interplay), b => b.InterplayUsd),
            Line(Say(LawComparisonTexts.Under), b => b.UnderOtherLawUsd, b => b.Broken),
            Line(Say(LawComparisonTexts.Replanning), b => b.ReplanningUsd),
            Line(Say(LawComparisonTexts.Other), b => b.OtherNetUsd),
        ]);

    private IReadOnlyList<string> Line(string name, Func<NetBridge, Usd> amount, Func<NetBridge, IReadOnlyList<BrokenRule>>? broken = null) =>
    [
        name,
        Rules(broken?.Invoke(comparison.There)),
        Rules(broken?.Invoke(comparison.Back)),
        Amount(amount(comparison.There).Value, "usd"),
        Amount(amount(comparison.Back).Value, "usd"),
    ];

    private ComparisonPart Commitments() => Part(
        LawComparisonTexts.Commitments,
        LawComparisonTexts.CommitmentsLead,
        [Say(LawComparisonTexts.WhatHead), first, second],
        3,
        [
            [Goal(LawComparisonTexts.Power, comparison.Goals[0]), Standing(comparison.Goals[0].First), Standing(comparison.Goals[0].Second)],
            [Goal(LawComparisonTexts.Economy, comparison.Goals[1]), Standing(comparison.Goals[1].First), Standing(comparison.Goals[1].Second)],
            [Say(LawComparisonTexts.ShareAsked), Percent(comparison.Communities.FirstAsked), Percent(comparison.Communities.SecondAsked)],
            [Say(LawComparisonTexts.ShareReached), Percent(comparison.Communities.FirstReached), Percent(comparison.Communities.SecondReached)],
        ]);

    private ComparisonPart Force() => Part(
        LawComparisonTexts.Force,
        LawComparisonTexts.ForceLead,
        [Say(LawComparisonTexts.WorkHead), first, second, Say(LawComparisonTexts.CauseHead)],
        4,
        comparison.Policies.Select(p => (IReadOnlyList<string>)[$"{p.Titles.In(language)} ({p.Policy})", Force(p.First, p.FirstAssumed), Force(p.Second, p.SecondAssumed), Causes(p.Causes)]));

    private ComparisonPart Clauses() => Part(
        LawComparisonTexts.Clauses,
        LawComparisonTexts.ClausesLead,
        [Say(LawComparisonTexts.EntryHead), Say(LawComparisonTexts.LawHead), Say(LawComparisonTexts.SaysHead)],
        3,
        [
            .. comparison.Parameters.SelectMany(p => p.First.Concat(p.Second).DistinctBy(e => e.Entry).Select(e => (IReadOnlyList<string>)
                [$"{p.Parameter}/{e.Entry}", $"{(e.From is { } from ? Day(from) : string.Empty)} – {(e.Before is { } before ? Day(before) : string.Empty)}", Says(e)])),
            .. comparison.Parameters.Where(p => p.Gap is not null).Select(p => (IReadOnlyList<string>)[p.Parameter, Say(LawComparisonTexts.NoValue), p.Gap!.In(language)]),
        ]);

    private string Says(LawEntry entry) => string.Join(" ", entry.Clauses.Select(c => $"{c.Says.In(language)} [{c.Source}, {c.Locator}]"))
        + (entry.Overlay is { } overlay ? $" {LawComparisonTexts.Assumed.In(language, overlay)}" : string.Empty);

    private string Causes(IReadOnlyList<LawCause> causes) => string.Join(" ", causes.Select(c => (c.Provision is { } provision
        ? LawComparisonTexts.DoneBy.In(language, Day(c.Day), c.Titles.In(language), provision, Word(c.Kind))
        : LawComparisonTexts.Happened.In(language, Day(c.Day), c.Titles.In(language), Word(c.Kind))) + (c.Note is { } note ? $" {note.In(language)}" : string.Empty)));

    private string TitleOf(string parameter) => comparison.Parameters.First(p => p.Parameter == parameter).Titles.In(language);

    private string Goal(Bilingual goal, GoalInTwoLaws both) => goal.In(language, (both.First.Year ?? both.Second.Year)?.ToString(CultureInfo.InvariantCulture) ?? "?");

    private string Standing(GoalInLaw goal) => goal.InForce
        ? goal.Overlay is { } overlay ? LawComparisonTexts.Assumed.In(language, overlay) : Say(LawComparisonTexts.InLaw)
        : $"{Say(LawComparisonTexts.NotInLaw)}{(goal.Why is { } why ? $": {why.In(language)}" : string.Empty)}";

    private string Value(string? values, string? entry, string unit) => values is null
        ? Say(LawComparisonTexts.NoValue)
        : $"{values}{(unit is "choice" or "1" or "date" ? string.Empty : $" {unit}")} ({entry})";

    private string Rules(IReadOnlyList<BrokenRule>? broken) => broken is null ? string.Empty
        : broken.Count == 0 ? Say(LawComparisonTexts.Nothing)
        : string.Join(", ", broken.Select(b => b.Times > 1 ? $"{b.Rule} × {b.Times}" : b.Rule));

    private string Force(Register.LegalForce force, IReadOnlyList<string> overlays) =>
        Word(force.ToString()) + (overlays.Count > 0 ? $", {LawComparisonTexts.Assumed.In(language, string.Join(", ", overlays))}" : string.Empty);

    private string Percent(double? share) => share is { } value ? $"{Figures.Fixed(value * 100, 1)} %" : Say(LawComparisonTexts.Nothing);

    private static string Amount(double value, string unit) => unit switch
    {
        "usd" or "usd-discounted" => Figures.Number(value / Million),
        "sites" => Figures.Whole(value),
        "1" => Figures.Fixed(value * 100, 1),
        _ => Figures.Number(value),
    };

    private ComparisonPart Part(Bilingual title, Bilingual lead, IReadOnlyList<string> head, int words, IEnumerable<IReadOnlyList<string>> rows) =>
        new(Say(title), Say(lead), new HtmlTable(Say(title), head, words, [.. rows]));

    private string Say(Bilingual text) => text.In(language);

    private string Word(string name) => LawComparisonTexts.Word(name, language);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
