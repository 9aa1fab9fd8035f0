using System.Diagnostics;

namespace Trunkline.Optimisation;

/// <summary>Callback kinds as HiGHS numbers them.</summary>
internal enum HighsNewsKind
{
    SimplexInterrupt = 1,
    InteriorPointInterrupt = 2,
    ImprovingSolution = 4,
    MipLogging = 5,
    MipInterrupt = 6,
}

/// <summary>What a callback can be asked. Fields are read by name, because their layout changes from release to release.</summary>
internal readonly unsafe struct HighsNews(void* data)
{
    private readonly void* data = data;

    public double PrimalBound => Number("mip_primal_bound\0"u8);

    public double DualBound => Number("mip_dual_bound\0"u8);

    public double Objective => Number("objective_function_value\0"u8);

    /// <summary>The better solution's values, or nothing where this news carries none.</summary>
    public ReadOnlySpan<double> Solution(int columns)
    {
        fixed (byte* name = "mip_solution\0"u8)
        {
            var values = HighsLibrary.Highs_getCallbackDataOutItem(data, name);
            return values == null ? default : new ReadOnlySpan<double>(values, columns);
        }
    }

    private double Number(ReadOnlySpan<byte> name)
    {
        fixed (byte* first = name)
        {
            var value = (double*)HighsLibrary.Highs_getCallbackDataOutItem(data, first);
            return value == null ? double.NaN : *value;
        }
    }
}

/// <summary>Listens to a run: passes progress on, and says when to stop (cancelled, out of time, gap reached by the caller's measure, or a listener failed).</summary>
internal sealed class HighsWatch(
    ModelScaling scaling, int columns, SolveOptions options, IProgress<SolveProgress>? progress, CancellationToken cancellation)
{
    private const double SecondsBetweenNews = 0.1;

    public static readonly HighsNewsKind[] Kinds =
    [
        HighsNewsKind.SimplexInterrupt, HighsNewsKind.InteriorPointInterrupt, HighsNewsKind.ImprovingSolution, HighsNewsKind.MipLogging,
        HighsNewsKind.MipInterrupt,
    ];

    private readonly Stopwatch spent = Stopwatch.StartNew();
    private double best = double.PositiveInfinity;
    private double bound = double.NegativeInfinity;
    private double gapAllowed = double.NaN;
    private double lastNews = double.NegativeInfinity;
    private Exception? failure;

    /// <summary>Whether the run was stopped because the gap, measured as the caller asked, was small enough.</summary>
    public bool GapReached { get; private set; }

    /// <summary>Whether the time allowed has passed, whatever the system's clock says.</summary>
    private bool IsOutOfTime => spent.Elapsed.TotalSeconds >= options.TimeLimitSeconds;

    /// <summary>Only these may ask HiGHS to stop.</summary>
    public static bool MayInterrupt(HighsNewsKind kind) =>
        kind is HighsNewsKind.SimplexInterrupt or HighsNewsKind.InteriorPointInterrupt or HighsNewsKind.MipInterrupt;

    /// <summary>Takes news; true to stop. Never throws.</summary>
    public bool Hear(HighsNewsKind kind, HighsNews news)
    {
        try
        {
            if (failure is null && kind is HighsNewsKind.ImprovingSolution or HighsNewsKind.MipLogging or HighsNewsKind.MipInterrupt)
            {
                HearSearch(kind, news);
            }
        }
#pragma warning disable CA1031 // Whatever a listener throws must not cross native frames; Run throws it again.
        catch (Exception thrown)
#pragma warning restore CA1031
        {
            failure = thrown;
        }

        return failure is not null || GapReached || IsOutOfTime || cancellation.IsCancellationRequested;
    }

    public void ThrowIfFailed()
    {
        if (failure is not null)
        {
            throw new InvalidOperationException("A listener of the solver failed: " + failure.Message, failure);
        }
    }

    private void HearSearch(HighsNewsKind kind, HighsNews news)
    {
        if (kind == HighsNewsKind.ImprovingSolution)
        {
            HearSolution(news);
        }

        var found = scaling.NaturalObjective(news.PrimalBound);
        var isBetter = found < best;
        best = isBetter ? found : best;
        bound = Math.Max(bound, scaling.NaturalObjective(news.DualBound));
        GapReached |= best - bound <= gapAllowed;
        var seconds = spent.Elapsed.TotalSeconds;
        if (progress is not null && (isBetter || seconds >= lastNews + SecondsBetweenNews))
        {
            lastNews = seconds;
            progress.Report(new SolveProgress(double.IsFinite(best) ? best : null, bound, seconds));
        }
    }

    private void HearSolution(HighsNews news)
    {
        var values = news.Solution(columns);
        if (options.GapScale is not null && values.Length == columns)
        {
            gapAllowed = options.RelativeGap * Math.Abs(options.GapScale(scaling.NaturalValues(values)));
            best = Math.Min(best, scaling.NaturalObjective(news.Objective));
        }
    }
}
