using Trunkline.NetworkDesign;
using Trunkline.Optimisation;

namespace Trunkline.Tests.Unit.NetworkDesign;

/// <summary>
/// The optimum of a tiny problem by trying every choice of options, purchases and modules, and solving the linear programme that each leaves.
/// Written from the contract, not from the model writer.
/// </summary>
internal sealed class DesignBruteForce
{
    private readonly DesignProblem problem;

    private DesignBruteForce(DesignProblem problem) => this.problem = problem;

    /// <summary>The least cost, or null where there is no solution.</summary>
    public static double? Best(DesignProblem problem)
    {
        var search = new DesignBruteForce(problem);
        double? best = null;
        foreach (var options in Product([.. problem.Supplies.Select(s => s.Options.Length + 1)]))
        {
            best = search.BestWith([.. options.Select(o => o - 1)], best);
        }

        return best;
    }

    /// <summary>How many combinations there are.</summary>
    public static double Size(DesignProblem problem) =>
        problem.Supplies.Aggregate(1.0, (n, s) => n * (s.Options.Length + 1)) * Choices(problem).Aggregate(1.0, (n, c) => n * c);

    // Combinations by rising cost of what is indivisible, until that and the cheapest conceivable rest cost more than the best.
    private double? BestWith(int[] options, double? best)
    {
        if (Linear(options, null) is not { } cheapestRest)
        {
            return best;
        }

        foreach (var (choice, paid) in Product(Choices(problem)).Select(c => (Choice: c, Paid: Paid(options, c))).OrderBy(c => c.Paid))
        {
            if (paid + cheapestRest >= best)
            {
                break;
            }

            if (Linear(options, choice) is { } rest && !(paid + rest >= best))
            {
                best = paid + rest;
            }
        }

        return best;
    }

    // First a digit for each arc and period (0: nothing, else the trend), then one for each sink and period (modules).
    private static int[] Choices(DesignProblem problem) =>
    [
        .. problem.Arcs.SelectMany(a => Enumerable.Repeat(a.Scale == 0 ? 1 : problem.Trends.Length + 1, problem.PeriodCount)),
        .. problem.Sinks.SelectMany(k => Enumerable.Range(0, problem.PeriodCount).Select(t => t < k.FirstModulePeriod ? 1 : k.MaxModules + 1)),
    ];

    private int Trend(int[]? choice, int a, int t) => choice![(a * problem.PeriodCount) + t] - 1;

    private int Modules(int[]? choice, int k, int t) => choice![((problem.Arcs.Length + k) * problem.PeriodCount) + t];

    private double Paid(int[] options, int[] choice)
    {
        var paid = options.Select((o, s) => o < 0 ? 0 : problem.Supplies[s].Options[o].OpeningCost).Sum();
        for (var t = 0; t < problem.PeriodCount; t++)
        {
            for (var a = 0; a < problem.Arcs.Length; a++)
            {
                paid += Trend(choice, a, t) is var c and >= 0 ? problem.Arcs[a].Scale * problem.Trends[c].Fixed[t] : 0;
            }

            for (var k = 0; k < problem.Sinks.Length; k++)
            {
                paid += problem.Sinks[k].ModuleCost[t] * Modules(choice, k, t);
            }
        }

        return paid;
    }

    // The cost of what is divisible. No choice at all means: every size and module for nothing (a bound).
    private double? Linear(int[] options, int[]? choice)
    {
        if (choice is not null && Enumerable.Range(0, problem.Sinks.Length)
            .Any(k => Enumerable.Range(0, problem.PeriodCount).Sum(t => Modules(choice, k, t)) > problem.Sinks[k].MaxModules))
        {
            return null;
        }

        var lp = new TinyProgramme(problem, options);
        for (var a = 0; a < problem.Arcs.Length; a++)
        {
            AddArc(lp, a, choice);
        }

        for (var k = 0; k < problem.Sinks.Length; k++)
        {
            AddSink(lp, k, choice);
        }

        return lp.Solve();
    }

    private void AddArc(TinyProgramme lp, int a, int[]? choice)
    {
        var arc = problem.Arcs[a];
        var capacity = new List<Term>();
        for (var t = 0; t < problem.PeriodCount; t++)
        {
            for (var c = 0; c < problem.Trends.Length; c++)
            {
                if (arc.Scale > 0 && (choice is null || Trend(choice, a, t) == c))
                {
                    capacity.Add(new Term(-1, lp.Column(arc.Scale * problem.Trends[c].Slope[t], problem.Trends[c].Capacity)));
                }
            }

            var there = lp.Flow(arc.From, arc.To, t, arc.Scale * problem.FlowCost[t]);
            var back = lp.Flow(arc.To, arc.From, t, arc.Scale * problem.FlowCost[t], arc.OneWay ? 0 : double.PositiveInfinity);
            if (arc.Scale > 0)
            {
                lp.AtMost([new(1, there), new(1, back), .. capacity], arc.ExistingCapacity);
            }
        }
    }

