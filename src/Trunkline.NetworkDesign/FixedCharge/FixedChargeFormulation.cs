using Trunkline.Optimisation;

namespace Trunkline.NetworkDesign.FixedCharge;

/// <summary>
/// The mixed-integer model of a <see cref="FixedChargeNetwork"/>, tightened: capacities no larger than what can flow, and sources and sinks that no
/// solution can do without. All columns are bounded.
/// </summary>
internal sealed class FixedChargeFormulation
{
    private readonly FixedChargeNetwork problem;
    private readonly double amount;
    private readonly List<int>[] edgesAt;

    private FixedChargeFormulation(FixedChargeNetwork problem)
    {
        this.problem = problem;
        amount = problem.Target ?? Math.Min(problem.Sources.Sum(s => s.Capacity), problem.Sinks.Sum(s => s.Capacity));
        int ways = problem.Edges.Length * 2 * problem.Lines.Length;
        (Built, Flow) = (new int[ways], new int[ways]);
        edgesAt = [.. Enumerable.Range(0, problem.NodeCount).Select(_ => new List<int>())];
        for (int e = 0; e < problem.Edges.Length; e++)
        {
            edgesAt[problem.Edges[e].From].Add(e);
            edgesAt[problem.Edges[e].To].Add(e);
        }
    }

    public LinearModel Model { get; } = new();

    /// <summary>Columns by source.</summary>
    public int[] Runs { get; private set; } = [];

    public int[] Supplied { get; private set; } = [];

    /// <summary>Columns by sink.</summary>
    public int[] Opened { get; private set; } = [];

    public int[] Wells { get; private set; } = [];

    public int[] Absorbed { get; private set; } = [];

    /// <summary>Columns by edge, direction and line; see <see cref="Way"/>. The two directions of a pipe may share a column.</summary>
    public int[] Built { get; }

    public int[] Flow { get; }

    /// <summary>
    /// Writes the model, with a pipe for each direction of an edge or with one for both. Both have the same solutions; which is proved sooner depends on the
    /// case (decision 0005).
    /// </summary>
    public static FixedChargeFormulation Write(FixedChargeNetwork problem, bool perDirection)
    {
        FixedChargeFormulation formulation = new(problem);
        formulation.AddSources();
        formulation.AddSinks();
        formulation.AddEdges(perDirection);
        formulation.AddBalance();
        return formulation;
    }

    /// <summary>Place in the edge tables; direction 0 runs from <c>From</c> to <c>To</c>.</summary>
    public int Way(int edge, int direction, int line) => (((edge * 2) + direction) * problem.Lines.Length) + line;

    /// <summary>Values of all columns for a design.</summary>
    public double[] Values(FixedChargeDesign design)
    {
        double[] values = new double[Model.Columns.Count];
        for (int i = 0; i < Runs.Length; i++)
        {
            values[Supplied[i]] = design.Supplied[i];
            values[Runs[i]] = Math.Max(Model.Columns[Runs[i]].Lower, design.Supplied[i] > 0 ? 1 : 0);
        }

        for (int j = 0; j < Opened.Length; j++)
        {
            values[Absorbed[j]] = design.Absorbed[j];
            values[Wells[j]] = design.Wells[j];
            values[Opened[j]] = design.Wells[j] > 0 ? 1 : 0;
        }

        for (int e = 0; e < problem.Edges.Length; e++)
        {
            if (design.Line[e] >= 0 && design.Flow[e] != 0)
            {
                int way = Way(e, design.Flow[e] > 0 ? 0 : 1, design.Line[e]);
                values[Flow[way]] = Math.Abs(design.Flow[e]);
                values[Built[way]] = 1;
            }
        }

        return values;
    }

    /// <summary>The flows by link (see <see cref="FlowNetwork"/>) that some values hold.</summary>
    public double[] Flows(IReadOnlyList<double> values, FlowNetwork network)
    {
        double[] flow = new double[network.LinkCount];
        for (int e = 0; e < problem.Edges.Length; e++)
        {
            for (int c = 0; c < problem.Lines.Length; c++)
            {
                flow[e] += values[Flow[Way(e, 0, c)]] - values[Flow[Way(e, 1, c)]];
            }
        }

        for (int i = 0; i < Supplied.Length; i++)
        {
            flow[network.SourceStart + i] = values[Supplied[i]];
        }

        for (int j = 0; j < Absorbed.Length; j++)
        {
            flow[network.SinkStart + j] = values[Absorbed[j]];
        }

        if (problem.Target is null)
        {
            flow[^1] = network.Amount - Supplied.Sum(c => values[c]);
        }

        return flow;
    }

