using System.Globalization;

namespace Trunkline.Bench.Load;

/// <summary>Looks at the server's memory every second and tells every 30 s.</summary>
internal sealed class MemoryWatch(LoadServer server, LoadLog log, TextWriter output)
{
    private const int Every = 30;
    private readonly List<double> seen = [];

    /// <param name="over">Ends the measurement; ended here where the server is no longer there.</param>
    public async Task Watch(CancellationTokenSource over)
    {
        int before = 0;
        double worked = server.ProcessorSeconds;
        try
        {
            using PeriodicTimer second = new(TimeSpan.FromSeconds(1));
            while (await second.WaitForNextTickAsync(over.Token))
            {
                if (!server.Lives)
                {
                    log.Broken("The server has ended.");
                    await over.CancelAsync();
                    return;
                }

                seen.Add(server.MemoryMb);
                if (seen.Count % Every == 0)
                {
                    int count = log.Count;
                    double now = server.ProcessorSeconds;
                    output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{seen.Count,5} s  {seen[^1],6:0} MB  {(count - before) / (double)Every,6:0.0} requests/s  {(now - worked) / Every:0.00} cores  {log.Errors.Count} errors"));
                    (before, worked) = (count, now);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The time is over.
        }
    }

    /// <summary>Memory of the last quarter of the time against that of the quarter before; means.</summary>
    public double Growth()
    {
        int quarter = seen.Count / 4;
        return quarter == 0 ? 0 : (seen[^quarter..].Average() / seen[^(2 * quarter)..^quarter].Average()) - 1;
    }
}
