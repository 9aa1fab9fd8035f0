using Trunkline.Planner;

namespace Trunkline.Report;

/// <summary>
/// Whose CO2 reaches which storage. In a shared pipe tonnes lose their names; each stream that leaves a node is taken to hold what came in by share, which is
/// how gas mixes.
/// </summary>
internal static class FlowTrace
{
    private const double Trace = 1;

    public static IReadOnlyList<PeriodFlows> Of(PlanView view) =>
        [.. view.Plan.Periods.Select((p, t) => new PeriodFlows(p.From, p.To, Links(view.Plan, t)))];

    private static FlowLink[] Links(Plan plan, int period)
    {
        Dictionary<string, Node> nodes = Nodes(plan, period);
        Dictionary<(string State, string Sink), double> links = [];
        foreach (Node node in InOrder(nodes))
        {
            double total = node.Mix.Values.Sum();
            if (total <= Trace)
            {
                continue;
            }

            foreach ((string state, double rate) in node.Mix)
            {
                Spread(node, state, rate / total, nodes, links);
            }
        }

        Dictionary<string, string> names = plan.Storages.ToDictionary(s => s.SinkId, s => s.Name);
        return
        [
            .. links.Where(l => l.Value > Trace)
                .Select(l => new FlowLink(l.Key.State, l.Key.Sink, names[l.Key.Sink], l.Value / 1e6))
                .OrderByDescending(l => l.MtPerYear).ThenBy(l => l.From, StringComparer.Ordinal),
        ];
    }

    private static void Spread(Node node, string state, double share, Dictionary<string, Node> nodes, Dictionary<(string, string), double> links)
    {
        foreach ((string to, double rate) in node.Out)
        {
            nodes[to].Mix[state] = nodes[to].Mix.GetValueOrDefault(state) + (share * rate);
        }

        foreach ((string sink, double rate) in node.Stored)
        {
            links[(state, sink)] = links.GetValueOrDefault((state, sink)) + (share * rate);
        }
    }

    private static Dictionary<string, Node> Nodes(Plan plan, int period)
    {
        Dictionary<string, Node> nodes = [];
        Node at(string id) => nodes.TryGetValue(id, out Node? node) ? node : nodes[id] = new Node();
        foreach (PlannedCapture capture in plan.Captures.Where(c => c.Rate[period].Value > Trace))
        {
            Dictionary<string, double> mix = at(capture.Node).Mix;
            mix[capture.State] = mix.GetValueOrDefault(capture.State) + capture.Rate[period].Value;
        }

        foreach (PlannedPipe pipe in plan.Pipes.Where(p => Math.Abs(p.Flow[period].Value) > Trace))
        {
            bool forward = pipe.Flow[period].Value > 0;
            (string from, string to) = forward ? (pipe.From, pipe.To) : (pipe.To, pipe.From);
            at(from).Out.Add((to, Math.Abs(pipe.Flow[period].Value)));
            at(to).Entering++;
        }

        foreach (PlannedStorage storage in plan.Storages)
        {
            foreach (StorageEntry entry in storage.Entries.Where(e => e.Rate[period].Value > Trace))
            {
                at(entry.Node).Stored.Add((storage.SinkId, entry.Rate[period].Value));
            }
        }

        return nodes;
    }

    /// <summary>Upstream before downstream; where pipes run in a ring, the node with the fewest pipes still to come.</summary>
    private static IEnumerable<Node> InOrder(Dictionary<string, Node> nodes)
    {
        PriorityQueue<string, int> ready = new();
        Dictionary<string, int> left = nodes.ToDictionary(n => n.Key, n => n.Value.Entering);
        HashSet<string> done = [];
        foreach ((string id, int entering) in left.OrderBy(l => l.Key, StringComparer.Ordinal))
        {
            ready.Enqueue(id, entering);
        }

        while (ready.TryDequeue(out string? id, out _))
        {
            if (!done.Add(id))
            {
                continue;
            }

            yield return nodes[id];
            foreach ((string to, _) in nodes[id].Out)
            {
                left[to]--;
                ready.Enqueue(to, left[to]);
            }
        }
    }

    private sealed class Node
    {
        /// <summary>t/y that came in, by state of capture.</summary>
        public Dictionary<string, double> Mix { get; } = [];

        public List<(string To, double Rate)> Out { get; } = [];

        public List<(string Sink, double Rate)> Stored { get; } = [];

        public int Entering { get; set; }
    }
}
