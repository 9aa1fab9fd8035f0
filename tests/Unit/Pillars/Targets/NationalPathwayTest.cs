using Trunkline.Pillars;
using Trunkline.Register;
using Trunkline.Tests.Unit.Planner;

namespace Trunkline.Tests.Unit.Pillars.Targets;

/// <summary>Study 14 against its README, and what is said where the study says nothing.</summary>
public sealed class NationalPathwayTest
{
    [Fact]
    public void Power_is_captured_closed_or_left()
    {
        NationalPathway pathway = PlanPillars.PillarsOf(TinyPillars.Study("14-power-and-net-zero").Input()).Targets;
        PowerGoal power = pathway.Power;
        Assert.Equal((2023, 4, 1, 4), (pathway.BaseYear, Math.Round(pathway.BaseFossilMt, 9), power.Period, Math.Round(power.BaseMt, 9)));
        Assert.Equal([0.25, 0.25, 0.5], new[] { power.CapturedShare, power.RetiredShare, power.RemainingShare }.Select(s => Math.Round(s!.Value, 9)));
        Assert.Equal([4, 2, 1], pathway.Periods.Select(p => Math.Round(p.RemainingOfBaseMtPerYear, 9)));
        Assert.Equal(["powerRetired", "economy", "landSink"], pathway.Sources.Select(s => s.Figure));
    }

    [Fact]
    public void The_economy_s_net_is_what_is_left()
    {
        EconomyGoal economy = PlanPillars.PillarsOf(TinyPillars.Study("14-power-and-net-zero").Input()).Targets.Economy;
        Assert.Equal((2, 2, 0, 0.5), (economy.Period, Math.Round(economy.PointSourceMtPerYear!.Value, 9), economy.RemovedMtPerYear, Math.Round(economy.NetMtPerYear!.Value, 9)));
    }

    [Fact]
    public void The_goals_fell_with_their_order()
    {
        TinyWorld now = TinyPillars.Study("14-power-and-net-zero");
        GoalInLaw fallen = PlanPillars.PillarsOf(now.Input()).Targets.Power.Law;
        Assert.Equal((false, 2035, EventKind.Repealed, new DateOnly(2025, 1, 20)), (fallen.InForce, fallen.Year, fallen.LastEvent, fallen.LastEventDay));
        TinyWorld then = now.With(s => s with { Policy = PolicyBasis.On(new DateOnly(2024, 12, 1)) });
        GoalInLaw standing = PlanPillars.PillarsOf(then.Input()).Targets.Economy.Law;
        Assert.Equal((true, 2050, EventKind.InForce), (standing.InForce, standing.Year, standing.LastEvent));
    }

    [Fact]
    public void What_the_study_does_not_give_is_unknown()
    {
        TinyWorld silent = TinyPillars.Study("14-power-and-net-zero").With(s => s with { Pathway = new() });
        NationalPathway pathway = PlanPillars.PillarsOf(silent.Input()).Targets;
        Assert.Equal((null, null, null), (pathway.BaseYear, pathway.Power.RetiredShare, pathway.Power.RemainingShare));
        Assert.Equal(0.25, pathway.Power.CapturedShare!.Value, 1e-9);
        Assert.Null(pathway.Economy.NetMtPerYear);
        Assert.Empty(pathway.Sources);
    }
}
