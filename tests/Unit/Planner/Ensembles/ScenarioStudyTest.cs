using System.Text.Json.Nodes;
using Trunkline.Atlas;
using Trunkline.Planner;

namespace Trunkline.Tests.Unit.Planner.Ensembles;

public sealed class ScenarioStudyTest
{
    [Fact]
    public void What_was_drawn_stands_in_the_study()
    {
        SweepQuestion asked = SweepWorld.With(_ => { });
        var scenario = new Scenario(1, 1, false, [1.5, 2, 0.5, 0.5], 1);
        Study study = Read(asked, scenario);
        Assert.Equal(new CostFactors { Capture = 1.5, Transport = 2 }, study.CostFactors);
        StorageFactor rock = Assert.Single(study.StorageFactors);
        Assert.Equal((0.5, 1.0), (rock.Capacity, rock.Injectivity));
        Assert.Equal([0, 0.5], Assert.IsType<Goal.CaptureTarget>(study.Goal).Rates.Select(r => r.Megatonnes));
        Assert.Equal(["credit-100-from-2030"], study.Policy.Overlays);
        Assert.Equal(new DateOnly(2024, 12, 31), Read(asked, scenario with { Branch = 2 }).Policy.AsOf);
        Assert.Equal(new DateOnly(2026, 11, 23), Read(asked, scenario with { Branch = 0 }).Policy.AsOf);
    }

    [Fact]
    public void Two_parameters_on_one_family_multiply()
    {
        SweepQuestion asked = SweepWorld.With(sweep => sweep["parameters"] = JsonNode.Parse(
            """
            [ { "name": "a", "cost": [ "capture", "dac" ], "values": [ 2 ] }, { "name": "b", "cost": [ "capture" ], "values": [ 1.5 ] },
              { "name": "capture", "path": "/discountRate", "values": [ 0.1 ] }, { "name": "pipes", "path": "/policy/creditFactor", "values": [ 0.5 ] } ]
            """));
        Study study = Read(asked, ScenarioSet.Middle(asked.Sweep));
        Assert.Equal((3.0, 2.0), (study.CostFactors.Capture, study.CostFactors.Dac));
        Assert.Equal((0.1, 0.5), (study.DiscountRate.Value, study.CreditFactor));
    }

    [Fact]
    public void Rock_that_is_worse_holds_and_takes_less()
    {
        TinyWorld world = TinyWorld.TwoNodes.With(s => s with { StorageFactors = [new(new HashSet<string> { "*" }, 0.5, 0.8), new(new HashSet<string> { "F" }, 1, 0.5)] });
        Formation before = world.Dataset.Formations[0], after = world.Study.Assumed(world.Dataset).Formations[0];
        Assert.Equal(0.5 * before.ProjectCapacity.Value, after.ProjectCapacity.Value);
        Assert.Equal(0.4 * before.ProjectRate.Value, after.ProjectRate.Value, 6);
    }

    /// <summary>1 Mt/y needs four projects of 0.25 Mt/y where it needed two of 0.5; with three there is no plan.</summary>
    [Fact]
    public void A_plan_obeys_the_rock_that_is_assumed()
    {
        StorageFactor half = new(new HashSet<string> { "F" }, 1, 0.5);
        TinyWorld world = TinyWorld.TwoNodes.With(s => s with { StorageFactors = [half] });
        Assert.IsType<PlanOutcome.Infeasible>(world.Make(SolverRoute.Exact));
        PlanOutcome.Planned three = Assert.IsType<PlanOutcome.Planned>(world.WithTarget(0, 0.75).Make(SolverRoute.Exact));
        Assert.Equal(3, three.Plan.Storages[0].Projects[1]);
        Assert.True(three.Plan.Audit.Passed);
        Assert.Contains(three.Plan.Notes, n => n.Text.En.Contains("a year by 0.5", StringComparison.Ordinal));
    }

    [Fact]
    public void Rock_that_is_not_there_is_told()
    {
        TinyWorld world = TinyWorld.TwoNodes.With(s => s with { StorageFactors = [new(new HashSet<string> { "G" }, 1, 0.5)] });
        Assert.Contains("'G' is no formation", Assert.Single(CaseBuilder.Build(world.Study, world.Dataset, world.Incentives, TestContext.Current.CancellationToken).Problems).What, StringComparison.Ordinal);
    }

    private static Study Read(SweepQuestion asked, Scenario scenario) =>
        StudyReader.Parse(ScenarioStudy.Of(asked.Sweep, asked.StudyText, scenario), asked.Sweep.StudyPath).OrThrow();
}