    // Free and module absorption are two columns: the lifetime is of the modules alone.
    private void AddSink(TinyProgramme lp, int k, int[]? choice)
    {
        var sink = problem.Sinks[k];
        var stored = new List<Term>();
        double open = 0;
        for (var t = 0; t < problem.PeriodCount; t++)
        {
            open += choice is null ? (t < sink.FirstModulePeriod ? 0 : sink.MaxModules) : Modules(choice, k, t);
            lp.Absorb(k, t, sink.FreeRate[t]);
            stored.Add(new Term(problem.PeriodLengths[t], lp.Absorb(k, t, open * sink.ModuleRate)));
        }

        if (double.IsFinite(sink.ModuleLifetime))
        {
            lp.AtMost([.. stored], open * sink.ModuleLifetime);
        }
    }

    private static IEnumerable<int[]> Product(int[] digits)
    {
        IEnumerable<int[]> all = [[]];
        return digits.Aggregate(all, (before, n) => before.SelectMany(p => Enumerable.Range(0, n).Select(d => (int[])[.. p, d])));
    }
}

/// <summary>The linear programme that is left when everything indivisible is chosen.</summary>
internal sealed class TinyProgramme
{
    private readonly DesignProblem problem;
    private readonly int[] options;
    private readonly LinearModel model = new();
    private readonly List<Term>[,] balance;
    private readonly List<Term>[,] absorbed;
    private readonly List<Term>[,] supplied;

    public TinyProgramme(DesignProblem problem, int[] options)
    {
        this.problem = problem;
        this.options = options;
        balance = Lists(problem.NodeCount);
        absorbed = Lists(problem.Sinks.Length);
        supplied = Lists(problem.Supplies.Length);
        for (var s = 0; s < options.Length; s++)
        {
            AddSupply(s);
        }
    }

    public int Column(double cost, double most) => model.AddColumn($"x{model.Columns.Count}", cost, 0, most);

    public void AtMost(Term[] terms, double limit) => model.AddRow(new Row($"r{model.Rows.Count}", terms, Sense.AtMost, limit));

    public int Flow(int from, int to, int t, double cost, double most = double.PositiveInfinity)
    {
        var flow = Column(cost, most);
        balance[from, t].Add(new Term(-1, flow));
        balance[to, t].Add(new Term(1, flow));
        return flow;
    }

    public int Absorb(int k, int t, double most)
    {
        var column = Column(problem.Sinks[k].UnitCost[t], most);
        balance[problem.Sinks[k].Node, t].Add(new Term(-1, column));
        absorbed[k, t].Add(new Term(1, column));
        return column;
    }

    public double? Solve()
    {
        for (var t = 0; t < problem.PeriodCount; t++)
        {
            for (var n = 0; n < problem.NodeCount; n++)
            {
                model.AddRow(new Row($"b{n}_{t}", balance[n, t], Sense.Equal, 0));
            }

            Term[] all = [.. Enumerable.Range(0, options.Length).SelectMany(s => supplied[s, t])];
            if (double.IsFinite(problem.Target[t]))
            {
                model.AddRow(new Row($"t{t}", all, Sense.AtLeast, problem.Target[t]));
            }
        }

        foreach (var row in problem.SideRows)
        {
            var opened = row.Terms.Where(x => x.Kind == SideTermKind.Opened).Sum(x => x.Coefficient * Opened(x));
            AtMost([.. row.Terms.SelectMany(Terms)], row.Limit - opened);
        }

        var result = new HighsSolver().Solve(model, new SolveOptions(), null, CancellationToken.None);
        return result.Status == SolveStatus.Optimal ? result.Objective : null;
    }

    private void AddSupply(int s)
    {
        if (options[s] < 0)
        {
            return;
        }

        var option = problem.Supplies[s].Options[options[s]];
        for (var t = option.FirstPeriod; t <= option.LastPeriod; t++)
        {
            var rate = model.AddColumn($"s{s}_{t}", option.UnitCost[t] - problem.Price[t], option.Minimum[t], option.Maximum[t]);
            supplied[s, t].Add(new Term(1, rate));
            balance[problem.Supplies[s].Node, t].Add(new Term(1, rate));
        }
    }

    private double Opened(SideTerm term) =>
        options[term.Index] is var o and >= 0 && problem.Supplies[term.Index].Options[o].FirstPeriod == term.Period ? 1 : 0;

    private IEnumerable<Term> Terms(SideTerm term) => term.Kind switch
    {
        SideTermKind.Supplied => supplied[term.Index, term.Period].Select(x => x with { Coefficient = term.Coefficient }),
        SideTermKind.Absorbed => absorbed[term.Index, term.Period].Select(x => x with { Coefficient = term.Coefficient }),
        _ => [],
    };

    private List<Term>[,] Lists(int count)
    {
        var lists = new List<Term>[count, problem.PeriodCount];
        for (var i = 0; i < count; i++)
        {
            for (var t = 0; t < problem.PeriodCount; t++)
            {
                lists[i, t] = [];
            }
        }

        return lists;
    }
}
