using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Trunkline.Bench.Network;

/// <summary>The table and the JSON of a run. Of several runs of one solver the median is shown, run by run in the JSON.</summary>
internal static class BenchReport
{
    private static readonly string[] Heads =
        ["instance", "solver", "best", "bound", "gap %", "net gap %", "first", "1 %", "0.1 %", "0.01 %", "proved 1 %", "0.1 %", "0.01 %", "end", "cpu", "MB", "check"];

    public static string Table(NetworkOptions options, IReadOnlyList<InstanceRecord> records)
    {
        List<string[]> rows = [Heads, .. records.SelectMany(i => i.Runs.GroupBy(r => r.Solver).Select(g => Row(options, i, [.. g])))];
        int[] widths = [.. Heads.Select((_, c) => rows.Max(r => c < r.Length ? r[c].Length : 0))];
        StringBuilder text = new();
        text.AppendLine(CultureInfo.InvariantCulture, $"Seconds of {(options.ByProcessor ? "processor" : "wall")} time; limit {options.Limit} s, gap {options.Gap}, {options.Threads} threads, seed {options.Seed}, median of {options.Runs}.");
        foreach (string[] row in rows)
        {
            text.AppendLine(string.Join("  ", row.Select((cell, c) => c < 2 || c == row.Length - 1 ? cell.PadRight(widths[c]) : cell.PadLeft(widths[c]))).TrimEnd());
        }

        foreach (InstanceRecord record in records.Where(r => r.Instance.Known is not null))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{record.Instance.Name}: {record.Instance.Known!.Value.Cost} is known from elsewhere ({record.Instance.Known.Value.Source}); best of all {record.BestKnown}.");
        }

        return text.ToString().TrimEnd();
    }

    public static JsonObject Json(NetworkOptions options, IReadOnlyList<InstanceRecord> records) => new()
    {
        ["limit"] = options.Limit,
        ["gap"] = options.Gap,
        ["threads"] = options.Threads,
        ["seed"] = options.Seed,
        ["clock"] = options.ByProcessor ? "processor" : "wall",
        ["runs"] = new JsonArray([.. records.SelectMany(i => i.Runs.Select(r => Json(options, i, r)))]),
        ["faults"] = new JsonArray([.. records.SelectMany(i => i.Faults()).Select(f => (JsonNode)f)]),
    };

    private static JsonObject Json(NetworkOptions options, InstanceRecord record, RunRecord run)
    {
        double?[] times = Times(options, record, run);
        return new JsonObject
        {
            ["instance"] = run.Instance,
            ["solver"] = run.Solver,
            ["terminals"] = record.Instance.Terminals,
            ["periods"] = record.Instance.Periods,
            ["failure"] = run.Failure,
            ["best"] = run.Best,
            ["bound"] = double.IsFinite(run.Bound) ? run.Bound : null,
            ["bestKnown"] = record.BestKnown,
            ["gap"] = Gap(run, record.Gross),
            ["gapNetwork"] = Gap(run, record.Network),
            ["first"] = times[0],
            ["reached"] = Array(times[1..4]),
            ["proved"] = Array(times[4..7]),
            ["processorToFivePercent"] = run.ProvedAt(0.05, record.Gross),
            ["seconds"] = run.Seconds,
            ["processor"] = run.Processor,
            ["peakMb"] = run.PeakMb,
            ["check"] = run.Check,
        };
    }

    private static JsonArray Array(double?[] values) => new([.. values.Select(v => v is { } number ? (JsonNode?)number : null)]);

    private static string[] Row(NetworkOptions options, InstanceRecord record, RunRecord[] runs)
    {
        if (runs.FirstOrDefault(r => r.Failure is not null) is { } failed)
        {
            return [failed.Instance, failed.Solver, failed.Failure!];
        }

        double?[][] times = [.. runs.Select(r => Times(options, record, r))];
        RunRecord worst = runs.MaxBy(r => Gap(r, record.Gross) ?? double.PositiveInfinity)!;
        string[] seconds = [.. Enumerable.Range(0, 7).Select(k => Number(Median([.. times.Select(t => t[k])]), "0.00"))];
        return
        [
            worst.Instance, worst.Solver, Number(worst.Best, "0.00"), Number(worst.Bound, "0.00"),
            Number(100 * Gap(worst, record.Gross), "0.000"), Number(100 * Gap(worst, record.Network), "0.00"), .. seconds,
            Number(Median([.. runs.Select(r => (double?)r.Seconds)]), "0.0"), Number(Median([.. runs.Select(r => (double?)r.Processor)]), "0.0"),
            Number(runs.Max(r => r.PeakMb), "0"), worst.Check,
        ];
    }

    private static double?[] Times(NetworkOptions options, InstanceRecord record, RunRecord run)
    {
        double known = record.BestKnown ?? double.NaN, scale = record.Gross ?? Math.Abs(known);
        return [run.First(options.ByProcessor), .. run.Reached(known, scale, options.ByProcessor), .. run.Proved(record.Gross, options.ByProcessor)];
    }

    private static double? Gap(RunRecord run, double? scale) =>
        run.Best is { } best && scale is > 0 && double.IsFinite(run.Bound) ? Math.Max(0, best - run.Bound) / scale : null;

    // A run that never got there counts as never.
    private static double? Median(double?[] values)
    {
        double[] sorted = [.. values.Select(v => v ?? double.PositiveInfinity).Order()];
        double middle = sorted[sorted.Length / 2];
        return double.IsFinite(middle) ? middle : null;
    }

    private static string Number(double? value, string format) => value is { } number && double.IsFinite(number) ? number.ToString(format, CultureInfo.InvariantCulture) : "-";
}
