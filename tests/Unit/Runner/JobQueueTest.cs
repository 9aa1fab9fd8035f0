using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Runtime.CompilerServices;
using Trunkline.Domain;
using Trunkline.Runner;

namespace Trunkline.Tests.Unit.Runner;

/// <summary>What the queue does with jobs, and what it keeps of them.</summary>
public sealed class JobQueueTest
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>The news of the last 500 jobs are remembered; each may have worked on half a gigabyte, which is not.</summary>
    [Fact]
    public async Task What_a_job_worked_on_is_let_go_when_it_is_over()
    {
        using JobQueue queue = new(TimeProvider.System);
        (string id, WeakReference worked) = Submitted(queue);
        Assert.NotNull(await queue.Outcome(id, Timeout.InfiniteTimeSpan, Token));
        // The thread that did it lets go of its own hold when it takes up the next one.
        JobNews next = queue.Submit(new JobRequest(JobKind.Plan, Title, null, null, (_, _) => new JobResult("plan")));
        await queue.Outcome(next.Id, Timeout.InfiniteTimeSpan, Token);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        Assert.False(worked.IsAlive);
        Assert.Equal(JobState.Done, queue.Find(id)!.State);
    }

    /// <summary>A solver that was ended is no fault of the server: the job says why, or was cancelled where that is why.</summary>
    [Fact]
    public async Task A_job_whose_solver_was_ended_says_why()
    {
        using JobQueue queue = new(TimeProvider.System);
        JobNews failed = queue.Submit(new JobRequest(JobKind.Plan, Title, null, null, (_, _) => throw new SolveFaultException(SolveFault.OutOfMemory, Title)));
        JobNews? over = await queue.Outcome(failed.Id, Timeout.InfiniteTimeSpan, Token);
        Assert.Equal((JobState.Failed, "out-of-memory", Title), (over!.State, over.Result!.Outcome, over.Result.Why));
        using ManualResetEventSlim isRunning = new();
        JobNews cancelled = queue.Submit(new JobRequest(JobKind.Plan, Title, null, null, (_, cancellation) =>
        {
            isRunning.Set();
            cancellation.WaitHandle.WaitOne();
            throw new SolveFaultException(SolveFault.Crashed, Title);
        }));
        isRunning.Wait(Token);
        queue.Cancel(cancelled.Id);
        Assert.Equal(JobState.Cancelled, (await queue.Outcome(cancelled.Id, Timeout.InfiniteTimeSpan, Token))!.State);
    }

    [Fact]
    public async Task A_job_that_waits_is_cancelled_at_once_and_never_done()
    {
        using JobQueue queue = new(TimeProvider.System);
        using ManualResetEventSlim go = new();
        bool isDone = false;
        JobNews first = queue.Submit(new JobRequest(JobKind.Plan, Title, null, null, (_, _) =>
        {
            go.Wait(Token);
            return new JobResult("plan");
        }));
        JobNews second = queue.Submit(new JobRequest(JobKind.Plan, Title, null, null, (_, _) =>
        {
            isDone = true;
            return new JobResult("plan");
        }));
        Assert.True(queue.Cancel(second.Id));
        Assert.Equal(JobState.Cancelled, queue.Find(second.Id)!.State);
        Assert.False(queue.Cancel(second.Id));
        go.Set();
        await queue.Outcome(first.Id, Timeout.InfiniteTimeSpan, Token);
        JobNews third = queue.Submit(new JobRequest(JobKind.Plan, Title, null, null, (_, _) => new JobResult("plan")));
        await queue.Outcome(third.Id, Timeout.InfiniteTimeSpan, Token);
        Assert.False(isDone);
    }

    [Fact]
    public async Task A_solve_is_a_span_within_that_of_whoever_asked()
    {
        ConcurrentQueue<Activity> spans = [];
        using ActivityListener listener = new()
        {
            ShouldListenTo = s => s.Name is SolveSignals.Name or "a request",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = spans.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        using ActivitySource source = new("a request");
        using JobQueue queue = new(TimeProvider.System);
        using Activity request = source.StartActivity("asked")!;
        JobNews good = queue.Submit(new JobRequest(JobKind.WhatIf, Title, null, "span-good", (_, _) => new JobResult("plan"))), broken = queue.Submit(new JobRequest(JobKind.Plan, Title, null, "span-broken", (_, _) => throw new InvalidOperationException("Ann")));
        await queue.Outcome(good.Id, Timeout.InfiniteTimeSpan, Token);
        await queue.Outcome(broken.Id, Timeout.InfiniteTimeSpan, Token);
        Activity first = Assert.Single(spans, s => s.GetTagItem("trunkline.study.id") as string == "span-good"), second = Assert.Single(spans, s => s.GetTagItem("trunkline.study.id") as string == "span-broken");
        Assert.Equal(("solve", request.TraceId, request.SpanId), (first.OperationName, first.TraceId, first.ParentSpanId));
        Assert.Equal(("what-if", "plan", ActivityStatusCode.Unset), (first.GetTagItem("trunkline.job.kind"), first.GetTagItem("trunkline.outcome"), first.Status));
        Assert.Equal(("plan", "broken", ActivityStatusCode.Error), (second.GetTagItem("trunkline.job.kind"), second.GetTagItem("trunkline.outcome"), second.Status));
        Assert.True(second.GetTagItem("trunkline.seconds") is >= 0.0);
        Assert.DoesNotContain(second.TagObjects, t => t.Value is string text && text.Contains("Ann", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Solves_are_counted_by_outcome_and_what_waits_is_measured()
    {
        ConcurrentQueue<(string Name, double Value, string Tags)> heard = [];
        using MeterListener listener = new();
        listener.InstrumentPublished = (instrument, l) =>
        {
            if (instrument.Meter.Name == SolveSignals.Name)
            {
                l.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>((i, value, tags, _) => heard.Enqueue((i.Name, value, Text(tags))));
        listener.SetMeasurementEventCallback<double>((i, value, tags, _) => heard.Enqueue((i.Name, value, Text(tags))));
        listener.SetMeasurementEventCallback<int>((i, value, tags, _) => heard.Enqueue((i.Name, value, Text(tags))));
        listener.Start();
        using ManualResetEventSlim begun = new(), go = new();
        using JobQueue queue = new(TimeProvider.System);
        JobNews first = queue.Submit(new JobRequest(JobKind.Proof, Title, null, null, (_, _) =>
        {
            begun.Set();
            go.Wait(Token);
            return new JobResult("counted-here");
        }));
        JobNews[] waiting = [.. Enumerable.Range(0, 7).Select(_ => queue.Submit(new JobRequest(JobKind.Proof, Title, null, null, (_, _) => new JobResult("plan"))))];
        begun.Wait(Token);
        listener.RecordObservableInstruments();
        Assert.Contains(("trunkline.queue.length", 7, "trunkline.job.kind=proof"), heard);
        Array.ForEach(waiting, w => queue.Cancel(w.Id));
        go.Set();
        await queue.Outcome(first.Id, Timeout.InfiniteTimeSpan, Token);
        Assert.Single(heard, h => h is ("trunkline.solves", 1, "trunkline.job.kind=proof trunkline.outcome=counted-here"));
        Assert.Single(heard, h => h is ("trunkline.solve.duration", >= 0, "trunkline.job.kind=proof trunkline.outcome=counted-here"));
    }

    private static string Text(ReadOnlySpan<KeyValuePair<string, object?>> tags) => string.Join(' ', tags.ToArray().Select(t => $"{t.Key}={t.Value}"));

    private static Bilingual Title => new("A job", "任务");

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (string Id, WeakReference Worked) Submitted(JobQueue queue)
    {
        byte[] large = new byte[1_000_000];
        JobNews job = queue.Submit(new JobRequest(JobKind.Plan, Title, null, null, (_, _) => new JobResult(large.Length > 0 ? "plan" : "broken")));
        return (job.Id, new WeakReference(large));
    }
}
