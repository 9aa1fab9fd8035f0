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

    private static Bilingual Title => new("A job", "任务");

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (string Id, WeakReference Worked) Submitted(JobQueue queue)
    {
        byte[] large = new byte[1_000_000];
        JobNews job = queue.Submit(new JobRequest(JobKind.Plan, Title, null, null, (_, _) => new JobResult(large.Length > 0 ? "plan" : "broken")));
        return (job.Id, new WeakReference(large));
    }
}
