using Trunkline.Planner;

namespace Trunkline.Runner;

/// <summary>What a run of a sweep ended with.</summary>
/// <param name="Computed">Runs that were computed now.</param>
/// <param name="Reused">Runs whose results were there already.</param>
/// <param name="Failed">Runs, of all, whose result is a reason and no plan.</param>
/// <param name="Stopped">True where runs are left.</param>
public sealed record SweepOutcome(int Computed, int Reused, int Failed, bool Stopped);

/// <summary>Works through a sweep: scenarios first, then the first builds that come of them in every scenario.</summary>
/// <param name="store">Of a folder that nobody else works on, see <see cref="SweepLock"/>.</param>
public sealed class SweepRun(SweepGround ground, SweepStore store, ISolveDispatcher solvers)
{
    /// <summary>Name of the fact that asks a running sweep to stop.</summary>
    public const string StopFact = "stop";

    private int computed;

    /// <summary>Runs until everything is done or somebody asks to stop.</summary>
    public SweepOutcome Run(IProgress<SweepCounts> progress, CancellationToken cancellation)
    {
        store.TakeOver();
        store.Remember(StopFact, null);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        List<WantedRun> open = [ground.Middle(), .. ground.Open()];
        Work(open, progress, stop);
        IReadOnlyList<WantedRun> all = stop.IsCancellationRequested ? open : [.. open, .. ground.Decided(Builds())];
        Work(all, progress, stop);
        SweepCounts counts = store.Counts();
        return new SweepOutcome(computed, counts.Done - computed, counts.Failed, counts.Done < counts.Wanted);
    }

    /// <summary>What could be computed now and is not done: scenarios, or, once those are done, the first builds in them.</summary>
    public IReadOnlyList<WantedRun> Left()
    {
        List<WantedRun> open = [ground.Middle(), .. ground.Open()];
        store.Want(open);
        WantedRun[] left = [.. open.Where(r => store.Find(r.Key) is null)];
        if (left.Length > 0)
        {
            return left;
        }

        List<WantedRun> all = [.. open, .. ground.Decided(Builds())];
        store.Want(all);
        return [.. all.Where(r => store.Find(r.Key) is null)];
    }

    private IReadOnlyList<FirstBuild> Builds() => FirstBuilds.Of(
        ground.Sweep, ground.Scenarios, store.Results().Where(r => r.Key.Build < 0).ToDictionary(r => r.Key.Number, r => r.Value));

    private void Work(IReadOnlyList<WantedRun> runs, IProgress<SweepCounts> progress, CancellationTokenSource stop)
    {
        store.Want(runs);
        computed += solvers.Work(store, [.. runs.DistinctBy(r => r.Key)], Glance, stop);
        progress.Report(store.Counts());

        void Glance()
        {
            progress.Report(store.Counts());
            if (store.Fact(StopFact) is not null)
            {
                stop.Cancel();
            }
        }
    }
}
