using Trunkline.Optimisation;

namespace Trunkline.NetworkDesign.Staged;

/// <summary>Whether any design meets the targets: one linear program, with every pipe bought from the start, tells what is missing.</summary>
internal sealed class StagedDiagnosis
{
    private readonly StagedNetwork problem;
    private readonly LinearModel model = new();
    private readonly List<Term>[][] balance;
    private readonly List<Term>[] filled;
    private readonly int[] missing;

    private StagedDiagnosis(StagedNetwork problem)
    {
        this.problem = problem;
        balance = [.. problem.Lengths.Select(_ => Enumerable.Range(0, problem.NodeCount).Select(_ => new List<Term>()).ToArray())];
        filled = [.. problem.Sinks.Select(_ => new List<Term>())];
        missing = [.. problem.Targets.Select((_, t) => AddPeriod(t))];
        foreach ((int j, List<Term> terms) in filled.Index())
        {
            model.AddRow(new Row($"storable[{j}]", terms, Sense.AtMost, problem.Sinks[j].Capacity));
        }
    }

    /// <summary>What is missing by period; empty where there is a design.</summary>
    public static IReadOnlyList<Shortfall> Of(StagedNetwork problem, CancellationToken cancellation)
    {
        StagedDiagnosis diagnosis = new(problem);
        SolveResult end = new HighsSolver().Solve(diagnosis.model, new SolveOptions(), null, cancellation);
        return end.Values.Count == 0 ? [] :
        [
            .. from period in problem.Targets.Index()
               let amount = end.Values[diagnosis.missing[period.Index]]
               where amount > 1e-7 * Math.Max(1, period.Item)
               select new Shortfall("target", period.Index, amount, diagnosis.Because(period.Item)),
        ];
    }

    private string Because(double target)
    {
        double asked = problem.Lengths.Zip(problem.Targets, (n, x) => n * x).Sum();
        return problem.Sources.Sum(s => s.Capacity) < target ? "supply" : problem.Sinks.Sum(s => s.Capacity) < asked ? "sinks" : "network";
    }

    // The column of what is missing in the period.
    private int AddPeriod(int t)
    {
        double pipes = (t + 1) * problem.Lines.Sum(l => l.Capacity);
        foreach ((int e, FixedCharge.FixedChargeEdge edge) in problem.Edges.Index())
        {
            int flow = model.AddColumn($"flow[{e},{t}]", 0, -pipes, pipes);
            balance[t][edge.From].Add(new Term(-1, flow));
            balance[t][edge.To].Add(new Term(1, flow));
        }

        foreach ((int j, StagedSink sink) in problem.Sinks.Index())
        {
            int absorbed = model.AddColumn($"absorbed[{j},{t}]", 0, 0, double.PositiveInfinity);
            balance[t][sink.Node].Add(new Term(-1, absorbed));
            filled[j].Add(new Term(problem.Lengths[t], absorbed));
        }

        List<Term> target = [];
        foreach ((int i, StagedSource source) in problem.Sources.Index())
        {
            int supplied = model.AddColumn($"supplied[{i},{t}]", 0, 0, source.Capacity);
            balance[t][source.Node].Add(new Term(1, supplied));
            target.Add(new Term(1, supplied));
        }

        foreach ((int v, List<Term> terms) in balance[t].Index())
        {
            model.AddRow(new Row($"balance[{v},{t}]", terms, Sense.Equal, 0));
        }

        int lacking = model.AddColumn($"missing[{t}]", 1, 0, double.PositiveInfinity);
        model.AddRow(new Row($"target[{t}]", [.. target, new Term(1, lacking)], Sense.AtLeast, problem.Targets[t]));
        return lacking;
    }
}
