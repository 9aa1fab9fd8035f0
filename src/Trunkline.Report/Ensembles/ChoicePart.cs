using Trunkline.Domain;
using Trunkline.Planner;

namespace Trunkline.Report;

/// <summary>The part of a sweep's page that says what to build first.</summary>
public sealed class ChoicePart(ChoiceFindings choice, Language language)
{
    private const double Million = 1e6;

    private readonly Figures figures = new(language);

    private string Tail => figures.Percent(choice.TailShare);

    internal void Write(Markup html)
    {
        Builds(html);
        Robust(html);
        Information(html);
        Signposts(html);
    }

    /// <summary>The whole table of regrets, for the end of the page.</summary>
    internal void WriteRegrets(Markup html)
    {
        Section(html, SweepTexts.Regret, Say(SweepTexts.RegretLead), new HtmlTable(
            Say(SweepTexts.Regret),
            [Say(SweepTexts.FutureHead), .. choice.Builds.Select(b => Name(b.Index))],
            1,
            [.. choice.Numbers.Select((number, s) => (IReadOnlyList<string>)[Figures.Whole(number), .. choice.Regrets.Select(r => Money(r[s]))])]));
    }

    private string Say(Bilingual words, params object[] values) => string.Format(words.In(language), values);

    private static string Money(double? value) => value is { } given ? Figures.Number(given / Million) : "–";

    /// <summary>The letter that a first build is called by.</summary>
    public static string Name(int build) => ((char)('A' + (build % 26))).ToString() + (build >= 26 ? $"{build / 26}" : "");

    private void Builds(Markup html)
    {
        int seen = choice.Builds[0].Seen.Futures, heldOut = choice.Builds[0].HeldOut.Futures;
        Section(html, SweepTexts.Choice, Say(SweepTexts.ChoiceLead, choice.Through, choice.Builds.Count, seen, heldOut), new HtmlTable(
            Say(SweepTexts.Choice),
            [
                Say(SweepTexts.BuildHead), Say(SweepTexts.BeginsHead), Say(SweepTexts.ShareHead),
                Say(SweepTexts.SeenHead), Say(SweepTexts.SeenTailHead, Tail), Say(SweepTexts.RegretHead), Say(SweepTexts.FailedHead),
                Say(SweepTexts.HeldHead), Say(SweepTexts.SeenTailHead, Tail), Say(SweepTexts.RegretHead), Say(SweepTexts.FailedHead),
            ],
            2,
            [.. choice.Builds.Select(Row)]));
    }

    private IReadOnlyList<string> Row(TriedBuild tried) =>
    [
        $"{Name(tried.Index)} {(tried.IsMiddle ? Say(SweepTexts.OfMiddle) : Say(SweepTexts.OfFuture, tried.Build.FromScenario))}",
        $"{tried.Build.Step.Captures.Count}, {tried.Build.Step.Pipes.Count}, {tried.Build.Step.Projects.Sum(p => p.Count)}",
        figures.Percent(tried.Build.Share),
        .. Scores(tried.Seen),
        .. Scores(tried.HeldOut),
    ];

    private static IEnumerable<string> Scores(BuildScore score) => [Money(score.Mean), Money(score.Tail), Money(score.MostRegret), Figures.Whole(score.Failed)];

    private void Robust(Markup html)
    {
        if (choice.Choices.Count == 0)
        {
            return;
        }

        string lead = choice.Choices.All(c => c.Build == 0) && choice.Builds[0].IsMiddle ? Say(SweepTexts.Same) : Say(SweepTexts.RobustLead);
        Section(html, SweepTexts.Robust, lead, new HtmlTable(
            Say(SweepTexts.Robust),
            [
                Say(SweepTexts.CriterionHead), Say(SweepTexts.ChosenHead), Say(SweepTexts.MeanDifferenceHead), Say(SweepTexts.TailDifferenceHead, Tail),
                Say(SweepTexts.RegretHead), Say(SweepTexts.BetterHead),
            ],
            2,
            [
                .. choice.Choices.Select(c => (IReadOnlyList<string>)
                [
                    SweepTexts.Criterion(c.Criterion, language), Name(c.Build), c.MeanError is { } error ? $"{Money(c.Mean)} ± {Money(error)}" : Money(c.Mean), Money(c.Tail),
                    Money(c.MostRegret), c.Better is { } better ? figures.Percent(better) : "–",
                ]),
            ]));
    }

    private void Information(Markup html) => Section(
        html,
        SweepTexts.Information,
        choice.PerfectInformation is { } worth ? Say(SweepTexts.InformationLead, figures.Money(new Usd(worth))) : Say(SweepTexts.InformationNone),
        new HtmlTable(
            Say(SweepTexts.Information),
            [Say(SweepTexts.ThingHead), Say(SweepTexts.WorthHead)],
            1,
            [.. choice.Knowing.Select(k => (IReadOnlyList<string>)[k.Title.In(language), Money(k.Worth)])]));

    private void Signposts(Markup html)
    {
        string lead = choice.Signposts.Count > 0 ? Say(SweepTexts.SignpostsLead) : Say(SweepTexts.NoSignposts);
        Section(html, SweepTexts.Signposts, lead, new HtmlTable(
            Say(SweepTexts.Signposts),
            [Say(SweepTexts.ThingHead), Say(SweepTexts.WhereHead), Say(SweepTexts.BuildInsteadHead), Say(SweepTexts.SavingHead), Say(SweepTexts.HeldSavingHead)],
            3,
            [
                .. choice.Signposts.Select(s => (IReadOnlyList<string>)[s.Title.In(language), s.Where.In(language), Name(s.Build), Money(s.Saving), Money(s.HeldOutSaving)]),
            ]));
    }

    private void Section(Markup html, Bilingual title, string lead, HtmlTable table)
    {
        html.Open("section").Leaf("h2", Say(title)).Leaf("p", lead, ("class", "lead"));
        if (table.Rows.Count > 0)
        {
            table.Write(html);
        }

        html.Close().Line();
    }
}
