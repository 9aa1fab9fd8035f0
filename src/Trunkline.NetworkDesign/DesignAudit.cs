namespace Trunkline.NetworkDesign;

/// <summary>One rule that a solution breaks.</summary>
/// <param name="Rule">Name of the rule, as in docs/formulation.md.</param>
/// <param name="Where">Which thing, and in which period.</param>
/// <param name="Amount">By how much, in the rule's unit.</param>
public sealed record DesignViolation(string Rule, string Where, double Amount);

/// <summary>What an audit found: every violation, and the objective recomputed from the decisions.</summary>
public sealed record DesignAuditReport(IReadOnlyList<DesignViolation> Violations, double Objective)
{
    public bool Passed => Violations.Count == 0;
}

/// <summary>
/// Checks a solution against its problem, rule by rule, from the two alone: no solver, and nothing shared with the code that writes models or
/// searches. Amounts up to <c>tolerance</c> times the size of what is compared pass.
/// </summary>
public sealed class DesignAudit
{
    private readonly DesignProblem problem;
    private readonly DesignSolution solution;
    private readonly double tolerance;
    private readonly List<DesignViolation> violations = [];

    private DesignAudit(DesignProblem problem, DesignSolution solution, double tolerance)
    {
        this.problem = problem;
        this.solution = solution;
        this.tolerance = tolerance;
    }

    private IEnumerable<int> Periods => Enumerable.Range(0, problem.PeriodCount);

    /// <summary>Audits a solution.</summary>
    public static DesignAuditReport Check(DesignProblem problem, DesignSolution solution, double tolerance = 1e-6)
    {
        var audit = new DesignAudit(problem, solution, tolerance);
        audit.CheckSupplies();
        audit.CheckBalance();
        audit.CheckPurchases();
        audit.CheckArcCapacity();
        audit.CheckSinkRates();
        audit.CheckModules();
        audit.CheckTargets();
        audit.CheckSideRows();
        // An option or a size that is not there has no cost.
        var isReadable = !audit.violations.Any(v => v.Rule is "one_option" or "purchase");
        return new DesignAuditReport(audit.violations, isReadable ? Objective(problem, solution) : double.NaN);
    }

    /// <summary>What a solution costs, price income subtracted; it need not be feasible.</summary>
    public static double Objective(DesignProblem problem, DesignSolution solution) =>
        SupplyCost(problem, solution) + PurchaseCost(problem, solution) + FlowCost(problem, solution) + SinkCost(problem, solution);

    /// <summary>What arcs and sinks of a solution cost, supplies left out.</summary>
    public static double NetworkCost(DesignProblem problem, DesignSolution solution) =>
        PurchaseCost(problem, solution) + FlowCost(problem, solution) + SinkCost(problem, solution);

    // A supply keeps to its option: nothing outside the run, minimum and maximum within it.
    private void CheckSupplies()
    {
        for (var s = 0; s < problem.Supplies.Length; s++)
        {
            var taken = solution.Option[s];
            if (taken < -1 || taken >= problem.Supplies[s].Options.Length)
            {
                Report("one_option", $"supply {s}", taken);
                continue;
            }

            foreach (var t in Periods)
            {
                var option = taken < 0 ? null : problem.Supplies[s].Options[taken];
                var runs = option is not null && t >= option.FirstPeriod && t <= option.LastPeriod;
                var rate = solution.Supplied[s][t];
                AtMost("supply_most", $"supply {s}, period {t}", rate, runs ? option!.Maximum[t] : 0);
                AtMost("supply_least", $"supply {s}, period {t}", runs ? option!.Minimum[t] : 0, rate);
            }
        }
    }

    // What enters a node leaves it.
    private void CheckBalance()
    {
        foreach (var t in Periods)
        {
            var net = new double[problem.NodeCount];
            var size = new double[problem.NodeCount];
            void Move(int node, double amount)
            {
                net[node] += amount;
                size[node] += Math.Abs(amount);
            }

            for (var s = 0; s < problem.Supplies.Length; s++)
            {
                Move(problem.Supplies[s].Node, solution.Supplied[s][t]);
            }

            for (var k = 0; k < problem.Sinks.Length; k++)
            {
                Move(problem.Sinks[k].Node, -solution.Absorbed[k][t]);
            }

            for (var a = 0; a < problem.Arcs.Length; a++)
            {
                Move(problem.Arcs[a].From, -solution.Flow[a][t]);
                Move(problem.Arcs[a].To, solution.Flow[a][t]);
            }

            for (var n = 0; n < problem.NodeCount; n++)
            {
                if (Exceeds(Math.Abs(net[n]), size[n]))
                {
                    Report("balance", $"node {n}, period {t}", net[n]);
                }
            }
        }
    }

    private void CheckPurchases()
    {
        for (var a = 0; a < problem.Arcs.Length; a++)
        {
            foreach (var t in Periods)
            {
                if (solution.Bought[a][t] is not { } purchase)
                {
                    continue;
                }

                if (purchase.Trend < 0 || purchase.Trend >= problem.Trends.Length || purchase.Capacity < 0)
                {
                    Report("purchase", $"arc {a}, period {t}", purchase.Capacity);
                    continue;
                }

                AtMost("size_limit", $"arc {a}, period {t}", purchase.Capacity, problem.Trends[purchase.Trend].Capacity);
            }
        }
    }

