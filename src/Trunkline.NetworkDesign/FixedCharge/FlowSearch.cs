namespace Trunkline.NetworkDesign.FixedCharge;

/// <summary>
/// Search for cheap flows: slope scaling from many starts, then from disturbed good flows and from what two good flows have in common, each
/// followed by rerouting. The same seed gives the same flows.
/// </summary>
internal sealed class FlowSearch
{
    private const int EliteSize = 10;
    private readonly FlowNetwork network;
    private readonly SlopeScaling scaling;
    private readonly Rerouting rerouting;
    private readonly Random random;
    private readonly List<(double Cost, double[] Flow)> elite = [];

    public FlowSearch(FlowNetwork network, int seed)
    {
        this.network = network;
        scaling = new SlopeScaling(network);
        rerouting = new Rerouting(network);
        random = new Random(seed);
    }

    /// <summary>What no flow can carry; more than rounding means that there is no design.</summary>
    public double Unmet => scaling.Unmet;

    public bool IsFeasible => Unmet <= 1e-7 * Math.Max(1, network.Amount);

    /// <summary>Good flows that differ, cheapest first.</summary>
    public IReadOnlyList<(double Cost, double[] Flow)> Elite => elite;

    public double Best => elite.Count == 0 ? double.PositiveInfinity : elite[0].Cost;

    /// <summary>One start of scaling from afresh.</summary>
    public void Start(CancellationToken cancellation)
    {
        double typical = network.Amount * Math.Pow(random.NextDouble(), 2);
        double noise = random.NextDouble() * 0.6;
        for (int link = 0; link < network.LinkCount; link++)
        {
            scaling.Slope[link] = SlopeAt(link, typical) * Noise(noise);
        }

        Finish(cancellation);
    }

    /// <summary>One round from a disturbed good flow.</summary>
    public void Disturb(CancellationToken cancellation)
    {
        double[] from = elite[random.Next(elite.Count)].Flow;
        double noise = 0.1 + (random.NextDouble() * 0.5), drop = random.NextDouble() * 0.15;
        double typical = network.Amount * Math.Pow(random.NextDouble(), 2);
        for (int link = 0; link < network.LinkCount; link++)
        {
            double carried = Math.Abs(from[link]);
            double slope = carried > 0 ? SlopeAt(link, carried) : SlopeAt(link, typical);
            scaling.Slope[link] = slope * Noise(noise) * (carried > 0 && random.NextDouble() < drop ? 3 : 1);
        }

        Finish(cancellation);
    }

    /// <summary>One round on what two good flows use.</summary>
    public void Combine(CancellationToken cancellation)
    {
        double[] one = elite[random.Next(elite.Count)].Flow, other = elite[random.Next(elite.Count)].Flow;
        double noise = random.NextDouble() * 0.4;
        for (int link = 0; link < network.LinkCount; link++)
        {
            double carried = Math.Max(Math.Abs(one[link]), Math.Abs(other[link]));
            double slope = carried > 0 ? SlopeAt(link, carried) : 5 * SlopeAt(link, network.Amount / 10);
            scaling.Slope[link] = slope * Noise(noise);
        }

        Finish(cancellation);
    }

    /// <summary>Takes a flow found elsewhere.</summary>
    public void Offer(double[] flow)
    {
        double cost = network.Cost(flow);
        if (elite.Any(e => Math.Abs(e.Cost - cost) <= 1e-9 * Math.Abs(cost)))
        {
            return;
        }

        elite.Add((cost, [.. flow]));
        elite.Sort((a, b) => a.Cost.CompareTo(b.Cost));
        if (elite.Count > EliteSize)
        {
            elite.RemoveAt(EliteSize);
        }
    }

    private void Finish(CancellationToken cancellation)
    {
        scaling.Run(30);
        rerouting.Descend(scaling.Best, random, cancellation);
        Offer(scaling.Best);
    }

    private double Noise(double width) => 1 + (width * ((2 * random.NextDouble()) - 1));

    private double SlopeAt(int link, double flow)
    {
        double x = Math.Clamp(flow, network.Capacity[link] * 1e-3, network.Capacity[link]);
        return x <= FlowNetwork.Nothing ? 0 : network.Cost(link, x) / x;
    }
}
