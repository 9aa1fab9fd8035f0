namespace Trunkline.Bench.Load;

/// <summary>Somebody who looks: opens the map, then a page every 2 to 5 s; after twenty or so goes, and another comes who has nothing yet.</summary>
internal sealed class Reader(HttpClient client, NationalPages pages, LoadLog log, Random chance)
{
    private const double StaysFor = 20;

    public async Task Work(CancellationToken over)
    {
        try
        {
            // Nobody comes at the same moment as everybody else.
            await Task.Delay(TimeSpan.FromSeconds(chance.NextDouble() * 5), over);
            Page page = pages.Map;
            while (true)
            {
                foreach (string path in page.Paths)
                {
                    await log.Timed(page.Name, () => client.GetAsync(path, HttpCompletionOption.ResponseHeadersRead, over), isRead: true, over);
                }

                await Task.Delay(TimeSpan.FromSeconds(2 + (3 * chance.NextDouble())), over);
                page = chance.NextDouble() < 1 / StaysFor ? pages.Map : pages.Next(chance);
            }
        }
        catch (OperationCanceledException) when (over.IsCancellationRequested)
        {
            client.Dispose();
        }
    }
}
