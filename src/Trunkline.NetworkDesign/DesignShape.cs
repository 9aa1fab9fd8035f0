namespace Trunkline.NetworkDesign;

/// <summary>Whether a <see cref="DesignProblem"/> is one: sizes of its tables, indices in range, costs of arcs not negative, limits finite where they must be.</summary>
public static class DesignShape
{
    private const int MostListed = 20;

    /// <summary>Throws an <see cref="ArgumentException"/> that lists what is wrong. A malformed problem is a fault of its writer, not of an input.</summary>
    public static void Require(DesignProblem problem)
    {
        var faults = Faults(problem).Take(MostListed).ToList();
        if (faults.Count > 0)
        {
            throw new ArgumentException("The design problem is not well formed: " + string.Join("; ", faults), nameof(problem));
        }
    }

    /// <summary>Every fault, in the order of the problem's tables.</summary>
    public static IEnumerable<string> Faults(DesignProblem problem) =>
        PeriodFaults(problem).Concat(ArcFaults(problem)).Concat(TrendFaults(problem)).Concat(SupplyFaults(problem))
            .Concat(SinkFaults(problem)).Concat(SideFaults(problem));

    private static IEnumerable<string> PeriodFaults(DesignProblem problem)
    {
        var n = problem.PeriodCount;
        if (n < 1)
        {
            yield return $"there are {n} periods";
        }

        var tables = new (string Name, double[] Values)[]
        {
            ("PeriodLengths", problem.PeriodLengths), ("FlowCost", problem.FlowCost), ("Target", problem.Target), ("Price", problem.Price),
        };
        foreach (var (name, values) in tables.Where(t => t.Values.Length != n || t.Values.Any(double.IsNaN)))
        {
            yield return $"{name} has {values.Length} entries for {n} periods, or one that is no number";
        }

        if (problem.FlowCost.Any(c => !(c >= 0)))
        {
            yield return "a flow cost is negative";
        }
    }

    private static IEnumerable<string> ArcFaults(DesignProblem problem)
    {
        for (var a = 0; a < problem.Arcs.Length; a++)
        {
            var arc = problem.Arcs[a];
            if (!IsNode(problem, arc.From) || !IsNode(problem, arc.To))
            {
                yield return $"arc {a} joins {arc.From} and {arc.To} of {problem.NodeCount} nodes";
            }

            if (!(arc.Scale >= 0 && double.IsFinite(arc.Scale) && arc.ExistingCapacity >= 0))
            {
                yield return $"arc {a} has scale {arc.Scale} and existing capacity {arc.ExistingCapacity}";
            }
        }
    }

    private static IEnumerable<string> TrendFaults(DesignProblem problem)
    {
        for (var c = 0; c < problem.Trends.Length; c++)
        {
            var trend = problem.Trends[c];
            if (!(trend.Capacity > 0 && double.IsFinite(trend.Capacity)))
            {
                yield return $"trend {c} has capacity {trend.Capacity}";
            }

            if (!IsTable(problem, trend.Fixed, atLeast: 0) || !IsTable(problem, trend.Slope, atLeast: 0))
            {
                yield return $"trend {c} needs a fixed cost and a slope of at least zero in each period";
            }
        }
    }

    private static IEnumerable<string> SupplyFaults(DesignProblem problem)
    {
        for (var s = 0; s < problem.Supplies.Length; s++)
        {
            var supply = problem.Supplies[s];
            if (!IsNode(problem, supply.Node))
            {
                yield return $"supply {s} stands at node {supply.Node} of {problem.NodeCount}";
            }

            for (var o = 0; o < supply.Options.Length; o++)
            {
                if (!IsOption(problem, supply.Options[o]))
                {
                    yield return $"option {o} of supply {s} has periods, costs or limits (0 <= minimum <= maximum, finite) that do not fit";
                }
            }
        }
    }

    private static bool IsOption(DesignProblem problem, SupplyOption option)
    {
        var arePeriods = option.FirstPeriod >= 0 && option.FirstPeriod <= option.LastPeriod && option.LastPeriod < problem.PeriodCount;
        var areTables = IsTable(problem, option.UnitCost, double.NegativeInfinity) && IsTable(problem, option.Minimum, atLeast: 0)
            && IsTable(problem, option.Maximum, atLeast: 0);
        return arePeriods && areTables && double.IsFinite(option.OpeningCost) && IsNowhereAbove(option.Minimum, option.Maximum);
    }

    private static bool IsNowhereAbove(double[] least, double[] most)
    {
        for (var t = 0; t < least.Length; t++)
        {
            if (!(least[t] <= most[t]))
            {
                return false;
            }
        }

        return true;
    }

    private static IEnumerable<string> SinkFaults(DesignProblem problem)
    {
        for (var k = 0; k < problem.Sinks.Length; k++)
        {
            var sink = problem.Sinks[k];
            if (!IsNode(problem, sink.Node))
            {
                yield return $"sink {k} stands at node {sink.Node} of {problem.NodeCount}";
            }

            var areLimits = sink.ModuleRate >= 0 && double.IsFinite(sink.ModuleRate) && sink.ModuleLifetime >= 0 && sink.MaxModules >= 0
                && sink.FirstModulePeriod >= 0 && sink.FreeRate.Length == problem.PeriodCount && sink.FreeRate.All(r => r >= 0);
            if (!areLimits || !IsTable(problem, sink.ModuleCost, double.NegativeInfinity) || !IsTable(problem, sink.UnitCost, double.NegativeInfinity))
            {
                yield return $"sink {k} has rates, modules or costs that do not fit";
            }
        }
    }

    private static IEnumerable<string> SideFaults(DesignProblem problem)
    {
        foreach (var row in problem.SideRows)
        {
            var areTerms = row.Terms.All(t => double.IsFinite(t.Coefficient) && t.Period >= 0 && t.Period < problem.PeriodCount && t.Index >= 0
                && t.Index < (t.Kind == SideTermKind.Absorbed ? problem.Sinks.Length : problem.Supplies.Length));
            if (!areTerms || double.IsNaN(row.Limit))
            {
                yield return $"side row {row.Name} speaks of something that is not there";
            }
        }
    }

    private static bool IsNode(DesignProblem problem, int node) => node >= 0 && node < problem.NodeCount;

    // Asked of every option of every supply; a nation has tens of thousands.
    private static bool IsTable(DesignProblem problem, double[] values, double atLeast)
    {
        foreach (var value in values)
        {
            if (!double.IsFinite(value) || value < atLeast)
            {
                return false;
            }
        }

        return values.Length == problem.PeriodCount;
    }
}
