using Trunkline.Atlas;
using Trunkline.Domain;
using Trunkline.NetworkDesign;
using Trunkline.Register;

namespace Trunkline.Planner;

/// <summary>How far ahead a builder looks.</summary>
public enum BuildWay
{
    /// <summary>All periods are known when the first pipe is laid: the plan itself.</summary>
    Foresight,

    /// <summary>The plan's own flows, but no pipe is wider than the flow of the period in which it is laid.</summary>
    OwnPeriod,

    /// <summary>Period by period, knowing nothing of the next; what was built stays.</summary>
    Myopic,
}

/// <summary>One way of building, as an audited plan; or why there is none.</summary>
/// <param name="Plan">Null where there is none.</param>
public sealed record BuiltWay(BuildWay Way, Plan? Plan, Bilingual? WhyNone);

/// <summary>
/// Builds what a plan asks for in three ways, so that the worth of looking ahead can be read off. All three obey every rule and are paid for in the same money; only the
/// plan itself is optimised over all periods. The plan's bound holds for all three while their targets are the same.
/// </summary>
/// <param name="small">Solver of cases that the exact route would take.</param>
/// <param name="large">Solver of all others.</param>
public sealed class BuildWays(IDesignSolver small, IDesignSolver large)
{
    /// <summary>The plan, its own-period twin and the myopic one; or what is wrong with the input.</summary>
    /// <param name="foresight">A plan of the study on this dataset under this law.</param>
    /// <param name="dataset">As read, cost factors not applied.</param>
    public Checked<IReadOnlyList<BuiltWay>> Compare(Plan foresight, Study study, Dataset dataset, RegisterView law, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(foresight);
        ArgumentNullException.ThrowIfNull(study);
        IncentiveSchedule incentives = PlanMaker.Incentives(study, dataset, law);
        Checked<PlanningCase> built = CaseBuilder.Build(study, study.Assumed(dataset), incentives, cancellation);
        if (!built.IsRight)
        {
            return Checked<IReadOnlyList<BuiltWay>>.Wrong([.. built.Problems]);
        }

        PlanningCase planning = AsPlanned(built.Value, foresight);
        Checked<DesignSolution> decisions = new PlanDecisions(planning).Of(foresight);
        return decisions.IsRight
            ? Checked<IReadOnlyList<BuiltWay>>.Right(
                [
                    new BuiltWay(BuildWay.Foresight, foresight, null),
                    OwnPeriod(planning, decisions.Value, foresight, study, incentives, law),
                    Myopic(planning, foresight, study, incentives, law, cancellation),
                ])
            : Checked<IReadOnlyList<BuiltWay>>.Wrong([.. decisions.Problems]);
    }

    /// <summary>The targets that the plan met, where the study's own could not be.</summary>
    private static PlanningCase AsPlanned(PlanningCase planning, Plan plan) =>
        planning.Study.Goal is Goal.CaptureTarget
            ? planning with { Target = [.. plan.Study.GoalUsed.Select(g => (TonnesPerYear?)TonnesPerYear.FromMegatonnes(g))] }
            : planning;

    private static BuiltWay OwnPeriod(
        PlanningCase planning, DesignSolution decisions, Plan foresight, Study study, IncentiveSchedule incentives, RegisterView law)
    {
        DesignSolution resized = OwnPeriodPipes.Of(planning, decisions);
        return new BuiltWay(BuildWay.OwnPeriod, Finished(planning, resized, "own-period", foresight, study, incentives, law, []), null);
    }

    private BuiltWay Myopic(
        PlanningCase planning, Plan foresight, Study study, IncentiveSchedule incentives, RegisterView law, CancellationToken cancellation)
    {
        bool isSmall = planning.Edges.Count <= PlanMaker.ExactEdges && planning.Supplies.Count <= PlanMaker.ExactSupplies;
        var steps = new StepwiseBuild(planning, incentives, isSmall ? small : large);
        if (steps.Run(cancellation) is not { } solution)
        {
            return new BuiltWay(BuildWay.Myopic, null, steps.WhyNone);
        }

        // The audit measures a lowered target against the plan's own words only where the study allows lowering.
        Study asked = study.Goal is Goal.CaptureTarget target ? study with { Goal = target with { LowerWhenUnreachable = true } } : study;
        return new BuiltWay(BuildWay.Myopic, Finished(planning with { Target = steps.Reached }, solution, "myopic", foresight, asked, incentives, law, steps.Notes), null);
    }

    private static Plan Finished(
        PlanningCase planning, DesignSolution solution, string route, Plan foresight, Study study, IncentiveSchedule incentives, RegisterView law, IReadOnlyList<PlanNote> notes)
    {
        double net = CaseMoney.Of(planning, solution).Net;
        var result = new DesignResult(DesignStatus.Found, solution, net, Math.Min(net, foresight.Totals.Bound.Value), "foresight", []);
        return new FinishedPlan(planning, study, incentives, law).Of(result, route, notes);
    }
}
