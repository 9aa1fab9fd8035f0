using Trunkline.NetworkDesign;

namespace Trunkline.Planner;

/// <summary>
/// What one more unit would cost in the finished plan, by start period: its own capture, the cheapest way to storage, its credit.
/// An estimate for explaining, not a coefficient: the way uses the plan's pipes at the price of widening them, and new corridors at the
/// price of a line of the unit's own size (four size classes).
/// </summary>
internal sealed class EntryCosts
{
    /// <summary>A use that takes this share of its demand has no room for another unit.</summary>
    private const double Filled = 0.9;

    private static readonly double[] SizeClasses = [1e5, 5e5, 2e6, 8e6];

    private readonly PlanningCase planning;
    private readonly DesignSolution solution;
    private readonly bool[] isLaid;
    private readonly List<(int Edge, int Node)>[] neighbours;

    // [period * SizeClasses.Length + class].
    private readonly (double[] Way, double[] Storage)[] ways;

    public EntryCosts(PlanningCase planning, DesignSolution solution)
    {
        (this.planning, this.solution) = (planning, solution);
        isLaid = [.. solution.Bought.Select(b => b.Any(p => p is not null))];
        neighbours = [.. planning.Nodes.Select(_ => new List<(int, int)>())];
        for (int e = 0; e < planning.Edges.Count; e++)
        {
            neighbours[planning.Edges[e].From].Add((e, planning.Edges[e].To));
            neighbours[planning.Edges[e].To].Add((e, planning.Edges[e].From));
        }

        ways = new (double[], double[])[planning.Periods.Count * SizeClasses.Length];
        Parallel.For(0, ways.Length, i => ways[i] = CheapestWays(i / SizeClasses.Length, SizeClasses[i % SizeClasses.Length]));
    }

    /// <summary>One entry a start period, in order.</summary>
    public IReadOnlyList<StartEconomics> Of(CaseSupply supply) =>
        [.. planning.PeriodIndices.Select(v => Starting(supply, v))];

    private StartEconomics Starting(CaseSupply supply, int v)
    {
        CaseOption best = supply.Options.Where(o => o.First == v).MinBy(o => Capture(supply, o) - Credit(o))!;
        var (way, storage) = ways[(v * SizeClasses.Length) + SizeClass(supply.Capacity.Value)];
        bool ready = double.IsFinite(way[supply.Node]);
        return new StartEconomics(
            planning.Periods[v].From,
            Capture(supply, best),
            ready ? way[supply.Node] - storage[supply.Node] : null,
            ready ? storage[supply.Node] : null,
            Credit(best));
    }

    private double Tonnes(CaseOption option) => planning.PresentValue.Annuity(option.First, option.Last);

    private double Capture(CaseSupply supply, CaseOption option) =>
        ((option.OpeningCost / supply.Capacity.Value) + Run(option).Sum(t => option.UnitCost[t])) / Tonnes(option);

    private double Credit(CaseOption option) => Run(option).Sum(t => option.Credit[t]) / Tonnes(option);

    private static IEnumerable<int> Run(CaseOption option) => Enumerable.Range(option.First, option.Last - option.First + 1);

    private static int SizeClass(double rate) =>
        Enumerable.Range(0, SizeClasses.Length).MinBy(k => Math.Abs(Math.Log(Math.Max(rate, 1) / SizeClasses[k])));

    /// <summary>Cheapest $/t from every node to storage that is ready in a period, and the storage part of it.</summary>
    private (double[] Way, double[] Storage) CheapestWays(int v, double size)
    {
        double tonnes = planning.PresentValue.Annuity(v, planning.Periods.Count - 1);
        double[] length = Lengths(v, size, tonnes);
        double[] way = Enumerable.Repeat(double.PositiveInfinity, planning.Nodes.Count).ToArray();
        double[] storage = new double[planning.Nodes.Count];
        var queue = new PriorityQueue<int, double>();
        foreach (CaseSink sink in Enumerable.Range(0, planning.Sinks.Count).Where(j => HasRoom(j, v)).Select(j => planning.Sinks[j]))
        {
            Reach(sink.Node, StorageCost(sink, v, tonnes), StorageCost(sink, v, tonnes));
        }

        while (queue.TryDequeue(out int node, out double cost))
        {
            foreach (var (edge, next) in cost <= way[node] ? neighbours[node] : [])
            {
                Reach(next, cost + length[edge], storage[node]);
            }
        }

        return (way, storage);

        void Reach(int node, double cost, double storagePart)
        {
            if (cost < way[node])
            {
                (way[node], storage[node]) = (cost, storagePart);
                queue.Enqueue(node, cost);
            }
        }
    }

    /// <summary>A formation with a project to spare, or a use whose demand the plan does not fill.</summary>
    private bool HasRoom(int j, int v)
    {
        CaseSink sink = planning.Sinks[j];
        return sink.Formation is { } formation
            ? v >= sink.FirstProjectPeriod && solution.Modules[j].Sum() < formation.MaxProjects
            : solution.Absorbed[j][v] < Filled * sink.FreeRate[v];
    }

    private double StorageCost(CaseSink sink, int v, double tonnes)
    {
        double perProject = sink.Formation is { } f ? sink.ProjectCost[v] / f.ProjectRate.Value : 0;
        return Math.Max(0, perProject + Enumerable.Range(v, planning.Periods.Count - v).Sum(t => sink.UnitCost[t] + sink.Fee[t] + sink.CreditLoss[t])) / tonnes;
    }

    /// <summary>$/t along each corridor: by pipe that is there and has room, by widening what is laid, or by a line of one's own.</summary>
    private double[] Lengths(int v, double size, double tonnes)
    {
        double wider = planning.Trends.Min(t => t.Slope[v]);
        double own = planning.Trends.Min(t => (t.Fixed[v] / size) + t.Slope[v]);
        double running = Enumerable.Range(v, planning.Periods.Count - v).Sum(t => planning.FlowCost[t]);
        double[] length = new double[planning.Edges.Count];
        for (int e = 0; e < length.Length; e++)
        {
            CaseEdge edge = planning.Edges[e];
            double capital = edge.Existing >= size ? 0 : isLaid[e] ? wider : own;
            length[e] = edge.IsFree ? 0 : edge.Scale * (capital + running) / tonnes;
        }

        return length;
    }
}
