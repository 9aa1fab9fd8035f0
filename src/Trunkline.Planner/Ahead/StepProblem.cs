using Trunkline.NetworkDesign;

namespace Trunkline.Planner;

/// <summary>One period as a builder sees it who knows nothing of the next: what stands is free to use, what is bought is charged for this period's share of its life.</summary>
/// <param name="seen">The case of the study cut off after the period; its money is discounted to the first day of the whole study.</param>
/// <param name="period">The last period of <paramref name="seen"/>.</param>
internal sealed class StepProblem(PlanningCase seen, StepState state, int period)
{
    /// <summary>
    /// Dollars per tonne that a unit is paid in the step for running where it may not stop: more than running could cost. It is no cost of the plan.
    /// </summary>
    private const double DutyPerTonne = 2000;

    public DesignProblem Write() => new()
    {
        PeriodCount = 1,
        PeriodLengths = [seen.Periods[period].Length],
        NodeCount = seen.Nodes.Count,
        Arcs = [.. seen.Edges.Select((e, i) => new DesignArc(e.From, e.To, e.Scale, e.Existing + state.Laid(i, period), OneWay: e.IsFree))],
        Trends = [.. seen.Trends.Select(t => new SizeTrend(t.Source.Capacity.Value, [t.Fixed[period]], [t.Slope[period]]))],
        FlowCost = [seen.FlowCost[period]],
        Supplies = [.. seen.Supplies.Select((s, i) => new Supply(s.Node, [.. Options(s, i)]))],
        Sinks = [.. seen.Sinks.Select(Sink)],
        Target = [seen.Target[period]?.Value ?? double.NegativeInfinity],
        Price = [seen.Price[period]],
        SideRows = [.. DesignCase.Of(seen).SideRows.Select(InThisPeriod).OfType<SideRow>()],
    };

    /// <summary>What a step costs before credits and without the duty to run, which a gap is measured against.</summary>
    public double GrossCost(DesignProblem problem, DesignSolution step) =>
        DesignAudit.Objective(problem, step) + Enumerable.Range(0, seen.Supplies.Count).Where(i => step.Option[i] >= 0).Sum(i =>
            Duty(seen.Supplies[i], i) + ((Run(seen.Supplies[i], i).First().Credit[period] + seen.Price[period]) * step.Supplied[i][0]));

    private IEnumerable<SupplyOption> Options(CaseSupply supply, int i)
    {
        return state.HasStopped(i) ? [] : Run(supply, i).Select(o => new SupplyOption(
            0,
            0,
            state.HasOpened(i) ? (supply.Cost.FixedOm.Value * seen.PresentValue.Annuity(period)) - Duty(supply, i) : o.OpeningCost,
            [o.UnitCost[period] - o.Credit[period]],
            [o.Minimum[period]],
            [supply.Capacity.Value]));
    }

    /// <summary>The run that began when the unit did, or begins now, and lasts through the period.</summary>
    private IEnumerable<CaseOption> Run(CaseSupply supply, int i)
    {
        int first = state.HasOpened(i) ? state.FirstOf(i) : period;
        return supply.Options.Where(o => o.First == first && o.Last == period).Take(1);
    }

    /// <summary>Capital is sunk and going on costs fixed O&amp;M alone; a unit that may not stop is paid for going on.</summary>
    private double Duty(CaseSupply supply, int i) =>
        state.MustRun(i, period) ? DutyPerTonne * supply.Capacity.Value * seen.PresentValue.Annuity(period) : 0;

    private Sink Sink(CaseSink sink, int j)
    {
        int opened = state.Projects(j, period);
        double holds = (opened * (sink.Formation?.ProjectCapacity.Value ?? 0)) - state.Filled(j, period);
        double free = sink.Formation is { } formation
            ? Math.Max(0, Math.Min(opened * formation.ProjectRate.Value, holds / seen.Periods[period].Length))
            : sink.FreeRate[period];
        return new Sink(
            sink.Node,
            [free],
            sink.Formation?.ProjectRate.Value ?? 0,
            sink.Formation?.ProjectCapacity.Value ?? double.PositiveInfinity,
            (sink.Formation?.MaxProjects ?? 0) - opened,
            sink.FirstProjectPeriod <= period ? 0 : 1,
            [sink.ProjectCost[period]],
            [sink.UnitCost[period] + sink.Fee[period] + sink.CreditLoss[period]]);
    }

    private SideRow? InThisPeriod(SideRow row)
    {
        SideTerm[] terms =
        [
            .. row.Terms.Where(t => t.Period == period && (t.Kind != SideTermKind.Opened || !state.HasOpened(t.Index))).Select(t => t with { Period = 0 }),
        ];
        return terms.Length > 0 ? row with { Terms = terms } : null;
    }
}
