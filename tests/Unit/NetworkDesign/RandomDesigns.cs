using Trunkline.NetworkDesign;

namespace Trunkline.Tests.Unit.NetworkDesign;

/// <summary>Made-up regions in natural units (dollars, tonnes a year), the same for the same seed: points on a square joined to their neighbours.</summary>
internal static class RandomDesigns
{
    public static DesignProblem Instance(int seed, int supplies, int nodes, int arcs, int sinks, int periods)
    {
        var random = new Random(seed);
        var places = Enumerable.Range(0, nodes).Select(_ => (X: random.NextDouble() * 500, Y: random.NextDouble() * 500)).ToArray();
        double[] discount = [.. Enumerable.Range(0, periods).Select(t => Math.Pow(1.07, -5 * t))];
        var supplied = Enumerable.Range(0, supplies).Select(i => Supply(random, i, periods, discount)).ToArray();
        var total = supplied.Sum(s => s.Options[0].Maximum[^1]);
        return new DesignProblem
        {
            PeriodCount = periods,
            PeriodLengths = [.. Enumerable.Repeat(5.0, periods)],
            NodeCount = nodes,
            Arcs = Arcs(places, arcs),
            Trends =
            [
                new SizeTrend(9e6, [.. discount.Select(d => 0.43e6 * d)], [.. discount.Select(d => 0.116 * d)]),
                new SizeTrend(60e6, [.. discount.Select(d => 0.77e6 * d)], [.. discount.Select(d => 0.078 * d)]),
            ],
            FlowCost = [.. discount.Select(d => 0.02 * d)],
            Supplies = supplied,
            Sinks = [.. Enumerable.Range(0, sinks).Select(k => new Sink(
                nodes - 1 - k, new double[periods], 1e6, 60e6, 40, 0, [.. discount.Select(d => 60e6 * d * (1 + (0.2 * k)))],
                [.. discount.Select(d => 8.0 * 5 * d)]))],
            Target = [.. Enumerable.Range(0, periods).Select(t => total * 0.7 * (t + 1) / periods)],
            Price = new double[periods],
            SideRows = [],
        };
    }

    // One option for each starting period, running to the end.
    private static Supply Supply(Random random, int node, int periods, double[] discount)
    {
        var rate = 0.2e6 + (4e6 * Math.Pow(random.NextDouble(), 2));
        var (capex, unit) = (150 * Math.Pow(rate / 1e6, -0.3) * rate * (0.7 + (0.6 * random.NextDouble())), 20 + (30 * random.NextDouble()));
        double[] rates = [.. Enumerable.Repeat(rate, periods)];
        return new Supply(node, [.. Enumerable.Range(0, periods).Select(first => new SupplyOption(
            first, periods - 1, capex * discount[first], [.. discount.Select(d => unit * 5 * d)], [.. rates.Select(r => 0.5 * r)], rates))]);
    }

    // The shortest links first, as far as each adds a neighbour; then whatever joins the parts.
    private static DesignArc[] Arcs((double X, double Y)[] places, int count)
    {
        var links = (from i in Enumerable.Range(0, places.Length)
                     from j in Enumerable.Range(i + 1, places.Length - i - 1)
                     let length = Math.Sqrt(Math.Pow(places[i].X - places[j].X, 2) + Math.Pow(places[i].Y - places[j].Y, 2))
                     orderby length, i, j
                     select new DesignArc(i, j, length, 0)).ToList();
        var part = Enumerable.Range(0, places.Length).ToArray();
        var tree = new List<DesignArc>();
        foreach (var link in links.Where(l => part[l.From] != part[l.To]))
        {
            var (old, joined) = (part[link.To], part[link.From]);
            tree.Add(link);
            part = [.. part.Select(p => p == old ? joined : p)];
        }

        return [.. tree, .. links.Except(tree).Take(count - tree.Count)];
    }
}
