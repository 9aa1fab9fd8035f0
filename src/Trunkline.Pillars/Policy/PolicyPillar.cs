using Trunkline.Domain;
using Trunkline.Planner;

namespace Trunkline.Pillars;

/// <summary>Pillar 3, policy alignment.</summary>
/// <param name="Stacks">What the law offers each unit, clause by clause and year by year, in order of id.</param>
/// <param name="Actions">Who must act by when, in order of day.</param>
/// <param name="Links">What the plan ties to records, dated and marked as computed.</param>
/// <param name="Monetisation">What the register says of direct pay and transfer, which the plan does not price.</param>
/// <param name="BreakEvens">The credit at which each stream or train would just pay for itself, in order of id.</param>
/// <param name="SupplyCurve">The same as a curve: what would be captured at each credit.</param>
public sealed record PolicyPillar(
    IReadOnlyList<IncentiveStack> Stacks,
    IReadOnlyList<RequiredAction> Actions,
    IReadOnlyList<ComputedLink> Links,
    Bilingual? Monetisation,
    IReadOnlyList<BreakEven> BreakEvens,
    SupplyCurve SupplyCurve)
{
    internal const string CreditRecord = "us.45q";
    internal const string DirectPayYears = "us.45q.direct-pay-years";

    internal static PolicyPillar Of(PillarInput input)
    {
        AuditedPlan audited = new(input.Plan, input.Study, input.Study.Assumed(input.Dataset), input.Incentives);
        IReadOnlyList<IncentiveStack> stacks = IncentiveStack.Of(input, audited);
        IReadOnlyList<BreakEven> breakEvens = BreakEven.Of(input, audited);
        return new PolicyPillar(
            stacks,
            RequiredAction.Of(input, audited),
            ComputedLink.Of(input, stacks, audited),
            input.Law.Register.Find(CreditRecord)?.Document.NotModelled.FirstOrDefault(c => c.Id == "monetisation")?.Says,
            breakEvens,
            SupplyCurve.Of(breakEvens));
    }
}
