namespace Trunkline.NetworkDesign.FixedCharge;

/// <summary>
/// A <see cref="FixedChargeNetwork"/> as one flow from a super source to a super sink. Links are the edges (both ways), then the sources,
/// then the sinks, and last, where there is no target, the way past everything that leaves supply unused.
/// </summary>
internal sealed class FlowNetwork
{
    /// <summary>Flow at or below this is none.</summary>
    public const double Nothing = 1e-9;

    private readonly FixedChargeNetwork problem;
    private readonly double[] lineCapacity;
    private readonly double[] lineFixed;
    private readonly double[] lineSlope;

    public FlowNetwork(FixedChargeNetwork problem)
    {
        this.problem = problem;
        lineCapacity = [.. problem.Lines.Select(l => l.Capacity)];
        lineFixed = [.. problem.Lines.Select(l => l.Fixed)];
        lineSlope = [.. problem.Lines.Select(l => l.Slope)];
        EdgeCount = problem.Edges.Length;
        SourceStart = EdgeCount;
        SinkStart = SourceStart + problem.Sources.Length;
        LinkCount = SinkStart + problem.Sinks.Length + (problem.Target is null ? 1 : 0);
        NodeCount = problem.NodeCount + 2;
        SuperSource = problem.NodeCount;
        SuperSink = problem.NodeCount + 1;
        double supply = problem.Sources.Sum(s => s.Capacity);
        Amount = problem.Target ?? supply;
        From = new int[LinkCount];
        To = new int[LinkCount];
        Capacity = new double[LinkCount];
        Fill();
    }

    public FixedChargeNetwork Problem => problem;

    public int NodeCount { get; }

    public int EdgeCount { get; }

    public int SourceStart { get; }

    public int SinkStart { get; }

    public int LinkCount { get; }

    public int SuperSource { get; }

    public int SuperSink { get; }

    /// <summary>What flows from the super source to the super sink.</summary>
    public double Amount { get; }

    public int[] From { get; }

    public int[] To { get; }

    /// <summary>Most flow by link; either way on an edge, forward alone on the others.</summary>
    public double[] Capacity { get; }

    /// <summary>True cost of a flow on a link; its sign is a direction.</summary>
    public double Cost(int link, double flow)
    {
        double x = Math.Abs(flow);
        if (x <= Nothing)
        {
            return 0;
        }

        if (link < EdgeCount)
        {
            return problem.Edges[link].Scale * LineCost(x);
        }

        if (link < SinkStart)
        {
            ref readonly FixedChargeSource source = ref problem.Sources[link - SourceStart];
            return source.Fixed + (source.Unit * x);
        }

        return link - SinkStart < problem.Sinks.Length ? SinkCost(problem.Sinks[link - SinkStart], x) : 0;
    }

    /// <summary>True cost of all flows.</summary>
    public double Cost(double[] flow)
    {
        double sum = 0;
        for (int link = 0; link < LinkCount; link++)
        {
            sum += Cost(link, flow[link]);
        }

        return sum;
    }

    /// <summary>Number of wells that a rate takes.</summary>
    public static int Wells(FixedChargeSink sink, double rate) =>
        rate <= Nothing ? 0 : double.IsInfinity(sink.WellRate) ? 1 : (int)Math.Ceiling((rate / sink.WellRate) - Nothing);

    /// <summary>The flows as decisions.</summary>
    public FixedChargeDesign ToDesign(double[] flow)
    {
        double[] clean = [.. flow.Select(f => Math.Abs(f) <= Nothing ? 0 : f)];
        double[] absorbed = clean[SinkStart..(SinkStart + problem.Sinks.Length)];
        return new FixedChargeDesign
        {
            Supplied = clean[SourceStart..SinkStart],
            Absorbed = absorbed,
            Wells = [.. absorbed.Select((x, j) => Wells(problem.Sinks[j], x))],
            Flow = clean[..EdgeCount],
            Line = [.. Enumerable.Range(0, EdgeCount).Select(e => LineOf(Math.Abs(clean[e])))],
        };
    }

    /// <summary>The decisions as flows.</summary>
    public double[] ToFlow(FixedChargeDesign design)
    {
        double[] flow = new double[LinkCount];
        design.Flow.CopyTo(flow, 0);
        design.Supplied.CopyTo(flow, SourceStart);
        design.Absorbed.CopyTo(flow, SinkStart);
        if (problem.Target is null)
        {
            flow[LinkCount - 1] = Amount - design.Supplied.Sum();
        }

        return flow;
    }

    private static double SinkCost(in FixedChargeSink sink, double x) => sink.SiteCost + (sink.WellCost * Wells(sink, x)) + (sink.Unit * x);

    private double LineCost(double x)
    {
        double least = double.PositiveInfinity;
        for (int c = 0; c < lineCapacity.Length; c++)
        {
            if (x <= lineCapacity[c] + Nothing)
            {
                least = Math.Min(least, lineFixed[c] + (lineSlope[c] * x));
            }
        }

        return least;
    }

    private int LineOf(double x)
    {
        if (x == 0)
        {
            return -1;
        }

        double least = LineCost(x);
        int line = 0;
        while (x > lineCapacity[line] + Nothing || lineFixed[line] + (lineSlope[line] * x) > least)
        {
            line++;
        }

        return line;
    }

    private void Fill()
    {
        double pipe = lineCapacity.Length == 0 ? 0 : lineCapacity.Max();
        for (int e = 0; e < EdgeCount; e++)
        {
            (From[e], To[e], Capacity[e]) = (problem.Edges[e].From, problem.Edges[e].To, Math.Min(pipe, Amount));
        }

        for (int i = 0; i < problem.Sources.Length; i++)
        {
            (From[SourceStart + i], To[SourceStart + i]) = (SuperSource, problem.Sources[i].Node);
            Capacity[SourceStart + i] = Math.Min(problem.Sources[i].Capacity, Amount);
        }

        for (int j = 0; j < problem.Sinks.Length; j++)
        {
            (From[SinkStart + j], To[SinkStart + j]) = (problem.Sinks[j].Node, SuperSink);
            Capacity[SinkStart + j] = Math.Min(problem.Sinks[j].Capacity, Amount);
        }

        if (problem.Target is null)
        {
            (From[^1], To[^1], Capacity[^1]) = (SuperSource, SuperSink, Amount);
        }
    }
}
