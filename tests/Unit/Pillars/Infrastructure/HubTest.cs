using Trunkline.Domain;
using Trunkline.Pillars;
using Trunkline.Planner;
using Trunkline.Tests.Unit.Planner;

namespace Trunkline.Tests.Unit.Pillars.Infrastructure;

/// <summary>The hub of study 13 against the numbers of its README, which were worked by hand.</summary>
public sealed class HubTest
{
    private static readonly Lazy<PillarInput> Shared = new(() => TinyPillars.Study("13-shared-hub").Input());
    private static readonly Lazy<PlanPillars> Pillars = new(() => PlanPillars.PillarsOf(Shared.Value));

    private static Hub Hub => Assert.Single(Pillars.Value.Infrastructure.Hubs);

    [Fact]
    public void It_has_its_members_and_its_trunk()
    {
        Assert.Equal(("hub-F", true, 25), (Hub.Id, Hub.IsShared, Math.Round(Hub.StoredMt, 9)));
        Assert.Equal(["A", "B", "C"], Hub.Members.Select(m => m.SiteId));
        Assert.Equal([1, 1, 1], Hub.Members.Select(m => Math.Round(m.Share, 9)));
        Assert.Equal(["a-f"], Hub.Trunks.Select(t => t.EdgeId));
        HubCorridor corridor = Assert.Single(Hub.Corridors);
        Assert.Equal((200, 2, 2031, 48e6), (corridor.Km, Math.Round(corridor.PeakMtPerYear, 9), corridor.FirstYear, Math.Round(corridor.CapexUsd)));
    }

    [Fact]
    public void The_tariff_recovers_its_cost()
    {
        HubTariff t = Hub.Tariff;
        Assert.Equal((1.144, 0.864, 0.2, 0.08), (Round(t.UsdPerTonne), Round(t.TrunkUsdPerTonne), Round(t.StorageUsdPerTonne), Round(t.FeesUsdPerTonne)));
        Assert.Equal((0.0054, 0.1377), (Round(t.TrunkUsdPerTonneKm!.Value), Round(t.SpurUsdPerTonne)));
        Assert.Equal((28.6e6, 3.4425e6), (Math.Round(t.CostUsd), Math.Round(t.SpurCostUsd)));
    }

    [Fact]
    public void Sizes_and_use_by_period()
    {
        Assert.Equal([0, 2, 3], Hub.Periods.Select(p => p.Sites));
        Assert.Equal([0, 2, 3], Hub.Periods.Select(p => Math.Round(p.InjectionMtPerYear, 9)));
        Assert.Equal([null, 1, 1], Hub.Periods.Select(p => p.StorageUtilisation is { } u ? Math.Round(u, 9) : (double?)null));
        Assert.Equal([0, 200, 200], Hub.Periods.Select(p => Math.Round(p.TrunkKm, 6)));
        Assert.Equal([null, 1, 1], Hub.Periods.Select(p => p.TrunkUtilisation is { } u ? Math.Round(u, 9) : (double?)null));
    }

    [Fact]
    public void The_permit_is_asked_for_in_time()
    {
        HubStorage storage = Assert.Single(Hub.Storage);
        Assert.Equal((13, 2, new DateOnly(2027, 12, 1)), (storage.PermitMonths!.Value, storage.BuildYears!.Value, storage.ApplyBy!.Value));
        Assert.Equal([0, 4, 2], storage.Projects);
    }

    [Fact]
    public void The_first_ten_years_hold_what_begins_by_then()
    {
        StartOfHub start = Assert.Single(Pillars.Value.Infrastructure.FirstTenYears);
        Assert.Equal((1, StartStage.Pair, new DateOnly(2027, 12, 1), 2031), (start.Order, start.Stage, start.BeginBy, start.InService));
        Assert.Equal((2, 2, 200, 4, 356e6), (start.Sites, Math.Round(start.MtPerYear, 9), Math.Round(start.PipeKm, 6), start.Projects, Math.Round(start.CapexUsd)));
    }

    /// <summary>Study 12: 0.2 of 0.2 TWh and 2 of 3 PJ from 2031. A unit without a figure is not a unit without need.</summary>
    [Fact]
    public void Energy_is_told_beside_what_is_allowed_and_what_is_not_known()
    {
        TinyWorld world = TinyPillars.Study("12-not-enough-electricity");
        EnergyOfPeriod then = PlanPillars.PillarsOf(world.Input()).Infrastructure.Energy[1];
        Assert.Equal((0.2, 0.2, 2, 3, 0), (Round(then.ElectricityTwhPerYear), then.MostElectricityTwhPerYear, Round(then.HeatPjPerYear), then.MostHeatPjPerYear, then.UncountedMtPerYear));
        TinyWorld silent = TinyPillars.Study("01-one-source-one-hub").With(d => d with { Streams = [.. d.Streams.Select(s => s with { Cost = s.Cost! with { ElectricityMwhPerTonne = 0 } })] });
        Assert.Equal(1, Round(PlanPillars.PillarsOf(silent.Input()).Infrastructure.Energy[1].UncountedMtPerYear));
    }

    [Fact]
    public void Late_by_two_or_five_years_it_misses_the_credit_and_by_ten_everything()
    {
        TinyWorld world = TinyPillars.Study("13-shared-hub");
        Assert.Equal([851.635, 851.635, 1082.9575], new[] { 2.0, 5, 10 }.Select(years => Math.Round(Late(world, years).NetUsd!.Value / 1e6, 4)));
        Assert.Equal([0, -2, 0], Late(world, 2).CapturedMtPerYear.Select(c => Math.Round(c, 6)));
    }

    /// <summary>Every dollar of lines and storage is in some hub's tariff or in somebody's own line.</summary>
    [Theory]
    [InlineData("13-shared-hub")]
    [InlineData("15-look-ahead")]
    [InlineData("05-air-capture-and-oil-field")]
    public void Tariffs_and_own_lines_add_up_to_the_plan(string study)
    {
        PillarInput input = study == "13-shared-hub" ? Shared.Value : TinyPillars.Study(study).Input();
        PlanPillars pillars = PlanPillars.PillarsOf(input);
        PlanTotals totals = input.Plan.Totals;
        Assert.Equal(
            (totals.Transport + totals.Storage + totals.StorageFees).Value, pillars.Infrastructure.Hubs.Sum(h => h.Tariff.CostUsd + h.Tariff.SpurCostUsd), 1e-6 * totals.Cost.Value);
        Assert.Equal(-totals.Net.Value, pillars.Money.Projects.Sum(p => p.NpvUsd), 1e-6 * totals.Cost.Value);
    }

    private static LateHub Late(TinyWorld world, double years)
    {
        Study delayed = LateHub.Delayed(world.Study, Hub, years);
        return LateHub.Of(Shared.Value.Plan, Hub, years, world.With(_ => delayed).Make(SolverRoute.Exact));
    }

    private static double Round(double value) => Math.Round(value, 6);
}
