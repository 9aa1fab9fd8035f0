using Trunkline.NetworkDesign.FixedCharge;
using Trunkline.Optimisation;

namespace Trunkline.NetworkDesign.Staged;

/// <summary>
/// The mixed-integer model of a <see cref="StagedNetwork"/>, tightened: one flow for all pipes of a direction, capacities no larger than what can
/// flow, a column that says whether a direction is in use in a period, and rows that say that what leaves a node must have entered it.
/// </summary>
/// <remarks>
/// The use columns are what lets a solver cut: flow has a variable upper bound in each period. The pass-on rows and "what is bought is used at
/// once" hold for some cheapest design, not for all: waiting never costs, and two flows against each other may be cancelled.
/// </remarks>
internal sealed class StagedFormulation
{
    private readonly StagedNetwork problem;
    private readonly double[] amounts;
    private readonly List<int>[] leaving;
    private readonly List<int>[] entering;

    private StagedFormulation(StagedNetwork problem)
    {
        this.problem = problem;
        amounts = StagedLimits.MostFlowing(problem);
        leaving = Lists();
        entering = Lists();
        for (int way = 0; way < WayCount; way++)
        {
            leaving[From(way)].Add(way);
            entering[To(way)].Add(way);
        }

        int[][] Table(int width) => [.. problem.Lengths.Select(_ => new int[width])];
        (Supplied, Absorbed) = (Table(problem.Sources.Length), Table(problem.Sinks.Length));
        (Flow, Used) = (Table(WayCount), Table(WayCount));
        (Built, Size) = (Table(WayCount * problem.Lines.Length), Table(WayCount * problem.Lines.Length));
    }

    public LinearModel Model { get; } = new();

    /// <summary>Columns by period and source.</summary>
    public int[][] Supplied { get; }

    /// <summary>Columns by period and sink.</summary>
    public int[][] Absorbed { get; }

    /// <summary>Columns by period and way: edge e forward is way 2e, backward 2e + 1.</summary>
    public int[][] Flow { get; }

    public int[][] Used { get; }

    /// <summary>Columns by period, way and line: way times the number of lines plus the line.</summary>
    public int[][] Built { get; }

    public int[][] Size { get; }

    private int WayCount => 2 * problem.Edges.Length;

    private int LineCount => problem.Lines.Length;

    /// <summary>Writes the model; only the ways that are allowed may be bought.</summary>
    public static StagedFormulation Write(StagedNetwork problem, Func<int, int, bool>? mayBuy = null)
    {
        StagedFormulation formulation = new(problem);
        for (int t = 0; t < problem.PeriodCount; t++)
        {
            formulation.AddTerminals(t);
            formulation.AddWays(t, mayBuy);
            formulation.AddBalance(t);
            formulation.AddPassOn(t);
        }

        formulation.AddLifetimes();
        return formulation;
    }

    /// <summary>Values of all columns for a design.</summary>
    public double[] Values(StagedDesign design)
    {
        double[] values = new double[Model.Columns.Count];
        for (int t = 0; t < problem.PeriodCount; t++)
        {
            for (int i = 0; i < problem.Sources.Length; i++)
            {
                values[Supplied[t][i]] = design.Supplied[i][t];
            }

            for (int j = 0; j < problem.Sinks.Length; j++)
            {
                values[Absorbed[t][j]] = design.Absorbed[j][t];
            }

            for (int e = 0; e < problem.Edges.Length; e++)
            {
                double flow = design.Flow[e][t];
                int way = (2 * e) + (flow < 0 ? 1 : 0);
                (values[Flow[t][way]], values[Used[t][way]]) = (Math.Abs(flow), flow == 0 ? 0 : 1);
            }
        }

        foreach (StagedPurchase b in design.Bought)
        {
            int place = (((2 * b.Edge) + (b.Backward ? 1 : 0)) * LineCount) + b.Line;
            (values[Size[b.Period][place]], values[Built[b.Period][place]]) = (b.Capacity, 1);
        }

        return values;
    }

