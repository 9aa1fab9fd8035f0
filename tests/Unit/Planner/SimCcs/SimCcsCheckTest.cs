using Trunkline.Atlas.SimCcs;
using Trunkline.Planner.SimCcs;
using Trunkline.Tests.Unit.Atlas;
using Trunkline.Tests.Unit.Atlas.SimCcs;
using static Trunkline.Tests.Unit.Planner.SimCcs.SimCcsStudies;

namespace Trunkline.Tests.Unit.Planner.SimCcs;

/// <summary>The check that shares nothing with what finds solutions.</summary>
public sealed class SimCcsCheckTest
{
    private static readonly SimCcsSolution Good = new([4, 0], [4], [2], [new(0, false, 0, 4), new(2, false, 0, 4)]);

    [Fact]
    public void A_solution_that_holds_passes_with_its_hand_worked_cost()
    {
        SimCcsVerdict verdict = SimCcsCheck.Of(Tiny(Target(4)), Good);
        Assert.Empty(verdict.Broken);
        Assert.Equal(118.26, verdict.Costs.Cost, 9);
    }

    public static TheoryData<string, SimCcsSolution> Broken => new()
    {
        { "source Alpha", Good with { Captured = [5, 0] } },
        { "not the target", Good with { Captured = [3, 0] } },
        { "appear from nowhere", Good with { Stored = [3] } },
        { "appear from nowhere", Good with { Pipes = [new(0, false, 0, 4), new(2, true, 0, 4)] } },
        { "with 1 wells", Good with { Wells = [1] } },
        { "than its 300 Mt", Good with { Stored = [11], Wells = [6] } },
        { "more than trend 1", Good with { Pipes = [new(0, false, 0, 4), new(2, false, 0, 6)] } },
        { "2 pipes", Good with { Pipes = [new(0, false, 0, 4), new(2, false, 0, 2), new(2, false, 1, 2)] } },
        { "gives", Good with { Stored = [double.NaN] } },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void What_is_broken_is_named(string words, SimCcsSolution solution)
    {
        IReadOnlyList<string> broken = SimCcsCheck.Of(Tiny(Target(4)), solution).Broken;
        Assert.NotEmpty(broken);
        Assert.True(words == "gives" || broken.Any(b => b.Contains(words, StringComparison.Ordinal)), string.Join("; ", broken));
    }

    [Fact]
    public void Over_periods_room_rates_and_filling_are_checked()
    {
        SimCcsStudy study = Tiny(Periods((10, 4), (10, 4)));
        SimCcsPipe[] way = [new(0, false, 0, 4), new(2, false, 0, 4)];
        var good = new SimCcsStagedSolution([new([4, 0], [4], way, way), new([4, 0], [4], way, [])]);
        Assert.Empty(SimCcsStagedCheck.Of(study, good).Broken);
        // 20 years x (4 x 20 + 4 x 3) and the way for 20 years.
        Assert.Equal((20 * 92) + (20 * 0.1 * 7 * 1.8), SimCcsStagedCheck.Of(study, good).Costs.Cost, 9);
        Assert.Contains(Over(good, 0, s => s with { Bought = [] }), b => b.Contains("with room for 0", StringComparison.Ordinal));
        Assert.Contains(Over(good, 1, s => s with { Captured = [3, 0] }), b => b.Contains("less than the target", StringComparison.Ordinal));
        Assert.Contains(Over(good, 1, s => s with { Stored = [30] }), b => b.Contains("more than its 300", StringComparison.Ordinal));
        Assert.Contains(Over(good, 1, s => s with { Flows = [] }), b => b.Contains("in period 2", StringComparison.Ordinal));

        IReadOnlyList<string> Over(SimCcsStagedSolution solution, int at, Func<SimCcsStage, SimCcsStage> edit) =>
            SimCcsStagedCheck.Of(study, new SimCcsStagedSolution([.. solution.Stages.Select((s, t) => t == at ? edit(s) : s)])).Broken;
    }

    /// <summary>The published answer at 110 Mt/y: 14,894.84976208 M$/y. Its coefficients carry five decimals, so it agrees to a thousandth.</summary>
    [Fact]
    public void The_published_answer_costs_what_it_says()
    {
        SimCcsStudy study = Southeast(Target(110));
        SimCcsResult published = SimCcsSolutionFile.Read(Path.Combine(TinyScenario.SoutheastOrSkip(), "solution_110MTyr.csv")).OrThrow();
        SimCcsVerdict verdict = SimCcsCheck.Of(study, SimCcsResults.Solution(study.Scenario, published).OrThrow());
        Assert.Empty(verdict.Broken);
        Assert.Equal(14894.84976208, verdict.Costs.Cost, 1e-3);
        Assert.Equal(13719.89992, verdict.Costs.Capture, 1e-3);
        Assert.Equal(694.18587, verdict.Costs.Transport, 1e-3);
        Assert.Equal(480.76397, verdict.Costs.Storage, 1e-3);
        Assert.Equal(study.Scenario.Network.Edges.Count, published.Edges.Count + 99);
    }

    /// <summary>Lengths are those that SimCCS wrote, to the precision to which the grid is found again.</summary>
    [Fact]
    public void Routes_are_as_long_as_published()
    {
        SimCcsScenario scenario = Southeast(Target(110)).Scenario;
        SimCcsResult published = SimCcsSolutionFile.Read(Path.Combine(TinyScenario.SoutheastOrSkip(), "solution_110MTyr.csv")).OrThrow();
        Assert.All(published.Edges, e => Assert.Equal(
            e.LengthKm,
            scenario.Grid.LengthOf(scenario.Network.Edges.Single(c => (c.From, c.To) == (e.From, e.To) || (c.To, c.From) == (e.From, e.To)).Route),
            1e-4 * e.LengthKm));
    }

    [Fact]
    public void A_solution_file_is_read_back_as_written()
    {
        foreach (SimCcsStudy study in new[] { Tiny(Target(10)), Tiny(Price(40)) })
        {
            SimCcsSolution solution = Solve(study).Solution!;
            SimCcsResult written = SimCcsResults.Of(study, solution);
            string path = Path.Combine(Datasets.NewFolder(), "solution.csv");
            File.WriteAllText(path, SimCcsSolutionFile.Text(written));
            SimCcsResult read = SimCcsSolutionFile.Read(path).OrThrow();
            Assert.Equal(SimCcsSolutionFile.Text(written), SimCcsSolutionFile.Text(read));
            SimCcsVerdict verdict = SimCcsCheck.Of(study, SimCcsResults.Solution(study.Scenario, read).OrThrow());
            Assert.Empty(verdict.Broken);
            Assert.Equal(written.Total, verdict.Costs.Cost, 9);
            Assert.Equal(written.Total, read.Sources.Sum(s => s.Cost) + read.Sinks.Sum(s => s.Cost) + read.Edges.Sum(e => e.Cost), 9);
        }
    }

    [Fact]
    public void A_damaged_solution_file_is_refused_with_all_its_problems()
    {
        string path = Path.Combine(Datasets.NewFolder(), "solution.csv");
        File.WriteAllText(path, "Project Length,x\nCRF,0.1\n\nSource,Capture Amount (MTCO2/yr),Capture Cost ($M/yr)\nAlpha,a lot,3\n");
        Assert.True(SimCcsSolutionFile.Read(path).Problems.Count >= 8);
    }
}
