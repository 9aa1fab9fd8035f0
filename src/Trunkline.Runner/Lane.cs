using System.Collections.Concurrent;

namespace Trunkline.Runner;

/// <summary>A job in the queue and what is known of it.</summary>
internal sealed class Job(JobRequest request, JobNews news, CancellationTokenSource cancellation)
{
    public JobRequest Request { get; } = request;

    public CancellationTokenSource Cancellation { get; } = cancellation;

    public TaskCompletionSource<JobNews> Ended { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public JobNews News { get; set; } = news;
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
            foreach (Job job in waiting.GetConsumingEnumerable())
            {
                work(job);
            }
        })
        {
            Name = name,
            IsBackground = true,
            Priority = ThreadPriority.BelowNormal,
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