    /// <summary>Signed flows by link and period (see <see cref="StagedFlow"/>) that some values hold.</summary>
    public double[][] Flows(IReadOnlyList<double> values, StagedFlow network)
    {
        double[][] flow = network.NoFlow();
        for (int t = 0; t < problem.PeriodCount; t++)
        {
            for (int e = 0; e < problem.Edges.Length; e++)
            {
                flow[e][t] = values[Flow[t][2 * e]] - values[Flow[t][(2 * e) + 1]];
            }

            for (int i = 0; i < problem.Sources.Length; i++)
            {
                flow[network.SourceStart + i][t] = values[Supplied[t][i]];
            }

            for (int j = 0; j < problem.Sinks.Length; j++)
            {
                flow[network.SinkStart + j][t] = values[Absorbed[t][j]];
            }

            flow[^1][t] = network.Amount - Supplied[t].Sum(c => values[c]);
        }

        return flow;
    }

    /// <summary>The design that some values hold, with their own purchases in the place of a design's.</summary>
    public StagedDesign Design(IReadOnlyList<double> values, StagedDesign flows)
    {
        IEnumerable<StagedPurchase> bought =
            from t in Enumerable.Range(0, problem.PeriodCount)
            from place in Enumerable.Range(0, WayCount * LineCount)
            let size = values[Size[t][place]]
            where size > StagedFlow.Nothing
            select new StagedPurchase(place / LineCount / 2, place / LineCount % 2 == 1, t, place % LineCount, size);
        return new StagedDesign { Supplied = flows.Supplied, Absorbed = flows.Absorbed, Flow = flows.Flow, Bought = [.. bought] };
    }

    private List<int>[] Lists() => [.. Enumerable.Range(0, problem.NodeCount).Select(_ => new List<int>())];

    private int From(int way) => way % 2 == 0 ? problem.Edges[way / 2].From : problem.Edges[way / 2].To;

    private int To(int way) => way % 2 == 0 ? problem.Edges[way / 2].To : problem.Edges[way / 2].From;

    private void AddTerminals(int t)
    {
        double n = problem.Lengths[t], all = problem.Sources.Sum(s => s.Capacity);
        for (int i = 0; i < problem.Sources.Length; i++)
        {
            // What the others cannot do falls to this one; less than a millionth is rounding.
            StagedSource source = problem.Sources[i];
            double left = problem.Targets[t] - (all - source.Capacity), least = left > 1e-6 * Math.Max(1, source.Capacity) ? left : 0;
            Supplied[t][i] = Model.AddColumn($"supplied[{i},{t}]", n * source.Unit, Math.Min(least, source.Capacity), source.Capacity);
        }

        for (int j = 0; j < problem.Sinks.Length; j++)
        {
            StagedSink sink = problem.Sinks[j];
            Absorbed[t][j] = Model.AddColumn($"absorbed[{j},{t}]", n * sink.Unit, 0, Math.Min(sink.Capacity / n, amounts[t]));
        }

        Sense sense = StagedLimits.IsExact(problem) ? Sense.Equal : Sense.AtLeast;
        Model.AddRow(new Row($"target[{t}]", [.. Supplied[t].Select(c => new Term(1, c))], sense, problem.Targets[t]));
    }

    private void AddWays(int t, Func<int, int, bool>? mayBuy)
    {
        for (int way = 0; way < WayCount; way++)
        {
            Flow[t][way] = Model.AddColumn($"flow[{way},{t}]", 0, 0, amounts[t]);
            Used[t][way] = Model.AddColumn($"used[{way},{t}]", 0, 0, 1, isInteger: true);
            AtMostZero($"use[{way},{t}]", new Term(1, Flow[t][way]), new Term(-amounts[t], Used[t][way]));
            bool isAllowed = mayBuy?.Invoke(way, t) ?? true;
            for (int c = 0; c < LineCount; c++)
            {
                CostLine line = problem.Lines[c];
                double weight = problem.PurchaseWeights[t] * problem.Edges[way / 2].Scale, most = Math.Min(line.Capacity, amounts.Skip(t).Max());
                int place = (way * LineCount) + c;
                Built[t][place] = Model.AddColumn($"built[{way},{c},{t}]", weight * line.Fixed, 0, isAllowed ? 1 : 0, isInteger: true);
                Size[t][place] = Model.AddColumn($"size[{way},{c},{t}]", weight * line.Slope, 0, isAllowed ? most : 0);
                AtMostZero($"pipe[{way},{c},{t}]", new Term(1, Size[t][place]), new Term(-most, Built[t][place]));
            }

            IEnumerable<int> places = Enumerable.Range(way * LineCount, LineCount);
            IEnumerable<(int Period, int Place)> sofar = Enumerable.Range(0, t + 1).SelectMany(s => places.Select(p => (s, p)));
            AtMostZero($"room[{way},{t}]", [new Term(1, Flow[t][way]), .. sofar.Select(p => new Term(-1, Size[p.Period][p.Place]))]);
            AtMostZero($"there[{way},{t}]", [new Term(1, Used[t][way]), .. sofar.Select(p => new Term(-1, Built[p.Period][p.Place]))]);
            AddBoughtIsUsed(t, way, places);
        }

        for (int e = 0; e < problem.Edges.Length; e++)
        {
            Model.AddRow(new Row($"one-way[{e},{t}]", [new Term(1, Used[t][2 * e]), new Term(1, Used[t][(2 * e) + 1])], Sense.AtMost, 1));
        }
    }

