using Trunkline.Domain;
using Trunkline.Planner;
using Trunkline.Register;

namespace Trunkline.Pillars;

/// <summary>One of the two plans of a comparison. Money is discounted.</summary>
/// <param name="Status">As a plan's: <c>proved</c> or <c>found</c>; else <c>infeasible</c>, <c>out-of-time</c>, or <c>no-answer</c> where no study can be asked without it. The figures are null without a plan.</param>
public sealed record ValueSide(
    string Status, Usd? NetUsd, Usd? BoundUsd, Usd? CostUsd, Usd? CreditsUsd, double? CapturedMt, IReadOnlyList<double>? CapturedMtPerYear)
{
    internal static ValueSide Of(Plan plan) => new(
        plan.Totals.Status,
        plan.Totals.Net,
        plan.Totals.Bound,
        plan.Totals.Cost,
        plan.Totals.CreditsDiscounted,
        plan.Periods.Sum(p => p.CapturedMtPerYear * (p.To - p.From + 1)),
        [.. plan.Periods.Select(p => p.CapturedMtPerYear)]);

    internal static ValueSide None(string status) => new(status, null, null, null, null, null, null);
}

/// <summary>What a policy, or a place where CO2 can go, is worth to a plan: the plan without it less the plan with it, both the best that was found.</summary>
/// <param name="Id">Record of the register, or site, storage or use of the dataset.</param>
/// <param name="Kind"><c>policy</c> or <c>place</c>.</param>
/// <param name="Says">What was taken away, or why nothing can be.</param>
public sealed record PlanValue(string Id, string Kind, Bilingual Says, ValueSide With, ValueSide Without)
{
    /// <summary>How much more the plan costs net without it; null where there is no plan without it.</summary>
    public Usd? WorthUsd => Without.NetUsd - With.NetUsd;

    /// <summary>It is worth at least this: the bound without it less the plan with it.</summary>
    public Usd? AtLeastUsd => Without.BoundUsd - With.NetUsd;

    /// <summary>It is worth at most this: the plan without it less the bound with it.</summary>
    public Usd? AtMostUsd => Without.NetUsd - With.BoundUsd;

    /// <summary>CO2 captured because of it, Mt over the plan.</summary>
    public double? CapturedMoreMt => With.CapturedMt - Without.CapturedMt;

    /// <summary>The value of a record of the register, or of a place of the dataset that is closed; null where neither has the id.</summary>
    /// <param name="solve">Answers a study under a law.</param>
    public static PlanValue? Of(PillarInput input, string id, Func<Study, RegisterView, PlanOutcome> solve)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(solve);
        if (input.Law.Register.Find(id) is { } record)
        {
            RegisterView without = input.Law.Register.Without(id).AsOf(input.Law.AsOf);
            return new PlanValue(id, "policy", PolicySays(record), ValueSide.Of(input.Plan), Solved(() => solve(input.Study, without)));
        }

        if (!IsPlace(input, id))
        {
            return null;
        }

        Study closed = input.Study with { Limits = input.Study.Limits with { Closed = input.Study.Limits.Closed.Append(id).ToHashSet(StringComparer.Ordinal) } };
        return new PlanValue(id, "place", new Bilingual($"{id} closed.", $"关闭 {id}。"), ValueSide.Of(input.Plan), Solved(() => solve(closed, input.Law)));
    }

    private static Bilingual PolicySays(PolicyRecord record) => record.Parameters.Count > 0
        ? new Bilingual($"{record.Document.Titles.En}: none of its {record.Parameters.Count} numbers is read.", $"{record.Document.Titles.Zh}：其 {record.Parameters.Count} 个数值均不读取。")
        : new Bilingual($"{record.Document.Titles.En} gives the plan no number.", $"{record.Document.Titles.Zh} 不向方案提供数值。");

    private static bool IsPlace(PillarInput input, string id) =>
        input.Dataset.Sites.Any(s => s.Id == id) || input.Dataset.DacSites.Any(d => d.Id == id) || input.Dataset.Formations.Any(f => f.Id == id) || input.Dataset.Uses.Any(u => u.Id == id);

    private static ValueSide Solved(Func<PlanOutcome> solve)
    {
        try
        {
            return solve() switch
            {
                PlanOutcome.Planned planned => ValueSide.Of(planned.Plan),
                PlanOutcome.Infeasible => ValueSide.None("infeasible"),
                _ => ValueSide.None("out-of-time"),
            };
        }
        catch (NoAnswerException)
        {
            // The planner cannot do without some numbers, the authority that permits storage for one: there is then nothing to compare with.
            return ValueSide.None("no-answer");
        }
    }
}
