namespace Trunkline.Pillars;

/// <summary>
/// Whose CO2 is where: pipes mix, so what leaves a node is made up as what arrives there. One label an origin; shares at a node add up to one.
/// </summary>
internal sealed class NodeMixes
{
    /// <summary>A share that moves less than this has come to rest.</summary>
    private const double AtRest = 1e-12;

    private const int MostSweeps = 500;

    private static readonly IReadOnlyDictionary<int, double> Nothing = new Dictionary<int, double>();

    private readonly Dictionary<string, Dictionary<int, double>> shares = new(StringComparer.Ordinal);

    /// <param name="steps">Flows with more than nothing in them, each in its direction.</param>
    /// <param name="origins">What enters the network, where, and from whom.</param>
    public NodeMixes(IReadOnlyList<FlowStep> steps, IReadOnlyList<FlowOrigin> origins)
    {
        ILookup<string, FlowStep> into = steps.ToLookup(s => s.To, StringComparer.Ordinal);
        ILookup<string, FlowOrigin> at = origins.ToLookup(o => o.Node, StringComparer.Ordinal);
        (IReadOnlyList<string> order, bool hasRing) = Order(steps, origins);
        for (int sweep = 0; sweep < (hasRing ? MostSweeps : 1); sweep++)
        {
            double moved = 0;
            foreach (string node in order)
            {
                moved = Math.Max(moved, Mix(node, into[node], at[node]));
            }

            if (moved <= AtRest)
            {
                break;
            }
        }
    }

    /// <summary>Shares by label at a node; empty where nothing passes.</summary>
    public IReadOnlyDictionary<int, double> At(string node) => shares.TryGetValue(node, out Dictionary<int, double>? mix) ? mix : Nothing;

    private double Mix(string node, IEnumerable<FlowStep> arriving, IEnumerable<FlowOrigin> entering)
    {
        Dictionary<int, double> amounts = [];
        foreach (FlowOrigin origin in entering)
        {
            amounts[origin.Label] = amounts.GetValueOrDefault(origin.Label) + origin.Rate;
        }

        foreach (FlowStep step in arriving)
        {
            foreach ((int label, double share) in At(step.From))
            {
                amounts[label] = amounts.GetValueOrDefault(label) + (share * step.Rate);
            }
        }

        double whole = amounts.Values.Sum();
        Dictionary<int, double> mix = whole > 0 ? amounts.ToDictionary(a => a.Key, a => a.Value / whole) : [];
        double moved = mix.Count == At(node).Count ? mix.Select(m => Math.Abs(m.Value - At(node).GetValueOrDefault(m.Key))).DefaultIfEmpty(0).Max() : 1;
        shares[node] = mix;
        return moved;
    }

    /// <summary>From origins downstream; nodes on a ring come last and settle by repeated sweeps.</summary>
    private static (List<string> Nodes, bool HasRing) Order(IReadOnlyList<FlowStep> steps, IReadOnlyList<FlowOrigin> origins)
    {
        SortedDictionary<string, int> waiting = new(StringComparer.Ordinal);
        foreach (string node in steps.SelectMany(s => new[] { s.From, s.To }).Concat(origins.Select(o => o.Node)))
        {
            waiting[node] = 0;
        }

        foreach (FlowStep step in steps)
        {
            waiting[step.To]++;
        }

        ILookup<string, FlowStep> from = steps.ToLookup(s => s.From, StringComparer.Ordinal);
        Queue<string> ready = new(waiting.Where(w => w.Value == 0).Select(w => w.Key));
        List<string> order = [];
        while (ready.TryDequeue(out string? node))
        {
            order.Add(node);
            foreach (string next in from[node].Select(s => s.To).Where(next => --waiting[next] == 0))
            {
                ready.Enqueue(next);
            }
        }

        string[] onRings = [.. waiting.Keys.Except(order, StringComparer.Ordinal)];
        return ([.. order, .. onRings], onRings.Length > 0);
    }
}

/// <summary>A flow from one node to another, t/y, more than zero.</summary>
internal readonly record struct FlowStep(string From, string To, double Rate);

/// <summary>What enters at a node, t/y, and whose it is.</summary>
internal readonly record struct FlowOrigin(string Node, int Label, double Rate);
