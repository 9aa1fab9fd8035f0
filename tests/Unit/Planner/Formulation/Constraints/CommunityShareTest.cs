using Trunkline.Domain;
using Trunkline.Planner;
using Trunkline.Register;
using Trunkline.Tests.Unit.Register;

namespace Trunkline.Tests.Unit.Planner.Formulation.Constraints;

/// <remarks>
/// Study 08: A and B in a county that does not count, C in one that does, 50 M$ of capital each. A tonne-free row in dollars: 0.4 x 50 M$ short for A and B, (0.4 - 1) x 50 M$ for C.
/// </remarks>
public sealed class CommunityShareTest : RuleTest<CommunityShare>
{
    private static readonly Lazy<TinyWorld> Study = new(() => TinyWorld.Read("08-a-share-for-communities"));

    protected override TinyWorld World => Study.Value;

    /// <summary>Without C nothing goes to the county that counts.</summary>
    protected override IEnumerable<Plan> Spoiled(Plan right) => [right with { Captures = [.. right.Captures.Where(c => c.SiteId != "C")] }];

    /// <summary>The frontier of the study's README: no limit, two of the steps, and where each begins. The fees of 0.4 and 0.2 M$ are not in this world.</summary>
    [Theory]
    [InlineData(0, -254.175)]
    [InlineData(0.3, -234.175)]
    [InlineData(0.5, -234.175)]
    [InlineData(0.51, -103.4625)]
    public void The_price_of_a_share_is_the_one_worked_by_hand(double share, double net) =>
        Assert.Equal(net, Asking(share, 0.75).Plan.Totals.Net.Value / 1e6, 6);

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

    /// <summary>With tracts, a county counts by the share of its people: 0.5 for C's, 0.1 for the others': A with C is (0.1 + 0.5) / 2 = 0.3.</summary>
    [Theory]
    [InlineData(0.29, -234.175)]
    [InlineData(0.31, -103.4625)]
    public void Tracts_count_by_people(double share, double net)
    {
        TinyWorld world = Study.Value
            .With(d => d with { CountyCommunities = [new("00001", 4, 1, 1000, 100, "hand", Confidence.C), new("00002", 2, 1, 1000, 500, "hand", Confidence.C)] })
            .With(s => s with { Limits = s.Limits with { Communities = new CommunityLimit(new Fraction(share), null) } });
        Assert.Equal(net, world.Plan.Totals.Net.Value / 1e6, 6);
    }

    private static TinyWorld Asking(double? share, double percentile) => Study.Value.With(s => s with
    {
        Limits = s.Limits with { Communities = new CommunityLimit(share is { } least ? new Fraction(least) : null, new Fraction(percentile)) },
    });
}
