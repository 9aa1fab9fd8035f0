using Trunkline.NetworkDesign;

namespace Trunkline.Bench.Network;

/// <summary>
/// Made-up regions of any size, the same for the same seed: a jittered triangular lattice with some 3.4 nodes a terminal, five sources to a sink,
/// costs and pipe lines of the size of the Southeast case. Money in M$, rates in Mt/y. Half of all that there is has to be captured at the end.
/// </summary>
internal sealed class LadderInstance(int seed, int terminals, int periods)
{
    private const double YearsAPeriod = 5;
    private const double Discount = 0.07;

    public static readonly int[] Rungs = [27, 100, 300, 1000, 3000, 6000];

    public static readonly int[] PeriodCounts = [1, 3, 6];

    private readonly Random random = new(unchecked((seed * 1_000_003) + (terminals * 31) + periods));
    private readonly double[] weight = [.. Enumerable.Range(0, periods).Select(Annuity)];

    /// <summary>The problem.</summary>
    public static DesignProblem Of(int seed, int terminals, int periods) => new LadderInstance(seed, terminals, periods).Problem();

    private DesignProblem Problem()
    {
        int side = (int)Math.Ceiling(Math.Sqrt(3.4 * terminals)), sinks = Math.Max(1, terminals / 6);
        int[] places = [.. Enumerable.Range(0, side * side)];
        random.Shuffle(places);
        DesignArc[] arcs = [.. Lattice(side)];
        double[] rates = [.. Enumerable.Range(0, terminals - sinks).Select(_ => 0.02 + (4 * Math.Pow(random.NextDouble(), 7)))];
        double supply = rates.Sum();
        return new DesignProblem
        {
            PeriodCount = periods,
            PeriodLengths = [.. weight.Select(_ => YearsAPeriod)],
            NodeCount = side * side,
            Arcs = arcs,
            Trends = [Line(9.044632783, 0.0431655132, 0.0115719152), Line(Math.Max(20, supply), 0.0770037049, 0.0078306697)],
            FlowCost = [.. weight.Select(w => w * 0.0005)],
            Supplies = [.. rates.Select((rate, i) => Source(places[i], rate))],
            Sinks = [.. Enumerable.Range(0, sinks).Select(j => SinkAt(places[terminals - sinks + j], 1.5 * supply / sinks))],
            Target = [.. weight.Select((_, t) => 0.5 * supply * (t + 1) / periods)],
            Price = new double[periods],
            SideRows = [],
        };
    }

    private Supply Source(int node, double rate)
    {
        double yearly = 2 + (25 * rate), unit = 20 + (60 * random.NextDouble());
        return new Supply(node, [.. Enumerable.Range(0, periods).Select(first => new SupplyOption(
            first, periods - 1, yearly * From(first), [.. weight.Select(w => w * unit)], new double[periods], [.. weight.Select(_ => rate)]))]);
    }

    private Sink SinkAt(int node, double most)
    {
        double rate = 0.3 + (0.5 * random.NextDouble()), unit = 2 + (2 * random.NextDouble());
        return new Sink(
            node, new double[periods], rate, double.PositiveInfinity, (int)Math.Ceiling(most * (0.5 + random.NextDouble()) / rate), 0,
            [.. weight.Select((_, t) => 0.9 * From(t))], [.. weight.Select(w => w * unit)]);
    }

    private IEnumerable<DesignArc> Lattice(int side)
    {
        (double X, double Y)[] at = [.. Enumerable.Range(0, side * side).Select(v => ((v % side) + (0.6 * random.NextDouble()), (v / side) + (0.6 * random.NextDouble())))];
        for (int v = 0; v < side * side; v++)
        {
            bool hasRight = v % side < side - 1, hasBelow = v / side < side - 1;
            foreach (int w in new[] { hasRight ? v + 1 : -1, hasBelow ? v + side : -1, hasRight && hasBelow ? v + side + 1 : -1 }.Where(w => w >= 0))
            {
                double length = Math.Sqrt(Math.Pow(at[v].X - at[w].X, 2) + Math.Pow(at[v].Y - at[w].Y, 2));
                yield return new DesignArc(v, w, length * (20 + (40 * random.NextDouble())), 0);
            }
        }
    }

    private SizeTrend Line(double capacity, double yearly, double slope) =>
        new(capacity, [.. weight.Select((_, t) => yearly * From(t))], [.. weight.Select((_, t) => slope * From(t))]);

    private double From(int period) => weight.Skip(period).Sum();

    private static double Annuity(int period) =>
        Enumerable.Range(0, (int)YearsAPeriod).Sum(y => Math.Pow(1 + Discount, -((period * YearsAPeriod) + y)));
}
