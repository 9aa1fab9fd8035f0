// The bench talks to the terminal; nothing else calls it.
#pragma warning disable RS0030
using System.Diagnostics;
using System.Globalization;
using Trunkline.Atlas;

namespace Trunkline.Bench;

/// <summary>
/// Least-cost search on a made-up surface: one-to-many from many terminals, against one sweep of relaxations over the same grid, and against
/// GRASS r.cost where that is installed.
/// </summary>
internal static class RouteBench
{
    /// <summary><c>routes [--columns N] [--rows N] [--terminals N] [--threads N] [--grass N]</c>.</summary>
    public static int Run(string[] args)
    {
        int columns = Option(args, "--columns", 10_000), rows = Option(args, "--rows", 5_000), terminals = Option(args, "--terminals", 100);
        int threads = Option(args, "--threads", Math.Min(2, Environment.ProcessorCount)), grass = Option(args, "--grass", 0);
        TerrainCost terrain = SyntheticSurface.Terrain(rows, columns);
        int[] places = SyntheticSurface.Places(rows, columns, terminals);
        Console.WriteLine($"surface                        {columns:N0} x {rows:N0} cells, {threads} threads");

        // The first search also warms up; the sweep runs over what it found.
        var search = new CellSearch(terrain);
        search.Run(new TerrainStep(terrain), new NoGoal(), [places[0]]);
        double[] cost = SyntheticSurface.CostByCell(search, terrain.Grid);
        double[] sweeps = [.. Enumerable.Range(0, 5).Select(_ => Processor(() => RelaxationSweep.Run(terrain, cost)))];
        double sweep = sweeps.Order().ElementAt(2) / terrain.Grid.Count * 1e9;
        Console.WriteLine($"one sweep of relaxations       {sweep:0.0} ns a cell (five runs, {sweeps.Min() / terrain.Grid.Count * 1e9:0.0} to {sweeps.Max() / terrain.Grid.Count * 1e9:0.0})");

        double[] alone = [.. places.Take(3).Select(place => Processor(() => search.Run(new TerrainStep(terrain), new NoGoal(), [place])))];
        Console.WriteLine($"one to all                     {alone.Average():0.00} s of processor, {alone.Average() / terrain.Grid.Count * 1e9:0.0} ns a cell, {alone.Average() / terrain.Grid.Count * 1e9 / sweep:0.0} sweeps");
        OneToMany(terrain, places, threads, sweep);
        if (grass > 0)
        {
            GrassComparison.Run(terrain, [.. places.Take(grass)], search, SideBySide(terrain, places, threads), threads);
        }

        Console.WriteLine($"peak memory                    {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:0} MB");
        return 0;
    }

    /// <summary>Seconds of processor that this process spends on some work.</summary>
    public static double Processor(Action work)
    {
        using Process self = Process.GetCurrentProcess();
        TimeSpan before = self.TotalProcessorTime;
        work();
        self.Refresh();
        return (self.TotalProcessorTime - before).TotalSeconds;
    }

    private static void OneToMany(TerrainCost terrain, int[] places, int threads, double sweep)
    {
        long settled = 0;
        Stopwatch clock = Stopwatch.StartNew();
        double processor = Processor(() => Parallel.For(
            0,
            places.Length,
            new ParallelOptions { MaxDegreeOfParallelism = threads },
            () => new CellSearch(terrain),
            (i, _, search) =>
            {
                search.Run(new TerrainStep(terrain), new AllGoals(places), [places[i]]);
                return search;
            },
            search => Interlocked.Add(ref settled, search.Settled)));
        double each = processor / settled * 1e9;
        Console.WriteLine($"one to {places.Length - 1} from {places.Length} terminals    {clock.Elapsed.TotalSeconds:0.0} s, {processor:0.0} s of processor, {settled / 1e6:N0} million cells settled");
        Console.WriteLine($"a settled cell                 {each:0.0} ns, {each / sweep:0.0} sweeps (limit 12)");
    }

    // Seconds by the clock for each source when as many run side by side as there are threads, to all cells.
    private static double SideBySide(TerrainCost terrain, int[] places, int threads)
    {
        var searches = new CellSearch[threads];
        Parallel.For(0, threads, i => searches[i] = Searched(terrain, places[i % places.Length]));
        Stopwatch clock = Stopwatch.StartNew();
        Parallel.For(0, threads, new ParallelOptions { MaxDegreeOfParallelism = threads }, i => searches[i].Run(new TerrainStep(terrain), new NoGoal(), [places[i % places.Length]]));
        return clock.Elapsed.TotalSeconds / threads;
    }

    private static CellSearch Searched(TerrainCost terrain, int place)
    {
        var search = new CellSearch(terrain);
        search.Run(new TerrainStep(terrain), new NoGoal(), [place]);
        return search;
    }

    private static int Option(string[] args, string name, int otherwise)
    {
        int at = Array.IndexOf(args, name);
        return at >= 0 ? int.Parse(args[at + 1], CultureInfo.InvariantCulture) : otherwise;
    }
}
