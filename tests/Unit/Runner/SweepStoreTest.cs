using Trunkline.Planner;
using Trunkline.Runner;

namespace Trunkline.Tests.Unit.Runner;

public sealed class SweepStoreTest : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("sweep-store-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_result_is_written_once_and_an_older_claim_is_refused()
    {
        using var store = SweepStore.Open(folder);
        store.Want([Run("a", 1), Run("b", 2)]);
        long first = store.Claim("a", "w")!.Value, second = store.Claim("a", "w")!.Value;
        Assert.False(store.Finish("a", first, Answer("a", 1), 0));
        Assert.True(store.Finish("a", second, Answer("a", 2), 0));
        Assert.False(store.Finish("a", second, Answer("a", 3), 0));
        Assert.Null(store.Claim("a", "w"));
        Assert.Equal(2, store.Find("a")!.Net);
        Assert.Equal(new SweepCounts(2, 1, 0, 0, 1), store.Counts());
    }

    [Fact]
    public void What_ran_when_the_program_died_waits_again()
    {
        using (var store = SweepStore.Open(folder))
        {
            store.Want([Run("a", 1)]);
            store.Claim("a", "w");
            Assert.Equal(1, store.Counts().Running);
        }

        using var again = SweepStore.Open(folder);
        again.TakeOver();
        Assert.Equal(0, again.Counts().Running);
        Assert.NotNull(again.Claim("a", "w"));
    }

    [Fact]
    public void Results_stay_when_something_else_is_wanted()
    {
        using var store = SweepStore.Open(folder);
        store.Want([Run("a", 1)]);
        store.Finish("a", store.Claim("a", "w")!.Value, Answer("a", 7), 0);
        store.Want([Run("b", 1)]);
        Assert.Empty(store.Results());
        store.Want([Run("a", 1), Run("a", 2), Run("b", 3)]);
        Assert.Equal([7.0, 7.0], store.Results().Values.Select(r => r.Net));
        Assert.Equal((2, 1), (store.Counts().Wanted, store.Counts().Done));
    }

    [Fact]
    public void Only_what_the_machine_failed_at_is_tried_again()
    {
        using var store = SweepStore.Open(folder);
        ScenarioStatus[] all = Enum.GetValues<ScenarioStatus>();
        store.Want([.. all.Select((s, i) => Run($"{s}", i))]);
        foreach (ScenarioStatus status in all)
        {
            ScenarioResult result = status == ScenarioStatus.Planned ? Answer("", 1).Result : ScenarioResult.Failed(status, new("why", "原因"));
            store.Finish($"{status}", store.Claim($"{status}", "w")!.Value, new SolverAnswer("", 1, result), 0);
        }

        Assert.Equal(all.Length - 1, store.Counts().Failed);
        store.ForgetFailuresOfTheMachine();
        Assert.Equal([ScenarioStatus.OutOfTime, ScenarioStatus.OutOfMemory, ScenarioStatus.Crashed, ScenarioStatus.ElsewhereOnly], all.Where(s => store.Claim($"{s}", "w") is not null));
    }

    [Fact]
    public void A_folder_is_held_by_one_at_a_time()
    {
        using (SweepLock.Take(folder)!)
        {
            Assert.Null(SweepLock.Take(folder));
        }

        using SweepLock? again = SweepLock.Take(folder);
        Assert.NotNull(again);
    }

    private static WantedRun Run(string key, int number) => new(key, number, -1, new SolverTask(key, "", "", "", null, 0, new SolverLimits(1, 1)));

    private static SolverAnswer Answer(string key, double net) => new(key, 1, new ScenarioResult(ScenarioStatus.Planned, null, false, net, 0, 0, 0, 0, 0, [], null));
}
