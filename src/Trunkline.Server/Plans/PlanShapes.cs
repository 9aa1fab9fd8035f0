using Trunkline.Domain;
using Trunkline.Planner;
using Trunkline.Runner;
using Trunkline.Server.Http;
using Trunkline.Store;

namespace Trunkline.Server.Plans;

/// <summary>The proof of a plan. Money is discounted, real, in the study's dollar year.</summary>
/// <param name="CostUsd">Capture, air capture, transport, storage and storage fees, less salvage, before credits.</param>
/// <param name="NetUsd">Cost less credits less price income: what a plan makes as small as it can.</param>
/// <param name="BoundUsd">No plan of the study has a lower net. May rise while a proof runs.</param>
/// <param name="Gap">(net - bound) / cost.</param>
/// <param name="GapNetwork">The same difference over transport and storage; null where there are none.</param>
internal sealed record TotalsSeen(
    double CostUsd,
    double CaptureUsd,
    double DacUsd,
    double TransportUsd,
    double StorageUsd,
    double StorageFeesUsd,
    double CreditsDiscountedUsd,
    double PriceIncomeUsd,
    double NetUsd,
    double BoundUsd,
    double Gap,
    double? GapNetwork,
    string BoundStep,
    string Status)
{
    public static TotalsSeen Of(PlanTotals t) => new(
        t.Cost.Value,
        t.Capture.Value,
        t.Dac.Value,
        t.Transport.Value,
        t.Storage.Value,
        t.StorageFees.Value,
        t.CreditsDiscounted.Value,
        t.PriceIncome.Value,
        t.Net.Value,
        t.Bound.Value,
        t.Gap,
        double.IsFinite(t.GapNetwork) ? t.GapNetwork : null,
        t.BoundStep,
        t.Status);
}

/// <summary>Whose law a plan assumes.</summary>
internal sealed record LawBasis(DateOnly AsOf, string? Mode, IReadOnlyList<string> Overlays, string RegisterVersion);

/// <summary>CO2 over the whole plan, million tonnes.</summary>
internal sealed record TonnesSeen(double CapturedMt, double StoredMt, double UsedMt);

/// <summary>A plan in a list.</summary>
/// <param name="Origin"><c>shipped</c>, <c>study</c> or <c>what-if</c>.</param>
/// <param name="Parent">Id of the plan that it was asked of.</param>
/// <param name="State"><c>open</c> where a what-if is answered at once; <c>closed</c> where it must be opened first, which takes seconds where something is remembered.</param>
/// <param name="Goal">Mt/y or $/t by period, as asked.</param>
/// <param name="GoalUsed">The same after any lowering.</param>
/// <param name="Stale">True where data, law or engine have changed since it was made.</param>
/// <param name="Etag">To be sent as If-Match with an edit.</param>
internal sealed record PlanItem(
    string Id,
    string? Name,
    Bilingual Title,
    string Study,
    string Dataset,
    string Origin,
    string? Parent,
    IReadOnlyList<StudyChange> Changes,
    DateTimeOffset Created,
    bool Kept,
    string State,
    string Mode,
    IReadOnlyList<double> Goal,
    IReadOnlyList<double> GoalUsed,
    LawBasis Policy,
    TotalsSeen Totals,
    TonnesSeen Tonnes,
    bool AuditPassed,
    bool Stale,
    string? ProofJob,
    string Etag);

/// <summary>A line of credit that a map must show.</summary>
internal sealed record CreditLine(string Text, string Licence, bool ShowOnMap);

/// <summary>Longitudes and latitudes that hold all of a plan.</summary>
internal sealed record Bounds(double West, double South, double East, double North);

/// <summary>What a plan can be filtered by.</summary>
internal sealed record PlanFacets(
    IReadOnlyList<string> Sectors, IReadOnlyList<string> States, IReadOnlyList<string> Processes, IReadOnlyList<string> Tracks, IReadOnlyList<double> DiametersInches);

/// <summary>A plan with everything but its layers and pages.</summary>
internal sealed record PlanPage(
    PlanItem Item,
    IReadOnlyList<PlanPeriod> Periods,
    PlanStamp Stamp,
    IReadOnlyList<PlanNote> Notes,
    IReadOnlyList<CreditLine> Credits,
    IReadOnlyList<string> Tracks,
    double DiscountRate,
    int DollarYear,
    double Inflation,
    StudyFile Study,
    Bounds Bounds,
    PlanFacets Facets,
    IReadOnlyList<string> Layers);

/// <summary>What of a plan may be edited.</summary>
/// <param name="Name">Null takes the name away; at most 80 letters.</param>
/// <param name="Kept">True where it must not be forgotten.</param>
internal sealed record PlanEdit(string? Name, bool Kept);

/// <summary>Turns stored plans into what the API shows.</summary>
internal sealed class PlanSight(PlanningDesk desk, JobBoard queue, Freshness freshness)
{
    public PlanItem Item(StoredPlan plan) => new(
        plan.Id,
        plan.Name,
        plan.Head.Study.Title,
        plan.StudyId,
        plan.DatasetId,
        plan.Origin,
        plan.ParentId,
        PlanningDesk.ChangesOf(plan),
        plan.Created,
        plan.Kept,
        desk.IsOpen(plan) ? "open" : "closed",
        plan.Head.Study.Mode,
        plan.Head.Study.Goal,
        plan.Head.Study.GoalUsed,
        new LawBasis(plan.Head.Receipt.AsOf, plan.Head.Receipt.Mode, plan.Head.Receipt.Overlays, plan.Head.Receipt.RegisterVersion),
        TotalsSeen.Of(plan.Head.Totals),
        Tonnes(plan.Head.Periods),
        plan.Head.Audit.Passed,
        freshness.IsStale(plan),
        queue.All().FirstOrDefault(j => j.Kind == JobKind.Proof && !j.IsOver && j.PlanId == plan.Id)?.Id,
        EntityTags.Of(plan.Id, plan.Version));

    private static TonnesSeen Tonnes(IReadOnlyList<PlanPeriod> periods)
    {
        double sum(Func<PlanPeriod, double> rate) => periods.Sum(p => rate(p) * (p.To - p.From + 1));
        return new TonnesSeen(sum(p => p.CapturedMtPerYear), sum(p => p.StoredMtPerYear), sum(p => p.UsedMtPerYear));
    }
}
