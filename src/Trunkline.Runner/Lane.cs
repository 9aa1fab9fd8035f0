using System.Collections.Concurrent;
using System.Diagnostics;
using Trunkline.Planner;

namespace Trunkline.Runner;

/// <summary>A job in the queue and what is known of it.</summary>
internal sealed class Job(JobRequest request, JobNews news, CancellationTokenSource cancellation)
{
    public JobKind Kind { get; } = request.Kind;

    /// <summary>What is to be done; null once it is over.</summary>
    public Func<IProgress<PlanProgress>, CancellationToken, JobResult>? Work { get; private set; } = request.Work;

    public CancellationToken Token { get; } = cancellation.Token;

    public TaskCompletionSource<JobNews> Ended { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public JobNews News { get; set; } = news;

    /// <summary>The span of the request that asked for it; nothing where nobody listens.</summary>
    public ActivityContext Asked { get; } = Activity.Current?.Context ?? default;

    /// <summary>Its own span, once it has begun; null where nobody listens.</summary>
    public Activity? Span { get; set; }

    public void Cancel() => cancellation.Cancel();

    /// <summary>It is over, and only its news are still wanted: what it worked on may be half a gigabyte, and the token that closes the queue would hold on to it.</summary>
    public void LetGo()
    {
        Work = null;
        Span = null;
        cancellation.Dispose();
    }
}

/// <summary>One thread that does jobs one after another.</summary>
internal sealed class Lane : IDisposable
{
    private readonly BlockingCollection<Job> waiting = [];
    private readonly Thread thread;

    public Lane(string name, Action<Job> work)
    {
        thread = new Thread(() =>
        {
            LowPriority.OfThisThread();
            foreach (Job job in waiting.GetConsumingEnumerable())
            {
                work(job);
            }
        })
        {
            Name = name,
            IsBackground = true,
        };
        thread.Start();
    }

    public void Add(Job job) => waiting.Add(job);

    public void Dispose()
    {
        waiting.CompleteAdding();
        thread.Join(TimeSpan.FromSeconds(10));
        waiting.Dispose();
    }
}
