namespace Trunkline.Runner;

/// <summary>Where the runs of a sweep are computed: in processes of this machine, or by a team's workers.</summary>
public interface ISolveDispatcher
{
    /// <summary>Has every run computed that the store has no result of; returns when all are done or somebody asks to stop.</summary>
    /// <param name="store">Of a folder that nobody else works on; results go there.</param>
    /// <param name="runs">Each key once.</param>
    /// <param name="glance">Called a few times a second meanwhile.</param>
    /// <returns>How many results were new.</returns>
    int Work(SweepStore store, IReadOnlyList<WantedRun> runs, Action glance, CancellationTokenSource stop);
}
