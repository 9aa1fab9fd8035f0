using Trunkline.NetworkDesign.FixedCharge;

namespace Trunkline.Tests.Unit.NetworkDesign.FixedCharge;

/// <summary>Made-up regions on a jittered lattice, the same for the same seed, with costs of the size that SimCCS' have.</summary>
internal static class LatticeNetworks
{
    public static FixedChargeNetwork Instance(int seed, int terminals)
    {
        Random random = new(seed);
        int side = (int)Math.Ceiling(Math.Sqrt(4.0 * terminals)), sinks = Math.Max(1, terminals / 4);
        int[] places = [.. Enumerable.Range(0, side * side)];
        random.Shuffle(places);
        FixedChargeSource[] sources = [.. places.Take(terminals - sinks).Select(node => Source(random, node))];
        double supply = sources.Sum(s => s.Capacity);
        return new FixedChargeNetwork
        {
            NodeCount = side * side,
            Edges = [.. Lattice(random, side)],
            Lines = [new CostLine(9.044632783, 0.0431655132, 0.0115719152), new CostLine(supply, 0.0770037049, 0.0078306697)],
            Sources = sources,
            Sinks = [.. places.Skip(terminals - sinks).Take(sinks).Select(node => new FixedChargeSink(
                node, supply * 1.5 / sinks * (0.5 + random.NextDouble()), 5, 0.3 + (0.5 * random.NextDouble()), 0.6, 2.8))],
            Target = Math.Round(supply * 0.6, 3),
        };
    }

    private static FixedChargeSource Source(Random random, int node)
    {
        double rate = 0.2 + (15 * Math.Pow(random.NextDouble(), 3));
        return new FixedChargeSource(node, rate, 60 + (35 * rate), 40 + (60 * random.NextDouble()));
    }

    private static IEnumerable<FixedChargeEdge> Lattice(Random random, int side)
    {
        for (int v = 0; v < side * side; v++)
        {
            if (v % side < side - 1)
            {
                yield return new FixedChargeEdge(v, v + 1, 20 + (60 * random.NextDouble()));
            }

            if (v / side < side - 1)
            {
                yield return new FixedChargeEdge(v, v + side, 20 + (60 * random.NextDouble()));
            }
        }
    }
}
