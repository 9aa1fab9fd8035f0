namespace Trunkline.Runner;

/// <summary>The queue as one workspace sees it: jobs of others wait and run beside its own, but nothing is heard of them.</summary>
/// <param name="workspace">Whose jobs are seen.</param>
public sealed class JobBoard(JobQueue queue, string workspace)
{
    /// <summary>Queues a job.</summary>
    public JobNews Submit(JobRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return queue.Submit(request with { Workspace = workspace });
    }

    /// <summary>A job, or null where it is not known, forgotten, or somebody else's.</summary>
    public JobNews? Find(string id) => queue.Find(id) is { } job && job.Workspace == workspace ? job : null;

    /// <summary>The jobs that are remembered, the newest first.</summary>
    public IReadOnlyList<JobNews> All() => [.. queue.All().Where(j => j.Workspace == workspace)];

    /// <summary>Asks a job to stop; false where there is no such job that is not over.</summary>
    public bool Cancel(string id) => Find(id) is not null && queue.Cancel(id);

    /// <summary>Asks jobs to stop that are of a kind and not over.</summary>
    public void CancelAll(JobKind kind, Func<JobNews, bool> which) => queue.CancelAll(kind, j => j.Workspace == workspace && which(j));

    /// <summary>What the job has ended with, once it has; null where the time given is over first.</summary>
    public async Task<JobNews?> Outcome(string id, TimeSpan patience, CancellationToken cancellation) =>
        Find(id) is null ? null : await queue.Outcome(id, patience, cancellation);

    /// <summary>The state of a job now and whatever is heard of it, until it is over; of all jobs, and without end, where no id is given.</summary>
    public async IAsyncEnumerable<JobNews> Watch(string? id, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (JobNews news in queue.Watch(id, cancellation).WithCancellation(cancellation))
        {
            if (news.Workspace == workspace)
            {
                yield return news;
            }
        }
    }
}
