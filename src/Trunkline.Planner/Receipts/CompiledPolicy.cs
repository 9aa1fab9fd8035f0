using Trunkline.Atlas;
using Trunkline.Domain;
using Trunkline.Register;

namespace Trunkline.Planner;

/// <summary>The law as a study's plans get it, before there is a plan: every coefficient that could be needed, and what stands beside.</summary>
/// <param name="Receipt">Coefficients with their evidence; no money has moved yet.</param>
/// <param name="Unknown">Storage fees that the register does not know, by state of the study's formations.</param>
/// <param name="NotApplied">Entries in force, federal or of a state, that are or decide money and that no rule of the formulation takes up: grants, loans, other credits.</param>
public sealed record CompiledPolicy(PolicyReceipt Receipt, IReadOnlyList<UnknownFee> Unknown, IReadOnlyList<StandingEntry> NotApplied)
{
    /// <summary>Asks the view what any plan of the study could ask: each kind of unit in each period, each state of its formations.</summary>
    /// <exception cref="NoAnswerException">The register has no permitting authority for a state of the study.</exception>
    public static CompiledPolicy Of(Study study, Dataset dataset, RegisterView law)
    {
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(dataset);
        ArgumentNullException.ThrowIfNull(law);
        IncentiveSchedule incentives = PlanMaker.Incentives(study, dataset, law);
        Years build = new Coefficients(dataset, study.Periods[0].From).CaptureBuildYears;
        foreach (Period period in study.Periods)
        {
            incentives.CreditFor(isDac: true, isPower: false, period.FirstDay, build);
            incentives.CreditFor(isDac: false, isPower: true, period.FirstDay, build);
            incentives.CreditFor(isDac: false, isPower: false, period.FirstDay, build);
        }

        List<UnknownFee> unknown = [];
        foreach (string state in RegionMembers.Of(study, dataset).Formations.Select(f => f.State).Distinct().Order(StringComparer.Ordinal))
        {
            incentives.PermittingReadings(state);
            unknown.AddRange(study.Periods.SelectMany(p => p.CalendarYears).SelectMany(y => incentives.StorageFeeIn(state, y).Unknown).DistinctBy(u => u.ParameterId));
        }

        return new CompiledPolicy(PolicyReceipts.Compiled(law), unknown, [.. Beside(law)]);
    }

    private static bool IsOfTheUnitedStates(PolicyParameter parameter) =>
        parameter.Id.StartsWith("us.", StringComparison.Ordinal) || parameter.Id.StartsWith("us-", StringComparison.Ordinal);

    private static IEnumerable<StandingEntry> Beside(RegisterView law)
    {
        IReadOnlyDictionary<string, string> rules = IncentiveParameters.RulesOf(law.Register);
        return law.InForce().Where(e => e.Parameter.Money && IsOfTheUnitedStates(e.Parameter) && !rules.ContainsKey(e.Parameter.Id));
    }
}
