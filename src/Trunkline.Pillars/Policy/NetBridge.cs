using Trunkline.Domain;
using Trunkline.Planner;
using Trunkline.Register;

namespace Trunkline.Pillars;

/// <summary>
/// From the net of one plan to that of another, piece by piece: first the plan as it is built, each changed parameter alone as the other law has it, then all of them, then the other plan.
/// All money is discounted.
/// </summary>
/// <param name="NetUsd">The plan under its own law.</param>
/// <param name="Steps">One a changed parameter.</param>
/// <param name="InterplayUsd">What all changes together do beyond the sum of each alone.</param>
/// <param name="UnderOtherLawUsd">The same plan under the other law.</param>
/// <param name="Broken">Rules that it then breaks: under the other law it may not be built so.</param>
/// <param name="ReplanningUsd">From there to the other plan: what planning anew changes, the slack of both searches within their bounds.</param>
/// <param name="OtherNetUsd">The other plan under its own law.</param>
public sealed record NetBridge(
    Usd NetUsd, IReadOnlyList<BridgeStep> Steps, Usd InterplayUsd, Usd UnderOtherLawUsd, IReadOnlyList<BrokenRule> Broken, Usd ReplanningUsd, Usd OtherNetUsd)
{
    internal static NetBridge Of(PillarInput own, PillarInput other, IReadOnlyList<string> parameters)
    {
        PlanAuditResult now = Under(own, own.Law);
        HashSet<string> always = [.. BrokenRule.Of(now).Select(b => b.Rule)];
        BridgeStep step(string parameter)
        {
            PlanAuditResult then = Under(own, own.Law.With(other.Law, new HashSet<string> { parameter }));
            return new BridgeStep(parameter, then.RecomputedNet - now.RecomputedNet, [.. BrokenRule.Of(then).Where(b => !always.Contains(b.Rule))]);
        }

        BridgeStep[] steps = [.. parameters.Select(step)];
        PlanAuditResult all = Under(own, own.Law.With(other.Law, new HashSet<string>(parameters)));
        Usd together = all.RecomputedNet - now.RecomputedNet;
        return new NetBridge(
            now.RecomputedNet,
            steps,
            together - steps.Select(s => s.NetChangeUsd).Sum(),
            all.RecomputedNet,
            [.. BrokenRule.Of(all).Where(b => !always.Contains(b.Rule))],
            other.Plan.Totals.Net - all.RecomputedNet,
            other.Plan.Totals.Net);
    }

    private static PlanAuditResult Under(PillarInput input, RegisterView law)
    {
        IncentiveSchedule incentives = PlanMaker.Incentives(input.Study, input.Dataset, law);
        return PlanAudit.Of(new AuditedPlan(input.Plan, input.Study, input.Study.Assumed(input.Dataset), incentives));
    }
}

/// <summary>What one changed parameter does to a plan as it is built.</summary>
/// <param name="NetChangeUsd">Discounted; below zero where the plan nets less cost.</param>
/// <param name="Broken">Rules that the plan breaks by it.</param>
public sealed record BridgeStep(string Parameter, Usd NetChangeUsd, IReadOnlyList<BrokenRule> Broken);

/// <summary>A rule that a plan breaks under another law.</summary>
/// <param name="Rule">Name in docs/formulation.md.</param>
/// <param name="Times">In how many places.</param>
/// <param name="Example">The first of them.</param>
public sealed record BrokenRule(string Rule, int Times, string Example)
{
    private static readonly HashSet<string> Known = [.. Rules.All.Select(r => r.Name)];

    internal static IEnumerable<BrokenRule> Of(PlanAuditResult audit) =>
        from violation in audit.Violations
        where Known.Contains(violation.Rule)
        group violation by violation.Rule into alike
        select new BrokenRule(alike.Key, alike.Count(), $"{alike.First().Where}: {alike.First().What}");
}
