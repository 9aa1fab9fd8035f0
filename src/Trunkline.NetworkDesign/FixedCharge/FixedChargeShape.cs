namespace Trunkline.NetworkDesign.FixedCharge;

/// <summary>Whether a <see cref="FixedChargeNetwork"/> is one: ends in range, capacities and fixed costs not negative, numbers finite.</summary>
public static class FixedChargeShape
{
    private const int MostListed = 20;

    /// <summary>Throws an <see cref="ArgumentException"/> that lists what is wrong. A malformed problem is a fault of its writer, not of an input.</summary>
    public static void Require(FixedChargeNetwork problem)
    {
        List<string> faults = [.. Faults(problem).Take(MostListed)];
        if (faults.Count > 0)
        {
            throw new ArgumentException("The fixed-charge network is not well formed: " + string.Join("; ", faults), nameof(problem));
        }
    }

    /// <summary>Every fault, in the order of the problem's tables.</summary>
    public static IEnumerable<string> Faults(FixedChargeNetwork problem) =>
        TargetFaults(problem).Concat(EdgeFaults(problem)).Concat(SourceFaults(problem)).Concat(SinkFaults(problem));

    private static IEnumerable<string> TargetFaults(FixedChargeNetwork problem)
    {
        if (problem.Target is { } target && !IsAmount(target))
        {
            yield return $"the target is {target}";
        }

        if (problem.NodeCount < 1)
        {
            yield return $"there are {problem.NodeCount} nodes";
        }
    }

    private static IEnumerable<string> EdgeFaults(FixedChargeNetwork problem)
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

    private static IEnumerable<string> SourceFaults(FixedChargeNetwork problem)
    {
        for (int i = 0; i < problem.Sources.Length; i++)
        {
            FixedChargeSource source = problem.Sources[i];
            if (!IsNode(problem, source.Node) || !IsAmount(source.Capacity) || !IsAmount(source.Fixed) || !double.IsFinite(source.Unit))
            {
                yield return $"source {i} at node {source.Node} has capacity {source.Capacity}, fixed cost {source.Fixed}, unit cost {source.Unit}";
            }
        }
    }

    private static IEnumerable<string> SinkFaults(FixedChargeNetwork problem)
    {
        for (int j = 0; j < problem.Sinks.Length; j++)
        {
            FixedChargeSink sink = problem.Sinks[j];
            bool areAmounts = IsAmount(sink.Capacity) && IsAmount(sink.SiteCost) && sink.WellRate > 0 && IsAmount(sink.WellCost);
            if (!IsNode(problem, sink.Node) || !areAmounts || !double.IsFinite(sink.Unit))
            {
                yield return $"sink {j} at node {sink.Node} has capacity {sink.Capacity}, well rate {sink.WellRate}, costs {sink.SiteCost}, {sink.WellCost}, {sink.Unit}";
            }
        }
    }

    private static bool IsNode(FixedChargeNetwork problem, int node) => node >= 0 && node < problem.NodeCount;

    private static bool IsAmount(double value) => double.IsFinite(value) && value >= 0;
}
