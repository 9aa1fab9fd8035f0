using Trunkline.Optimisation;

namespace Trunkline.NetworkDesign;

/// <summary>Which limits of an infeasible problem may give, at a cost of one a unit, all other costs being dropped.</summary>
internal sealed record DesignRelief(bool Target, bool Sides);

/// <summary>
/// Writes a <see cref="DesignProblem"/> as a mixed-integer model, one method a rule; rows bear the rule's name (docs/formulation.md). What no
/// optimal solution uses is not written: arcs that nothing can cross, sizes that another size beats, capacity rows of arcs that hold all there is.
/// </summary>
internal sealed class DesignFormulation
{
    private readonly DesignProblem problem;
    private readonly DesignRestriction restriction;
    private readonly DesignRelief? relief;
    private readonly FlowReach reach;
    private readonly List<Term>[][] balance;

    private DesignFormulation(DesignProblem problem, DesignRestriction restriction, DesignRelief? relief)
    {
        this.problem = problem;
        this.restriction = restriction;
        this.relief = relief;
        Columns = new DesignColumns(problem);
        reach = new FlowReach(problem, UsableArcs(), MostSupply(), MostAbsorbed());
        balance = [.. Enumerable.Range(0, problem.NodeCount)
            .Select(_ => (List<Term>[])[.. Periods.Select(_ => new List<Term>())])];
    }

    public LinearModel Model { get; } = new();

    public DesignColumns Columns { get; }

    /// <summary>Shortfall columns by period (where targets give).</summary>
    public Dictionary<int, int> ShortOfTarget { get; } = [];

    /// <summary>Excess columns by side row (where side rows give).</summary>
    public Dictionary<int, int> OverSide { get; } = [];

    private IEnumerable<int> Periods => Enumerable.Range(0, problem.PeriodCount);

    /// <summary>Writes the model.</summary>
    public static DesignFormulation Write(DesignProblem problem, DesignRestriction restriction, DesignRelief? relief = null)
    {
        var formulation = new DesignFormulation(problem, restriction, relief);
        formulation.WriteSupplies();
        formulation.WriteSinks();
        formulation.WriteArcs();
        formulation.WriteBalance();
        formulation.WriteTargets();
        formulation.WriteSideRows();
        return formulation;
    }

    private void WriteSupplies()
    {
        for (var s = 0; s < problem.Supplies.Length; s++)
        {
            var options = problem.Supplies[s].Options;
            var taken = new List<Term>();
            for (var o = 0; o < options.Length; o++)
            {
                if (restriction.MayTake(s, o))
                {
                    WriteOption(s, o, options[o]);
                    taken.Add(new Term(1, Columns.Take[s][o]));
                }
            }

            // A lone option is held to one by its own bound.
            if (taken.Count > 1)
            {
                AddRow($"one_option_s{s}", taken, Sense.AtMost, 1);
            }
        }
    }

    private void WriteOption(int s, int o, SupplyOption option)
    {
        var take = AddColumn($"take_s{s}_o{o}", option.OpeningCost, 1, isInteger: true);
        Columns.Take[s][o] = take;
        for (var t = option.FirstPeriod; t <= option.LastPeriod; t++)
        {
            var unitCost = option.UnitCost[t] - problem.Price[t];
            if (option.Minimum[t] == option.Maximum[t])
            {
                // No choice of rate: the option's own column carries it.
                AddCost(take, unitCost * option.Maximum[t]);
            }
            else
            {
                WriteRate(s, o, t, unitCost, option);
            }

            AddTo(balance[problem.Supplies[s].Node][t], Rate(s, o, t), 1);
        }
    }

    private void WriteRate(int s, int o, int t, double unitCost, SupplyOption option)
    {
        var (take, rate) = (Columns.Take[s][o], AddColumn($"rate_s{s}_o{o}_t{t}", unitCost, option.Maximum[t]));
        Columns.Rate[s][o][t] = rate;
        AddRow($"supply_most_s{s}_o{o}_t{t}", [new(1, rate), new(-option.Maximum[t], take)], Sense.AtMost, 0);
        if (option.Minimum[t] > 0)
        {
            AddRow($"supply_least_s{s}_o{o}_t{t}", [new(1, rate), new(-option.Minimum[t], take)], Sense.AtLeast, 0);
        }
    }

