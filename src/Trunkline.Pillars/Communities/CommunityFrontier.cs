using Trunkline.Domain;
using Trunkline.Planner;

namespace Trunkline.Pillars;

/// <summary>A plan with at least a share for disadvantaged communities, and what it costs.</summary>
/// <param name="AskedShare">0 to 1.</param>
/// <param name="Status">As a plan's: <c>proved</c>, <c>found</c>; or <c>infeasible</c>, <c>out-of-time</c>.</param>
/// <param name="NetUsd">Null where there is no plan.</param>
/// <param name="BoundUsd">No plan with the share has a lower net.</param>
/// <param name="ReachedShare">Of the capital at work in capture; null where there is no plan.</param>
/// <param name="MoreUsd">Net above that of the first point with a plan; null without both.</param>
public sealed record FrontierPoint(double AskedShare, string Status, Usd? NetUsd, Usd? BoundUsd, double? ReachedShare, Usd? MoreUsd);

/// <summary>Cost against share: the study solved again for each share asked. Every point is a plan of its own with its own bound.</summary>
public static class CommunityFrontier
{
    /// <summary>The pillar with the frontier in it.</summary>
    /// <param name="input">The plan whose study is asked again.</param>
    /// <param name="pillar">What is known of the plan itself.</param>
    /// <param name="shares">Shares to ask for, 0 to 1, in order.</param>
    /// <param name="solve">Answers a changed study under the plan's law.</param>
    public static CommunitiesPillar Of(PillarInput input, CommunitiesPillar pillar, IReadOnlyList<double> shares, Func<Study, PlanOutcome> solve)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(pillar);
        ArgumentNullException.ThrowIfNull(shares);
        ArgumentNullException.ThrowIfNull(solve);
        CommunityLimit method = input.Study.Limits.Communities ?? new CommunityLimit(null, input.Dataset.CountyCommunities.Count > 0 ? null : CommunitiesPillar.UpperQuarter);
        List<FrontierPoint> points = [];
        foreach (double share in shares)
        {
            Study asked = input.Study with { Limits = input.Study.Limits with { Communities = method with { LeastShare = new Fraction(share) } } };
            points.Add(Point(input, share, solve(asked), points.FirstOrDefault(p => p.NetUsd is not null)?.NetUsd));
        }

        return pillar with { Frontier = points };
    }

    private static FrontierPoint Point(PillarInput input, double share, PlanOutcome outcome, Usd? first)
    {
        if (outcome is not PlanOutcome.Planned { Plan: { } plan })
        {
            return new FrontierPoint(share, outcome is PlanOutcome.Infeasible ? "infeasible" : "out-of-time", null, null, null, null);
        }

        CommunitiesPillar there = CommunitiesPillar.Of(input with { Plan = plan });
        Usd net = plan.Totals.Net;
        return new FrontierPoint(share, plan.Totals.Status, net, plan.Totals.Bound, there.Shares[0].Share, net - (first ?? net));
    }
}
