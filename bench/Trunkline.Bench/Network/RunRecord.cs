using System.Text.Json.Nodes;

namespace Trunkline.Bench.Network;

/// <summary>What a child told of one run.</summary>
internal sealed class RunRecord(string instance, string solver)
{
    private static readonly double[] Shares = [0.01, 0.001, 0.0001];

    private readonly List<(double Seconds, double Processor, double? Best, double Bound)> moments = [];

    public string Instance { get; } = instance;

    public string Solver { get; } = solver;

    /// <summary>Why there is no run; null where there is one.</summary>
    public string? Failure { get; set; }

    public double? Best { get; private set; }

    public double Bound { get; private set; } = double.NegativeInfinity;

    public double? Gross { get; private set; }

    public double? Network { get; private set; }

    public double PeakMb { get; private set; }

    public double Seconds { get; private set; }

    public double Processor { get; private set; }

    public string Check { get; private set; } = BenchInstance.NotChecked;

    public bool HasEnded { get; private set; }

    /// <summary>Takes a line of the child's output.</summary>
    public void Hear(string line)
    {
        if (line.StartsWith("@ {", StringComparison.Ordinal))
        {
            JsonNode json = JsonNode.Parse(line[2..])!;
            Take((double)json["seconds"]!, (double)json["processor"]!, (double?)json["best"], (double?)json["bound"] ?? double.NegativeInfinity);
        }
        else if (line.StartsWith("= {", StringComparison.Ordinal))
        {
            End(JsonNode.Parse(line[2..])!);
        }
        else if (Solver == "scip" && ScipRun.Read(line) is { } news)
        {
            Take(news.Seconds, news.Seconds, news.Best, news.Bound);
        }
    }

    /// <summary>Time to a first solution.</summary>
    public double? First(bool byProcessor) => When(m => m.Best is not null, byProcessor);

    /// <summary>Time to a solution within 1 %, 0.1 % and 0.01 % of a cost.</summary>
    public double?[] Reached(double known, double scale, bool byProcessor) =>
        [.. Shares.Select(x => When(m => m.Best <= known + (x * scale) + (1e-9 * scale), byProcessor))];

    /// <summary>Time until 1 %, 0.1 % and 0.01 % were proved.</summary>
    public double?[] Proved(double? gross, bool byProcessor) =>
        [.. Shares.Select(x => When(m => m.Best is { } best && best - m.Bound <= (x * (gross ?? Math.Abs(best))) + 1e-9, byProcessor))];

    /// <summary>Processor time until the gap was at most a share; null where it never was.</summary>
    public double? ProvedAt(double share, double? gross) =>
        When(m => m.Best is { } best && best - m.Bound <= share * (gross ?? Math.Abs(best)), byProcessor: true);

    private double? When(Func<(double Seconds, double Processor, double? Best, double Bound), bool> isSo, bool byProcessor)
    {
        foreach (var moment in moments)
        {
            if (isSo(moment))
            {
                return byProcessor ? moment.Processor : moment.Seconds;
            }
        }

        return null;
    }

    // A solver may tell its best and its bound apart; what it has is the best of all it told.
    private void Take(double seconds, double processor, double? best, double bound)
    {
        Best = best is null ? Best : Math.Min(best.Value, Best ?? double.PositiveInfinity);
        Bound = Math.Max(Bound, bound);
        moments.Add((seconds, processor, Best, Bound));
    }

    private void End(JsonNode json)
    {
        (Seconds, Processor, PeakMb) = ((double)json["seconds"]!, (double)json["processor"]!, (double)json["peakMb"]!);
        (Gross, Network, Check) = ((double?)json["gross"], (double?)json["network"], (string)json["check"]!);
        Take(Seconds, Processor, (double?)json["best"], (double?)json["bound"] ?? double.NegativeInfinity);
        HasEnded = true;
    }
}