    // Where one pipe carries all there is and waiting saves, a cheapest design buys at most one at a time and uses it at once.
    private void AddBoughtIsUsed(int t, int way, IEnumerable<int> places)
    {
        if (StagedLimits.OneIsEnough(problem))
        {
            AtMostZero($"bought-used[{way},{t}]", [.. places.Select(p => new Term(1, Built[t][p])), new Term(-1, Used[t][way])]);
        }
    }

    private void AddBalance(int t)
    {
        for (int v = 0; v < problem.NodeCount; v++)
        {
            List<Term> terms = [.. entering[v].Select(w => new Term(1, Flow[t][w])), .. leaving[v].Select(w => new Term(-1, Flow[t][w]))];
            terms.AddRange(SourcesAt(v).Select(i => new Term(1, Supplied[t][i])));
            terms.AddRange(SinksAt(v).Select(j => new Term(-1, Absorbed[t][j])));
            if (terms.Count > 0)
            {
                Model.AddRow(new Row($"balance[{v},{t}]", terms, Sense.Equal, 0));
            }
        }
    }

    private void AddPassOn(int t)
    {
        for (int v = 0; v < problem.NodeCount; v++)
        {
            bool hasSource = SourcesAt(v).Any(), hasSink = SinksAt(v).Any();
            foreach (int way in leaving[v].Where(_ => !hasSource))
            {
                IEnumerable<int> others = entering[v].Where(w => w / 2 != way / 2);
                AtMostZero($"fed[{way},{t}]", [new Term(1, Used[t][way]), .. others.Select(w => new Term(-1, Used[t][w]))]);
            }

            foreach (int way in entering[v].Where(_ => !hasSink))
            {
                IEnumerable<int> others = leaving[v].Where(w => w / 2 != way / 2);
                AtMostZero($"feeds[{way},{t}]", [new Term(1, Used[t][way]), .. others.Select(w => new Term(-1, Used[t][w]))]);
            }

            foreach (int i in SourcesAt(v).Where(_ => !hasSink))
            {
                double most = problem.Sources[i].Capacity;
                AtMostZero($"source-leaves[{i},{t}]", [new Term(1, Supplied[t][i]), .. leaving[v].Select(w => new Term(-most, Used[t][w]))]);
            }

            foreach (int j in SinksAt(v).Where(_ => !hasSource))
            {
                double most = Math.Min(problem.Sinks[j].Capacity / problem.Lengths[t], amounts[t]);
                AtMostZero($"sink-reached[{j},{t}]", [new Term(1, Absorbed[t][j]), .. entering[v].Select(w => new Term(-most, Used[t][w]))]);
            }
        }
    }

    private void AddLifetimes()
    {
        for (int j = 0; j < problem.Sinks.Length; j++)
        {
            Term[] terms = [.. problem.Lengths.Select((n, t) => new Term(n, Absorbed[t][j]))];
            Model.AddRow(new Row($"storable[{j}]", terms, Sense.AtMost, problem.Sinks[j].Capacity));
        }
    }

    private IEnumerable<int> SourcesAt(int node) => Enumerable.Range(0, problem.Sources.Length).Where(i => problem.Sources[i].Node == node);

    private IEnumerable<int> SinksAt(int node) => Enumerable.Range(0, problem.Sinks.Length).Where(j => problem.Sinks[j].Node == node);

    private void AtMostZero(string name, params Term[] terms) => Model.AddRow(new Row(name, terms, Sense.AtMost, 0));
}
