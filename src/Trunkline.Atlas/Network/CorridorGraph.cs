namespace Trunkline.Atlas;

/// <summary>The part of an existing line that a step follows, from the step's first end to its second.</summary>
internal readonly record struct LineSpan(int Line, double From, double To, double Capacity)
{
    /// <summary>The same part walked the other way.</summary>
    public LineSpan Reversed => this with { From = To, To = From };

    /// <summary>True where both lie in the same pipe, so that one corridor may hold both.</summary>
    public bool IsOnePipeWith(LineSpan other) => Line == other.Line && Capacity.Equals(other.Capacity);
}

/// <summary>One step of the network between two vertices: cells, or corners of cells where two diagonal steps cross.</summary>
internal readonly record struct NetworkStep(int A, int B, double Cost, LineSpan? Span)
{
    public NetworkStep From(int vertex) => vertex == A ? this : new NetworkStep(B, A, Cost, Span?.Reversed);
}

/// <summary>A run of steps between two nodes, each step turned the way of the run.</summary>
internal sealed record StepRun(IReadOnlyList<NetworkStep> Steps)
{
    public int From => Steps[0].A;

    public int To => Steps[^1].B;

    public double Cost => Steps.Sum(step => step.Cost);

    public double Capacity => Steps[0].Span?.Capacity ?? 0;
}

/// <summary>
/// Turns laid steps into nodes and corridors: what leads nowhere is cut back, vertices on the way between two others are merged into their
/// corridor, and of several corridors between the same two nodes the cheapest remains, beside those with an existing pipe.
/// </summary>
/// <param name="steps">All steps; none twice.</param>
/// <param name="isPlace">True for vertices that stay nodes whatever their degree: terminals and storage access.</param>
/// <param name="parallel">How many corridors without a pipe may join the same two nodes, the cheapest ones.</param>
internal sealed class CorridorGraph(IReadOnlyList<NetworkStep> steps, Func<int, bool> isPlace, int parallel = 1)
{
    private readonly HashSet<int> _cut = [];
    private Dictionary<int, List<int>> _at = [];

    /// <summary>The corridors, by lower vertex first, in vertex order.</summary>
    public List<StepRun> Corridors()
    {
        while (true)
        {
            Gather();
            CutDeadEnds();
            List<(StepRun Run, List<int> Steps)> runs = Runs();
            List<(StepRun Run, List<int> Steps)> surplus = Surplus(runs);
            if (surplus.Count == 0)
            {
                return [.. runs.Select(r => r.Run)];
            }

            surplus.ForEach(r => _cut.UnionWith(r.Steps));
        }
    }

    private void Gather()
    {
        _at = [];
        for (int i = 0; i < steps.Count; i++)
        {
            if (!_cut.Contains(i))
            {
                At(steps[i].A).Add(i);
                At(steps[i].B).Add(i);
            }
        }
    }

    private List<int> At(int vertex) => _at.TryGetValue(vertex, out List<int>? list) ? list : _at[vertex] = [];

    private void CutDeadEnds()
    {
        var ends = new Stack<int>(_at.Keys.Where(IsDeadEnd).Order());
        while (ends.TryPop(out int vertex))
        {
            if (!IsDeadEnd(vertex))
            {
                continue;
            }

            int step = _at[vertex][0], next = steps[step].From(vertex).B;
            _cut.Add(step);
            _at.Remove(vertex);
            _at[next].Remove(step);
            ends.Push(next);
        }
    }

    private bool IsDeadEnd(int vertex) => _at.TryGetValue(vertex, out List<int>? list) && list.Count == 1 && !isPlace(vertex);

    private bool IsNode(int vertex)
    {
        List<int> here = _at[vertex];
        return isPlace(vertex) || here.Count != 2 || !IsOneCorridor(steps[here[0]].Span, steps[here[1]].Span);
    }

    private static bool IsOneCorridor(LineSpan? a, LineSpan? b) =>
        a is null ? b is null : b is { } other && a.Value.IsOnePipeWith(other);

    // A ring without any node leads nowhere and is not walked at all; a run back to its own start joins nothing.
    private List<(StepRun Run, List<int> Steps)> Runs()
    {
        var runs = new List<(StepRun Run, List<int> Steps)>();
        var walked = new HashSet<int>();
        foreach (int node in _at.Keys.Where(vertex => _at[vertex].Count > 0 && IsNode(vertex)).Order())
        {
            foreach (int first in _at[node].Where(step => !walked.Contains(step)).Order().ToList())
            {
                List<int> run = Walk(node, first);
                walked.UnionWith(run);
                runs.Add((Turned(node, run), run));
            }
        }

        return [.. runs.OrderBy(r => r.Run.From).ThenBy(r => r.Run.To).ThenBy(r => r.Run.Cost)];
    }

    private List<int> Walk(int node, int first)
    {
        List<int> run = [first];
        int vertex = steps[first].From(node).B;
        while (vertex != node && !IsNode(vertex))
        {
            int next = _at[vertex].Single(step => step != run[^1]);
            run.Add(next);
            vertex = steps[next].From(vertex).B;
        }

        return run;
    }

    private StepRun Turned(int node, List<int> run)
    {
        var turned = new List<NetworkStep>();
        foreach (int step in run)
        {
            turned.Add(steps[step].From(node));
            node = turned[^1].B;
        }

        if (turned[0].A > node)
        {
            turned = [.. Enumerable.Reverse(turned).Select(step => step.From(step.B))];
        }

        return new StepRun(turned);
    }

    private List<(StepRun Run, List<int> Steps)> Surplus(List<(StepRun Run, List<int> Steps)> runs) =>
        [.. runs
            .GroupBy(r => (r.Run.From, r.Run.To))
            .SelectMany(same => same.Key.From == same.Key.To
                ? same
                : same.Where(r => r.Run.Capacity == 0).OrderBy(r => r.Run.Cost).Skip(parallel))];
}
