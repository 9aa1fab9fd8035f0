using Trunkline.NetworkDesign;
using Trunkline.Register;

namespace Trunkline.Planner;

/// <summary>Makes a plan of a solution: words, stamp, receipt and audit.</summary>
/// <param name="Planning">The case that was solved; its targets may be lowered.</param>
/// <param name="Study">The study as asked.</param>
internal sealed record FinishedPlan(PlanningCase Planning, Study Study, IncentiveSchedule Incentives, RegisterView Law)
{
    /// <summary>The plan, audited.</summary>
    /// <param name="result">With a solution.</param>
    /// <param name="written">Told when the plan is written and not yet audited.</param>
    public Plan Of(DesignResult result, string route, IReadOnlyList<PlanNote> notes, Action<Plan>? written = null)
    {
        DesignSolution solution = result.Solution!;
        var stamp = new PlanStamp(
            EngineVersion(), Planning.Dataset.Hash, Law.Register.Version, StudyHash.Of(Study), route, Study.Solver.Seed, Study.Solver.Threads);
        var entry = new EntryCosts(Planning, solution);
        Plan plan = new PlanWriter(Planning, solution, entry).Write(
            result, Asked(Study), [.. notes, .. PlanNotes.Of(Planning, solution, entry)], stamp, PlanBibliography.Of(Planning, Law), PolicyReceipts.Unwritten(Law));
        written?.Invoke(plan);
        AuditedPlan audited = new(plan, Study, Planning.Dataset, Incentives);
        plan = plan with { Receipt = PolicyReceipts.Of(audited, Law) };
        return plan with { Audit = PlanAudit.Of(audited.With(plan)) };
    }

    private static IReadOnlyList<double> Asked(Study study) => study.Goal switch
    {
        Goal.CaptureTarget target => [.. target.Rates.Select(r => r.Megatonnes)],
        Goal.CarbonPrice price => [.. price.Prices.Select(p => p.Value)],
        _ => [],
    };

    private static string EngineVersion() => typeof(PlanMaker).Assembly.GetName().Version?.ToString(3) ?? "0.0.0";
}
