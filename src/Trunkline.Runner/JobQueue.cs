using System.Diagnostics.Metrics;
using System.Threading.Channels;
using Trunkline.Domain;
using Trunkline.Planner;

namespace Trunkline.Runner;

/// <summary>
/// Does jobs on threads of its own, never on those that answer requests. Quick jobs (questions to an open plan) have one thread, long ones another, proofs a third, so that
/// nobody's new plan waits for the proof of an old one; while a quick one runs the others wait at their next word of progress.
/// </summary>
public sealed class JobQueue : IDisposable
{
    private const int MostRemembered = 500;
    private const int NewsHeld = 256;

    private readonly TimeProvider clock;
    private readonly string prefix;
    private readonly Lock gate = new();
    private readonly List<Job> jobs = [];
    private readonly List<Listener> listeners = [];
    private readonly ManualResetEventSlim mayRunLong = new(initialState: true);
    private readonly CancellationTokenSource closing = new();
    private readonly Lane quick;
    private readonly Lane slow;
    private readonly Lane proofs;
    private readonly Meter length;
    private long number;
    private int made;

    /// <param name="clock">For the times that are shown.</param>
    public JobQueue(TimeProvider clock)
    {
        this.clock = clock;
        prefix = clock.GetUtcNow().UtcTicks.ToString("x", System.Globalization.CultureInfo.InvariantCulture)[^10..];
        quick = new Lane("trunkline quick", Do);
        slow = new Lane("trunkline solver", Do);
        proofs = new Lane("trunkline proofs", Do);
        length = SolveSignals.Queue(Waiting);
    }

    /// <summary>Queues a job.</summary>
    public JobNews Submit(JobRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        Job job;
        JobNews news;
        lock (gate)
        {
            news = new JobNews(
                $"{prefix}-{++made}", ++number, request.Kind, JobState.Queued, request.Title, request.PlanId, request.StudyId, clock.GetUtcNow(), null, null, 0, null, null)
            {
                Workspace = request.Workspace,
                By = request.By,
            };
            job = new Job(request, news, CancellationTokenSource.CreateLinkedTokenSource(closing.Token));
            jobs.Add(job);
            Forget();
            news = Publish(job, news with { Ahead = jobs.Count(j => j != job && !j.News.IsOver && IsQuick(j) == IsQuick(job)) });
        }

        (IsQuick(job) ? quick : request.Kind == JobKind.Proof ? proofs : slow).Add(job);
        return news;
    }

    /// <summary>A job, or null where it is not known or forgotten.</summary>
    public JobNews? Find(string id)
    {
        lock (gate)
        {
            return jobs.Find(j => j.News.Id == id)?.News;
        }
    }

    /// <summary>All jobs that are remembered, the newest first.</summary>
    public IReadOnlyList<JobNews> All()
    {
        lock (gate)
        {
            return [.. jobs.Select(j => j.News).Reverse()];
        }
    }

    /// <summary>Asks a job to stop; false where there is no such job that is not over.</summary>
    public bool Cancel(string id)
    {
        lock (gate)
        {
            if (jobs.Find(j => j.News.Id == id) is not { News.IsOver: false } job)
            {
                return false;
            }

            job.Cancel();
            if (job.News.State == JobState.Queued)
            {
                End(job, JobState.Cancelled, null);
            }

            return true;
        }
    }

    /// <summary>Asks all jobs to stop that are of a kind and not over.</summary>
    public void CancelAll(JobKind kind, Func<JobNews, bool> which)
    {
        foreach (JobNews job in All().Where(j => j.Kind == kind && !j.IsOver && which(j)))
        {
            Cancel(job.Id);
        }
    }

    /// <summary>What the job has ended with, once it has; null where the time given is over first.</summary>
    public async Task<JobNews?> Outcome(string id, TimeSpan patience, CancellationToken cancellation)
    {
        Task<JobNews>? ended;
        lock (gate)
        {
            ended = jobs.Find(j => j.News.Id == id)?.Ended.Task;
        }

        try
        {
            return ended is null ? null : await ended.WaitAsync(patience, clock, cancellation);
        }
        catch (TimeoutException)
        {
            return null;
        }
    }

