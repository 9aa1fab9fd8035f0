using Trunkline.NetworkDesign.FixedCharge;

namespace Trunkline.NetworkDesign.Staged;

/// <summary>Whether a <see cref="StagedNetwork"/> is one: ends in range, amounts not negative, lengths positive, tables of one length, weights that never rise.</summary>
public static class StagedShape
{
    private const int MostListed = 20;

    /// <summary>Throws an <see cref="ArgumentException"/> that lists what is wrong. A malformed problem is a fault of its writer, not of an input.</summary>
    public static void Require(StagedNetwork problem)
    {
        List<string> faults = [.. Faults(problem).Take(MostListed)];
        if (faults.Count > 0)
        {
            throw new ArgumentException("The staged network is not well formed: " + string.Join("; ", faults), nameof(problem));
        }
    }

    /// <summary>Every fault, in the order of the problem's tables.</summary>
    public static IEnumerable<string> Faults(StagedNetwork problem) =>
        PeriodFaults(problem).Concat(EdgeFaults(problem)).Concat(TerminalFaults(problem));

    private static IEnumerable<string> PeriodFaults(StagedNetwork problem)
    {
        if (problem.NodeCount < 1)
        {
            yield return $"there are {problem.NodeCount} nodes";
        }

        if (problem.PeriodCount < 1 || problem.PurchaseWeights.Length != problem.PeriodCount || problem.Targets.Length != problem.PeriodCount)
        {
            yield return $"there are {problem.PeriodCount} lengths, {problem.PurchaseWeights.Length} weights and {problem.Targets.Length} targets";
            yield break;
        }

        for (int t = 0; t < problem.PeriodCount; t++)
        {
            bool rises = t > 0 && problem.PurchaseWeights[t] > problem.PurchaseWeights[t - 1];
            if (!(IsAmount(problem.Lengths[t]) && problem.Lengths[t] > 0) || !IsAmount(problem.PurchaseWeights[t]) || rises || !IsAmount(problem.Targets[t]))
            {
                yield return $"period {t} has length {problem.Lengths[t]}, weight {problem.PurchaseWeights[t]}, target {problem.Targets[t]}";
            }
        }
    }

    private static IEnumerable<string> EdgeFaults(StagedNetwork problem)
    {
        for (int e = 0; e < problem.Edges.Length; e++)
        {
            FixedChargeEdge edge = problem.Edges[e];
            if (!IsNode(problem, edge.From) || !IsNode(problem, edge.To) || !IsAmount(edge.Scale))
            {
                yield return $"edge {e} joins {edge.From} and {edge.To} of {problem.NodeCount} nodes at scale {edge.Scale}";
            }
        }

        for (int c = 0; c < problem.Lines.Length; c++)
        {
            CostLine line = problem.Lines[c];
            if (!IsAmount(line.Capacity) || !IsAmount(line.Fixed) || !IsAmount(line.Slope))
            {
                yield return $"line {c} has capacity {line.Capacity}, fixed cost {line.Fixed} and slope {line.Slope}; none may be negative";
            }
        }
    }

    private static IEnumerable<string> TerminalFaults(StagedNetwork problem)
    {
        for (int i = 0; i < problem.Sources.Length; i++)
        {
            StagedSource source = problem.Sources[i];
            if (!IsNode(problem, source.Node) || !IsAmount(source.Capacity) || !double.IsFinite(source.Unit))
            {
                yield return $"source {i} at node {source.Node} has capacity {source.Capacity}, unit cost {source.Unit}";
            }
        }

        for (int j = 0; j < problem.Sinks.Length; j++)
        {
            StagedSink sink = problem.Sinks[j];
            if (!IsNode(problem, sink.Node) || !IsAmount(sink.Capacity) || !double.IsFinite(sink.Unit))
            {
                yield return $"sink {j} at node {sink.Node} has capacity {sink.Capacity}, unit cost {sink.Unit}";
            }
        }
    }

    private static bool IsNode(StagedNetwork problem, int node) => node >= 0 && node < problem.NodeCount;

    private static bool IsAmount(double value) => double.IsFinite(value) && value >= 0;
}
