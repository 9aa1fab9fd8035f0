using Trunkline.Domain;
using Trunkline.NetworkDesign;

namespace Trunkline.Planner;

/// <summary>Reads the decisions of a written plan back into the words of a case, by ids.</summary>
internal sealed class PlanDecisions(PlanningCase planning)
{
    private readonly Dictionary<string, int> supplies = Places(planning.Supplies.Select(s => s.Id));
    private readonly Dictionary<string, int> sinks = Places(planning.Sinks.Select(s => s.Id));
    private readonly Dictionary<string, int> edges = Places(planning.Edges.Select(e => e.Id));
    private readonly Dictionary<string, int> trends = Places(planning.Trends.Select(t => t.Source.Id));

    private int PeriodCount => planning.Periods.Count;

    /// <summary>The decisions, or the first things in the plan that the case does not know.</summary>
    public Checked<DesignSolution> Of(Plan plan)
    {
        var solution = new DesignSolution
        {
            Option = [.. Enumerable.Repeat(-1, planning.Supplies.Count)],
            Supplied = Table<double>(planning.Supplies.Count),
            Flow = Table<double>(planning.Edges.Count),
            Bought = Table<Purchase?>(planning.Edges.Count),
            Modules = Table<int>(planning.Sinks.Count),
            Absorbed = Table<double>(planning.Sinks.Count),
        };
        string[] strangers =
        [
            .. plan.Captures.Where(c => !Take(c, solution)).Select(c => c.StreamId),
            .. plan.Pipes.Where(p => !Take(p, solution)).Select(p => p.EdgeId),
            .. plan.Storages.Where(s => !Take(s, solution)).Select(s => s.SinkId),
        ];
        return strangers.Length == 0
            ? Checked<DesignSolution>.Right(solution)
            : Checked<DesignSolution>.Wrong([new Problem(
                "plan.json", $"The study's case does not know: {string.Join(", ", strangers.Take(5))}{(strangers.Length > 5 ? ", ..." : string.Empty)}.", "Make the plan again.")]);
    }

    private bool Take(PlannedCapture capture, DesignSolution solution)
    {
        if (!supplies.TryGetValue(capture.StreamId, out int i))
        {
            return false;
        }

        solution.Option[i] = planning.Supplies[i].Options.Index()
            .Where(o => o.Item.First == capture.FirstPeriod && o.Item.Last == capture.LastPeriod).Select(o => o.Index).FirstOrDefault(-1);
        Copy(capture.Rate.Select(r => r.Value), solution.Supplied[i]);
        return solution.Option[i] >= 0;
    }

    private bool Take(PlannedPipe pipe, DesignSolution solution)
    {
        if (!edges.TryGetValue(pipe.EdgeId, out int e))
        {
            return false;
        }

        Copy(pipe.Flow.Select(f => f.Value), solution.Flow[e]);
        bool known = true;
        foreach (int v in planning.PeriodIndices.Where(v => pipe.Bought[v].Value > 0))
        {
            known &= trends.TryGetValue(pipe.Trend[v] ?? string.Empty, out int trend);
            solution.Bought[e][v] = new Purchase(trend, pipe.Bought[v].Value);
        }

        return known;
    }

    private bool Take(PlannedStorage storage, DesignSolution solution)
    {
        if (!sinks.TryGetValue(storage.SinkId, out int j))
        {
            return false;
        }

        Copy(storage.Rate.Select(r => r.Value), solution.Absorbed[j]);
        Copy(storage.Projects, solution.Modules[j]);
        bool known = true;
        foreach (StorageEntry entry in planning.Sinks[j].IsDedicated ? storage.Entries : [])
        {
            known &= edges.TryGetValue($"enter:{storage.SinkId}:{entry.Node}", out int e);
            Copy(entry.Rate.Select(r => r.Value), solution.Flow[e]);
        }

        return known;
    }

    private static void Copy<T>(IEnumerable<T> from, T[] to)
    {
        foreach ((int t, T value) in from.Index())
        {
            to[t] = value;
        }
    }

    private T[][] Table<T>(int rows) => [.. Enumerable.Range(0, rows).Select(_ => new T[PeriodCount])];

    private static Dictionary<string, int> Places(IEnumerable<string> ids) => ids.Index().ToDictionary(i => i.Item, i => i.Index, StringComparer.Ordinal);
}
