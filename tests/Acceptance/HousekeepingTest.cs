using System.Diagnostics;

namespace Trunkline.Tests.Acceptance;

/// <summary>What the program owes everybody, whatever it is asked.</summary>
public sealed class HousekeepingTest
{
    [Fact]
    public void It_starts_in_under_a_second()
    {
        using var scratch = new ScratchFolder();
        Trunk.Run(scratch.Path, "--version");
        var clock = Stopwatch.StartNew();
        Ended ended = Trunk.Run(scratch.Path, "--version");
        Assert.Equal(0, ended.Code);
        Assert.Matches(@"^\d+\.\d+\.\d+", ended.Out);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(1), $"It took {clock.Elapsed}.");
    }

    [Theory]
    [InlineData("en", "Examples:")]
    [InlineData("zh", "示例：")]
    public void Help_ends_with_examples(string language, string examples)
    {
        using var scratch = new ScratchFolder();
        Ended ended = Trunk.Run(scratch.Path, "--help", "--lang", language);
        Assert.Equal(0, ended.Code);
        Assert.Contains(examples, ended.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void The_script_works_from_elsewhere_and_passes_the_exit_code_through()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "./trunkline is a bash script.");
        Assert.SkipUnless(
            new DirectoryInfo(AppContext.BaseDirectory).Name == "release", "./trunkline runs the Release build; these tests run in another one.");
        using var scratch = new ScratchFolder();
        File.CreateSymbolicLink(scratch.At("linked trunkline"), Path.Combine(Trunk.Root, "trunkline"));
        using Process process = Process.Start(new ProcessStartInfo(scratch.At("linked trunkline"), ["study", "no-such-command"])
        {
            WorkingDirectory = scratch.Path,
            RedirectStandardError = true,
        })!;
        string error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 2, error);
    }

    [Fact]
    public void A_new_study_is_in_order()
    {
        using var scratch = new ScratchFolder();
        Assert.Equal(0, Trunk.Run(scratch.Path, "study", "new", "my-study").Code);
        Assert.Equal(["my-study", "my-study/README.md", "my-study/study.json"], scratch.Content);
        Ended check = Trunk.Run(scratch.Path, "study", "check", "my-study");
        Assert.True(check.Code == 0, check.ToString());
        Ended plan = Trunk.Run(scratch.Path, "plan", "my-study", "--time-limit", "4");
        Assert.True(plan.Code == 0, plan.ToString());
        Assert.Equal(2, Trunk.Run(scratch.Path, "study", "new", "my-study").Code);
    }
}
