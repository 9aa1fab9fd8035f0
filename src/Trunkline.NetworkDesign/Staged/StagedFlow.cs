using Trunkline.NetworkDesign.FixedCharge;

namespace Trunkline.NetworkDesign.Staged;

/// <summary>
/// A <see cref="StagedNetwork"/> as one flow a period from a super source to a super sink. Links are the edges (both ways), the sources, the
/// sinks, and last the way past everything that leaves supply unused. A flow is a table by link and period; its sign is a direction.
/// </summary>
internal sealed class StagedFlow
{
    /// <summary>Flow at or below this is none.</summary>
    public const double Nothing = 1e-9;

    private readonly StagedNetwork problem;
    private readonly double[] unused;

    // Rooms that the flow of one link rises to, and what the cheapest purchases from a period on cost; used within one call only.
    private readonly double[] level;
    private readonly double[] rest;

    public StagedFlow(StagedNetwork problem)
    {
        this.problem = problem;
        PeriodCount = problem.PeriodCount;
        EdgeCount = problem.Edges.Length;
        SourceStart = EdgeCount;
        SinkStart = SourceStart + problem.Sources.Length;
        LinkCount = SinkStart + problem.Sinks.Length + 1;
        NodeCount = problem.NodeCount + 2;
        Amount = problem.Sources.Sum(s => s.Capacity);
        unused = [.. problem.Targets.Select(target => Amount - target)];
        level = new double[PeriodCount];
        rest = new double[PeriodCount + 1];
        From = new int[LinkCount];
        To = new int[LinkCount];
        Fill();
    }

    public StagedNetwork Problem => problem;

    public int PeriodCount { get; }

    public int NodeCount { get; }

    public int EdgeCount { get; }

    public int SourceStart { get; }

    public int SinkStart { get; }

    public int LinkCount { get; }

    public int SuperSource => problem.NodeCount;

    public int SuperSink => problem.NodeCount + 1;

    /// <summary>What flows from the super source to the super sink in each period.</summary>
    public double Amount { get; }

    public int[] From { get; }

    public int[] To { get; }

    /// <summary>A table of no flow.</summary>
    public double[][] NoFlow() => [.. Enumerable.Range(0, LinkCount).Select(_ => new double[PeriodCount])];

    /// <summary>Cost of all flows.</summary>
    public double Cost(double[][] flow)
    {
        double sum = 0;
        for (int link = 0; link < LinkCount; link++)
        {
            sum += Cost(link, flow[link]);
        }

        return sum;
    }

    /// <summary>Cost of what a link carries over the periods; positive infinity where it cannot.</summary>
    public double Cost(int link, ReadOnlySpan<double> flow)
    {
        if (link < EdgeCount)
        {
            return Times(PipeCost(flow, 1) + PipeCost(flow, -1), problem.Edges[link].Scale);
        }

        if (link < SinkStart)
        {
            ref readonly StagedSource source = ref problem.Sources[link - SourceStart];
            return Times(Weighted(flow, source.Capacity), source.Unit);
        }

        if (link < LinkCount - 1)
        {
            ref readonly StagedSink sink = ref problem.Sinks[link - SinkStart];
            double filled = Weighted(flow, double.PositiveInfinity);
            return filled <= sink.Capacity + Nothing ? Times(filled, sink.Unit) : double.PositiveInfinity;
        }

        for (int t = 0; t < PeriodCount; t++)
        {
            if (flow[t] < -Nothing || flow[t] > unused[t] + Nothing)
            {
                return double.PositiveInfinity;
            }
        }

        return 0;
    }

    /// <summary>Least room left on a source, a sink or past everything that the periods from first to last share.</summary>
    public double Room(int link, ReadOnlySpan<double> flow, int period)
    {
        if (link < SinkStart)
        {
            return problem.Sources[link - SourceStart].Capacity - flow[period];
        }

        return link < LinkCount - 1
            ? (problem.Sinks[link - SinkStart].Capacity - Weighted(flow, double.PositiveInfinity)) / problem.Lengths[period]
            : unused[period] - flow[period];
    }

