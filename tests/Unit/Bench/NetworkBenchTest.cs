using Trunkline.Bench.Network;
using Trunkline.NetworkDesign;

namespace Trunkline.Tests.Unit.Bench;

/// <summary>What the network bench makes of what solvers tell.</summary>
public sealed class NetworkBenchTest
{
    /// <summary>12 at 1 s, 10.05 at 2 s, proved to 10 at 3 s: best known 10, so 1 % at 2 s and 0.1 % never; 1 % is proved at 3 s.</summary>
    [Fact]
    public void Times_are_those_of_the_first_news_that_suffices()
    {
        RunRecord run = new("some", "ours");
        run.Hear("@ {\"seconds\":1,\"processor\":0.5,\"best\":12,\"bound\":null}");
        run.Hear("Some solver says hello.");
        run.Hear("@ {\"seconds\":2,\"processor\":1.5,\"best\":10.05,\"bound\":5}");
        run.Hear("= {\"seconds\":3,\"processor\":4,\"best\":10.05,\"bound\":10,\"gross\":null,\"network\":2,\"check\":\"passed\",\"peakMb\":50}");
        Assert.True(run.HasEnded);
        Assert.Equal((1, 0.5), (run.First(false), run.First(true)));
        Assert.Equal([2, null, null], run.Reached(10, 10, false));
        Assert.Equal([4, null, null], run.Proved(null, true));
    }

    [Fact]
    public void The_log_of_scip_is_read()
    {
        const string Line = "L 1.5s|     1 |     0 |  1034 |     - |  rins|   0 |1528 |1994 |2001 | 310 |  3 |  12 |   0 | 4.804726e+03 | 5.262585e+03 |   9.53%| unknown";
        Assert.Equal((1.5, 5262.585, 4804.726), ScipRun.Read(Line));
        Assert.Null(ScipRun.Read(Line.Replace("5.262585e+03", "      --      ", StringComparison.Ordinal))!.Value.Best);
        Assert.Null(ScipRun.Read(" time | node  | left  |LP iter|LP it/n|mem/heur|mdpt |vars |cons |rows |cuts |sepa|confs|strbr|  dualbound   | primalbound  |  gap   | compl. "));
        Assert.Null(ScipRun.Read("presolving (2 rounds)"));
    }

    [Fact]
    public void The_ladder_is_the_same_for_the_same_seed_and_other_for_another()
    {
        Assert.Equal(Text(1, 27, 3), Text(1, 27, 3));
        Assert.NotEqual(Text(1, 27, 3), Text(2, 27, 3));
        DesignProblem rung = LadderInstance.Of(1, 300, 6);
        Assert.Equal((250, 50, 6), (rung.Supplies.Length, rung.Sinks.Length, rung.PeriodCount));
    }

    [Theory]
    [InlineData("--limit", "no")]
    [InlineData("--solvers", "ours,oracle")]
    [InlineData("--gap", "2")]
    [InlineData("--nothing", "1")]
    [InlineData("--seed")]
    public void Wrong_words_are_refused(params string[] words)
    {
        Assert.Null(NetworkOptions.Read(words, out string? wrong));
        Assert.NotNull(wrong);
    }

    [Fact]
    public void A_bound_above_a_solution_is_a_fault()
    {
        RunRecord good = new("some", "ours"), bad = new("some", "highs");
        good.Hear("= {\"seconds\":3,\"processor\":4,\"best\":10,\"bound\":9,\"gross\":10,\"network\":2,\"check\":\"passed\",\"peakMb\":50}");
        bad.Hear("= {\"seconds\":3,\"processor\":4,\"best\":12,\"bound\":11,\"gross\":12,\"network\":2,\"check\":\"balance\",\"peakMb\":50}");
        InstanceRecord record = new(new DesignInstanceFile("some", LadderInstance.Of(1, 27, 1)), [good, bad]);
        Assert.Equal(2, record.Faults().Count());
        Assert.Equal(10, record.BestKnown);
    }

    private static string Text(int seed, int terminals, int periods)
    {
        using StringWriter text = new();
        DesignText.Write(text, LadderInstance.Of(seed, terminals, periods));
        return text.ToString();
    }
}
