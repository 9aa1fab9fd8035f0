using System.Buffers;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;

namespace Trunkline.Bench.Load;

/// <summary>What was asked, how long each answer took until its last byte, and what went wrong.</summary>
internal sealed class LoadLog
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, List<double>> reads = [];
    private readonly Dictionary<string, List<double>> works = [];
    private readonly List<string> errors = [];
    private readonly Dictionary<string, int> solved = [];

    /// <summary>Answers other than the good ones, and requests without one.</summary>
    public IReadOnlyList<string> Errors => errors;

    /// <summary>How many requests have been answered.</summary>
    public int Count
    {
        get
        {
            lock (gate)
            {
                return reads.Values.Concat(works.Values).Sum(v => v.Count);
            }
        }
    }

    /// <summary>Sends a request and writes down how long it took.</summary>
    /// <param name="isRead">True where it counts as a read of the plan's pages; its body is read and forgotten.</param>
    /// <returns>The body as JSON; null where it is not needed, or not there.</returns>
    public async Task<JsonNode?> Timed(string name, Func<Task<HttpResponseMessage>> send, bool isRead, CancellationToken over)
    {
        long begun = Stopwatch.GetTimestamp();
        try
        {
            using HttpResponseMessage answer = await send();
            JsonNode? body = isRead || !answer.IsSuccessStatusCode ? null : JsonNode.Parse(await answer.Content.ReadAsStringAsync(over));
            await Drain(answer, over);
            Add(isRead ? reads : works, name, Stopwatch.GetElapsedTime(begun).TotalMilliseconds, answer.IsSuccessStatusCode ? null : $"{name}: {(int)answer.StatusCode}");
            return body;
        }
        catch (Exception gone) when ((gone is HttpRequestException or IOException or OperationCanceledException) && !over.IsCancellationRequested)
        {
            Add(isRead ? reads : works, name, Stopwatch.GetElapsedTime(begun).TotalMilliseconds, $"{name}: {gone.Message}");
            return null;
        }
        catch (Exception gone) when (gone is HttpRequestException or IOException)
        {
            throw new OperationCanceledException(over);
        }
    }

    /// <summary>Something went wrong that is no answer.</summary>
    public void Broken(string what)
    {
        lock (gate)
        {
            errors.Add(what);
        }
    }

    /// <summary>A solve has ended.</summary>
    public void Solved(string study, string state, string? outcome)
    {
        lock (gate)
        {
            solved[$"{state} ({outcome ?? "none"})"] = solved.GetValueOrDefault($"{state} ({outcome ?? "none"})") + 1;
            if (state != "done")
            {
                errors.Add($"solve of {study}: {state}, {outcome}");
            }
        }
    }

    /// <summary>How long a share of all reads took at most, ms.</summary>
    public double ReadsAt(double share) => At([.. reads.Values.SelectMany(v => v).Order()], share);

    /// <summary>The report, line by line.</summary>
    public IEnumerable<string> Lines()
    {
        yield return $"{"ms",-22} {"count",7} {"p50",7} {"p95",7} {"p99",7} {"most",7}";
        foreach ((string name, List<double> values) in reads.OrderBy(r => r.Key, StringComparer.Ordinal).Concat(works.OrderBy(w => w.Key, StringComparer.Ordinal).Select(w => KeyValuePair.Create($"analysts: {w.Key}", w.Value))))
        {
            double[] sorted = [.. values.Order()];
            yield return string.Create(CultureInfo.InvariantCulture, $"{name,-22} {sorted.Length,7} {At(sorted, 0.5),7:0.0} {At(sorted, 0.95),7:0.0} {At(sorted, 0.99),7:0.0} {sorted[^1],7:0.0}");
        }

        yield return $"solves: {string.Join(", ", solved.Select(s => $"{s.Value} {s.Key}"))}";
        foreach (string error in errors.Take(20))
        {
            yield return $"error: {error}";
        }
    }

    private static double At(double[] sorted, double share) => sorted.Length == 0 ? 0 : sorted[Math.Min(sorted.Length - 1, (int)Math.Ceiling(share * sorted.Length) - 1)];

    private static async Task Drain(HttpResponseMessage answer, CancellationToken over)
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
        try
        {
            Stream body = await answer.Content.ReadAsStreamAsync(over);
            while (await body.ReadAsync(buffer, over) > 0)
            {
                // Only the time is of interest.
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private void Add(Dictionary<string, List<double>> where, string name, double milliseconds, string? error)
    {
        lock (gate)
        {
            if (!where.TryGetValue(name, out List<double>? values))
            {
                where[name] = values = [];
            }

            values.Add(milliseconds);
            if (error is not null)
            {
                errors.Add(error);
            }
        }
    }
}
