namespace Trunkline.NetworkDesign;

/// <summary>
/// Sends given supply rates to sinks along shortest paths for given arc prices, period by period. A sink that fills up is closed and
/// what it could not take is sent again; the nearest supplies have first call.
/// </summary>
internal sealed class Router
{
    // Less room than this share of the largest flow is none.
    private const double Crumb = 1e-12;

    private readonly DesignInstance instance;
    private readonly ShortestPaths paths;
    private readonly int[] sinkNode;
    private readonly double[] start;
    private readonly double[] left;
    private readonly double[] load;
    private readonly double[] room;
    private readonly double[] lifetimeUsed;
    private readonly double[] slack;
    private readonly double crumb;
    private readonly List<int> waiting = [];

    public Router(DesignInstance instance)
    {
        this.instance = instance;
        paths = new ShortestPaths(instance.Graph);
        sinkNode = [.. instance.Problem.Sinks.Select(s => s.Node)];
        start = new double[instance.SinkCount];
        left = new double[instance.SupplyCount];
        load = new double[instance.Graph.NodeCount];
        room = new double[instance.SinkCount];
        lifetimeUsed = new double[instance.SinkCount];
        slack = new double[instance.Rows.Count];
        crumb = Crumb * instance.LargestFlow.DefaultIfEmpty(0).Max();
    }

    /// <summary>Writes flows, absorption and what is stranded into the draft. Lengths are [period][arc], sink prices [period][sink].</summary>
    public void Route(Draft draft, double[][] length, double[][] sinkPrice)
    {
        Array.Clear(draft.Flow);
        Array.Clear(draft.Absorbed);
        Array.Clear(lifetimeUsed);
        SetSlack(draft);
        for (int t = 0; t < instance.Periods; t++)
        {
            RoutePeriod(draft, t, length[t], sinkPrice[t]);
        }
    }

    private void SetSlack(Draft draft)
    {
        int[] first = [.. draft.Option.Select((o, k) => o < 0 ? -1 : instance.Problem.Supplies[k].Options[o].FirstPeriod)];
        double[] activity = instance.Rows.Activity(first, draft.Rate, draft.Absorbed);
        for (int r = 0; r < slack.Length; r++)
        {
            slack[r] = instance.Rows.Limits[r] - activity[r];
        }
    }

    private void RoutePeriod(Draft draft, int period, double[] length, double[] sinkPrice)
    {
        waiting.Clear();
        for (int k = 0; k < left.Length; k++)
        {
            left[k] = draft.Rate[(k * instance.Periods) + period];
            if (left[k] > 0)
            {
                waiting.Add(k);
            }
        }

        for (int j = 0; j < room.Length; j++)
        {
            room[j] = Room(j, period);
            start[j] = room[j] > crumb ? sinkPrice[j] : double.PositiveInfinity;
        }

        while (waiting.Count > 0 && Pass(draft, period, length))
        {
        }

        draft.Stranded[period] = waiting.Sum(k => left[k]);
    }

    private bool Pass(Draft draft, int period, double[] length)
    {
        paths.Run(length, sinkNode, start);
        Array.Clear(load);
        waiting.Sort((a, b) => paths.Distance[Node(a)].CompareTo(paths.Distance[Node(b)]) is int c and not 0 ? c : a.CompareTo(b));
        bool any = false;
        foreach (int k in waiting)
        {
            any |= Admit(draft, period, k);
        }

        Push(draft, period);
        waiting.RemoveAll(k => left[k] <= crumb);
        return any;
    }

    private bool Admit(Draft draft, int period, int supply)
    {
        int sink = paths.Root[Node(supply)];
        if (sink < 0)
        {
            return false;
        }

        double rate = Math.Min(left[supply], Math.Min(room[sink], RowRoom(sink, period)));
        if (rate < left[supply])
        {
            start[sink] = double.PositiveInfinity;
        }

        if (rate <= crumb)
        {
            return start[sink] == double.PositiveInfinity;
        }

        left[supply] -= rate;
        room[sink] -= rate;
        load[Node(supply)] += rate;
        int key = (sink * instance.Periods) + period;
        draft.Absorbed[key] += rate;
        lifetimeUsed[sink] += rate * instance.Problem.PeriodLengths[period];
        instance.Rows.Absorbed.AddTo(slack, key, -rate);
        return true;
    }

    private int Node(int supply) => instance.Problem.Supplies[supply].Node;

    private double Room(int sink, int period)
    {
        Sink of = instance.Problem.Sinks[sink];
        double modules = period >= of.FirstModulePeriod && of.MaxModules > 0 ? of.ModuleRate * of.MaxModules : 0;
        if (!double.IsPositiveInfinity(of.ModuleLifetime))
        {
            double life = (of.ModuleLifetime * of.MaxModules) - lifetimeUsed[sink];
            modules = Math.Max(0, Math.Min(modules, life / instance.Problem.PeriodLengths[period]));
        }

        return of.FreeRate[period] + modules;
    }

    private double RowRoom(int sink, int period)
    {
        TermTable table = instance.Rows.Absorbed;
        double least = double.PositiveInfinity;
        int key = (sink * instance.Periods) + period;
        for (int i = table.First[key]; i < table.First[key + 1]; i++)
        {
            if (table.Coefficient[i] > 0)
            {
                least = Math.Min(least, Math.Max(0, slack[table.Row[i]]) / table.Coefficient[i]);
            }
        }

        return least;
    }

    private void Push(Draft draft, int period)
    {
        for (int i = paths.SettledCount - 1; i >= 0; i--)
        {
            int node = paths.Settled[i];
            int parent = paths.Parent[node];
            if (parent < 0 || load[node] == 0)
            {
                continue;
            }

            int arc = paths.ParentArc[node];
            load[parent] += load[node];
            draft.Flow[(arc * instance.Periods) + period] += instance.Problem.Arcs[arc].From == node ? load[node] : -load[node];
        }
    }
}
