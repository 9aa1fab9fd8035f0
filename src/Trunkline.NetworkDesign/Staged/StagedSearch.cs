using Trunkline.NetworkDesign.FixedCharge;

namespace Trunkline.NetworkDesign.Staged;

/// <summary>
/// Search for cheap staged flows: the last period's network by slope scaling, the earlier periods on what it lays, then descent by whole profiles;
/// good flows are disturbed by descending on falsified costs. The same seed gives the same flows.
/// </summary>
internal sealed class StagedSearch
{
    private const int EliteSize = 8;

    // A pipe that a later period lays anyhow costs an earlier one little more than its years.
    private const double Afterwards = 0.4;

    private readonly StagedFlow network;
    private readonly StagedRerouting rerouting;
    private readonly FlowNetwork[] years;
    private readonly SlopeScaling[] scaling;
    private readonly Random random;
    private readonly List<(double Cost, double[][] Flow)> elite = [];

    public StagedSearch(StagedFlow network, int seed)
    {
        this.network = network;
        rerouting = new StagedRerouting(network);
        random = new Random(seed);
        years = [.. Enumerable.Range(0, network.PeriodCount).Select(t => new FlowNetwork(Year(network.Problem, t)))];
        scaling = [.. years.Select(y => new SlopeScaling(y))];
    }

    /// <summary>Whether each period alone has a flow, sinks filling in step with the targets.</summary>
    public bool CanStart => scaling.Zip(years).All(s => s.First.Unmet <= 1e-7 * Math.Max(1, s.Second.Amount));

    /// <summary>Good flows that differ, cheapest first.</summary>
    public IReadOnlyList<(double Cost, double[][] Flow)> Elite => elite;

    /// <summary>One flow from afresh.</summary>
    public void Start(CancellationToken cancellation)
    {
        double[][] flow = network.NoFlow();
        double noise = elite.Count == 0 ? 0 : 0.6 * random.NextDouble();
        int last = network.PeriodCount - 1;
        for (int t = last; t >= 0; t--)
        {
            double typical = years[t].Amount * Math.Pow(random.NextDouble(), 2);
            for (int link = 0; link < years[t].LinkCount; link++)
            {
                bool isLaid = t < last && link < network.EdgeCount && Math.Abs(flow[link][last]) > StagedFlow.Nothing;
                double slope = SlopeAt(years[t], link, isLaid ? years[t].Capacity[link] : typical);
                scaling[t].Slope[link] = slope * (isLaid ? Afterwards : 1) * (1 + (noise * ((2 * random.NextDouble()) - 1)));
            }

            _ = scaling[t].Run(t == last ? 30 : 1);
            Copy(scaling[t].Best, flow, t);
        }

        Finish(flow, cancellation);
    }

    /// <summary>One round from a good flow: descent on falsified costs, then on the true ones.</summary>
    public void Disturb(CancellationToken cancellation)
    {
        double[][] flow = [.. elite[Math.Min(random.Next(elite.Count), random.Next(elite.Count))].Flow.Select(f => f.ToArray())];
        double noise = 0.05 + (0.35 * random.NextDouble());
        for (int link = 0; link < network.EdgeCount; link++)
        {
            rerouting.Factor[link] = 1 + (noise * ((2 * random.NextDouble()) - 1));
        }

        rerouting.Descend(flow, random, passes: 2, cancellation);
        Array.Fill(rerouting.Factor, 1);
        Finish(flow, cancellation);
    }

    /// <summary>Takes a flow found elsewhere.</summary>
    public void Offer(double[][] flow)
    {
        double cost = network.Cost(flow);
        if (!double.IsFinite(cost) || elite.Any(e => Math.Abs(e.Cost - cost) <= 1e-9 * Math.Abs(cost)))
        {
            return;
        }

        elite.Add((cost, [.. flow.Select(f => f.ToArray())]));
        elite.Sort((a, b) => a.Cost.CompareTo(b.Cost));
        if (elite.Count > EliteSize)
        {
            elite.RemoveAt(EliteSize);
        }
    }

    private void Finish(double[][] flow, CancellationToken cancellation)
    {
        rerouting.Descend(flow, random, passes: 100, cancellation);
        Offer(flow);
    }

    // One period as if it were the whole: a sink's share of a year is what it holds times the period's share of all that is asked for.
    private static FixedChargeNetwork Year(StagedNetwork problem, int t)
    {
        double asked = problem.Lengths.Zip(problem.Targets, (n, x) => n * x).Sum();
        double share = asked > 0 ? problem.Targets[t] / asked : 1 / problem.Lengths.Sum();
        double weight = problem.PurchaseWeights[t], n = problem.Lengths[t];
        return new FixedChargeNetwork
        {
            NodeCount = problem.NodeCount,
            Edges = problem.Edges,
            Lines = [.. problem.Lines.Select(l => new CostLine(l.Capacity, weight * l.Fixed, weight * l.Slope))],
            Sources = [.. problem.Sources.Select(s => new FixedChargeSource(s.Node, s.Capacity, 0, n * s.Unit))],
            Sinks = [.. problem.Sinks.Select(s => new FixedChargeSink(s.Node, s.Capacity * share, 0, double.PositiveInfinity, 0, n * s.Unit))],
            Target = problem.Targets[t],
        };
    }

    private void Copy(double[] year, double[][] flow, int t)
    {
        double supplied = 0;
        for (int link = 0; link < network.LinkCount - 1; link++)
        {
            flow[link][t] = year[link];
            supplied += link >= network.SourceStart && link < network.SinkStart ? year[link] : 0;
        }

        flow[^1][t] = network.Amount - supplied;
    }

    private static double SlopeAt(FlowNetwork year, int link, double flow)
    {
        double x = Math.Clamp(flow, year.Capacity[link] * 1e-3, year.Capacity[link]);
        return x <= FlowNetwork.Nothing ? 0 : year.Cost(link, x) / x;
    }
}
