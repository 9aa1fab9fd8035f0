using Trunkline.Atlas;
using Trunkline.Domain;
using Trunkline.Planner;

namespace Trunkline.Pillars;

/// <summary>The credit at which a unit would just pay for its capture, transport and storage, at the start where the law falls least short.</summary>
/// <param name="Captured">True where the plan captures it.</param>
/// <param name="RateTonnesPerYear">What a unit on the whole stream captures.</param>
/// <param name="Start">First year of the period in which it would start; null where no start reaches storage that is ready, or no cost is known.</param>
/// <param name="CostPerTonne">Capture, transport and storage, levelised over the run; null beside a null start. It is the credit asked for, spread over all tonnes of the run.</param>
/// <param name="CreditPerTonne">What the law pays at that start, spread the same way.</param>
/// <param name="Reason">Why there is no figure: <c>cost-unknown</c>, <c>no-storage-ready</c>, or the plan's own reason; null where there is one.</param>
public sealed record BreakEven(
    string StreamId,
    string SiteId,
    string SiteName,
    string State,
    string Sector,
    string Process,
    bool Captured,
    TonnesPerYear RateTonnesPerYear,
    int? Start,
    double? CostPerTonne,
    double? CreditPerTonne,
    string? Reason)
{
    /// <summary>The law's amount for the first year of credit at that start, nominal; null where it pays none.</summary>
    public double? LawsRate { get; init; }

    /// <summary>The amount for the first year at which the unit would just pay for itself, if the law's years, index and thresholds stay as they are; null where the law pays none.</summary>
    public double? RateNeeded => CreditPerTonne > 0 ? LawsRate * CostPerTonne / CreditPerTonne : null;

    /// <summary>How far the law's credit falls short at that start; negative where it pays more than is needed. Null where unknown.</summary>
    public double? ShortfallPerTonne => CostPerTonne - CreditPerTonne;

    internal static IReadOnlyList<BreakEven> Of(PillarInput input, AuditedPlan audited)
    {
        Dictionary<string, CaptureStream> streams = input.Dataset.Streams.ToDictionary(s => s.Id);
        var captured = input.Plan.Captures.Select(c => Of(
            new BreakEven(c.StreamId, c.SiteId, c.SiteName, c.State, c.Sector, c.Process, true, c.Capacity, null, null, null, null), c.Economics, null));
        var left = input.Plan.Uncaptured.Select(u => Of(
            new BreakEven(u.StreamId, u.SiteId, u.SiteName, u.State, u.Sector, u.Process, false, streams[u.StreamId].CaptureRate.Value * u.Co2, null, null, null, null), u.Economics, u.Reason));
        return [.. captured.Concat(left).Select(b => b with { LawsRate = RateOf(b, streams.GetValueOrDefault(b.StreamId), input, audited) }).OrderBy(b => b.StreamId, StringComparer.Ordinal)];
    }

    private static double? RateOf(BreakEven unit, CaptureStream? stream, PillarInput input, AuditedPlan audited) =>
        unit is { Start: { } start, CreditPerTonne: > 0 }
            ? input.Incentives.CreditFor(stream is null, stream?.IsPower ?? false, new DateOnly(start, 1, 1), audited.Numbers.CaptureBuildYears).RateByYear.Values.FirstOrDefault()?.Dedicated.Value
            : null;

    private static BreakEven Of(BreakEven unit, IReadOnlyList<StartEconomics> starts, string? reason)
    {
        List<StartEconomics> ready = [.. starts.Where(s => s.Transport is not null && s.Storage is not null)];
        if (ready.Count == 0)
        {
            return unit with { Reason = starts.Count > 0 ? "no-storage-ready" : reason ?? "cost-unknown" };
        }

        StartEconomics best = ready.MinBy(s => Cost(s) - s.Credit)!;
        return unit with { Start = best.From, CostPerTonne = Cost(best), CreditPerTonne = best.Credit };
    }

    private static double Cost(StartEconomics start) => start.Capture + start.Transport!.Value + start.Storage!.Value;
}
