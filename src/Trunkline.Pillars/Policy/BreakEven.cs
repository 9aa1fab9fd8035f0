using Trunkline.Domain;
using Trunkline.Planner;

namespace Trunkline.Pillars;

/// <summary>The credit at which a unit would just pay for its capture, transport and storage, at the start where the law falls least short.</summary>
/// <param name="Captured">True where the plan captures it.</param>
/// <param name="Rate">What a unit on the whole stream captures.</param>
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
    TonnesPerYear Rate,
    int? Start,
    double? CostPerTonne,
    double? CreditPerTonne,
    string? Reason)
{
    /// <summary>How far the law's credit falls short at that start; negative where it pays more than is needed. Null where unknown.</summary>
    public double? ShortfallPerTonne => CostPerTonne - CreditPerTonne;

    internal static IReadOnlyList<BreakEven> Of(PillarInput input)
    {
        Dictionary<string, Fraction> rates = input.Dataset.Streams.ToDictionary(s => s.Id, s => s.CaptureRate);
        var captured = input.Plan.Captures.Select(c => Of(
            new BreakEven(c.StreamId, c.SiteId, c.SiteName, c.State, c.Sector, c.Process, true, c.Capacity, null, null, null, null), c.Economics, null));
        var left = input.Plan.Uncaptured.Select(u => Of(
            new BreakEven(u.StreamId, u.SiteId, u.SiteName, u.State, u.Sector, u.Process, false, rates[u.StreamId].Value * u.Co2, null, null, null, null), u.Economics, u.Reason));
        return [.. captured.Concat(left).OrderBy(b => b.StreamId, StringComparer.Ordinal)];
    }

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