    /// <summary>The flows as decisions, with the cheapest purchases that carry them.</summary>
    public StagedDesign ToDesign(double[][] flow)
    {
        double[][] clean = [.. flow.Select(f => f.Select(x => Math.Abs(x) <= Nothing ? 0 : x).ToArray())];
        List<StagedPurchase> bought = [];
        for (int e = 0; e < EdgeCount; e++)
        {
            AddPurchases(bought, e, clean[e], 1);
            AddPurchases(bought, e, clean[e], -1);
        }

        return new StagedDesign
        {
            Supplied = clean[SourceStart..SinkStart],
            Absorbed = clean[SinkStart..(LinkCount - 1)],
            Flow = clean[..EdgeCount],
            Bought = [.. bought],
        };
    }

    // What cannot be costs infinitely much, also where a unit is free or earns money.
    private static double Times(double amount, double unit) => double.IsPositiveInfinity(amount) ? amount : amount * unit;

    // The cheapest purchases bring the room exactly to a level that the flow reaches, at the period that first needs more: costs are concave.
    private double PipeCost(ReadOnlySpan<double> flow, int sign)
    {
        if (!Levels(flow, sign))
        {
            return 0;
        }

        for (int t = PeriodCount - 1; t >= 0; t--)
        {
            rest[t] = level[t] > (t == 0 ? 0 : level[t - 1]) + Nothing ? Least(t, out _) : rest[t + 1];
        }

        return rest[0];
    }

    private double Least(int t, out int until)
    {
        double below = t == 0 ? 0 : level[t - 1], least = double.PositiveInfinity;
        until = t;
        for (int s = t; s < PeriodCount; s++)
        {
            double cost = (problem.PurchaseWeights[t] * LineCost(level[s] - below)) + rest[s + 1];
            if (cost < least)
            {
                (least, until) = (cost, s);
            }
        }

        return least;
    }

    private bool Levels(ReadOnlySpan<double> flow, int sign)
    {
        double most = 0;
        for (int t = 0; t < PeriodCount; t++)
        {
            most = Math.Max(most, sign * flow[t]);
            level[t] = most;
        }

        rest[PeriodCount] = 0;
        return most > Nothing;
    }

    private void AddPurchases(List<StagedPurchase> bought, int edge, double[] flow, int sign)
    {
        if (!Levels(flow, sign))
        {
            return;
        }

        _ = PipeCost(flow, sign);
        for (int t = 0; t < PeriodCount; t++)
        {
            double below = t == 0 ? 0 : level[t - 1];
            if (level[t] > below + Nothing)
            {
                _ = Least(t, out int until);
                bought.Add(new StagedPurchase(edge, sign < 0, t, LineOf(level[until] - below), level[until] - below));
                t = until;
            }
        }
    }

    private double LineCost(double x)
    {
        double least = double.PositiveInfinity;
        foreach (ref readonly CostLine line in problem.Lines.AsSpan())
        {
            if (x <= line.Capacity + Nothing)
            {
                least = Math.Min(least, line.Fixed + (line.Slope * x));
            }
        }

        return least;
    }

    private int LineOf(double x)
    {
        double least = LineCost(x);
        return Array.FindIndex(problem.Lines, l => x <= l.Capacity + Nothing && l.Fixed + (l.Slope * x) <= least);
    }

    private double Weighted(ReadOnlySpan<double> flow, double most)
    {
        double sum = 0;
        for (int t = 0; t < PeriodCount; t++)
        {
            if (flow[t] < -Nothing || flow[t] > most + Nothing)
            {
                return double.PositiveInfinity;
            }

            sum += problem.Lengths[t] * flow[t];
        }

        return sum;
    }

    private void Fill()
    {
        for (int e = 0; e < EdgeCount; e++)
        {
            (From[e], To[e]) = (problem.Edges[e].From, problem.Edges[e].To);
        }

        for (int i = 0; i < problem.Sources.Length; i++)
        {
            (From[SourceStart + i], To[SourceStart + i]) = (SuperSource, problem.Sources[i].Node);
        }

        for (int j = 0; j < problem.Sinks.Length; j++)
        {
            (From[SinkStart + j], To[SinkStart + j]) = (problem.Sinks[j].Node, SuperSink);
        }

        (From[^1], To[^1]) = (SuperSource, SuperSink);
    }
}
