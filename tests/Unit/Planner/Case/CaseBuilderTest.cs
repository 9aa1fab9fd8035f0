using Trunkline.Atlas;
using Trunkline.Domain;
using Trunkline.Planner;

namespace Trunkline.Tests.Unit.Planner.Case;

public sealed class CaseBuilderTest
{
    /// <summary>The two nodes over five periods of five years, 2026 to 2050.</summary>
    private static readonly TinyWorld Long = TinyWorld.TwoNodes
        .With(s => s with { Periods = [new(2026, 2030), new(2031, 2035), new(2036, 2040), new(2041, 2045), new(2046, 2050)] }).WithTarget(0, 0, 0, 0, 0);

    /// <summary>
    /// Construction takes three years and must begin before 2033-01-01. Starts of 2026 and 2031 began in 2023 and 2028 and are paid; their twelve years
    /// end in 2037 and 2042, so they may stop after 2040 and 2045. A start of 2036 begins on 2033-01-01, too late by a day: no credit, one run.
    /// </summary>
    [Fact]
    public void A_unit_may_stop_when_its_credit_ends_and_a_late_one_stays()
    {
        IReadOnlyList<CaseOption> options = Assert.Single(Long.Case.Supplies).Options;
        Assert.Equal([(0, 4), (0, 2), (1, 4), (1, 3), (2, 4), (3, 4), (4, 4)], options.Select(o => (o.First, o.Last)));
        Assert.Equal([true, true, true, true, false, false, false], options.Select(o => o.WhyNoCredit is null));
        Assert.Contains("2033-01-01", options[4].WhyNoCredit!, StringComparison.Ordinal);
    }

    /// <summary>85 $ a year through five, five and two years; the last period holds two of the twelve.</summary>
    [Fact]
    public void A_twelve_year_credit_pays_five_five_and_two()
    {
        CaseOption stays = Long.Case.Supplies[0].Options[2];
        Assert.Equal([0, 425, 425, 170, 0], stays.RealCredit);
        Assert.Equal([0, 425, 425, 170, 0], stays.Credit);
        Assert.Equal([0, 12_500, 12_500, 12_500, 0], stays.Minimum);
    }

    /// <summary>At 10 % the credit of 2041 and 2042, fifteen and sixteen years after the first day, is due in the middle of each.</summary>
    [Fact]
    public void Credits_are_discounted_year_by_year()
    {
        CaseOption stays = Long.With(s => s with { DiscountRate = new Fraction(0.1) }).Case.Supplies[0].Options[2];
        Assert.Equal(85 * (Math.Pow(1.1, -15.5) + Math.Pow(1.1, -16.5)), stays.Credit[3], 1e-9);
        Assert.Equal(170, stays.RealCredit[3], 1e-9);
    }

    /// <summary>12,500 t/y is the least that the law pays; one tonne less and every start is without credit.</summary>
    [Theory]
    [InlineData(12_500, true)]
    [InlineData(12_499, false)]
    public void A_stream_below_the_threshold_earns_nothing(double co2, bool paid)
    {
        CaseOption first = Long.With(d => d with { Streams = [d.Streams[0] with { Co2 = new(co2) }] }).Case.Supplies[0].Options[0];
        Assert.Equal(paid, first.WhyNoCredit is null);
        Assert.Equal(paid ? 425 : 0, first.Credit[0]);
        Assert.Equal(paid ? 12_500 : 0, first.Minimum[0]);
    }

    /// <summary>Electricity: designed to capture three quarters of its CO2, or no credit.</summary>
    [Theory]
    [InlineData(0.75, true)]
    [InlineData(0.74, false)]
    public void A_power_unit_below_the_design_share_earns_nothing(double rate, bool paid) =>
        Assert.Equal(paid, Long.With(d => d with { Streams = [d.Streams[0] with { IsPower = true, CaptureRate = new(rate) }] }).Case.Supplies[0].Options[0].WhyNoCredit is null);

