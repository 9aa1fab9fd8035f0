using System.Globalization;
using Spectre.Console;
using Trunkline.Domain;
using Trunkline.Pillars;

namespace Trunkline.Cli;

/// <summary>Pillar 3 for a terminal: how far the credit's clauses hold, who must act by when, the supply curve.</summary>
internal static class PolicyLines
{
    private const int Shown = 20;

    private static readonly double[] Rungs = [20, 40, 80, 120, 160, 200];

    public static void Show(Surroundings around, PolicyPillar policy)
    {
        Language language = around.Language;
        TextWriter answer = around.Terminal.Out;
        string points = string.Join("; ", Rungs.Select(c => Say(PillarWords.CurvePoint, language, policy.SupplyCurve.At(c).Megatonnes, c)));
        answer.WriteLine(PillarWords.PolicyHead.In(language));
        answer.WriteLine($"  {Say(PillarWords.CreditLine, language, policy.Stacks.Count(s => s.Earns), policy.Stacks.Count)}");
        answer.WriteLine($"  {Say(PillarWords.CurveLine, language, points, policy.SupplyCurve.UnpricedTonnesPerYear.Megatonnes)}");
        around.Terminal.Answering.Write(Clauses(policy, language));
        around.Terminal.Answering.Write(Actions(policy, language));
        if (policy.Actions.Count > Shown)
        {
            answer.WriteLine($"  … +{policy.Actions.Count - Shown} (--json)");
        }
    }

    private static Table Clauses(PolicyPillar policy, Language language)
    {
        Table table = new Table().Border(TableBorder.Rounded).AddColumns([.. PillarWords.ClauseColumns.Select(c => c.In(language))]);
        foreach (var clause in policy.Stacks.SelectMany(s => s.Clauses).GroupBy(c => c.Clause))
        {
            table.AddRow([clause.Key, .. Enum.GetValues<ClauseOutcome>().Select(o => clause.Count(c => c.Outcome == o).ToString(CultureInfo.InvariantCulture))]);
        }

        return table;
    }

    private static Table Actions(PolicyPillar policy, Language language)
    {
        Table table = new Table().Border(TableBorder.Rounded).AddColumns([.. PillarWords.ActionColumns.Select(c => c.In(language))]);
        foreach (RequiredAction action in policy.Actions.Take(Shown))
        {
            table.AddRow(
                Markup.Escape($"{action.By:yyyy-MM-dd}{(action.Missed ? $" ({PillarWords.Word("missed", language)})" : string.Empty)}"), Markup.Escape(action.Who.In(language)), Markup.Escape(action.What.In(language)));
        }

        return table;
    }

    private static string Say(Bilingual text, Language language, params object?[] figures) => string.Format(CultureInfo.InvariantCulture, text.In(language), figures);
}
