// The bench talks to the terminal; nothing else calls it.
#pragma warning disable RS0030
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Trunkline.Atlas;

namespace Trunkline.Bench;

/// <summary>The same grid and the same sources given to GRASS r.cost (eight neighbours), cost of every cell compared.</summary>
internal static class GrassComparison
{
    /// <param name="together">Seconds by the clock that each source takes when as many run side by side as there are threads.</param>
    public static void Run(TerrainCost terrain, int[] sources, CellSearch search, double together, int threads)
    {
        string folder = Path.Combine(Path.GetTempPath(), $"trunkline-grass-{Environment.ProcessId}");
        Directory.CreateDirectory(folder);
        try
        {
            File.WriteAllBytes(Path.Combine(folder, "surface.bin"), MemoryMarshal.AsBytes(terrain.Grid.Surface.Multiplier.AsSpan()).ToArray());
            Grass(folder, $"r.in.bin -f input={folder}/surface.bin output=surface rows={terrain.Grid.Surface.Rows} cols={terrain.Grid.Surface.Columns} north={terrain.Grid.Surface.Rows} south=0 east={terrain.Grid.Surface.Columns} west=0 --quiet");
            foreach (int source in sources)
            {
                double clock = Compare(terrain, source, search, folder);
                Console.WriteLine($"by the clock                   {together:0.00} s a source with {threads} side by side; r.cost, which knows one thread, {clock:0.0} s, {clock / together:0.0} times as long");
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static double Compare(TerrainCost terrain, int source, CellSearch search, string folder)
    {
        double ours = RouteBench.Processor(() => search.Run(new TerrainStep(terrain), new NoGoal(), [source]));
        string east = ((source % terrain.Grid.Surface.Columns) + 0.5).ToString(CultureInfo.InvariantCulture);
        string north = (terrain.Grid.Surface.Rows - (source / terrain.Grid.Surface.Columns) - 0.5).ToString(CultureInfo.InvariantCulture);
        string answer = Grass(folder, $"g.region raster=surface; TIMEFORMAT='took %U %S %R'; time r.cost input=surface output=cost start_coordinates={east},{north} memory=8000 --overwrite --quiet");
        double[] took = [.. answer.Split('\n').Last(line => line.StartsWith("took", StringComparison.Ordinal)).Split(' ').Skip(1).Select(word => double.Parse(word, CultureInfo.InvariantCulture))];
        Grass(folder, $"g.region raster=surface; r.out.bin -f input=cost output={folder}/cost.bin bytes=8 --overwrite --quiet");
        double theirs = took[0] + took[1];
        Console.WriteLine($"source in cell {source,-16}{ours:0.00} s of processor; r.cost {theirs:0.00} s ({took[2]:0.0} s by the clock), {theirs / ours:0.0} times as long (limit 5); costs differ by {Difference(terrain, search, folder):0.0e+0} at most");
        return took[2];
    }

    private static double Difference(TerrainCost terrain, CellSearch search, string folder)
    {
        double worst = 0;
        ReadOnlySpan<double> cost = MemoryMarshal.Cast<byte, double>(File.ReadAllBytes(Path.Combine(folder, "cost.bin")));
        for (int cell = 0; cell < terrain.Grid.Count; cell++)
        {
            double own = search.CostOf(cell);
            worst = Math.Max(worst, Math.Abs(own - cost[cell]) / Math.Max(own, 1e-9));
        }

        return worst;
    }

    private static string Grass(string folder, string commands)
    {
        string location = Path.Combine(folder, "location");
        string make = Directory.Exists(location) ? "true" : $"grass -c XY -e {location}";
        ProcessStartInfo start = new("bash", ["-c", $"{make} && grass {location}/PERMANENT --exec bash -c \"{commands}\""]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        string error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output.Result + error : throw new InvalidOperationException($"GRASS failed (apt-get install grass-core):\n{output.Result}{error}");
    }
}