    /// <summary>
    /// North Dakota permits by itself, 13 months; Illinois waits three years for EPA. With two years of building: 3.08 and 5 years after 2026-01-01. Five is
    /// exactly the second period's first day. With three years of building it is the third period; with thirty, never.
    /// </summary>
    [Theory]
    [InlineData("ND", 2, 1)]
    [InlineData("IL", 2, 1)]
    [InlineData("IL", 3, 2)]
    [InlineData("IL", 30, 5)]
    public void Storage_waits_for_its_permit_and_its_wells(string state, double buildYears, int first)
    {
        CaseSink sink = Assert.Single(Long.WithParameter("build-years.storage", buildYears)
            .With(d => d with { Formations = [d.Formations[0] with { State = state }] }).Case.Sinks);
        Assert.Equal(first, sink.FirstProjectPeriod);
        Assert.Equal(2026 + (state == "ND" ? 13 / 12d : 3) + buildYears, sink.ReadyYear!.Value, 1e-9);
    }

    /// <summary>Demand of 0.4 Mt/y to 2030 and 0.6 from 2031; a period's limit is the mean of its years, and a year without a figure is no demand.</summary>
    [Fact]
    public void A_use_takes_the_mean_of_its_years()
    {
        TinyWorld world = TinyWorld.WithAirAndUse.With(s => s with { Periods = [new(2026, 2032), new(2033, 2042)] });
        CaseSink use = world.Case.Sinks.Single(s => s.Id == "U");
        Assert.Equal(((5 * 0.4e6) + (2 * 0.6e6)) / 7, use.FreeRate[0], 1e-6);
        Assert.Equal(3 * 0.6e6 / 10, use.FreeRate[1], 1e-6);
    }

    /// <summary>Capital falls by 2 % a year: bought ten years on it costs 0.98^10 of today's.</summary>
    [Fact]
    public void Capital_learns_from_the_first_year_on()
    {
        TinyWorld learning = Long.WithParameter("learning.ethanol-fermentation", 0.02).WithParameter("learning.pipe", 0.01).WithParameter("learning.storage", 0.03);
        CaseOption late = learning.Case.Supplies[0].Options.Single(o => o.First == 2);
        Assert.Equal((100e6 * Math.Pow(0.98, 10) * 15 / 20) + (5e6 * 15), late.OpeningCost, 1e-3);
        Assert.Equal(100_000 * Math.Pow(0.99, 10) * ((15d / 50) + (0.025 * 15)), learning.Case.Trends[0].Fixed[2], 1e-6);
        Assert.Equal((30e6 * Math.Pow(0.97, 10) * 15 / 30) + (((6e6 / 30) + 1e6) * 15) + (30e6 * 15 / 30), learning.Case.Sinks[0].ProjectCost[2], 1e-3);
    }

    [Fact]
    public void What_may_not_take_part_is_left_out_with_the_reason()
    {
        TinyWorld two = TinyWorld.WithAirAndUse;
        Assert.Equal(["track-not-allowed"], two.With(s => s with { Tracks = new HashSet<Track> { Track.Dac } }).Case.LeftOut.Select(l => l.Reason));
        Assert.Equal(["cost-unknown"], two.With(d => d with { Streams = [d.Streams[0] with { Cost = null }] }).Case.LeftOut.Select(l => l.Reason));
        Assert.Equal(["doubtful-location"], two.With(d => d with { Doubts = [new Doubt("sites.csv", "A", "place", "at sea", "excluded from plans")] }).Case.LeftOut.Select(l => l.Reason));
    }

    /// <summary>100 $M of capital at 1.5 times, no learning, no discount and 15 of 20 years used: 112.5 $M; fixed 5 $M/y for 15 years at 1.5 times: 112.5 $M.</summary>
    [Fact]
    public void A_cost_factor_multiplies_its_family_and_no_other()
    {
        PlanningCase dearer = Long.With(d => new CostFactors { Capture = 1.5 }.On(d)).Case;
        CaseOption late = dearer.Supplies[0].Options.Single(o => o.First == 2);
        Assert.Equal((150e6 * 15 / 20) + (7.5e6 * 15), late.OpeningCost, 1e-3);
        Assert.Equal(Long.Case.Trends[0].Fixed, dearer.Trends[0].Fixed);
        Assert.Equal(Long.Case.Sinks[0].ProjectCost, dearer.Sinks[0].ProjectCost);
    }

