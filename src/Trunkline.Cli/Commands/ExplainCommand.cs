using System.CommandLine;
using System.Globalization;
using Spectre.Console;
using Trunkline.Domain;
using Trunkline.Planner;

namespace Trunkline.Cli.Commands;

/// <summary><c>trunkline explain</c>: why a site is, or is not, captured in a plan.</summary>
internal static class ExplainCommand
{
    public static Command Build(Surroundings around)
    {
        var plan = new Argument<string>("plan") { Description = Words.PlanArgument.In(around.Language) };
        var site = new Argument<string>("site") { Description = Words.SiteArgument.In(around.Language) };
        var command = new Command("explain", Words.Explain.In(around.Language)) { plan, site };
        command.SetAction(parsed => Explain(around, parsed.GetRequiredValue(plan), parsed.GetRequiredValue(site)));
        return command;
    }

    private static int Explain(Surroundings around, string path, string site)
    {
        Checked<Plan> plan = StoredPlan.Read(path);
        if (!plan.IsRight)
        {
            return ProblemTable.Show(around, plan.Problems, asJson: false);
        }

        IReadOnlyList<StreamExplanation> explanations = Explainer.Explain(plan.Value, site);
        if (explanations.Count == 0)
        {
            return ProblemTable.Show(around, [NoSuchSite(plan.Value, path, site)], asJson: false);
        }

        foreach (StreamExplanation explanation in explanations)
        {
            Show(around, explanation);
        }

        return ExitCode.Done;
    }

    private static Problem NoSuchSite(Plan plan, string path, string site)
    {
        IEnumerable<string> some = plan.Captures.Select(c => $"{c.SiteId} ({c.SiteName})").Concat(plan.Uncaptured.Select(u => $"{u.SiteId} ({u.SiteName})")).Distinct().Take(3);
        return new Problem(path, $"The plan's region has no site with the id '{site}' or that in its name.", $"Sites are, for example: {string.Join(", ", some)}.");
    }

    private static void Show(Surroundings around, StreamExplanation explanation)
    {
        Language language = around.Language;
        TextWriter answer = around.Terminal.Out;
        answer.WriteLine($"{explanation.SiteName} ({explanation.SiteId}), {explanation.Process}, {explanation.StreamId}");
        answer.WriteLine(explanation.Verdict.In(language));
        if (explanation.BindingRule is { } rule)
        {
            answer.WriteLine($"{Words.BindingRule.In(language)}: {rule} (docs/formulation.md#{rule})");
        }

        if (explanation.Starts.Count > 0)
        {
            around.Terminal.Answering.Write(Table(explanation.Starts, language));
        }
    }

    private static Table Table(IReadOnlyList<StartExplanation> starts, Language language)
    {
        Table table = new Table().Border(TableBorder.Rounded).AddColumns(
            [.. new[] { Words.StartYear, Words.CaptureCost, Words.TransportCost, Words.StorageCost, Words.MarginalCost, Words.CreditEarned, Words.EntryCredit }.Select(w => w.In(language))]);
        foreach (StartExplanation start in starts)
        {
            table.AddRow(
                start.From.ToString(CultureInfo.InvariantCulture),
                Dollars(start.Capture),
                Dollars(start.Transport),
                Dollars(start.Storage),
                Dollars(start.MarginalCost),
                Dollars(start.Credit),
                Dollars(start.EntryCredit));
        }

        return table;
    }

    private static string Dollars(double? perTonne) => perTonne is { } value ? value.ToString("0.0", CultureInfo.InvariantCulture) : "-";
}