    /// <summary>The state of a job now and whatever is heard of it, until it is over; of all jobs, and without end, where no id is given.</summary>
    public async IAsyncEnumerable<JobNews> Watch(string? id, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        // A slow reader loses old news, not the newest.
        Channel<JobNews> news = Channel.CreateBounded<JobNews>(new BoundedChannelOptions(NewsHeld) { FullMode = BoundedChannelFullMode.DropOldest });
        Listener listener = new(id, news.Writer);
        lock (gate)
        {
            listeners.Add(listener);
            foreach (Job job in jobs.Where(j => id is null ? !j.News.IsOver : j.News.Id == id))
            {
                news.Writer.TryWrite(job.News);
            }
        }

        try
        {
            await foreach (JobNews item in news.Reader.ReadAllAsync(cancellation))
            {
                yield return item;
                if (id is not null && item.IsOver)
                {
                    yield break;
                }
            }
        }
        finally
        {
            lock (gate)
            {
                listeners.Remove(listener);
            }
        }
    }

    /// <summary>Stops all jobs and waits for the threads.</summary>
    public void Dispose()
    {
        length.Dispose();
        closing.Cancel();
        mayRunLong.Set();
        quick.Dispose();
        slow.Dispose();
        proofs.Dispose();
        mayRunLong.Dispose();
        closing.Dispose();
    }

    private static bool IsQuick(Job job) => job.Kind is JobKind.WhatIf or JobKind.Open;

    private void Do(Job job)
    {
        Func<IProgress<PlanProgress>, CancellationToken, JobResult> work;
        lock (gate)
        {
            if (job.News.IsOver)
            {
                return;
            }

            work = job.Work!;
            Publish(job, job.News with { State = JobState.Running, Started = clock.GetUtcNow(), Ahead = null });
        }

        job.Span = SolveSignals.Begin(job.News, job.Asked);
        if (IsQuick(job))
        {
            mayRunLong.Reset();
        }

        try
        {
            JobResult result = work(new Reporter(this, job), job.Token);
            bool stopped = job.Token.IsCancellationRequested && !result.IsGood;
            End(job, stopped ? JobState.Cancelled : result.IsGood ? JobState.Done : JobState.Failed, result);
        }
        catch (Exception e) when (e is OperationCanceledException || (job.Token.IsCancellationRequested && e is SolveFaultException))
        {
            End(job, JobState.Cancelled, null);
        }
        catch (SolveFaultException fault)
        {
            End(job, JobState.Failed, new JobResult(fault.Outcome, Why: fault.Why));
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // A broken promise of ours must not take the queue with it.
            End(job, JobState.Failed, new JobResult("broken", Problems: [new Problem("server", e.Message, "This is a fault of Trunkline; please report it.")]));
        }
        finally
        {
            mayRunLong.Set();
        }
    }

    private void Report(Job job, PlanProgress progress)
    {
        if (!IsQuick(job))
        {
            mayRunLong.Wait(job.Token);
        }

        lock (gate)
        {
            if (!job.News.IsOver)
            {
                Publish(job, job.News with { Progress = progress });
            }
        }
    }

    private void End(Job job, JobState state, JobResult? result)
    {
        lock (gate)
        {
            JobNews over = Publish(job, job.News with { State = state, Ended = clock.GetUtcNow(), Ahead = null, Result = result, PlanId = result?.PlanId ?? job.News.PlanId });
            SolveSignals.Over(over, job.Span);
            job.Ended.TrySetResult(over);
            job.LetGo();
        }
    }

    private Dictionary<JobKind, int> Waiting()
    {
        lock (gate)
        {
            return Enum.GetValues<JobKind>().ToDictionary(k => k, k => jobs.Count(j => j.Kind == k && j.News.State == JobState.Queued));
        }
    }

    private JobNews Publish(Job job, JobNews news)
    {
        job.News = news with { Number = ++number };
        foreach (Listener listener in listeners.Where(l => l.Id is null || l.Id == news.Id))
        {
            listener.News.TryWrite(job.News);
        }

        return job.News;
    }

    private void Forget()
    {
        if (jobs.Count > MostRemembered && jobs.Find(j => j.News.IsOver) is { } oldest)
        {
            jobs.Remove(oldest);
        }
    }

    private sealed record Listener(string? Id, ChannelWriter<JobNews> News);

    private sealed class Reporter(JobQueue queue, Job job) : IProgress<PlanProgress>
    {
        public void Report(PlanProgress value) => queue.Report(job, value);
    }
}
