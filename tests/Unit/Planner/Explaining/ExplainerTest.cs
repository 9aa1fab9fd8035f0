using Trunkline.Atlas;
using Trunkline.Domain;
using Trunkline.Planner;

namespace Trunkline.Tests.Unit.Planner.Explaining;

/// <summary>"Why is this plant not captured?", answered in the numbers of the two nodes.</summary>
public sealed class ExplainerTest
{
    /// <summary>
    /// A unit of 2031 in study 01: capture 125 M$ over 5 Mt is 25 $/t; the pipe of its size class (0.5 or 2 Mt/y: 1 lies between) is there already and costs
    /// 100 x 0.04 x 0.225 = 0.9 $ for each t/y to widen on the large line, 0.18 $/t; storage (16 / 0.5 + 5) / 5 = 7.4 $/t; the credit 85 $/t.
    /// </summary>
    [Fact]
    public void A_captured_stream_is_explained_start_by_start()
    {
        StreamExplanation why = Assert.Single(Explainer.Explain(TinyWorld.TwoNodes.Plan, "A"));
        Assert.Equal(("A:ethanol-fermentation", "permit-lead-time"), (why.StreamId, why.BindingRule));
        Assert.Contains("from 2031 on", why.Verdict.En, StringComparison.Ordinal);
        Assert.Equal([2026, 2031], why.Starts.Select(s => s.From));
        Assert.Null(why.Starts[0].MarginalCost);
        Assert.Null(why.Starts[0].EntryCredit);
        StartExplanation then = why.Starts[1];
        Assert.Equal((25, 0.18, 7.4, 85), (Round(then.Capture), Round(then.Transport), Round(then.Storage), Round(then.Credit)));
        Assert.Equal(32.58, Round(then.MarginalCost));
    }

    /// <summary>No target, and a unit of 50 M$ with a variable cost of 195 $/t and 0.2 MWh/t: 50 x 5/20 over 5 Mt is 2.5, and 195 + 10: 207.5 $/t before the way and the storage, against 85.</summary>
    [Fact]
    public void A_stream_that_does_not_pay_names_the_credit_at_which_it_would()
    {
        StreamExplanation why = Assert.Single(Explainer.Explain(Dear(TinyWorld.TwoNodes).WithPrice(0, 0).Plan, "Prairie"));
        StartExplanation best = why.Starts[1];
        Assert.StartsWith("Not captured", why.Verdict.En, StringComparison.Ordinal);
        Assert.Null(why.BindingRule);
        Assert.Equal((207.5, 85), (Round(best.Capture), Round(best.Credit)));
        Assert.Equal(best.MarginalCost, best.EntryCredit);

        // A line of its own: 1 Mt/y counts as the class of 0.5 or 2 Mt/y, on the cheaper of the two cost lines.
        Assert.InRange(best.Transport!.Value, 100 * ((100_000 / 2e6) + 0.07) * 0.225 / 5, 100 * ((100_000 / 5e5) + 0.07) * 0.225 / 5);
        Assert.Contains($"${best.EntryCredit:0.0}", why.Verdict.En, StringComparison.Ordinal);
        Assert.Contains($"{best.EntryCredit:0.0}", why.Verdict.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void A_stream_without_a_cost_or_outside_the_tracks_says_so()
    {
        TinyWorld two = TinyWorld.WithAirAndUse.WithTarget(0, 0.5);
        Assert.Contains("unknown is not free", Verdict(two.With(d => d with { Streams = [d.Streams[0] with { Cost = null }] })), StringComparison.Ordinal);
        Assert.Contains("does not allow", Verdict(two.With(s => s with { Tracks = new HashSet<Track> { Track.Dac } })), StringComparison.Ordinal);
        Assert.Contains("contradict", Verdict(two.With(d => d with { Doubts = [new Doubt("sites.csv", "A", "place", "at sea", "excluded from plans")] })), StringComparison.Ordinal);
    }

    [Fact]
    public void The_cliff_is_named()
    {
        TinyWorld cliff = TinyWorld.Read("03-the-credit-cliff");
        Assert.Contains("stopped after 2042", Assert.Single(Explainer.Explain(cliff.Plan, "A")).Verdict.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_nothing_matches_nothing_is_said() => Assert.Empty(Explainer.Explain(TinyWorld.TwoNodes.Plan, "Z"));

    private static string Verdict(TinyWorld world) => Assert.Single(Explainer.Explain(world.Plan, "A"), e => e.SiteId == "A").Verdict.En;

    private static TinyWorld Dear(TinyWorld world) =>
        world.With(d => d with
        {
            Streams = [d.Streams[0] with { Cost = d.Streams[0].Cost! with { VariableOm = new UsdPerTonne(195), ElectricityMwhPerTonne = 0.2, Capex = new(50e6), FixedOm = new(0) } }],
        });

    private static double? Round(double? value) => value is { } v ? Math.Round(v, 6) : null;
}
