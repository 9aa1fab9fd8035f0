using Trunkline.Atlas;
using Trunkline.Planner;

namespace Trunkline.Tests.Unit.Planner.Properties;

/// <summary>
/// Tries every run of every unit, every purchase on every corridor and every number of projects; what is left is linear and goes to a simplex of our
/// own. M$ and Mt. It shares no line with the planner's rules, costs or solver.
/// </summary>
internal sealed class ExhaustiveSearch
{
    private readonly TinyWorld world;
    private readonly CandidateNetwork network;
    private readonly YearByYear money;
    private readonly IReadOnlyList<Unit> units;
    private readonly Formation? rock;
    private readonly CarbonUse? use;
    private readonly int periods;
    private readonly double[] cheapestSink;
    private double best = double.PositiveInfinity;

    private ExhaustiveSearch(TinyWorld world)
    {
        this.world = world;
        network = world.Dataset.Network!;
        money = new YearByYear(world);
        units = [.. money.Units()];
        rock = world.Dataset.Formations.SingleOrDefault();
        use = world.Dataset.Uses.SingleOrDefault();
        periods = money.PeriodCount;
        cheapestSink = [.. Enumerable.Range(0, periods).Select(t =>
            Math.Min(rock is null ? double.PositiveInfinity : money.Injecting(rock, t), use is null ? double.PositiveInfinity : money.Using(use, t)))];
    }

    /// <summary>The least net cost in M$; null where no plan exists.</summary>
    public static double? Net(TinyWorld world)
    {
        var search = new ExhaustiveSearch(world);
        search.ChooseRuns(new UnitRun?[search.units.Count], 0);
        return double.IsFinite(search.best) ? search.best : null;
    }

    private double Target(int t) => world.Study.Goal is Goal.CaptureTarget target ? target.Rates[t].Megatonnes : 0;

    private void ChooseRuns(UnitRun?[] runs, int unit)
    {
        if (unit < runs.Length)
        {
            foreach (UnitRun? run in units[unit].Runs.Append(null))
            {
                runs[unit] = run;
                ChooseRuns(runs, unit + 1);
            }
        }
        else if (Enumerable.Range(0, periods).All(t => Running(runs, t).Sum(i => units[i].Capacity) >= Target(t) - 1e-9) && WithinPace(runs))
        {
            double least = runs.Sum(r => r?.Fixed ?? 0) + Enumerable.Range(0, periods).Sum(t => Running(runs, t).Sum(i =>
                Math.Min((runs[i]!.PerTonne[t] + cheapestSink[t]) * units[i].Capacity, (runs[i]!.PerTonne[t] + cheapestSink[t]) * runs[i]!.Least[t])));
            ChooseProjects(runs, new int[periods], 0, least);
        }
    }

    private static IEnumerable<int> Running(UnitRun?[] runs, int t) =>
        Enumerable.Range(0, runs.Length).Where(i => runs[i] is { } run && run.First <= t && t <= run.Last);

    private bool WithinPace(UnitRun?[] runs) =>
        world.Study.Limits.YearlyBuild is not { } pace || Enumerable.Range(0, periods).All(v =>
            Enumerable.Range(0, runs.Length).Where(i => runs[i]?.First == v).Sum(i => units[i].Capacity) <= (pace.Megatonnes * world.Study.Periods[v].Length) + 1e-9);

    private void ChooseProjects(UnitRun?[] runs, int[] projects, int period, double least)
    {
        if (least >= best)
        {
            return;
        }

        if (period == periods)
        {
            ChoosePipes(runs, projects, new PipeTrend?[network.Edges.Count * periods], 0, least);
            return;
        }

        int room = rock is null || !money.MayOpen(rock, period) ? 0 : rock.MaxProjects - projects.Take(period).Sum();
        for (int opened = 0; opened <= room; opened++)
        {
            projects[period] = opened;
            ChooseProjects(runs, projects, period + 1, least + (opened == 0 ? 0 : opened * money.Project(rock!, period)));
        }

        projects[period] = 0;
    }

    private void ChoosePipes(UnitRun?[] runs, int[] projects, PipeTrend?[] pipes, int at, double least)
    {
        if (least >= best)
        {
            return;
        }

        if (at == pipes.Length)
        {
            best = Math.Min(best, new RestOfPlan(this, runs, projects, pipes).Net() ?? double.PositiveInfinity);
            return;
        }

        pipes[at] = null;
        ChoosePipes(runs, projects, pipes, at + 1, least);
        foreach (PipeTrend trend in world.Dataset.PipeTrends)
        {
            pipes[at] = trend;
            ChoosePipes(runs, projects, pipes, at + 1, least + money.Pipe(trend, network.Edges[at / periods].WeightedLength.Value, at % periods).Fixed);
        }

        pipes[at] = null;
    }

    /// <summary>Rates, flows and sizes once everything whole is decided: a linear problem, its columns numbered as they are asked for.</summary>
    private sealed class RestOfPlan(ExhaustiveSearch search, UnitRun?[] runs, int[] projects, PipeTrend?[] pipes)
    {
        private readonly Dictionary<(string Kind, int Thing, int Period), int> columns = [];
        private readonly List<double> cost = [];
        private readonly List<Limit> limits = [];

        public double? Net()
        {
            double whole = runs.Sum(r => r?.Fixed ?? 0);
            for (int t = 0; t < search.periods; t++)
            {
                whole += projects[t] == 0 ? 0 : projects[t] * search.money.Project(search.rock!, t);
                Units(t);
                whole += Corridors(t);
                Sinks(t);
                Balance(t);
                Region(t);
            }

            Pores();
            double? rest = SmallSimplex.Minimise([.. cost], limits);
            return whole + rest;
        }

