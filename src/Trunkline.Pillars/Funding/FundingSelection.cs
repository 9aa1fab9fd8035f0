using Trunkline.Domain;
using Trunkline.Optimisation;

namespace Trunkline.Pillars;

/// <summary>
/// Chooses one outcome a use case so that their worth is greatest and no programme has ever spent more than has come in: a multiple-choice knapsack,
/// solved to the end by HiGHS.
/// </summary>
internal static class FundingSelection
{
    // Of two choices of equal worth the cheaper is taken: a dollar weighs this share of the greatest worth over the whole money.
    private const double Thrift = 1e-7;

    /// <summary>The best outcomes, one a use case, and a bound: no choice is worth more.</summary>
    public static (IReadOnlyList<FundingOutcome> Best, double Bound) Best(
        IReadOnlyList<FundingCase> cases, FundingQuestion question, IReadOnlyDictionary<string, double> money, IReadOnlyList<Period> periods)
    {
        List<IReadOnlyList<FundingOutcome>> outcomes = [.. cases.Select(c => (IReadOnlyList<FundingOutcome>)[.. c.Outcomes()])];
        double most = Math.Max(1, outcomes.Sum(o => o.Max(x => x.Worth(question.Objective, periods))));
        double whole = Math.Max(1, money.Values.Sum());
        LinearModel model = Model(outcomes, question, money, periods, most, whole);
        SolveResult solved = new HighsSolver().Solve(model, new SolveOptions(RelativeGap: 0), null, CancellationToken.None);
        int column = 0;
        FundingOutcome[] best = [.. outcomes.Select(own =>
        {
            FundingOutcome taken = own[Enumerable.Range(0, own.Count).MaxBy(o => solved.Values[column + o])];
            column += own.Count;
            return taken;
        })];
        // No choice spends more than the whole money, so thrift hides at most its whole weight.
        return (best, (Thrift - solved.Bound) * most);
    }

    private static LinearModel Model(
        List<IReadOnlyList<FundingOutcome>> outcomes, FundingQuestion question, IReadOnlyDictionary<string, double> money, IReadOnlyList<Period> periods, double most, double whole)
    {
        var model = new LinearModel();
        var columns = new List<(FundingOutcome Outcome, int Column)>();
        foreach (IReadOnlyList<FundingOutcome> own in outcomes)
        {
            (FundingOutcome Outcome, int Column)[] mine = [.. own.Select((o, i) => (o, model.AddColumn(
                $"fund[{o.Case.UseCase.Id},{i}]", (-o.Worth(question.Objective, periods) / most) + (Thrift * o.PublicUsd / whole), 0, 1, isInteger: true)))];
            model.AddRow(new Row($"one-choice[{own[0].Case.UseCase.Id}]", [.. mine.Select(m => new Term(1, m.Column))], Sense.Equal, 1));
            columns.AddRange(mine);
        }

        foreach (FundingProgramme programme in question.Programmes)
        {
            foreach (int year in Enumerable.Range(periods[0].From, periods[^1].To - periods[0].From + 1))
            {
                model.AddRow(Budget(columns, programme, year, money[programme.Id]));
            }
        }

        return model;
    }

    /// <summary>No programme has spent more by the end of a year than has come in. In millions.</summary>
    private static Row Budget(List<(FundingOutcome Outcome, int Column)> columns, FundingProgramme programme, int year, double amount) => new(
        $"programme-money[{programme.Id},{year}]",
        [.. columns.Select(c => new Term(c.Outcome.SpentBy(programme.Id, year) / 1e6, c.Column)).Where(t => t.Coefficient > 0)],
        Sense.AtMost,
        amount * programme.ShareBy(year) / 1e6);
}
