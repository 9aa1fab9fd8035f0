using Trunkline.Domain;
using Trunkline.Planner;

namespace Trunkline.Report;

/// <summary>An answer in plain lines, for a terminal.</summary>
public static class PlanSummary
{
    private const int ViolationsShown = 8;

    /// <summary>A plan's title, periods, money, proof, audit and what changed the question; notes on data and assumptions are the report's.</summary>
    public static IReadOnlyList<string> Lines(Plan plan, Language language)
    {
        Figures figures = new(language);
        return
        [
            plan.Study.Title.In(language),
            .. plan.Periods.Select(period => PeriodLine(period, language, figures)),
            .. MoneyLines(plan.Totals, language, figures),
            Texts.SummaryAudit.In(language, (plan.Audit.Passed ? Texts.Passed : Texts.Failed).In(language)),
            .. plan.Audit.Violations.Take(ViolationsShown).Select(broken => Texts.SummaryBroken.In(language, broken.Rule, broken.Where, broken.What)),
            .. plan.Audit.Violations.Count > ViolationsShown ? [Texts.MoreBroken.In(language, plan.Audit.Violations.Count - ViolationsShown)] : Array.Empty<string>(),
            .. plan.Notes.Where(note => note.Kind is not ("data" or "assumption")).Select(note => $"{Vocabulary.NoteKinds.In(note.Kind, language)}{Texts.Colon.In(language)}{note.Text.In(language)}"),
        ];
    }

    /// <summary>Any answer: a plan, or why there is none.</summary>
    public static IReadOnlyList<string> Lines(PlanOutcome outcome, Language language) => outcome switch
    {
        PlanOutcome.Planned planned => Lines(planned.Plan, language),
        PlanOutcome.Infeasible infeasible => [Texts.Infeasible.In(language), .. infeasible.Relaxations.Select(relaxation => Line(relaxation, language))],
        PlanOutcome.OutOfTime late => [Texts.OutOfTime.In(language, Figures.Whole(late.Seconds)), late.Why.In(language)],
        _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
    };

    private static string Line(Relaxation relaxation, Language language) => $"  {relaxation.Rule} [{relaxation.Where}]: {relaxation.Text.In(language)}";

    private static string PeriodLine(PlanPeriod period, Language language, Figures figures) => Texts.SummaryPeriod.In(
        language,
        PlanFigures.Name(period),
        figures.Rate(TonnesPerYear.FromMegatonnes(period.CapturedMtPerYear)),
        figures.Rate(TonnesPerYear.FromMegatonnes(period.DacMtPerYear)),
        Figures.Whole(period.CapturingSites),
        figures.Rate(TonnesPerYear.FromMegatonnes(period.StoredMtPerYear)),
        figures.Rate(TonnesPerYear.FromMegatonnes(period.UsedMtPerYear)),
        figures.Money(period.CreditsUsd),
        figures.Length(new Kilometres(period.NewPipeKm)));

    private static string[] MoneyLines(PlanTotals totals, Language language, Figures figures) =>
    [
        Texts.SummaryMoney.In(
            language, figures.Money(totals.Cost), figures.Money(totals.Capture), figures.Money(totals.Dac), figures.Money(totals.Transport), figures.Money(totals.Storage)),
        Texts.SummaryNet.In(language, figures.Money(totals.Net), figures.Money(totals.CreditsDiscounted), figures.Money(totals.PriceIncome)),
        Texts.SummaryBound.In(
            language, figures.Money(totals.Bound), figures.Percent(totals.Gap), figures.Percent(totals.GapNetwork), Vocabulary.Statuses.In(totals.Status, language)),
    ];
}
