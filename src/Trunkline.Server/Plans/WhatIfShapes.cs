using Trunkline.Domain;
using Trunkline.Planner;
using Trunkline.Report;
using Trunkline.Server.Jobs;

namespace Trunkline.Server.Plans;

/// <summary>A question about a plan.</summary>
/// <param name="Changes">What is to be otherwise, relative to the plan.</param>
/// <param name="Name">Name of the new plan; null for none.</param>
/// <param name="Wait">Seconds to wait for the answer before a job is given back instead, 0 to 10; 2 where left out.</param>
internal sealed record WhatIfRequest(IReadOnlyList<StudyChange> Changes, string? Name = null, double? Wait = null);

/// <summary>How many things came, went and changed.</summary>
internal sealed record ChangeCount(int Added, int Removed, int Changed)
{
    public static ChangeCount Of(IReadOnlyList<ThingChange> changes) => new(
        changes.Count(c => c.Kind == ThingChangeKind.Added),
        changes.Count(c => c.Kind == ThingChangeKind.Removed),
        changes.Count(c => c.Kind is not (ThingChangeKind.Added or ThingChangeKind.Removed)));
}

/// <summary>A sum in two plans; discounted.</summary>
internal sealed record MoneyPair(string Name, double BeforeUsd, double AfterUsd);

/// <summary>What a changed plan does otherwise than the plan it was asked of: after less before.</summary>
/// <param name="Largest">The sites, corridors and storage that changed most.</param>
internal sealed record DifferenceSeen(
    double NetUsd,
    double CostUsd,
    double CreditsUsd,
    double CapturedMt,
    double StoredMt,
    double NewPipeKm,
    double GapBefore,
    double GapAfter,
    ChangeCount Sites,
    ChangeCount Pipes,
    ChangeCount Storage,
    IReadOnlyList<MoneyPair> Money,
    IReadOnlyList<PlaceRef> Largest);

/// <summary>The answer to a question about a plan.</summary>
/// <param name="Outcome"><c>plan</c>, or <c>infeasible</c> or <c>out-of-time</c>, which are answers too; <c>out-of-memory</c> or <c>crashed</c> where the solver was ended.</param>
/// <param name="Seconds">From the beginning of the search to its end.</param>
/// <param name="Difference">Null where there is no plan.</param>
/// <param name="Proof">The job that goes on proving; null where there is nothing more to prove.</param>
internal sealed record WhatIfAnswer(
    string Outcome, PlanItem? Plan, string Parent, double Seconds, DifferenceSeen? Difference, JobSeen? Proof, IReadOnlyList<ReasonSeen> Reasons, Bilingual? Why);

/// <summary>Something that a what-if may change, with all that a form needs.</summary>
/// <param name="Kind">As in a change.</param>
/// <param name="Offered">False where the planner has it not yet.</param>
/// <param name="Unit">Of the number; null where it is none.</param>
internal sealed record WhatIfOption(
    string Kind, bool Offered, Bilingual Title, Bilingual Explanation, string? Unit, double? Least, double? Most, double? Step, bool ByPeriod, IReadOnlyList<string>? Choices);