    [Fact]
    public void What_a_study_closes_takes_no_part_and_an_unknown_id_is_a_problem()
    {
        TinyWorld two = TinyWorld.WithAirAndUse;
        TinyWorld closed = two.With(s => s with { Limits = s.Limits with { Closed = new HashSet<string> { two.Dataset.Streams[0].SiteId } } });
        Assert.Equal(["closed"], closed.Case.LeftOut.Select(l => l.Reason));
        TinyWorld wrong = two.With(s => s with { Limits = s.Limits with { Closed = new HashSet<string> { "nowhere" } } });
        Problem problem = Assert.Single(CaseBuilder.Build(wrong.Study, wrong.Dataset, wrong.Incentives, TestContext.Current.CancellationToken).Problems);
        Assert.Contains("/limits/closed", problem.Where, StringComparison.Ordinal);
        Assert.Contains("nowhere", problem.What, StringComparison.Ordinal);
    }

    /// <summary>A wrong dollar year, a state of which nothing is known, nothing to capture, nowhere to store and no pipe: five problems, all said.</summary>
    [Fact]
    public void Everything_that_study_and_dataset_disagree_on_is_said_at_once()
    {
        TinyWorld wrong = TinyWorld.TwoNodes.With(d => d with { PipeTrends = [] })
            .With(s => s with { DollarYear = 2018, Region = new Region(new HashSet<string> { "TX" }, null) });
        IReadOnlyList<Problem> problems = CaseBuilder.Build(wrong.Study, wrong.Dataset, wrong.Incentives, TestContext.Current.CancellationToken).Problems;
        Assert.Equal(5, problems.Count);
        Assert.All(["/dollarYear", "/region/states", "pipe_trends.csv"], place => Assert.Contains(problems, p => p.Where.Contains(place, StringComparison.Ordinal)));
        Assert.Equal(2, problems.Count(p => p.Where.EndsWith("/region", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_site_without_a_node_is_a_problem()
    {
        TinyWorld wrong = TinyWorld.TwoNodes.With(d => d with { Network = d.Network! with { Nodes = [.. d.Network.Nodes.Select(n => n with { Hosts = [] })] } });
        Assert.Contains("'A'", Assert.Single(CaseBuilder.Build(wrong.Study, wrong.Dataset, wrong.Incentives, TestContext.Current.CancellationToken).Problems).What, StringComparison.Ordinal);
    }

    [Fact]
    public void A_dataset_with_neither_network_nor_surface_is_a_problem()
    {
        TinyWorld wrong = TinyWorld.TwoNodes.With(d => d with { Network = null });
        Assert.Contains("neither", Assert.Single(CaseBuilder.Build(wrong.Study, wrong.Dataset, wrong.Incentives, TestContext.Current.CancellationToken).Problems).What, StringComparison.Ordinal);
    }

    [Fact]
    public void Parameters_that_are_missing_are_all_named()
    {
        TinyWorld wrong = TinyWorld.TwoNodes.With(d => d with { Parameters = [.. d.Parameters.Where(p => p.Id is not ("price.heat" or "learning.ethanol-fermentation"))] });
        IReadOnlyList<Problem> problems = CaseBuilder.Build(wrong.Study, wrong.Dataset, TinyWorld.TwoNodes.Incentives, TestContext.Current.CancellationToken).Problems;
        Assert.Equal(["price.heat", "learning.ethanol-fermentation"], problems.Select(p => p.What.Split('\'')[1]));
        Assert.All(problems, p => Assert.EndsWith("parameters.csv", p.Where, StringComparison.Ordinal));
    }
}
