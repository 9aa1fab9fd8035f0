using Trunkline.NetworkDesign;

namespace Trunkline.Planner;

/// <summary>What stands when a period begins, written into the solution of the whole study as it grows.</summary>
internal sealed class StepState
{
    private const int Never = -1;

    private readonly PlanningCase whole;
    private readonly int[] first;
    private readonly int[] stopped;

    public StepState(PlanningCase whole)
    {
        this.whole = whole;
        int periods = whole.Periods.Count;
        first = [.. Enumerable.Repeat(Never, whole.Supplies.Count)];
        stopped = [.. Enumerable.Repeat(Never, whole.Supplies.Count)];
        Solution = new DesignSolution
        {
            Option = [.. Enumerable.Repeat(Never, whole.Supplies.Count)],
            Supplied = Table<double>(whole.Supplies.Count, periods),
            Flow = Table<double>(whole.Edges.Count, periods),
            Bought = Table<Purchase?>(whole.Edges.Count, periods),
            Modules = Table<int>(whole.Sinks.Count, periods),
            Absorbed = Table<double>(whole.Sinks.Count, periods),
        };
    }

    public DesignSolution Solution { get; }

    public bool HasOpened(int supply) => first[supply] != Never;

    public bool HasStopped(int supply) => stopped[supply] != Never;

    public int FirstOf(int supply) => first[supply];

    /// <summary>True where the rules let the unit go on only: it may stop once, when the credit of its vintage has ended.</summary>
    public bool MustRun(int supply, int period) =>
        HasOpened(supply) && !HasStopped(supply) && !Runs(supply).Any(last => last == period - 1);

    /// <summary>Capacity of a corridor that was bought before a period, t/y.</summary>
    public double Laid(int edge, int period) => Enumerable.Range(0, period).Sum(v => Solution.Bought[edge][v]?.Capacity ?? 0);

    /// <summary>Projects opened before a period.</summary>
    public int Projects(int sink, int period) => Solution.Modules[sink].Take(period).Sum();

    /// <summary>What a sink took before a period, t.</summary>
    public double Filled(int sink, int period) => Enumerable.Range(0, period).Sum(t => whole.Periods[t].Length * Solution.Absorbed[sink][t]);

    /// <summary>Books a period's answer.</summary>
    public void Take(DesignSolution step, int period)
    {
        for (int i = 0; i < first.Length; i++)
        {
            Take(i, step.Option[i] >= 0, step.Supplied[i][0], period);
        }

        for (int e = 0; e < whole.Edges.Count; e++)
        {
            Solution.Flow[e][period] = step.Flow[e][0];
            Solution.Bought[e][period] = step.Bought[e][0];
        }

        for (int j = 0; j < whole.Sinks.Count; j++)
        {
            Solution.Modules[j][period] = step.Modules[j][0];
            Solution.Absorbed[j][period] = step.Absorbed[j][0];
        }
    }

    /// <summary>Names the run that each unit turned out to take.</summary>
    public void Close()
    {
        for (int i = 0; i < first.Length; i++)
        {
            int last = HasStopped(i) ? stopped[i] - 1 : whole.Periods.Count - 1;
            Solution.Option[i] = HasOpened(i)
                ? whole.Supplies[i].Options.Index().First(o => o.Item.First == first[i] && o.Item.Last == last).Index
                : Never;
        }
    }

    private void Take(int supply, bool runs, double rate, int period)
    {
        Solution.Supplied[supply][period] = runs ? rate : 0;
        if (runs && !HasOpened(supply))
        {
            first[supply] = period;
        }
        else if (!runs && HasOpened(supply) && !HasStopped(supply))
        {
            stopped[supply] = period;
        }
    }

    private IEnumerable<int> Runs(int supply) => whole.Supplies[supply].Options.Where(o => o.First == first[supply]).Select(o => o.Last);

    private static T[][] Table<T>(int rows, int periods) => [.. Enumerable.Range(0, rows).Select(_ => new T[periods])];
}