    private void WriteSinks()
    {
        var most = MostSupply();
        double[] supplied = [.. Periods.Select(t => most.Sum(n => n[t]))];
        for (var k = 0; k < problem.Sinks.Length; k++)
        {
            WriteModules(k);
            foreach (var t in Periods)
            {
                WriteAbsorption(k, t, supplied[t]);
            }

            WriteLifetime(k);
        }
    }

    private void WriteModules(int k)
    {
        var sink = problem.Sinks[k];
        if (sink.MaxModules == 0 || sink.ModuleRate == 0)
        {
            return;
        }

        for (var t = sink.FirstModulePeriod; t < problem.PeriodCount; t++)
        {
            Columns.Open[k][t] = AddColumn($"open_k{k}_t{t}", sink.ModuleCost[t], sink.MaxModules, isInteger: true);
        }

        var opened = Opened(k, problem.PeriodCount - 1, 1);
        if (opened.Count > 1)
        {
            AddRow($"module_count_k{k}", opened, Sense.AtMost, sink.MaxModules);
        }
    }

    private void WriteAbsorption(int k, int t, double supplied)
    {
        var sink = problem.Sinks[k];
        var opened = Opened(k, t, -sink.ModuleRate);
        var most = Math.Min(supplied, sink.FreeRate[t] + (opened.Count == 0 ? 0 : sink.ModuleRate * sink.MaxModules));
        if (most == 0)
        {
            return;
        }

        var absorb = AddColumn($"absorb_k{k}_t{t}", sink.UnitCost[t], most);
        Columns.Absorb[k][t] = absorb;
        balance[sink.Node][t].Add(new Term(-1, absorb));
        if (opened.Count > 0 && double.IsFinite(sink.FreeRate[t]))
        {
            AddRow($"sink_rate_k{k}_t{t}", [new(1, absorb), .. opened], Sense.AtMost, sink.FreeRate[t]);
        }
    }

    // What modules take in over all periods, they hold together; the free rate has no such limit.
    private void WriteLifetime(int k)
    {
        var sink = problem.Sinks[k];
        var opened = Opened(k, problem.PeriodCount - 1, -sink.ModuleLifetime);
        if (opened.Count == 0 || double.IsInfinity(sink.ModuleLifetime))
        {
            return;
        }

        var terms = Periods.Where(t => Columns.Absorb[k][t] >= 0).Select(t => new Term(problem.PeriodLengths[t], Stored(k, t)));
        AddRow($"sink_lifetime_k{k}", [.. terms, .. opened], Sense.AtMost, 0);
    }

    private int Stored(int k, int t)
    {
        var (absorb, free) = (Columns.Absorb[k][t], problem.Sinks[k].FreeRate[t]);
        if (free == 0)
        {
            return absorb;
        }

        // HiGHS 1.12 has proved wrong optima where a column had no upper bound; modules never hold more than all of them inject.
        var stored = AddColumn($"stored_k{k}_t{t}", 0, problem.Sinks[k].MaxModules * problem.Sinks[k].ModuleRate);
        Columns.Stored[k][t] = stored;
        AddRow($"sink_free_k{k}_t{t}", [new(1, absorb), new(-1, stored)], Sense.AtMost, free);
        return stored;
    }

    private void WriteArcs()
    {
        for (var a = 0; a < problem.Arcs.Length; a++)
        {
            foreach (var t in Periods)
            {
                WriteFlow(a, t);
            }

            if (Periods.Any(t => Needs(a, t)))
            {
                WritePurchases(a);
                WriteCapacity(a);
            }
        }
    }

