namespace Trunkline.NetworkDesign;

/// <summary>An earlier design and its multipliers in the terms of a changed problem; what no longer exists is left out.</summary>
internal sealed class Recollection
{
    private readonly DesignProblem problem;
    private readonly DesignMemory memory;
    private readonly DesignLink link;
    private readonly int[] sinkNow;
    private readonly int[] arcNow;

    public Recollection(DesignProblem problem, DesignMemory memory, DesignLink link)
    {
        this.problem = problem;
        this.memory = memory;
        this.link = link;
        sinkNow = Inverse(link.Sink, memory.Problem.Sinks.Length);
        arcNow = Inverse(link.Arc, memory.Problem.Arcs.Length);
    }

    /// <summary>The design, with options matched by their run and rates within what the options allow now.</summary>
    public DesignerState Design()
    {
        int periods = problem.PeriodCount;
        int[] option = new int[problem.Supplies.Length];
        double[] rate = new double[option.Length * periods];
        ILookup<int, Parcel> parcels = memory.State.Parcels.ToLookup(p => p.Supply);
        List<Parcel> kept = [];
        for (int k = 0; k < option.Length; k++)
        {
            int old = link.Supply[k];
            option[k] = old < 0 || memory.State.Option[old] < 0
                ? -1
                : Match(problem.Supplies[k].Options, memory.Problem.Supplies[old].Options[memory.State.Option[old]]);
            if (option[k] >= 0)
            {
                ReadOnlySpan<double> before = memory.State.Rate.AsSpan(old * periods, periods);
                Span<double> now = rate.AsSpan(k * periods, periods);
                Fit(problem.Supplies[k].Options[option[k]], before, now);
                kept.AddRange(before.SequenceEqual(now) ? parcels[old].Select(p => Now(p, k)).OfType<Parcel>() : []);
            }
        }

        return new DesignerState(option, rate, [.. kept], new double[problem.SideRows.Length]);
    }

    /// <summary>The multipliers; a thing that is new begins at zero.</summary>
    public double[] Multipliers(DesignInstance instance, DualSpace space)
    {
        DualSpace before = memory.Space;
        double[] y = new double[space.Count];
        Array.Copy(memory.Multipliers, y, problem.PeriodCount);
        CopyRows(before, y, space);
        for (int j = 0; j < link.Sink.Length; j++)
        {
            CopyPeriods(link.Sink[j], before.SinkAt, j, space.SinkAt, y);
        }

        Dictionary<int, int> placeOf = before.ExistingArcs.Index().ToDictionary(a => a.Item, a => a.Index);
        foreach ((int place, int arc) in space.ExistingArcs.Index())
        {
            CopyPeriods(placeOf.GetValueOrDefault(link.Arc[arc], -1), before.ExistingAt, place, space.ExistingAt, y);
        }

        for (int i = 0; i < y.Length; i++)
        {
            y[i] = Math.Min(y[i], space.Upper[i]);
        }

        return y;
    }

    private void CopyRows(DualSpace before, double[] y, DualSpace space)
    {
        Dictionary<string, int> rowOf = memory.Problem.SideRows.Index().ToDictionary(r => r.Item.Name, r => r.Index, StringComparer.Ordinal);
        foreach ((int r, SideRow row) in problem.SideRows.Index())
        {
            y[space.RowAt + r] = rowOf.TryGetValue(row.Name, out int old) ? memory.Multipliers[before.RowAt + old] : 0;
        }
    }

    private void CopyPeriods(int from, int fromAt, int to, int toAt, double[] y)
    {
        if (from >= 0)
        {
            Array.Copy(memory.Multipliers, fromAt + (from * problem.PeriodCount), y, toAt + (to * problem.PeriodCount), problem.PeriodCount);
        }
    }

    private Parcel? Now(Parcel old, int supply)
    {
        int sink = sinkNow[old.Sink];
        if (sink < 0)
        {
            return null;
        }

        List<int> way = new(old.Way.Length);
        foreach (int step in old.Way)
        {
            int arc = arcNow[step < 0 ? ~step : step];
            if (arc >= 0)
            {
                way.Add(step < 0 ? ~arc : arc);
            }
            else if (Detour(step) is { } detour)
            {
                way.AddRange(detour);
            }
            else
            {
                return null;
            }
        }

        return new Parcel(supply, sink, old.Rate, link.Detours.Count == 0 ? [.. way] : WithoutLoops(way));
    }

    // The way round a step that is gone, in the changed problem; null where there is none.
    private int[]? Detour(int step) =>
        link.Detours.TryGetValue(step < 0 ? ~step : step, out int[]? forward) ? step >= 0 ? forward : [.. forward.Reverse().Select(a => ~a)] : null;

    // Detours of neighbouring steps may overlap.
    private int[] WithoutLoops(List<int> way)
    {
        List<int> kept = [];
        List<int> nodes = [];
        foreach (int step in way)
        {
            DesignArc arc = problem.Arcs[step < 0 ? ~step : step];
            (int from, int to) = step < 0 ? (arc.To, arc.From) : (arc.From, arc.To);
            if (nodes.Count == 0)
            {
                nodes.Add(from);
            }

            kept.Add(step);
            nodes.Add(to);
            int seen = nodes.IndexOf(to);
            kept.RemoveRange(seen, kept.Count - seen);
            nodes.RemoveRange(seen + 1, nodes.Count - seen - 1);
        }

        return [.. kept];
    }

    // The run with the same beginning that ends nearest; none where the supply can no longer begin then.
    private static int Match(SupplyOption[] options, SupplyOption old) => options.Index()
        .Where(o => o.Item.FirstPeriod == old.FirstPeriod)
        .OrderBy(o => Math.Abs(o.Item.LastPeriod - old.LastPeriod))
        .Select(o => o.Index)
        .FirstOrDefault(-1);

    private static void Fit(SupplyOption option, ReadOnlySpan<double> before, Span<double> now)
    {
        for (int t = option.FirstPeriod; t <= option.LastPeriod; t++)
        {
            double wanted = before[t] > 0 ? before[t] : option.Maximum[t];
            now[t] = Math.Max(option.Minimum[t], Math.Min(option.Maximum[t], wanted));
        }
    }

    private static int[] Inverse(int[] old, int count)
    {
        int[] now = new int[count];
        Array.Fill(now, -1);
        for (int i = 0; i < old.Length; i++)
        {
            if (old[i] >= 0)
            {
                now[old[i]] = i;
            }
        }

        return now;
    }
}
