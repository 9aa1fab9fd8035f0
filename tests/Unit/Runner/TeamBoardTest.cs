using Trunkline.Planner;
using Trunkline.Runner;
using Trunkline.Tests.Unit.Store;

namespace Trunkline.Tests.Unit.Runner;

/// <summary>The board of a team on a real PostgreSQL.</summary>
public sealed class TeamBoardTest
{
    [Fact]
    public void A_result_is_written_once_and_an_older_claim_is_refused()
    {
        using TeamBoard board = Open();
        board.Put("s", [Run("a")]);
        ClaimedRun first = board.Claim("a", "one")!, second = board.Claim("a", "two")!;
        Assert.False(board.Finish(first, Answer("a", 1), 0));
        Assert.True(board.Finish(second, Answer("a", 2), 0));
        Assert.False(board.Finish(second, Answer("a", 3), 0));
        Assert.Null(board.Claim("a", "three"));
        TeamResult result = Assert.Single(board.Results("s", 10));
        Assert.Equal((2.0, "two"), (result.Answer.Result.Net, result.Worker));
    }

    [Fact]
    public void What_nobody_wants_is_not_worked_on_and_whoever_works_on_it_is_told()
    {
        using TeamBoard board = Open();
        board.Put("s", [Run("a"), Run("b")]);
        ClaimedRun a = board.Claim("a", "one")!, b = board.Claim("b", "one")!;
        Assert.Empty(board.Beat("one", 2, [a, b]));
        board.Claim("a", "two");
        Assert.Equal(["a"], board.Beat("one", 2, [a, b]));
        board.NoLonger("s", ["b"]);
        Assert.Equal(["a", "b"], board.Beat("one", 2, [a, b]));
        Assert.Null(board.Claim("b", "two"));
        Assert.Equal("one", Assert.Single(board.Workers(60)).Worker);
    }

    [Fact]
    public void Two_sweeps_share_a_run_and_each_takes_its_result_up()
    {
        using TeamBoard board = Open();
        board.Put("s", [Run("a")]);
        board.Put("t", [Run("a")]);
        board.NoLonger("s", null);
        board.Finish(board.Claim("a", "one")!, Answer("a", 5), 0);
        Assert.Empty(board.Results("s", 10));
        Assert.Single(board.Results("t", 10));
        board.NoLonger("t", ["a"]);
        Assert.Empty(board.Results("t", 10));
    }

    [Fact]
    public void Only_what_a_machine_failed_at_is_tried_again()
    {
        using TeamBoard board = Open();
        foreach (ScenarioStatus status in Enum.GetValues<ScenarioStatus>())
        {
            board.Put("s", [Run($"{status}")]);
            board.Finish(board.Claim($"{status}", "one")!, Answer($"{status}", 1, status), 0);
            board.Put("s", [Run($"{status}")]);
            Assert.Equal(status is ScenarioStatus.OutOfTime or ScenarioStatus.OutOfMemory or ScenarioStatus.Crashed or ScenarioStatus.ElsewhereOnly, board.Claim($"{status}", "two") is not null);
        }
    }

    [Fact]
    public void A_path_of_the_data_that_ship_means_each_machines_own()
    {
        string here = Path.Combine(Path.GetTempPath(), "here", "data"), there = Path.Combine(Path.GetTempPath(), "there", "data"), shared = Path.Combine(Path.GetTempPath(), "shared", "laws");
        SolverTask task = new("k", "{}", Path.Combine(here, "us", "study.json"), Path.Combine(here, "register"), shared, 0, new SolverLimits(1, 1));
        SolverTask arrived = new SharedPaths(there).Here(new SharedPaths(here).Sent(task));
        Assert.Equal((Path.Combine(there, "us", "study.json"), Path.Combine(there, "register"), shared), (arrived.StudyFile, arrived.Register, arrived.Overlays));
    }

    private static TeamBoard Open()
    {
        Assert.SkipWhen(PostgresServer.Here is null, PostgresServer.Missing);
        return TeamBoard.Open(PostgresServer.Here.NewDatabase(), TestContext.Current.CancellationToken);
    }

    private static WantedRun Run(string key) => new(key, 1, -1, new SolverTask(key, "", "", "", null, 0, new SolverLimits(1, 1)));

    private static SolverAnswer Answer(string key, double net, ScenarioStatus status = ScenarioStatus.Planned) => new(key, 1, new ScenarioResult(status, null, false, net, 0, 0, 0, 0, 0, [], null));
}
