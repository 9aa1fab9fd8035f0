using Trunkline.Planner;
using Trunkline.Runner;

namespace Trunkline.Tests.Unit.Runner;

/// <summary>What a solver process may do wrong, with a shell in its place.</summary>
public sealed class SolverProcessTest
{
    private static readonly SolverTask Task = new("k", "{}", "study.json", "register", null, 0, new SolverLimits(60, 10_000));

    [Fact]
    public void An_answer_is_passed_on_and_the_process_is_kept()
    {
        SkipOnWindows();
        string answer = new SolverAnswer("k", 0.5, ScenarioResult.Failed(ScenarioStatus.Infeasible, new("no", "无"))).Line();
        using SolverProcess solver = Shell($"n=0; while read -r line; do n=$((n+1)); [ $n -gt 2 ] && exit 9; cat <<'END'\n{answer}\nEND\ndone");
        Assert.Equal(ScenarioStatus.Infeasible, solver.Ask(Task, TestContext.Current.CancellationToken).Result.Status);
        Assert.Equal("无", solver.Ask(Task, TestContext.Current.CancellationToken).Result.Reason!.Zh);
        ScenarioResult third = solver.Ask(Task, TestContext.Current.CancellationToken).Result;
        Assert.Equal(ScenarioStatus.Crashed, third.Status);
        Assert.Contains("exit code 9", third.Reason!.En, StringComparison.Ordinal);
        // A new process takes the place of the one that is gone.
        Assert.Equal(ScenarioStatus.Infeasible, solver.Ask(Task, TestContext.Current.CancellationToken).Result.Status);
    }

    [Fact]
    public void A_process_that_kills_itself_is_a_crash()
    {
        SkipOnWindows();
        using SolverProcess solver = Shell("read -r line; kill -SEGV $$");
        Assert.Contains("139", solver.Ask(Task, TestContext.Current.CancellationToken).Result.Reason!.En, StringComparison.Ordinal);
    }

    [Fact]
    public void A_search_without_end_is_stopped()
    {
        SkipOnWindows();
        using SolverProcess solver = Shell("read -r line; while :; do :; done");
        ScenarioResult result = solver.Ask(Task with { Limits = new SolverLimits(0.3, 10_000) }, TestContext.Current.CancellationToken).Result;
        Assert.Equal((ScenarioStatus.OutOfTime, true), (result.Status, result.ByClock));
    }

    /// <summary>Its limit is of processor time: a machine that stands still meanwhile fails nobody. One that waits for ever is given up all the same.</summary>
    [Fact]
    public void Waiting_costs_no_processor_time_and_yet_has_an_end()
    {
        SkipOnWindows();
        string answer = new SolverAnswer("k", 0.5, ScenarioResult.Failed(ScenarioStatus.Infeasible, new("no", "无"))).Line();
        using SolverProcess slow = Shell($"read -r line; sleep 1; cat <<'END'\n{answer}\nEND\nread -r line; exec sleep 600");
        SolverTask task = Task with { Limits = new SolverLimits(0.3, 10_000) };
        Assert.Equal(ScenarioStatus.Infeasible, slow.Ask(task, TestContext.Current.CancellationToken).Result.Status);
        Assert.Equal(ScenarioStatus.OutOfTime, slow.Ask(task, TestContext.Current.CancellationToken).Result.Status);
    }

    /// <summary>What the clock ended while the machine was elsewhere is asked once more, as is a process that ended.</summary>
    [Fact]
    public void What_something_outside_may_be_to_blame_for_is_asked_once_more()
    {
        SkipOnWindows();
        string late = new SolverAnswer("k", 100, ScenarioResult.Failed(ScenarioStatus.OutOfTime, new("late", "迟"))).Line();
        string answer = new SolverAnswer("k", 0.5, ScenarioResult.Failed(ScenarioStatus.Infeasible, new("no", "无"))).Line();
        using SolverProcess solver = Shell($"read -r line; echo '{late}'; read -r line; echo '{answer}'; read -r line; exit 3");
        Assert.Equal(ScenarioStatus.Infeasible, solver.Settle(Task, TestContext.Current.CancellationToken).Result.Status);
        // The process ends, and so the new one in its place is asked: it begins with the late answer.
        Assert.Equal(ScenarioStatus.OutOfTime, solver.Settle(Task, TestContext.Current.CancellationToken).Result.Status);
    }

    [Fact]
    public void Memory_above_the_limit_ends_the_process()
    {
        SkipOnWindows();
        using SolverProcess solver = Shell("read -r line; exec sleep 600");
        Assert.Equal(ScenarioStatus.OutOfMemory, solver.Ask(Task with { Limits = new SolverLimits(60, 0.001) }, TestContext.Current.CancellationToken).Result.Status);
        Assert.True(solver.PeakMb > 0);
    }

    [Fact]
    public void Whoever_cancels_need_not_wait()
    {
        SkipOnWindows();
        using SolverProcess solver = Shell("read -r line; exec sleep 600");
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        Assert.ThrowsAny<OperationCanceledException>(() => solver.Ask(Task, stop.Token));
    }

    [Fact]
    public void Nothing_after_a_wrong_task_is_lost()
    {
        using var answers = new StringWriter();
        using var ended = new ManualResetEventSlim();
        string wrong = (Task with { Study = "not a study" }).Line();
        new SolverDesk().Serve(new StringReader($"{wrong}\n{wrong}\n"), answers, ended.Set);
        Assert.True(ended.Wait(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken));
        SolverAnswer[] given = [.. answers.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(SolverAnswer.Read)];
        Assert.Equal(2, given.Length);
        // There is no register here: what was asked can be judged elsewhere only.
        Assert.All(given, a => Assert.Equal(ScenarioStatus.ElsewhereOnly, a.Result.Status));
    }

    private static void SkipOnWindows() => Assert.SkipWhen(OperatingSystem.IsWindows(), "Needs a shell.");

    private static SolverProcess Shell(string script) => new(new SolverSetup("sh", ["-c", script]));
}
