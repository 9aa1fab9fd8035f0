using Trunkline.NetworkDesign;
using Trunkline.Optimisation;

namespace Trunkline.Planner;

/// <summary>Solves the whole formulation, rule by rule, as one mixed-integer model.</summary>
public static class ExactRoute
{
    private const double Whole = 0.5;

    /// <param name="start">Decisions to start from, which need not obey every rule; null for none.</param>
    /// <summary>A solution in the engine's words, its objective and a bound; or why there is none.</summary>
    public static DesignResult Solve(
        PlanningCase planning, ISolver solver, DesignOptions options, IProgress<SolveProgress>? progress, CancellationToken cancellation, DesignSolution? start = null)
    {
        ArgumentNullException.ThrowIfNull(planning);
        ArgumentNullException.ThrowIfNull(solver);
        ArgumentNullException.ThrowIfNull(options);
        Decisions x = Rules.Write(planning);
        var spend = new SolveOptions(options.RelativeGap, options.TimeLimitSeconds, options.Threads, options.Seed)
        {
            Start = start is null ? null : Values(planning, x, start),
            GapScale = options.GapScale is { } scale ? values => scale(Solution(planning, x, values)) : null,
        };
        SolveResult result = solver.Solve(x.Model, spend, progress, cancellation);
        return result.Status switch
        {
            SolveStatus.Optimal or SolveStatus.Feasible => Found(planning, x, result),
            SolveStatus.Infeasible => new DesignResult(DesignStatus.Infeasible, null, double.NaN, double.NegativeInfinity, "exact", []),
            SolveStatus.Unbounded => throw new InvalidOperationException("The model is unbounded; a cost in the case is wrong."),
            _ => new DesignResult(DesignStatus.NothingFound, null, double.NaN, result.Bound, "exact", []),
        };
    }

    private static DesignResult Found(PlanningCase planning, Decisions x, SolveResult result)
    {
        DesignSolution solution = Solution(planning, x, result.Values);
        double objective = CaseMoney.Of(planning, solution).Net;
        DesignStatus status = result.Status == SolveStatus.Optimal ? DesignStatus.Proved : DesignStatus.Found;
        return new DesignResult(status, solution, objective, Math.Min(result.Bound, objective), "exact", []);
    }

    private static DesignSolution Solution(PlanningCase planning, Decisions x, IReadOnlyList<double> values)
    {
        int[] option = [.. planning.Supplies.Select((s, i) =>
            Enumerable.Range(0, s.Options.Count).FirstOrDefault(o => values[x.Open(i, o)] > Whole, -1))];
        return new DesignSolution
        {
            Option = option,
            Supplied = Table(planning, planning.Supplies.Count, (i, t) =>
                option[i] >= 0 && planning.Supplies[i].Options[option[i]].RunsIn(t) ? values[x.Captured(i, option[i], t)] : 0),
            Flow = Table(planning, planning.Edges.Count, (e, t) =>
                values[x.Forward(e, t)] - (planning.Edges[e].IsFree ? 0 : values[x.Back(e, t)])),
            Bought = Table(planning, planning.Edges.Count, (e, v) => Bought(planning, x, values, e, v)),
            Modules = Table(planning, planning.Sinks.Count, (j, v) => (int)Math.Round(values[x.Projects(j, v)])),
            Absorbed = Table(planning, planning.Sinks.Count, (j, t) => values[x.Injected(j, t)]),
        };
    }

    /// <summary>The columns' values that say what a solution says: the other way round of <see cref="Solution"/>.</summary>
    private static double[] Values(PlanningCase planning, Decisions x, DesignSolution solution)
    {
        double[] values = new double[x.Model.Columns.Count];
        for (int i = 0; i < planning.Supplies.Count; i++)
        {
            if (solution.Option[i] is >= 0 and var option)
            {
                values[x.Open(i, option)] = 1;
                Put(planning.PeriodIndices.Where(planning.Supplies[i].Options[option].RunsIn), t => values[x.Captured(i, option, t)] = solution.Supplied[i][t]);
            }
        }

        for (int e = 0; e < planning.Edges.Count; e++)
        {
            Put(planning.PeriodIndices, t => PutEdge(planning, x, solution, values, e, t));
        }

        for (int j = 0; j < planning.Sinks.Count; j++)
        {
            Put(planning.PeriodIndices, t => (values[x.Projects(j, t)], values[x.Injected(j, t)]) = (solution.Modules[j][t], solution.Absorbed[j][t]));
        }

        return values;
    }

    private static void Put(IEnumerable<int> periods, Action<int> put)
    {
        foreach (int t in periods)
        {
            put(t);
        }
    }

    private static void PutEdge(PlanningCase planning, Decisions x, DesignSolution solution, double[] values, int e, int t)
    {
        double flow = solution.Flow[e][t];
        if (flow >= 0 || !planning.Edges[e].IsFree)
        {
            values[flow >= 0 ? x.Forward(e, t) : x.Back(e, t)] = Math.Abs(flow);
        }

        if (!planning.Edges[e].IsFree && solution.Bought[e][t] is { } bought)
        {
            (values[x.Built(e, bought.Trend, t)], values[x.Size(e, bought.Trend, t)]) = (1, bought.Capacity);
        }
    }

    private static Purchase? Bought(PlanningCase planning, Decisions x, IReadOnlyList<double> values, int e, int v)
    {
        if (planning.Edges[e].IsFree)
        {
            return null;
        }

        int trend = Enumerable.Range(0, planning.Trends.Count).FirstOrDefault(c => values[x.Built(e, c, v)] > Whole, -1);
        return trend >= 0 && values[x.Size(e, trend, v)] > 0 ? new Purchase(trend, values[x.Size(e, trend, v)]) : null;
    }

    private static T[][] Table<T>(PlanningCase planning, int count, Func<int, int, T> cell) =>
        [.. Enumerable.Range(0, count).Select(i => planning.PeriodIndices.Select(t => cell(i, t)).ToArray())];
}
