using Trunkline.Runner;

namespace Trunkline.Tests.Unit.Runner;

/// <summary>A process that has news on the way and can be asked to stop, with a shell in its place.</summary>
public sealed class WatchedProcessTest
{
    private static readonly SolverLimits Limits = new(60, 10_000);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>The process hears that it may go on after each of them, and not before.</summary>
    [Fact]
    public void News_are_heard_one_by_one_before_the_process_goes_on()
    {
        SkipOnWindows();
        using WatchedProcess process = Shell("read -r t; for i in 1 2 3; do echo \"news $i of $t\"; read -r go; [ \"$go\" = go ] || exit 9; done; echo done; read -r t; echo \"$t again\"");
        List<string> heard = [];
        Assert.Equal("done", process.Ask("task", Limits, heard.Add, Token).Line);
        Assert.Equal(["1 of task", "2 of task", "3 of task"], heard);
        Assert.Equal("another again", process.Ask("another", Limits, heard.Add, Token).Line);
    }

    [Fact]
    public void Whoever_can_stop_is_asked_to_and_kept()
    {
        SkipOnWindows();
        using WatchedProcess process = Shell("n=0; while read -r t; do n=$((n+1)); [ \"$t\" = stop ] && echo \"stopped at $n\"; done");
        using CancellationTokenSource stop = new(TimeSpan.FromMilliseconds(200));
        Assert.Equal("stopped at 2", process.Ask("task", Limits, _ => { }, stop.Token).Line);
        using CancellationTokenSource again = new(TimeSpan.FromMilliseconds(200));
        Assert.Equal("stopped at 4", process.Ask("task", Limits, _ => { }, again.Token).Line);
    }

    /// <summary>Where news are still being heard when it is cancelled, too.</summary>
    [Fact]
    public void Who_waits_to_be_heard_is_asked_to_stop_as_well()
    {
        SkipOnWindows();
        using WatchedProcess process = Shell("read -r t; echo news 1; read -r go; read -r t; echo \"$t it is\"");
        using CancellationTokenSource stop = new();
        Assert.Equal("stop it is", process.Ask("task", Limits, _ =>
        {
            stop.Cancel();
            stop.Token.ThrowIfCancellationRequested();
        }, stop.Token).Line);
    }

    [Fact]
    public void Whoever_does_not_stop_is_made_to()
    {
        SkipOnWindows();
        using WatchedProcess process = Shell("echo news here; read -r t; read -r go; while :; do read -r t; done");
        using CancellationTokenSource stop = new();
        bool isHeard = false;
        Assert.ThrowsAny<OperationCanceledException>(() => process.Ask("task", Limits, _ =>
        {
            isHeard = true;
            stop.CancelAfter(100);
        }, stop.Token));
        Assert.True(isHeard);
        Assert.Equal(0, process.HeldMb);
    }

    [Fact]
    public void Whoever_tells_news_without_end_has_limits_as_well()
    {
        SkipOnWindows();
        using WatchedProcess process = Shell("while read -r t; do echo \"news of it\"; done");
        Assert.Equal(SolveFault.OutOfTime, process.Ask("task", new SolverLimits(0.05, 10_000), _ => { }, Token).Fault!.Value.Kind);
    }

    /// <summary>More than a pipe takes in: whoever writes to it would wait without end.</summary>
    [Fact]
    public void A_process_that_reads_nothing_is_given_up_all_the_same()
    {
        SkipOnWindows();
        using WatchedProcess process = Shell("exec sleep 600");
        SolverReply reply = process.Ask(new string('x', 1_000_000), new SolverLimits(0.05, 10_000), null, Token);
        Assert.Equal(SolveFault.OutOfTime, reply.Fault!.Value.Kind);
    }

    [Fact]
    public void A_process_that_is_to_give_way_does()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Reads a niceness as Linux tells it.");
        using WatchedProcess process = new(new SolverSetup("sh", ["-c", "read -r t; cut -d' ' -f19 /proc/self/stat"]) { GivesWay = true });
        Assert.True(int.Parse(process.Ask("task", Limits, null, Token).Line!, System.Globalization.CultureInfo.InvariantCulture) >= 10);
    }

    private static void SkipOnWindows() => Assert.SkipWhen(OperatingSystem.IsWindows(), "Needs a shell.");

    private static WatchedProcess Shell(string script) => new(new SolverSetup("sh", ["-c", script]));
}
