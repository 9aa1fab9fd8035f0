using Trunkline.Optimisation;

namespace Trunkline.NetworkDesign;

/// <summary>
/// Says why an infeasible problem is: the least by which targets (or, where those are not to blame, side rows) would have to give, and what
/// holds them back.
/// </summary>
/// <remarks>Without targets and side rows nothing need be built, so one of the two is always to blame.</remarks>
internal sealed class DesignDiagnosis(ISolver solver, DesignProblem problem, SolveOptions options, CancellationToken cancellation)
{
    // Amounts below this share of the limit are the solver's tolerance, not a shortfall.
    private const double Speck = 1e-6;

    /// <summary>The reasons, by period then side row. Empty only where time or cancellation came first.</summary>
    public List<Shortfall> Reasons()
    {
        var targets = Relax(problem, new DesignRelief(Target: true, Sides: false));
        if (targets is null)
        {
            // Not even without targets: the side rows clash among themselves.
            return SideReasons(WithoutTargets());
        }

        var blamed = BlamedSide();
        return [.. targets.ShortOfTarget.Where(s => s.Value > Speck * Math.Abs(problem.Target[s.Key]))
            .Select(s => new Shortfall("target", s.Key, s.Value, Because(s.Key, blamed)))];
    }

    private string Because(int period, string? blamedSide)
    {
        var target = problem.Target[period];
        return target > MostSupply(period) * (1 + Speck) ? "supply"
            : target > MostAbsorbed(period) * (1 + Speck) ? "sinks"
            : blamedSide ?? (LifetimeIsShort() ? "sinks" : "network");
    }

    // The side row that would have to give most if the targets were kept; null where giving side rows away does not help.
    private string? BlamedSide()
    {
        if (problem.SideRows.Length == 0)
        {
            return null;
        }

        return SideReasons(problem).MaxBy(s => s.Amount)?.Limit;
    }

    private List<Shortfall> SideReasons(DesignProblem relaxed)
    {
        var sides = Relax(relaxed, new DesignRelief(Target: false, Sides: true));
        return sides is null ? [] :
        [
            .. sides.OverSide.Where(s => s.Value > Speck * Math.Max(1, Math.Abs(problem.SideRows[s.Key].Limit)))
                .Select(s => new Shortfall(problem.SideRows[s.Key].Name, LastPeriodOf(s.Key), s.Value, problem.SideRows[s.Key].Name)),
        ];
    }

    private int LastPeriodOf(int side) => problem.SideRows[side].Terms.Select(t => t.Period).DefaultIfEmpty(0).Max();

    private Relaxed? Relax(DesignProblem relaxed, DesignRelief relief)
    {
        var formulation = DesignFormulation.Write(relaxed, DesignRestriction.None, relief);
        var end = solver.Solve(formulation.Model, options, null, cancellation);
        return end.Status is SolveStatus.Optimal or SolveStatus.Feasible
            ? new Relaxed(Amounts(formulation.ShortOfTarget, end), Amounts(formulation.OverSide, end))
            : null;
    }

    private static SortedDictionary<int, double> Amounts(Dictionary<int, int> columns, SolveResult end) =>
        new(columns.ToDictionary(c => c.Key, c => end.Values[c.Value]));

    private double MostSupply(int period) => problem.Supplies.Sum(s => s.Options
        .Where(o => o.FirstPeriod <= period && period <= o.LastPeriod).Select(o => o.Maximum[period]).DefaultIfEmpty(0).Max());

    private double MostAbsorbed(int period) =>
        problem.Sinks.Sum(k => k.FreeRate[period] + (period < k.FirstModulePeriod ? 0 : k.ModuleRate * k.MaxModules));

    // Targets over all periods against everything that the sinks can hold over all periods.
    private bool LifetimeIsShort()
    {
        var wanted = problem.Target.Select((x, t) => problem.PeriodLengths[t] * Math.Max(0, x)).Sum();
        var room = problem.Sinks.Sum(Room);
        return wanted > room * (1 + Speck);
    }

    private double Room(Sink sink)
    {
        double free = 0, modules = 0;
        for (var t = 0; t < problem.PeriodCount; t++)
        {
            free += problem.PeriodLengths[t] * sink.FreeRate[t];
            modules += t < sink.FirstModulePeriod ? 0 : problem.PeriodLengths[t] * sink.ModuleRate * sink.MaxModules;
        }

        return free + (sink.MaxModules == 0 ? 0 : Math.Min(modules, sink.ModuleLifetime * sink.MaxModules));
    }

    private DesignProblem WithoutTargets() => new()
    {
        PeriodCount = problem.PeriodCount,
        PeriodLengths = problem.PeriodLengths,
        NodeCount = problem.NodeCount,
        Arcs = problem.Arcs,
        Trends = problem.Trends,
        FlowCost = problem.FlowCost,
        Supplies = problem.Supplies,
        Sinks = problem.Sinks,
        Target = [.. problem.Target.Select(_ => double.NegativeInfinity)],
        Price = problem.Price,
        SideRows = problem.SideRows,
    };

    private sealed record Relaxed(SortedDictionary<int, double> ShortOfTarget, SortedDictionary<int, double> OverSide);
}
