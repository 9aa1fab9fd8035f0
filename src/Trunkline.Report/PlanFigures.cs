using Trunkline.Domain;
using Trunkline.Planner;

namespace Trunkline.Report;

/// <summary>What can be added up from a plan, each sum in one place.</summary>
public static class PlanFigures
{
    /// <summary>Below this a rate is solver dust and is not drawn.</summary>
    private static readonly TonnesPerYear _dust = new(1);

    /// <summary>A place where CO2 enters a formation or use.</summary>
    public sealed record InjectionPoint(PlannedStorage Storage, StorageEntry Entry);

    public static Period Period(PlanPeriod period) => new(period.From, period.To);

    /// <summary>How a period is written: 2026–30.</summary>
    public static string Name(PlanPeriod period) => period.From / 100 == period.To / 100
        ? $"{period.From}–{period.To % 100:00}"
        : $"{period.From}–{period.To}";

    public static bool IsFlow(TonnesPerYear rate) => Math.Abs(rate.Value) >= _dust.Value;

    /// <summary>A credit line with its licence, which is not said twice.</summary>
    public static string Words(MapCredit credit) =>
        credit.Text.Contains(credit.Licence, StringComparison.OrdinalIgnoreCase) ? credit.Text : $"{credit.Text} ({credit.Licence})";

    /// <summary>What a sink has taken by the end of a period; by the end of the plan where none is named.</summary>
    public static Tonnes Stored(Plan plan, PlannedStorage storage, int? throughPeriod = null) =>
        storage.Rate.Take((throughPeriod ?? (plan.Periods.Count - 1)) + 1).Select((rate, t) => rate * new Years(Period(plan.Periods[t]).Length)).Sum();

    /// <summary>Share of a formation's lifetime capacity taken by the end of a period; null for a use, which has none.</summary>
    public static double? Fill(Plan plan, PlannedStorage storage, int throughPeriod) =>
        storage.Capacity is { Value: > 0 } capacity ? Stored(plan, storage, throughPeriod) / capacity : null;

    public static IReadOnlyList<InjectionPoint> InjectionPoints(Plan plan) =>
        [.. plan.Storages.SelectMany(storage => storage.Entries.Select(entry => new InjectionPoint(storage, entry)))];

    /// <summary>Largest nominal diameter laid in a corridor by the end of a period; null where none is laid.</summary>
    public static double? LargestInches(PlannedPipe pipe, int throughPeriod) =>
        pipe.NominalInches.Take(throughPeriod + 1).Where(inches => inches is not null).DefaultIfEmpty(null).Max();

    public static bool IsLaidIn(PlannedPipe pipe, int period) => IsFlow(pipe.Bought[period]);

    public static bool IsLaidBy(PlannedPipe pipe, int period) => pipe.Bought.Take(period + 1).Any(IsFlow);

    /// <summary>Captured rate by sector group and period.</summary>
    public static TonnesPerYear Captured(Plan plan, SectorGroup group, int period) =>
        plan.Captures.Where(capture => SectorGroup.Of(capture) == group).Select(capture => capture.Rate[period]).Sum();

    /// <summary>Capture that stops at the end of a period because its credit ends, or null where nothing follows that period.</summary>
    public static IReadOnlyList<PlannedCapture> StoppingAfter(Plan plan, int period) =>
        [.. plan.Captures.Where(capture => capture.StopsAtCreditEnd && capture.LastPeriod == period)];

    public static Usd Credits(Plan plan, string track, int period) =>
        plan.Captures.Where(capture => capture.Track == track).Select(capture => capture.CreditUsd[period]).Sum();

    /// <summary>Kilometres laid in a period by diameter class.</summary>
    public static Kilometres Laid(Plan plan, DiameterClass size, int period) =>
        plan.Pipes.Where(pipe => pipe.NominalInches[period] is double inches && DiameterClass.Of(inches) == size).Select(pipe => pipe.Length).Sum();
}
