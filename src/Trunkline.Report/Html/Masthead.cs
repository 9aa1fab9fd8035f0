using Trunkline.Domain;
using Trunkline.Planner;

namespace Trunkline.Report;

/// <summary>The head of the report: the question, the law assumed, and the verdict with its proof.</summary>
public static class Masthead
{
    public static void Write(Markup html, ReportInput input)
    {
        PlanStudy study = input.Plan.Study;
        html.Open("header").Leaf("p", input.Say(Texts.Product), ("class", "kicker")).Leaf("h1", study.Title.In(input.Language));
        html.Leaf("p", Verdict(input), ("class", "verdict"));
        WriteFigures(html, input);
        html.Open("dl", ("class", "facts"));
        Fact(html, input.Say(Texts.Question), Question(input));
        Fact(html, input.Say(study.Mode == "price" ? Texts.GoalPrice : Texts.GoalTarget), Goal(input));
        Fact(html, input.Say(Texts.TracksUsed), string.Join(input.Say(Texts.ListBreak), study.Tracks.Select(track => Vocabulary.Tracks.In(track, input.Language))));
        Fact(html, input.Say(Texts.LawAsOf), input.Figures.Date(study.PolicyAsOf));
        Fact(html, input.Say(Texts.Money), input.Say(Texts.MoneyIs, study.DollarYear, input.Figures.Percent(study.DiscountRate.Value)));
        html.Close();
        if (input.Pages.Count > 0)
        {
            Pages(html, input);
        }

        html.Close().Line();
    }

    /// <summary>The way to the pages that stand beside the report.</summary>
    private static void Pages(Markup html, ReportInput input)
    {
        html.Open("p").Words(input.Say(PillarPageTexts.PagesTitle) + input.Say(Texts.Colon));
        foreach ((int i, PillarPage page) in input.Pages.Where(p => p.Within is null).Index())
        {
            html.Words(i > 0 ? " · " : string.Empty).Leaf("a", page.Title.In(input.Language), ("href", $"{ReportWriter.PagesFolder}/{page.File}"));
        }

        html.Close();
    }

    /// <summary>The answer in three sentences.</summary>
    public static string Verdict(ReportInput input)
    {
        (Plan plan, Figures figures) = (input.Plan, input.Figures);
        if (plan.Captures.Count == 0)
        {
            return input.Say(Texts.NothingBuilt);
        }

        PlanPeriod last = plan.Periods[^1];
        return input.Say(
            Texts.Verdict,
            PlanFigures.Name(last),
            figures.Rate(TonnesPerYear.FromMegatonnes(last.CapturedMtPerYear)),
            last.CapturingSites,
            figures.Money(plan.Totals.Cost),
            figures.Money(plan.Totals.Net),
            figures.Money(plan.Totals.Bound),
            figures.Percent(plan.Totals.Gap));
    }

    private static string Question(ReportInput input)
    {
        PlanStudy study = input.Plan.Study;
        string years = $"{input.Plan.Periods[0].From}–{input.Plan.Periods[^1].To}";
        return $"{years}{input.Say(Texts.Colon)}{Vocabulary.Modes.In(study.Mode, input.Language)}";
    }

    private static string Goal(ReportInput input)
    {
        PlanStudy study = input.Plan.Study;
        return string.Join(input.Say(Texts.ListBreak), study.GoalUsed.Select((goal, t) =>
        {
            string lowered = goal == study.Goal[t] ? "" : input.Say(Texts.InBrackets, input.Say(Texts.Lowered, Figures.AsGiven(study.Goal[t])));
            return $"{input.PeriodNames[t]} {Figures.AsGiven(goal)}{lowered}";
        }));
    }

    private static void WriteFigures(Markup html, ReportInput input)
    {
        (Plan plan, Figures figures) = (input.Plan, input.Figures);
        html.Open("dl", ("class", "tiles"));
        Fact(html, input.Say(Texts.Cost), figures.Money(plan.Totals.Cost));
        Fact(html, input.Say(Texts.CreditsDiscounted), figures.Money(plan.Totals.CreditsDiscounted));
        Fact(html, input.Say(Texts.Net), figures.Money(plan.Totals.Net));
        Fact(html, input.Say(Texts.Bound), figures.Money(plan.Totals.Bound));
        Fact(html, input.Say(Texts.Gap), figures.Percent(plan.Totals.Gap));
        Fact(html, input.Say(Texts.StoredInAll), figures.Mass(plan.Storages.Select(storage => PlanFigures.Stored(plan, storage)).Sum()));
        Fact(html, input.Say(Texts.Audit), input.Say(plan.Audit.Passed ? Texts.Passed : Texts.Failed), plan.Audit.Passed ? "good" : "bad");
        html.Close();
    }

    private static void Fact(Markup html, string name, string value, string? look = null) =>
        html.Open("div").Leaf("dt", name).Leaf("dd", value, ("class", look)).Close();
}