    private void AddSources()
    {
        double others = problem.Target is not null ? problem.Sources.Sum(s => s.Capacity) - amount : double.PositiveInfinity;
        Runs = new int[problem.Sources.Length];
        Supplied = new int[problem.Sources.Length];
        for (int i = 0; i < Runs.Length; i++)
        {
            FixedChargeSource source = problem.Sources[i];
            double most = Math.Min(source.Capacity, amount), least = LeastOf(source.Capacity, others);
            Runs[i] = Model.AddColumn($"runs[{i}]", source.Fixed, least > 0 ? 1 : 0, 1, isInteger: true);
            Supplied[i] = Model.AddColumn($"supplied[{i}]", source.Unit, least, most);
            AtMostZero($"supply[{i}]", new Term(1, Supplied[i]), new Term(-most, Runs[i]));
        }

        if (problem.Target is { } target)
        {
            Model.AddRow(new Row("target", [.. Supplied.Select(c => new Term(1, c))], Sense.Equal, target));
        }
    }

    private void AddSinks()
    {
        double others = problem.Target is not null ? problem.Sinks.Sum(s => s.Capacity) - amount : double.PositiveInfinity;
        Opened = new int[problem.Sinks.Length];
        Wells = new int[problem.Sinks.Length];
        Absorbed = new int[problem.Sinks.Length];
        for (int j = 0; j < Opened.Length; j++)
        {
            FixedChargeSink sink = problem.Sinks[j];
            double most = Math.Min(sink.Capacity, amount), least = LeastOf(sink.Capacity, others), rate = Math.Min(sink.WellRate, Math.Max(most, 1e-6));
            Opened[j] = Model.AddColumn($"opened[{j}]", sink.SiteCost, least > 0 ? 1 : 0, 1, isInteger: true);
            Wells[j] = Model.AddColumn($"wells[{j}]", sink.WellCost, 0, Math.Ceiling((most / rate) - 1e-9), isInteger: true);
            Absorbed[j] = Model.AddColumn($"absorbed[{j}]", sink.Unit, least, most);
            AtMostZero($"wells[{j}]", new Term(1, Absorbed[j]), new Term(-rate, Wells[j]));
            AtMostZero($"storage[{j}]", new Term(1, Absorbed[j]), new Term(-most, Opened[j]));
            AtMostZero($"site-with-wells[{j}]", new Term(1, Opened[j]), new Term(-1, Wells[j]));
        }
    }

    // What the others cannot do falls to this one; less than a millionth is rounding.
    private static double LeastOf(double capacity, double others) => capacity - others > 1e-6 * Math.Max(1, capacity) ? capacity - others : 0;

    private void AddEdges(bool perDirection)
    {
        for (int e = 0; e < problem.Edges.Length; e++)
        {
            for (int c = 0; c < problem.Lines.Length; c++)
            {
                if (perDirection)
                {
                    AddPipe(e, c, 0);
                    AddPipe(e, c, 1);
                }
                else
                {
                    AddPipe(e, c, 0, 1);
                }
            }
        }
    }

    private void AddPipe(int edge, int line, params ReadOnlySpan<int> directions)
    {
        double scale = problem.Edges[edge].Scale, most = Math.Min(problem.Lines[line].Capacity, amount);
        string name = $"{edge},{directions[0]},{line}";
        int built = Model.AddColumn($"built[{name}]", scale * problem.Lines[line].Fixed, 0, 1, isInteger: true);
        List<Term> terms = [new Term(-most, built)];
        foreach (int direction in directions)
        {
            int way = Way(edge, direction, line);
            Built[way] = built;
            Flow[way] = Model.AddColumn($"flow[{edge},{direction},{line}]", scale * problem.Lines[line].Slope, 0, most);
            terms.Add(new Term(1, Flow[way]));
        }

        AtMostZero($"pipe[{name}]", [.. terms]);
    }

    private void AddBalance()
    {
        for (int v = 0; v < problem.NodeCount; v++)
        {
            List<Term> terms = [.. Ways(v, enters: true).Select(w => new Term(1, Flow[w])), .. Ways(v, enters: false).Select(w => new Term(-1, Flow[w]))];
            terms.AddRange(SourcesAt(v).Select(i => new Term(1, Supplied[i])));
            terms.AddRange(SinksAt(v).Select(j => new Term(-1, Absorbed[j])));
            if (terms.Count > 0)
            {
                Model.AddRow(new Row($"balance[{v}]", terms, Sense.Equal, 0));
            }
        }
    }

    private IEnumerable<int> Ways(int node, bool enters) =>
        from e in edgesAt[node]
        let direction = (problem.Edges[e].To == node) == enters ? 0 : 1
        from c in Enumerable.Range(0, problem.Lines.Length)
        select Way(e, direction, c);

    private IEnumerable<int> SourcesAt(int node) => Enumerable.Range(0, problem.Sources.Length).Where(i => problem.Sources[i].Node == node);

    private IEnumerable<int> SinksAt(int node) => Enumerable.Range(0, problem.Sinks.Length).Where(j => problem.Sinks[j].Node == node);

    private void AtMostZero(string name, params Term[] terms) => Model.AddRow(new Row(name, terms, Sense.AtMost, 0));
}