    private void WriteFlow(int a, int t)
    {
        var arc = problem.Arcs[a];
        var cost = arc.Scale * problem.FlowCost[t];
        if (reach.Forward[a][t] > 0)
        {
            Columns.Forward[a][t] = AddFlow($"forward_a{a}_t{t}", cost, reach.Forward[a][t], arc.From, arc.To, t);
        }

        if (reach.Backward[a][t] > 0)
        {
            Columns.Backward[a][t] = AddFlow($"backward_a{a}_t{t}", cost, reach.Backward[a][t], arc.To, arc.From, t);
        }
    }

    private int AddFlow(string name, double cost, double most, int from, int to, int t)
    {
        var flow = AddColumn(name, cost, most);
        balance[from][t].Add(new Term(-1, flow));
        balance[to][t].Add(new Term(1, flow));
        return flow;
    }

    private void WritePurchases(int a)
    {
        foreach (var t in Periods.Where(t => restriction.MayBuy(a, t)))
        {
            // Bought for what may flow from now on, never for more.
            var most = Enumerable.Range(t, problem.PeriodCount - t).Max(later => Needs(a, later) ? MostFlow(a, later) : 0);
            var trends = SizeChoice.Useful(problem.Trends, t, most);
            foreach (var c in trends)
            {
                WritePurchase(a, t, c, Math.Min(most, problem.Trends[c].Capacity));
            }

            if (trends.Count > 1)
            {
                AddRow($"one_purchase_a{a}_t{t}", [.. trends.Select(c => new Term(1, Columns.Buy[a][t][c]))], Sense.AtMost, 1);
            }
        }
    }

    private void WritePurchase(int a, int t, int c, double most)
    {
        var (scale, trend) = (problem.Arcs[a].Scale, problem.Trends[c]);
        var buy = AddColumn($"buy_a{a}_t{t}_c{c}", scale * trend.Fixed[t], 1, isInteger: true);
        var size = AddColumn($"size_a{a}_t{t}_c{c}", scale * trend.Slope[t], most);
        (Columns.Buy[a][t][c], Columns.Size[a][t][c]) = (buy, size);
        AddRow($"size_limit_a{a}_t{t}_c{c}", [new(1, size), new(-most, buy)], Sense.AtMost, 0);
    }

    private void WriteCapacity(int a)
    {
        foreach (var t in Periods.Where(t => Needs(a, t)))
        {
            var flows = new[] { Columns.Forward[a][t], Columns.Backward[a][t] }.Where(j => j >= 0).Select(j => new Term(1, j));
            var sizes = Columns.Size[a].Take(t + 1).SelectMany(c => c).Where(j => j >= 0).Select(j => new Term(-1, j));
            AddRow($"arc_capacity_a{a}_t{t}", [.. flows, .. sizes], Sense.AtMost, problem.Arcs[a].ExistingCapacity);
        }
    }

    private void WriteBalance()
    {
        for (var n = 0; n < problem.NodeCount; n++)
        {
            foreach (var t in Periods.Where(t => balance[n][t].Count > 0))
            {
                AddRow($"balance_n{n}_t{t}", balance[n][t], Sense.Equal, 0);
            }
        }
    }

    private void WriteTargets()
    {
        foreach (var t in Periods.Where(t => !double.IsNegativeInfinity(problem.Target[t])))
        {
            var terms = Enumerable.Range(0, problem.Supplies.Length).SelectMany(s => Supplied(s, t, 1)).ToList();
            if (relief is { Target: true })
            {
                ShortOfTarget[t] = Model.AddColumn($"short_t{t}", 1, 0, double.PositiveInfinity);
                terms.Add(new Term(1, ShortOfTarget[t]));
            }

            AddRow($"target_t{t}", terms, Sense.AtLeast, problem.Target[t]);
        }
    }

    private void WriteSideRows()
    {
        for (var i = 0; i < problem.SideRows.Length; i++)
        {
            var row = problem.SideRows[i];
            var terms = row.Terms.SelectMany(TermsOf).ToList();
            if (relief is { Sides: true })
            {
                OverSide[i] = Model.AddColumn($"over_side_{i}", 1, 0, double.PositiveInfinity);
                terms.Add(new Term(-1, OverSide[i]));
            }

            AddRow($"side_{i}", terms, Sense.AtMost, row.Limit);
        }
    }

