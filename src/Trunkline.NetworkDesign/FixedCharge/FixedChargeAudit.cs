namespace Trunkline.NetworkDesign.FixedCharge;

/// <summary>
/// Checks a design against its problem from the two alone: no solver, and nothing shared with the code that searches. Amounts up to the
/// tolerance times the size of what is compared pass.
/// </summary>
public static class FixedChargeAudit
{
    /// <summary>Every rule broken, and the cost worked out from the decisions.</summary>
    public static DesignAuditReport Check(FixedChargeNetwork problem, FixedChargeDesign design, double tolerance = 1e-6)
    {
        List<DesignViolation> violations =
        [
            .. Balance(problem, design, tolerance), .. Pipes(problem, design, tolerance), .. Terminals(problem, design, tolerance),
            .. Wells(problem, design, tolerance), .. Target(problem, design, tolerance),
        ];
        bool hasLines = design.Line.All(l => l >= -1 && l < problem.Lines.Length);
        return new DesignAuditReport(violations, hasLines ? Capture(problem, design) + Transport(problem, design) + Storage(problem, design) : double.NaN);
    }

    /// <summary>Cost of the sources that run.</summary>
    public static double Capture(FixedChargeNetwork problem, FixedChargeDesign design) =>
        problem.Sources.Zip(design.Supplied, (s, x) => x > 0 ? s.Fixed + (s.Unit * x) : 0).Sum();

    /// <summary>Cost of the edges that are built.</summary>
    public static double Transport(FixedChargeNetwork problem, FixedChargeDesign design)
    {
        double sum = 0;
        for (int e = 0; e < problem.Edges.Length; e++)
        {
            if (design.Line[e] >= 0)
            {
                CostLine line = problem.Lines[design.Line[e]];
                sum += problem.Edges[e].Scale * (line.Fixed + (line.Slope * Math.Abs(design.Flow[e])));
            }
        }

        return sum;
    }

    /// <summary>Cost of the sites and wells that are opened and of what they absorb.</summary>
    public static double Storage(FixedChargeNetwork problem, FixedChargeDesign design) =>
        Enumerable.Range(0, problem.Sinks.Length).Sum(j =>
        {
            FixedChargeSink sink = problem.Sinks[j];
            double site = design.Absorbed[j] > 0 || design.Wells[j] > 0 ? sink.SiteCost : 0;
            return site + (sink.WellCost * design.Wells[j]) + (sink.Unit * design.Absorbed[j]);
        });

    private static IEnumerable<DesignViolation> Balance(FixedChargeNetwork problem, FixedChargeDesign design, double tolerance)
    {
        double[] net = new double[problem.NodeCount], size = new double[problem.NodeCount];
        IEnumerable<(int Node, double Amount)> moves =
            problem.Sources.Select((s, i) => (s.Node, design.Supplied[i]))
                .Concat(problem.Sinks.Select((s, j) => (s.Node, -design.Absorbed[j])))
                .Concat(problem.Edges.Select((e, k) => (e.From, -design.Flow[k])))
                .Concat(problem.Edges.Select((e, k) => (e.To, design.Flow[k])));
        foreach ((int node, double amount) in moves)
        {
            net[node] += amount;
            size[node] += Math.Abs(amount);
        }

        return from n in Enumerable.Range(0, problem.NodeCount)
               where !(Math.Abs(net[n]) <= tolerance * Math.Max(1, size[n]))
               select new DesignViolation("balance", $"node {n}", net[n]);
    }

    private static IEnumerable<DesignViolation> Pipes(FixedChargeNetwork problem, FixedChargeDesign design, double tolerance)
    {
        for (int e = 0; e < problem.Edges.Length; e++)
        {
            int line = design.Line[e];
            if (line < -1 || line >= problem.Lines.Length)
            {
                yield return new DesignViolation("line", $"edge {e}", line);
                continue;
            }

            double capacity = line < 0 ? 0 : problem.Lines[line].Capacity;
            if (!(Math.Abs(design.Flow[e]) <= capacity + (tolerance * Math.Max(1, capacity))))
            {
                yield return new DesignViolation("pipe_capacity", $"edge {e}", Math.Abs(design.Flow[e]) - capacity);
            }
        }
    }

    private static IEnumerable<DesignViolation> Terminals(FixedChargeNetwork problem, FixedChargeDesign design, double tolerance) =>
        problem.Sources.Select((s, i) => (Rule: "supply", Where: $"source {i}", Rate: design.Supplied[i], Most: s.Capacity))
            .Concat(problem.Sinks.Select((s, j) => (Rule: "storage", Where: $"sink {j}", Rate: design.Absorbed[j], Most: s.Capacity)))
            .Where(t => !(t.Rate >= -tolerance && t.Rate <= t.Most + (tolerance * Math.Max(1, t.Most))))
            .Select(t => new DesignViolation(t.Rule, t.Where, t.Rate < 0 ? -t.Rate : t.Rate - t.Most));

    private static IEnumerable<DesignViolation> Wells(FixedChargeNetwork problem, FixedChargeDesign design, double tolerance) =>
        from j in Enumerable.Range(0, problem.Sinks.Length)
        let room = design.Wells[j] == 0 ? 0 : design.Wells[j] * problem.Sinks[j].WellRate
        where design.Wells[j] < 0 || !(design.Absorbed[j] <= room + (tolerance * Math.Max(1, design.Absorbed[j])))
        select new DesignViolation("wells", $"sink {j}", design.Absorbed[j] - room);

    private static IEnumerable<DesignViolation> Target(FixedChargeNetwork problem, FixedChargeDesign design, double tolerance)
    {
        if (problem.Target is { } target && !(Math.Abs(design.Supplied.Sum() - target) <= tolerance * Math.Max(1, target)))
        {
            yield return new DesignViolation("target", "all sources", target - design.Supplied.Sum());
        }
    }
}
