namespace Trunkline.Runner;

/// <summary>What Hangfire keeps of a run: its key. Everything else is on the <see cref="TeamBoard"/>.</summary>
/// <param name="solve">Solves a run by its key, in the worker that was given the job.</param>
public sealed class TeamJob(Action<string, CancellationToken> solve)
{
    /// <summary>Solves a run.</summary>
    /// <param name="stop">The worker is told to stop: the job goes back.</param>
    public void Solve(string key, CancellationToken stop) => solve(key, stop);
}