        private int Column(string kind, int thing, int t, double price = 0)
        {
            if (!columns.TryGetValue((kind, thing, t), out int column))
            {
                columns[(kind, thing, t)] = column = cost.Count;
                cost.Add(price);
            }

            return column;
        }

        private void AtMost(double right, params (double, int)[] terms) => limits.Add(new Limit(Sum(terms), false, right));

        private static Dictionary<int, double> Sum(IEnumerable<(double Coefficient, int Column)> terms) =>
            terms.GroupBy(t => t.Column).ToDictionary(g => g.Key, g => g.Sum(t => t.Coefficient));

        private void Units(int t)
        {
            List<(double, int)> all = [];
            foreach (int i in Running(runs, t))
            {
                int captured = Column("captured", i, t, runs[i]!.PerTonne[t]);
                AtMost(search.units[i].Capacity, (1, captured));
                if (runs[i]!.Least[t] > 0)
                {
                    AtMost(-runs[i]!.Least[t], (-1, captured));
                }

                all.Add((-1, captured));
            }

            if (search.Target(t) > 0)
            {
                AtMost(-search.Target(t), [.. all]);
            }
        }

        private double Corridors(int t)
        {
            double whole = 0;
            for (int e = 0; e < search.network.Edges.Count; e++)
            {
                CandidateEdge way = search.network.Edges[e];
                double pumping = search.money.Pumping(way.WeightedLength.Value, t);
                List<(double, int)> load = [(1, Column("forth", e, t, pumping)), (1, Column("back", e, t, pumping))];
                if (pipes[(e * search.periods) + t] is { } trend)
                {
                    (double opening, double perCapacity) = search.money.Pipe(trend, way.WeightedLength.Value, t);
                    whole += opening;
                    AtMost(trend.Capacity.Megatonnes, (1, Column("size", e, t, perCapacity)));
                }

                load.AddRange(Enumerable.Range(0, t + 1).Where(v => columns.ContainsKey(("size", e, v))).Select(v => (-1d, columns[("size", e, v)])));
                AtMost(way.ExistingCapacity.Megatonnes, [.. load]);
            }

            return whole;
        }

        private void Sinks(int t)
        {
            if (search.rock is { } rock)
            {
                AtMost(projects.Take(t + 1).Sum() * rock.ProjectRate.Megatonnes, (1, Column("rock", 0, t, search.money.Injecting(rock, t))));
            }

            if (search.use is { } use)
            {
                AtMost(search.money.Demand(use, t), (1, Column("use", 0, t, search.money.Using(use, t))));
            }

            (double, int)[] air = [.. Running(runs, t).Where(i => search.units[i].FromAir).Select(i => (1d, columns[("captured", i, t)]))];
            if (air.Length > 0)
            {
                AtMost(0, [.. air, .. search.rock is null ? Array.Empty<(double, int)>() : [(-1d, columns[("rock", 0, t)])]]);
            }
        }

        private void Balance(int t)
        {
            for (int n = 0; n < search.network.Nodes.Count; n++)
            {
                HashSet<string> here = [.. search.network.Nodes[n].Hosts];
                List<(double, int)> terms = [.. Running(runs, t).Where(i => here.Contains(search.units[i].Host)).Select(i => (1d, columns[("captured", i, t)]))];
                for (int e = 0; e < search.network.Edges.Count; e++)
                {
                    CandidateEdge way = search.network.Edges[e];
                    double sign = (way.To == n ? 1 : 0) - (way.From == n ? 1 : 0);
                    terms.AddRange(sign == 0 ? [] : [(sign, columns[("forth", e, t)]), (-sign, columns[("back", e, t)])]);
                }

                terms.AddRange(search.use is { } use && here.Contains(use.Id) ? [(-1d, columns[("use", 0, t)])] : Array.Empty<(double, int)>());
                terms.AddRange(search.network.StorageAccess.Any(a => a.Node == n) ? [(-1d, Column("enter", n, t))] : Array.Empty<(double, int)>());
                limits.Add(new Limit(Sum(terms), true, 0));
            }

            if (search.rock is not null)
            {
                limits.Add(new Limit(Sum([(-1d, columns[("rock", 0, t)]), .. search.network.StorageAccess.Select(a => (1d, columns[("enter", a.Node, t)]))]), true, 0));
            }
        }

        private void Region(int t)
        {
            foreach (InjectionLimit limit in search.world.Study.Limits.Injection)
            {
                (double, int)[] inside =
                [
                    .. search.rock is { } rock && limit.States.Contains(rock.State) ? new[] { (1d, columns[("rock", 0, t)]) } : [],
                    .. search.use is { } use && limit.States.Contains(use.State) ? new[] { (1d, columns[("use", 0, t)]) } : [],
                ];
                AtMost(limit.Rate.Megatonnes, inside);
            }
        }

        /// <summary>Over all periods the rock takes no more than its projects hold.</summary>
        private void Pores()
        {
            if (search.rock is { } rock)
            {
                AtMost(projects.Sum() * rock.ProjectCapacity.Value / 1e6,
                    [.. Enumerable.Range(0, search.periods).Select(t => ((double)search.world.Study.Periods[t].Length, columns[("rock", 0, t)]))]);
            }
        }
    }
}