    private IEnumerable<Term> TermsOf(SideTerm term) => term.Kind switch
    {
        SideTermKind.Supplied => Supplied(term.Index, term.Period, term.Coefficient),
        SideTermKind.Absorbed => Columns.Absorb[term.Index][term.Period] is var j and >= 0 ? [new Term(term.Coefficient, j)] : [],
        _ => problem.Supplies[term.Index].Options.Select((option, o) => (option.FirstPeriod, Column: Columns.Take[term.Index][o]))
            .Where(x => x.FirstPeriod == term.Period && x.Column >= 0).Select(x => new Term(term.Coefficient, x.Column)),
    };

    private IEnumerable<Term> Supplied(int s, int t, double coefficient)
    {
        for (var o = 0; o < problem.Supplies[s].Options.Length; o++)
        {
            var option = problem.Supplies[s].Options[o];
            if (Columns.Take[s][o] >= 0 && option.FirstPeriod <= t && t <= option.LastPeriod && Rate(s, o, t) is { Coefficient: not 0 } rate)
            {
                yield return rate with { Coefficient = coefficient * rate.Coefficient };
            }
        }
    }

    // The rate of an option as one term: its own column, or a fixed amount of the option's.
    private Term Rate(int s, int o, int t) => Columns.Rate[s][o][t] is var j and >= 0
        ? new Term(1, j)
        : new Term(problem.Supplies[s].Options[o].Maximum[t], Columns.Take[s][o]);

    private List<Term> Opened(int k, int last, double coefficient) =>
        [.. Columns.Open[k].Take(last + 1).Where(j => j >= 0).Select(j => new Term(coefficient, j))];

    private double MostFlow(int a, int t) => Math.Max(reach.Forward[a][t], reach.Backward[a][t]);

    // Free arcs, and arcs that already hold whatever can flow, need no capacity.
    private bool Needs(int a, int t) => problem.Arcs[a].Scale > 0 && MostFlow(a, t) > problem.Arcs[a].ExistingCapacity;

    private bool[] UsableArcs() =>
        [.. problem.Arcs.Select((arc, a) => arc.Scale == 0 || arc.ExistingCapacity > 0 || Periods.Any(t => restriction.MayBuy(a, t)))];

    private double[][] MostSupply()
    {
        var most = NodeTable();
        for (var s = 0; s < problem.Supplies.Length; s++)
        {
            foreach (var t in Periods)
            {
                most[problem.Supplies[s].Node][t] += problem.Supplies[s].Options
                    .Where((option, o) => restriction.MayTake(s, o) && option.FirstPeriod <= t && t <= option.LastPeriod)
                    .Select(option => option.Maximum[t]).DefaultIfEmpty(0).Max();
            }
        }

        return most;
    }

    private double[][] MostAbsorbed()
    {
        var most = NodeTable();
        foreach (var sink in problem.Sinks)
        {
            foreach (var t in Periods)
            {
                most[sink.Node][t] += sink.FreeRate[t] + (t < sink.FirstModulePeriod ? 0 : sink.ModuleRate * sink.MaxModules);
            }
        }

        return most;
    }

    private double[][] NodeTable() => [.. Enumerable.Range(0, problem.NodeCount).Select(_ => new double[problem.PeriodCount])];

    private int AddColumn(string name, double cost, double most, bool isInteger = false) =>
        Model.AddColumn(name, relief is null ? cost : 0, 0, most, isInteger);

    private void AddCost(int column, double cost)
    {
        if (relief is null)
        {
            Model.AddCost(column, cost);
        }
    }

    private void AddRow(string name, List<Term> terms, Sense sense, double right) => Model.AddRow(new Row(name, terms, sense, right));

    private static void AddTo(List<Term> terms, Term term, double sign)
    {
        if (term.Coefficient != 0)
        {
            terms.Add(term with { Coefficient = sign * term.Coefficient });
        }
    }
}
