using System.Security.Cryptography;
using System.Text;
using CsCheck;
using Trunkline.Bench.Network;
using Trunkline.NetworkDesign;

namespace Trunkline.Tests.Unit.NetworkDesign;

public sealed class DesignTextTest
{
    [Fact]
    public void What_is_written_is_read_again() => TinyDesigns.Any.Sample(
        problem => Assert.Equal(Written(problem), Written(DesignText.Read(new StringReader(Written(problem))))), iter: 100, threads: 1);

    [Fact]
    public void What_is_read_has_the_same_optimum()
    {
        DesignProblem problem = RandomDesigns.Instance(seed: 3, supplies: 6, nodes: 10, arcs: 14, sinks: 2, periods: 2);
        DesignOptions options = new(RelativeGap: 1e-6, TimeLimitSeconds: 60, Threads: 1);
        double before = new ExactDesignSolver().Solve(problem, options, null, TestContext.Current.CancellationToken).Objective;
        DesignProblem again = DesignText.Read(new StringReader(Written(problem)));
        Assert.Equal(before, new ExactDesignSolver().Solve(again, options, null, TestContext.Current.CancellationToken).Objective, 1e-5 * Math.Abs(before));
    }

    [Theory]
    [InlineData("arc 0 1 steep 0\nend\n", "Line 1")]
    [InlineData("option 0 0 1\nend\n", "Line 1")]
    [InlineData("design 1\nend\n", "periods")]
    public void What_is_none_is_refused_with_its_place(string text, string place) =>
        Assert.Contains(place, Assert.Throws<FormatException>(() => DesignText.Read(new StringReader(text))).Message, StringComparison.Ordinal);

    /// <summary>The file that national figures are compared on. Its hash stands in docs/benchmarks.md too.</summary>
    [Fact]
    public void The_frozen_national_instance_is_the_one_that_was_frozen()
    {
        byte[] bytes = FrozenNational.Bytes();
        Assert.Equal(FrozenNational.Hash, Convert.ToHexStringLower(SHA256.HashData(bytes)));
        DesignProblem problem = FrozenNational.Read().Problem;
        Assert.Equal(5, problem.PeriodCount);
        Assert.True(problem.Supplies.Length > 1000 && problem.Arcs.Length > 1000 && problem.Sinks.Length > 100);
        Assert.StartsWith(Written(problem), Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
    }

    private static string Written(DesignProblem problem)
    {
        using StringWriter text = new();
        DesignText.Write(text, problem);
        return text.ToString();
    }
}
