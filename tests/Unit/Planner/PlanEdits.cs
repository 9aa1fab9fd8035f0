using Trunkline.Domain;
using Trunkline.Planner;

namespace Trunkline.Tests.Unit.Planner;

/// <summary>Ways to spoil a plan of few parts, so that an audit has something to find.</summary>
public static class PlanEdits
{
    public static IReadOnlyList<TonnesPerYear> Rates(params double[] rates) => [.. rates.Select(TonnesPerYear.Of)];

    /// <summary>The plan with its first unit changed.</summary>
    public static Plan Capture(this Plan plan, Func<PlannedCapture, PlannedCapture> change) =>
        plan with { Captures = [change(plan.Captures[0]), .. plan.Captures.Skip(1)] };

    /// <summary>The plan with its first pipe changed.</summary>
    public static Plan Pipe(this Plan plan, Func<PlannedPipe, PlannedPipe> change) =>
        plan with { Pipes = [change(plan.Pipes[0]), .. plan.Pipes.Skip(1)] };

    /// <summary>The plan with one of its sinks changed.</summary>
    public static Plan Storage(this Plan plan, string sink, Func<PlannedStorage, PlannedStorage> change) =>
        plan with { Storages = [.. plan.Storages.Select(s => s.SinkId == sink ? change(s) : s)] };

    public static Plan Totals(this Plan plan, Func<PlanTotals, PlanTotals> change) => plan with { Totals = change(plan.Totals) };
}
