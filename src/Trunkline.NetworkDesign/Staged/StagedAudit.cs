using Trunkline.NetworkDesign.FixedCharge;

namespace Trunkline.NetworkDesign.Staged;

/// <summary>
/// Checks a design against its problem from the two alone: no solver, and nothing shared with the code that searches. Amounts up to the
/// tolerance times the size of what is compared pass.
/// </summary>
public static class StagedAudit
{
    /// <summary>Every rule broken, and the cost worked out from the decisions.</summary>
    public static DesignAuditReport Check(StagedNetwork problem, StagedDesign design, double tolerance = 1e-6)
    {
        List<DesignViolation> violations =
        [
            .. Balance(problem, design, tolerance), .. Purchases(problem, design, tolerance), .. Capacities(problem, design, tolerance),
            .. Terminals(problem, design, tolerance), .. Targets(problem, design, tolerance),
        ];
        return new DesignAuditReport(violations, violations.Any(v => v.Rule == "purchase") ? double.NaN : Cost(problem, design));
    }

    private static double Cost(StagedNetwork problem, StagedDesign design)
    {
        double sum = 0;
        for (int t = 0; t < problem.PeriodCount; t++)
        {
            sum += problem.Lengths[t] * problem.Sources.Select((s, i) => s.Unit * design.Supplied[i][t]).Sum();
            sum += problem.Lengths[t] * problem.Sinks.Select((s, j) => s.Unit * design.Absorbed[j][t]).Sum();
        }

        return sum + Transport(problem, design);
    }

    /// <summary>Cost of the pipes that are bought.</summary>
    public static double Transport(StagedNetwork problem, StagedDesign design) => design.Bought.Sum(b =>
        problem.PurchaseWeights[b.Period] * problem.Edges[b.Edge].Scale * (problem.Lines[b.Line].Fixed + (problem.Lines[b.Line].Slope * b.Capacity)));

    private static IEnumerable<DesignViolation> Balance(StagedNetwork problem, StagedDesign design, double tolerance)
    {
        for (int t = 0; t < problem.PeriodCount; t++)
        {
            double[] net = new double[problem.NodeCount], size = new double[problem.NodeCount];
            IEnumerable<(int Node, double Amount)> moves =
                problem.Sources.Select((s, i) => (s.Node, design.Supplied[i][t]))
                    .Concat(problem.Sinks.Select((s, j) => (s.Node, -design.Absorbed[j][t])))
                    .Concat(problem.Edges.Select((e, k) => (e.From, -design.Flow[k][t])))
                    .Concat(problem.Edges.Select((e, k) => (e.To, design.Flow[k][t])));
            foreach ((int node, double amount) in moves)
            {
                net[node] += amount;
                size[node] += Math.Abs(amount);
            }

            for (int n = 0; n < problem.NodeCount; n++)
            {
                if (!(Math.Abs(net[n]) <= tolerance * Math.Max(1, size[n])))
                {
                    yield return new DesignViolation("balance", $"node {n}, period {t}", net[n]);
                }
            }
        }
    }

    private static IEnumerable<DesignViolation> Purchases(StagedNetwork problem, StagedDesign design, double tolerance)
    {
        foreach (StagedPurchase b in design.Bought)
        {
            bool isThere = b.Edge >= 0 && b.Edge < problem.Edges.Length && b.Line >= 0 && b.Line < problem.Lines.Length
                && b.Period >= 0 && b.Period < problem.PeriodCount;
            double most = isThere ? problem.Lines[b.Line].Capacity : 0;
            if (!isThere || !(b.Capacity >= 0 && b.Capacity <= most + (tolerance * Math.Max(1, most))))
            {
                yield return new DesignViolation("purchase", $"edge {b.Edge}, period {b.Period}", b.Capacity);
            }
        }

        foreach (var twins in design.Bought.GroupBy(b => (b.Edge, b.Backward, b.Period, b.Line)).Where(g => g.Count() > 1))
        {
            yield return new DesignViolation("one_pipe", $"edge {twins.Key.Edge}, period {twins.Key.Period}", twins.Count());
        }
    }

    private static IEnumerable<DesignViolation> Capacities(StagedNetwork problem, StagedDesign design, double tolerance)
    {
        for (int e = 0; e < problem.Edges.Length; e++)
        {
            for (int t = 0; t < problem.PeriodCount; t++)
            {
                double flow = design.Flow[e][t];
                double room = design.Bought.Where(b => b.Edge == e && b.Period <= t && b.Backward == flow < 0).Sum(b => b.Capacity);
                if (!(Math.Abs(flow) <= room + (tolerance * Math.Max(1, room))))
                {
                    yield return new DesignViolation("pipe_capacity", $"edge {e}, period {t}", Math.Abs(flow) - room);
                }
            }
        }
    }

    private static IEnumerable<DesignViolation> Terminals(StagedNetwork problem, StagedDesign design, double tolerance)
    {
        var rates = from t in Enumerable.Range(0, problem.PeriodCount)
                    from s in problem.Sources.Index()
                    let rate = design.Supplied[s.Index][t]
                    where !(rate >= -tolerance && rate <= s.Item.Capacity + (tolerance * Math.Max(1, s.Item.Capacity)))
                    select new DesignViolation("supply", $"source {s.Index}, period {t}", rate < 0 ? -rate : rate - s.Item.Capacity);
        var back = from t in Enumerable.Range(0, problem.PeriodCount)
                   from j in Enumerable.Range(0, problem.Sinks.Length)
                   where !(design.Absorbed[j][t] >= -tolerance)
                   select new DesignViolation("storage", $"sink {j}, period {t}", -design.Absorbed[j][t]);
        var filled = from s in problem.Sinks.Index()
                     let total = problem.Lengths.Select((n, t) => n * design.Absorbed[s.Index][t]).Sum()
                     where !(total <= s.Item.Capacity + (tolerance * Math.Max(1, s.Item.Capacity)))
                     select new DesignViolation("storage", $"sink {s.Index}", total - s.Item.Capacity);
        return rates.Concat(back).Concat(filled);
    }

    private static IEnumerable<DesignViolation> Targets(StagedNetwork problem, StagedDesign design, double tolerance) =>
        from target in problem.Targets.Index()
        let supplied = design.Supplied.Sum(s => s[target.Index])
        where !(supplied >= target.Item - (tolerance * Math.Max(1, target.Item)))
        select new DesignViolation("target", $"period {target.Index}", target.Item - supplied);
}
