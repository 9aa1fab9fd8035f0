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
            .. LawLines(plan.Receipt, language, figures),
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

    /// <summary>What share of the law's money, and how many lead times, rest on what sort of claim.</summary>
    private static IEnumerable<string> LawLines(PolicyReceipt receipt, Language language, Figures figures)
    {
        if (receipt.Overlays.Count > 0)
        {
            yield return Texts.ReceiptAssumed.In(language, string.Join(Texts.ListBreak.In(language), receipt.Overlays));
        }

        if (receipt.Moved.Value > 0)
        {
            string share(string state) => figures.Percent(receipt.ShareOf(state) ?? 0);
            yield return Texts.SummaryLaw.In(language, figures.Money(receipt.Moved), share("verified"), share("evidence-complete"), share("draft"));
        }

        string[] drafts = [.. receipt.Coefficients.Where(c => c.State == "draft" && c.Money.Value > 0).Select(c => $"{c.Parameter}/{c.Entry}")];
        if (drafts.Length > 0)
        {
            yield return Texts.SummaryDrafts.In(language, string.Join(Texts.ListBreak.In(language), drafts));
        }

        if (receipt.LeadTimes.Sum(l => l.Formations) is > 0 and var formations)
        {
            string count(string state) => Figures.Whole(receipt.LeadTimes.Where(l => l.State == state).Sum(l => l.Formations));
            yield return Texts.SummaryPermits.In(language, Figures.Whole(formations), count("verified"), count("evidence-complete"), count("draft"));
        }
    }

    private static string[] MoneyLines(PlanTotals totals, Language language, Figures figures) =>
    [
        (totals.StorageFees.Value == 0 ? Texts.SummaryMoney : Texts.SummaryMoneyWithFees).In(
            language,
            figures.Money(totals.Cost),
            figures.Money(totals.Capture),
            figures.Money(totals.Dac),
            figures.Money(totals.Transport),
            figures.Money(totals.Storage),
            figures.Money(totals.StorageFees)),
        Texts.SummaryNet.In(language, figures.Money(totals.Net), figures.Money(totals.CreditsDiscounted), figures.Money(totals.PriceIncome)),
        Texts.SummaryBound.In(
            language, figures.Money(totals.Bound), figures.Percent(totals.Gap), figures.Percent(totals.GapNetwork), Vocabulary.Statuses.In(totals.Status, language)),
    ];
}
