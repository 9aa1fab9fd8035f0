using Trunkline.Atlas;
using Trunkline.Domain;
using Trunkline.NetworkDesign;
using Trunkline.Optimisation;
using Trunkline.Pillars;
using Trunkline.Planner;
using Trunkline.Tests.Unit.Planner;

namespace Trunkline.Tests.Unit.Pillars.Communities;

/// <summary>Study 08 by county: A in Upland (20th percentile), C in Lowland (90th), 50 M$ and 2.5 Mt each; the pipe of 17 M$ and the wells of two projects lie west of both.</summary>
public sealed class CommunitiesPillarTest
{
    private static readonly Lazy<TinyWorld> World = new(() => TinyWorld.Read("08-a-share-for-communities"));

    private static readonly Lazy<CommunitiesPillar> Pillar = new(() => PlanPillars.PillarsOf(World.Value.Input()).Communities);

    /// <summary>Half of the capital; all of what lies west is nearest to Lowland's centre at 101.1 W: 60 M$ of storage, 4 wells; of the pipe all but its first 0.05 of 1.3 degrees.</summary>
    [Fact]
    public void What_is_built_is_booked_to_counties()
    {
        Assert.Equal((0.4, (double?)null), (Pillar.Value.Asked, Pillar.Value.LawsShare));
        CountyOutcome upland = Pillar.Value.Counties[0], lowland = Pillar.Value.Counties[1];
        Assert.Equal(("00001", 50e6, 2.5, 0), (upland.Fips, upland.CaptureUsd.Value, Math.Round(upland.CapturedMt, 6), upland.Wells));
        Assert.Equal(("00002", 50e6, 2.5, 4), (lowland.Fips, lowland.CaptureUsd.Value, Math.Round(lowland.CapturedMt, 6), lowland.Wells));
        Assert.Equal(60e6, lowland.StorageUsd.Value, 1);
        Assert.Equal((17e6, 100), (Math.Round((upland.PipeUsd + lowland.PipeUsd).Value), Math.Round(upland.PipeKm + lowland.PipeKm, 6)));
        Assert.InRange(upland.PipeKm, 3, 6);
        Assert.All(Pillar.Value.Counties, c => Assert.Equal((null, null, 1), (c.BuildingJobYearsLow, c.OperatingJobs, c.UnitsWithoutJobFigure)));
        Assert.Equal(new Usd(0), Pillar.Value.UnplacedUsd);
    }

    [Fact]
    public void Shares_and_quarters_say_the_same()
    {
        CommunityFigure capital = Pillar.Value.Shares.Single(s => s.What == "capture-investment");
        Assert.Equal((50e6, 100e6, 0.5, 0), (capital.There, capital.All, capital.Share!.Value, capital.Unknown));
        Assert.Equal(1, Pillar.Value.Shares.Single(s => s.What == "wells").Share);
        VulnerabilityQuarter high = Pillar.Value.Distribution.Single(q => q.FromPercentile == 0.75);
        Assert.Equal((1, 1, 10000.0, 4.0), (high.Counties, high.Touched, high.Population, high.Wells));
        Assert.Equal(Pillar.Value.Shares.Single(s => s.What == "all-investment").All, Pillar.Value.Distribution.Select(q => q.InvestedUsd).Sum().Value, 1);
    }

    /// <summary>The study's README, fees included: 0, 20, 77.1708 (A held back to a third) and 150.5125 M$ more (C alone); a target of 1 Mt/y leaves no plan beyond one half.</summary>
    [Fact]
    public void The_frontier_is_the_one_worked_by_hand()
    {
        TinyWorld world = World.Value with { Register = Register.ShippedRegister.Register };
        IReadOnlyList<FrontierPoint> points = Frontier(world, 0, 0.4, 0.6, 0.9);
        Assert.Equal([0, 20, 77.1708, 150.5125], points.Select(p => Math.Round(p.MoreUsd!.Value.Value / 1e6, 4)));
        Assert.Equal([0, 0.5, 0.6, 1], points.Select(p => Math.Round(p.ReachedShare!.Value, 6)));
        Assert.Equal(["proved", "infeasible"], Frontier(world.WithTarget(0, 1), 0.4, 0.6).Select(p => p.Status));
    }

    /// <summary>An air train of 1 Mt/y: 1,215 jobs for 5 years while it is built, 340 while it runs, all from the dataset.</summary>
    [Fact]
    public void Jobs_come_from_cited_figures_only()
    {
        TinyWorld air = TinyWorld.WithAirAndUse.With(d => d with
        {
            Counties = [new County("00001", "Upland", "ND", new GeoPoint(-101, 47), 10, null)],
            Parameters = [.. d.Parameters, Jobs("jobs.dac-building", 1215), Jobs("jobs.dac-building-years", 5), Jobs("jobs.dac-operating", 340)],
        });
        CountyOutcome county = Assert.Single(PlanPillars.PillarsOf(air.Input()).Communities.Counties);
        Assert.Equal((6075, 6075, 340, 1), (county.BuildingJobYearsLow!.Value, county.BuildingJobYearsHigh!.Value, county.OperatingJobs!.Value, county.UnitsWithoutJobFigure));
        Assert.Null(county.DisadvantagedShare);
    }

    private static Parameter Jobs(string id, double value) => new(id, value, "jobs", "hand", Confidence.C);

    private static IReadOnlyList<FrontierPoint> Frontier(TinyWorld world, params double[] shares)
    {
        PlanOutcome solve(Study asked) => new PlanMaker(new HighsSolver(), new ScalableDesignSolver(), new ExactDesignSolver())
            .Make(asked, world.Dataset, world.Law, null, TestContext.Current.CancellationToken).OrThrow();
        return CommunityFrontier.Of(world.Input(), PlanPillars.PillarsOf(world.Input()).Communities, shares, solve).Frontier!;
    }
}
