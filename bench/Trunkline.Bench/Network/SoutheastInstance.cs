using Trunkline.Atlas.SimCcs;
using Trunkline.Optimisation;
using Trunkline.Planner.SimCcs;

namespace Trunkline.Bench.Network;

/// <summary>A question to the published scenario of the south-eastern United States; it is not part of the repository.</summary>
internal sealed class SoutheastInstance(string name, string folder, SimCcsQuestion question) : BenchInstance(name)
{
    private readonly SimCcsStudy study = new(SimCcsReader.Read(folder).OrThrow(), question);

    public override long Size => 4L * study.Scenario.Network.Edges.Count * (question is SimCcsQuestion.Periods p ? p.Spans.Count : 1);

    /// <summary>The questions that are asked.</summary>
    public static IEnumerable<(string Name, SimCcsQuestion Question, (double, string)? Known)> Questions()
    {
        yield return ("southeast-target-50", new SimCcsQuestion.Target(50), (5140.65907369, "proved by HiGHS and SCIP"));
        yield return ("southeast-target-80", new SimCcsQuestion.Target(80), null);
        yield return ("southeast-target-110", new SimCcsQuestion.Target(110), (14894.84976208, "published, proved by HiGHS"));
        yield return ("southeast-price-90", new SimCcsQuestion.Price(90), null);
        yield return ("southeast-price-100", new SimCcsQuestion.Price(100), (-473.62566802, "published, proved by SCIP"));
        yield return ("southeast-price-110", new SimCcsQuestion.Price(110), null);
        SimCcsPeriod[] spans = [new(5, 50), new(5, 65), new(5, 80), new(5, 95), new(5, 110)];
        yield return ("southeast-periods-5", new SimCcsQuestion.Periods(spans), (129_040.309, "HiGHS, 590 s on the published file"));
    }

    /// <summary>The folder named, or the first found beside a parent of the program; null where there is none.</summary>
    public static string? Folder(string? given)
    {
        if (given is not null)
        {
            return Directory.Exists(given) ? given : null;
        }

        for (DirectoryInfo? at = new(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            string folder = Path.Combine(at.FullName, "shared", "data", "simccs_southeast_us");
            if (Directory.Exists(folder))
            {
                return folder;
            }
        }

        return null;
    }

    public override Ending Ours(Budget budget, Action<Moment> news) =>
        Told(new SimCcsSolver(new HighsSolver()).Solve(study, Options(budget), Relayed(news), CancellationToken.None));

    public override Ending Highs(Budget budget, Action<Moment> news) =>
        Told(new SimCcsSolver(new HighsSolver()).SolveExactly(study, Options(budget), Relayed(news), CancellationToken.None));

    public override LinearModel Model() => question is SimCcsQuestion.Periods ? new SimCcsStagedModel(study).Linear : new SimCcsModel(study).Linear;

    private static SolveOptions Options(Budget budget) => new(budget.Gap, budget.Limit, budget.Threads, budget.Seed);

    private static Relay<SolveProgress> Relayed(Action<Moment> news) => new(p => news(new Moment(p.Objective, p.Bound)));

    private static Ending Told(SimCcsAnswer answer) => answer.Verdict is { } verdict
        ? new Ending(
            verdict.Costs.Cost, answer.Bound, Math.Abs(verdict.Costs.Cost), verdict.Costs.Transport + Math.Max(0, verdict.Costs.Storage), Outcome(verdict.Broken))
        : new Ending(null, answer.Bound, null, null, NotChecked);
}