    private void CheckArcCapacity()
    {
        for (var a = 0; a < problem.Arcs.Length; a++)
        {
            var capacity = problem.Arcs[a].Scale == 0 ? double.PositiveInfinity : problem.Arcs[a].ExistingCapacity;
            foreach (var t in Periods)
            {
                capacity += solution.Bought[a][t]?.Capacity ?? 0;
                AtMost("arc_capacity", $"arc {a}, period {t}", Math.Abs(solution.Flow[a][t]), capacity);
                AtMost("one_way", $"arc {a}, period {t}", problem.Arcs[a].OneWay ? -solution.Flow[a][t] : 0, 0);
            }
        }
    }

    private void CheckSinkRates()
    {
        for (var k = 0; k < problem.Sinks.Length; k++)
        {
            var open = 0;
            foreach (var t in Periods)
            {
                open += solution.Modules[k][t];
                AtMost("sink_least", $"sink {k}, period {t}", 0, solution.Absorbed[k][t]);
                AtMost(
                    "sink_rate", $"sink {k}, period {t}", solution.Absorbed[k][t],
                    problem.Sinks[k].FreeRate[t] + (open * problem.Sinks[k].ModuleRate));
            }
        }
    }

    // Modules open within their number and not before their time; what they take in together over all periods they can hold together.
    private void CheckModules()
    {
        for (var k = 0; k < problem.Sinks.Length; k++)
        {
            var sink = problem.Sinks[k];
            var modules = solution.Modules[k];
            AtMost("module_count", $"sink {k}", modules.Sum(), sink.MaxModules);
            foreach (var t in Periods.Where(t => modules[t] < 0 || (modules[t] > 0 && t < sink.FirstModulePeriod)))
            {
                Report("module_first_period", $"sink {k}, period {t}", modules[t]);
            }

            if (double.IsFinite(sink.ModuleLifetime))
            {
                var taken = Periods.Sum(t => problem.PeriodLengths[t] * Math.Max(0, solution.Absorbed[k][t] - sink.FreeRate[t]));
                AtMost("sink_lifetime", $"sink {k}", taken, modules.Sum() * sink.ModuleLifetime);
            }
        }
    }

    private void CheckTargets()
    {
        foreach (var t in Periods)
        {
            AtMost("target", $"period {t}", problem.Target[t], solution.Supplied.Sum(s => s[t]));
        }
    }

    private void CheckSideRows()
    {
        foreach (var row in problem.SideRows)
        {
            var terms = row.Terms.Select(t => t.Coefficient * Amount(t)).ToList();
            var size = Math.Max(Math.Abs(row.Limit), terms.Sum(Math.Abs));
            if (Exceeds(terms.Sum() - row.Limit, size))
            {
                Report("side", row.Name, terms.Sum() - row.Limit);
            }
        }
    }

    private double Amount(SideTerm term) => term.Kind switch
    {
        SideTermKind.Supplied => solution.Supplied[term.Index][term.Period],
        SideTermKind.Absorbed => solution.Absorbed[term.Index][term.Period],
        _ => solution.Option[term.Index] is var o and >= 0 && o < problem.Supplies[term.Index].Options.Length
            && problem.Supplies[term.Index].Options[o].FirstPeriod == term.Period ? 1 : 0,
    };

    private static double SupplyCost(DesignProblem problem, DesignSolution solution)
    {
        double cost = 0;
        for (var s = 0; s < problem.Supplies.Length; s++)
        {
            if (solution.Option[s] < 0)
            {
                continue;
            }

            var option = problem.Supplies[s].Options[solution.Option[s]];
            cost += option.OpeningCost;
            for (var t = option.FirstPeriod; t <= option.LastPeriod; t++)
            {
                cost += (option.UnitCost[t] - problem.Price[t]) * solution.Supplied[s][t];
            }
        }

        return cost;
    }

    private static double PurchaseCost(DesignProblem problem, DesignSolution solution)
    {
        double cost = 0;
        for (var a = 0; a < problem.Arcs.Length; a++)
        {
            for (var t = 0; t < problem.PeriodCount; t++)
            {
                if (solution.Bought[a][t] is { } p)
                {
                    cost += problem.Arcs[a].Scale * (problem.Trends[p.Trend].Fixed[t] + (problem.Trends[p.Trend].Slope[t] * p.Capacity));
                }
            }
        }

        return cost;
    }

    private static double FlowCost(DesignProblem problem, DesignSolution solution) =>
        problem.Arcs.Select((arc, a) => arc.Scale * solution.Flow[a].Select((f, t) => problem.FlowCost[t] * Math.Abs(f)).Sum()).Sum();

    private static double SinkCost(DesignProblem problem, DesignSolution solution)
    {
        double cost = 0;
        for (var k = 0; k < problem.Sinks.Length; k++)
        {
            for (var t = 0; t < problem.PeriodCount; t++)
            {
                cost += (problem.Sinks[k].ModuleCost[t] * solution.Modules[k][t]) + (problem.Sinks[k].UnitCost[t] * solution.Absorbed[k][t]);
            }
        }

        return cost;
    }

    private void AtMost(string rule, string where, double amount, double limit)
    {
        var size = double.IsFinite(limit) ? Math.Max(Math.Abs(amount), Math.Abs(limit)) : Math.Abs(amount);
        if (double.IsNaN(amount) || Exceeds(amount - limit, size))
        {
            Report(rule, where, amount - limit);
        }
    }

    // An unlimited limit gives a size without end, and infinity is not more than infinity: such rules hold.
    private bool Exceeds(double excess, double size) => excess > tolerance * Math.Max(1, size);

    private void Report(string rule, string where, double amount) => violations.Add(new DesignViolation(rule, where, amount));
}
