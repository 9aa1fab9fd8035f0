using Trunkline.Optimisation;

namespace Trunkline.Planner;

/// <summary>The columns of the exact model, found by what they mean. Rates are in t/y, sizes in t/y of capacity.</summary>
public sealed class Decisions
{
    private readonly PlanningCase planning;
    private readonly int[][] open;
    private readonly int[][][] captured;
    private readonly int[][] forward;
    private readonly int[][] back;
    private readonly int[][][] built;
    private readonly int[][][] size;
    private readonly int[][] projects;
    private readonly int[][] injected;

    /// <summary>Adds a column for every decision of the case to a new model; costs are added by <see cref="ICost"/>.</summary>
    public Decisions(PlanningCase planning)
    {
        this.planning = planning;
        double all = planning.Supplies.Sum(s => s.Capacity.Value);
        open = Table(planning.Supplies, s => s.Options.Count, (s, o) => Whole($"open[{SupplyName(s)},{OptionName(s.Options[o])}]", 1));
        captured = [.. planning.Supplies.Select(s => Table(s.Options, _ => PeriodCount, (o, t) =>
            o.RunsIn(t) ? Part($"captured[{SupplyName(s)},{OptionName(o)},{Year(t)}]", s.Capacity.Value) : -1))];
        forward = Table(planning.Edges, _ => PeriodCount, (e, t) => Part($"forward[{e.Id},{Year(t)}]", all));
        back = Table(planning.Edges, _ => PeriodCount, (e, t) => e.IsFree ? -1 : Part($"back[{e.Id},{Year(t)}]", all));
        built = [.. planning.Edges.Select(e => e.IsFree ? [] : Table(planning.Trends, _ => PeriodCount, (c, v) => Whole($"built[{e.Id},{c.Source.Id},{Year(v)}]", 1)))];
        size = [.. planning.Edges.Select(e => e.IsFree ? [] : Table(planning.Trends, _ => PeriodCount, (c, v) => Part($"size[{e.Id},{c.Source.Id},{Year(v)}]", c.Source.Capacity.Value)))];
        projects = Table(planning.Sinks, _ => PeriodCount, (j, v) => Whole($"projects[{j.Id},{Year(v)}]", j.Formation?.MaxProjects ?? 0));
        injected = Table(planning.Sinks, _ => PeriodCount, (j, t) => Part($"injected[{j.Id},{Year(t)}]", all));
    }

    /// <summary>The model the columns stand in.</summary>
    public LinearModel Model { get; } = new();

    private int PeriodCount => planning.Periods.Count;

    /// <summary>1 where a supply takes an option.</summary>
    public int Open(int supply, int option) => open[supply][option];

    /// <summary>t/y captured under an option; the option must run in the period.</summary>
    public int Captured(int supply, int option, int period) => captured[supply][option][period];

    /// <summary>t/y from the edge's first node to its second.</summary>
    public int Forward(int edge, int period) => forward[edge][period];

    /// <summary>t/y from the edge's second node to its first; not for free steps.</summary>
    public int Back(int edge, int period) => back[edge][period];

    /// <summary>1 where a pipe of a trend is bought.</summary>
    public int Built(int edge, int trend, int period) => built[edge][trend][period];

    /// <summary>Capacity bought with a trend.</summary>
    public int Size(int edge, int trend, int period) => size[edge][trend][period];

    /// <summary>Storage projects opened.</summary>
    public int Projects(int sink, int period) => projects[sink][period];

    /// <summary>t/y injected or used.</summary>
    public int Injected(int sink, int period) => injected[sink][period];

    /// <summary>First calendar year of a period: how rows and columns name it.</summary>
    public int Year(int period) => planning.Periods[period].From;

    /// <summary>All captured columns that run in a period with their supply.</summary>
    public IEnumerable<(int Supply, int Option, int Column)> CapturedIn(int period) =>
        from i in Enumerable.Range(0, planning.Supplies.Count)
        from o in Enumerable.Range(0, planning.Supplies[i].Options.Count)
        where planning.Supplies[i].Options[o].RunsIn(period)
        select (i, o, Captured(i, o, period));

    private static string SupplyName(CaseSupply supply) => supply.Id;

    private string OptionName(CaseOption option) => $"{planning.Periods[option.First].From}-{planning.Periods[option.Last].To}";

    private int Whole(string name, double upper) => Model.AddColumn(name, 0, 0, upper, isInteger: true);

    /// <summary>The bound cuts nothing off (no way back and forth pays), and a search over bounded columns is sounder than one over endless ones.</summary>
    private int Part(string name, double most) => Model.AddColumn(name, 0, 0, most);

    private static int[][] Table<T>(IEnumerable<T> things, Func<T, int> count, Func<T, int, int> column) =>
        [.. things.Select(thing => Enumerable.Range(0, count(thing)).Select(i => column(thing, i)).ToArray())];
}
