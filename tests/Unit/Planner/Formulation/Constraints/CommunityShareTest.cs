using Trunkline.Domain;
using Trunkline.Planner;
using Trunkline.Register;
using Trunkline.Tests.Unit.Register;

namespace Trunkline.Tests.Unit.Planner.Formulation.Constraints;

/// <remarks>
/// Study 08: A and B in a county that does not count, C in one that does; 50 M$ over 0.5 Mt/y are 100 $ behind each t/y, through five years. The row in dollar-years for
/// each t/y: 0.4 x 100 x 5 = 200 short for A and B, (0.4 - 1) x 100 x 5 = -300 for C.
/// </remarks>
public sealed class CommunityShareTest : RuleTest<CommunityShare>
{
    private static readonly Lazy<TinyWorld> Study = new(() => TinyWorld.Read("08-a-share-for-communities"));

    protected override TinyWorld World => Study.Value;

    /// <summary>Without C nothing is at work in the county that counts; with C at a tenth of its stream, 0.05 of 0.55.</summary>
    protected override IEnumerable<Plan> Spoiled(Plan right) =>
    [
        right with { Captures = [.. right.Captures.Where(c => c.SiteId != "C")] },
        right with { Captures = [.. right.Captures.Select(c => c.SiteId == "C" ? c with { Rate = [.. c.Rate.Select(r => 0.1 * r)] } : c)] },
    ];

    /// <summary>
    /// The frontier of the study's README, without its fees of 0.08 $/t: no limit; A and C; A held back to 0.5 x (1 - s) / s beside C, worth 343.425 a - 41 M$; C alone once that is less
    /// than nothing, from 0.8073 on.
    /// </summary>
    [Theory]
    [InlineData(0, -254.175)]
    [InlineData(0.3, -234.175)]
    [InlineData(0.5, -234.175)]
    [InlineData(0.6, -176.9375)]
    [InlineData(0.8, -105.390625)]
    [InlineData(0.81, -103.4625)]
    public void The_price_of_a_share_is_the_one_worked_by_hand(double share, double net) =>
        Assert.Equal(net, Asking(share, 0.75).Plan.Totals.Net.Value / 1e6, 5);

    /// <summary>
    /// C made dear to run, 35 $/t and power 5: built and left idle beside A and B it would cost 25 M$, and a third of the capital would stand there. Only use counts, so C takes B's place:
    /// 15 x 2.5 = 37.5 M$ more than -234.175. (C at 0.3 and B at 0.2 would save 23 and cost 25.)
    /// </summary>
    [Fact]
    public void An_idle_unit_is_no_way_round()
    {
        TinyWorld world = Asking(0.3, 0.75).With(d => d with { Streams = [.. d.Streams.Select(s => s.SiteId == "C" ? s with { Cost = s.Cost! with { VariableOm = new UsdPerTonne(35) } } : s)] });
        Assert.Equal(-196.675, world.Plan.Totals.Net.Value / 1e6, 5);
        Assert.Equal(["A", "C"], world.Plan.Captures.Select(c => c.SiteId).Order());
        Assert.All(world.Plan.Captures, c => Assert.Equal(500000, c.Rate[1].Value, 1));
    }

    /// <summary>Both routes know the row: the search finds the same plans.</summary>
    [Theory]
    [InlineData(0.4, -234.175)]
    [InlineData(0.6, -176.9375)]
    public void The_search_obeys_it_too(double share, double net)
    {
        Plan plan = Assert.IsType<PlanOutcome.Planned>(Asking(share, 0.75).Make(SolverRoute.Scalable)).Plan;
        Assert.True(plan.Audit.Passed);
        Assert.Equal(net, plan.Totals.Net.Value / 1e6, 5);
    }

    /// <summary>The same 40 % from the register: under the goals of 2024 it binds, on a day after their end nothing is asked.</summary>
    [Fact]
    public void A_share_of_the_register_binds_where_it_has_force()
    {
        TinyWorld asked = Asking(null, 0.75) with { Register = ShippedRegister.Register };
        TinyWorld strategy = asked.With(s => s with { Policy = new PolicyBasis(new DateOnly(2026, 11, 23), ["strategy-2024-goals"], null) });
        Assert.Null(asked.Case.Communities);
        Assert.Equal(0.4, strategy.Case.Communities!.LeastShare);
        Assert.Equal(20, (strategy.Plan.Totals.Net.Value - asked.Plan.Totals.Net.Value) / 1e6, 6);
    }

    /// <summary>
    /// With tracts, a county counts by the share of its people: 0.5 for C's, 0.1 for the others': A with C is (0.1 + 0.5) / 2 = 0.3. For 0.31, A is held back: 0.1 a + 0.25 = 0.31 (a + 0.5),
    /// so a = 0.095 / 0.21.
    /// </summary>
    [Theory]
    [InlineData(0.29, -234.175)]
    [InlineData(0.31, -103.4625 - (343.425 * 0.095 / 0.21) + 41)]
    public void Tracts_count_by_people(double share, double net)
    {
        TinyWorld world = Study.Value
            .With(d => d with { CountyCommunities = [new("00001", 4, 1, 1000, 100, "hand", Confidence.C), new("00002", 2, 1, 1000, 500, "hand", Confidence.C)] })
            .With(s => s with { Limits = s.Limits with { Communities = new CommunityLimit(new Fraction(share), null) } });
        Assert.Equal(net, world.Plan.Totals.Net.Value / 1e6, 5);
    }

    private static TinyWorld Asking(double? share, double percentile) => Study.Value.With(s => s with
    {
        Limits = s.Limits with { Communities = new CommunityLimit(share is { } least ? new Fraction(least) : null, new Fraction(percentile)) },
    });
}
