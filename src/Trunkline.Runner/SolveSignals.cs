using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Text.Json;

namespace Trunkline.Runner;

/// <summary>
/// What is told of solves to whoever watches the program: a span for each, how many ended how, and how long they took. Nobody listens unless the program around it says so,
/// and nothing in it names a person.
/// </summary>
public static class SolveSignals
{
    /// <summary>Name under which spans and measurements are listened for.</summary>
    public const string Name = "Trunkline.Runner";

    private const string KindTag = "trunkline.job.kind";
    private const string OutcomeTag = "trunkline.outcome";

    /// <summary>From an answer at once to a night.</summary>
    private static readonly double[] Steps = [0.1, 0.3, 1, 3, 10, 30, 100, 300, 1000, 3000, 10_000];

    private static readonly ActivitySource Spans = new(Name);
    private static readonly Meter Meter = new(Name);
    private static readonly Counter<long> Solves = Meter.CreateCounter<long>("trunkline.solves", "{solve}", "Solves that have ended, by kind and outcome.");
    private static readonly Histogram<double> Seconds = Meter.CreateHistogram(
        "trunkline.solve.duration", "s", "How long solves took, from the beginning of the work to its end.", null, new InstrumentAdvice<double> { HistogramBucketBoundaries = Steps });

    /// <summary>What a job waits in is measured as long as it is there.</summary>
    /// <param name="waiting">How many jobs of each kind wait.</param>
    internal static Meter Queue(Func<IReadOnlyDictionary<JobKind, int>> waiting)
    {
        Meter meter = new(Name);
        meter.CreateObservableUpDownCounter(
            "trunkline.queue.length", () => waiting().Select(w => new Measurement<int>(w.Value, new KeyValuePair<string, object?>(KindTag, Word(w.Key)))), "{job}", "Jobs that wait to be done, by kind.");
        return meter;
    }

    /// <summary>The span of a job that begins on this thread, within that of the request that asked for it.</summary>
    /// <param name="asked">Of the request; nothing where nobody asked.</param>
    internal static Activity? Begin(JobNews job, ActivityContext asked)
    {
        // The thread may have been started in the middle of somebody's request.
        Activity.Current = null;
        return Spans.StartActivity("solve", ActivityKind.Internal, asked)?.SetTag(KindTag, Word(job.Kind)).SetTag("trunkline.study.id", job.StudyId);
    }

    /// <summary>The job has ended.</summary>
    internal static void Over(JobNews over, Activity? span)
    {
        // What was cancelled before its turn was no solve.
        if (over is not { Started: { } started, Ended: { } ended })
        {
            return;
        }

        string outcome = over.State == JobState.Cancelled ? "cancelled" : over.Result?.Outcome ?? "broken";
        double seconds = (ended - started).TotalSeconds;
        Count(Word(over.Kind), outcome, seconds);
        span?.SetTag(OutcomeTag, outcome).SetTag("trunkline.seconds", seconds).SetStatus(outcome == "broken" ? ActivityStatusCode.Error : ActivityStatusCode.Unset).Dispose();
    }

    /// <summary>A future of a sweep has been computed, here or by a worker.</summary>
    internal static void Future(SolverAnswer answer) => Count("future", JsonNamingPolicy.KebabCaseLower.ConvertName(answer.Result.Status.ToString()), answer.Seconds);

    private static void Count(string kind, string outcome, double seconds)
    {
        Solves.Add(1, new(KindTag, kind), new(OutcomeTag, outcome));
        Seconds.Record(seconds, new(KindTag, kind), new(OutcomeTag, outcome));
    }

    private static string Word(JobKind kind) => JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString());
}
