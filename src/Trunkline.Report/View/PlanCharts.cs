using Trunkline.Planner;

namespace Trunkline.Report;

/// <summary>One step of the supply curve: a stream with what a tonne of it costs and earns.</summary>
/// <param name="CostUsdPerT">Capture, transport and storage at its start, or at the best start where it is left; null where unknown.</param>
public sealed record SupplyStep(string Stream, string Site, string Name, string Sector, double? CostUsdPerT, double CreditUsdPerT, double MtPerYear, bool Captured);

/// <summary>A named row of numbers, one a period.</summary>
public sealed record PeriodSeries(string Name, IReadOnlyList<double> Values);

/// <summary>CO2 that goes from the plants of a state to a place of storage, Mt/y.</summary>
public sealed record FlowLink(string From, string To, string ToName, double MtPerYear);

/// <summary>All flows of a period.</summary>
public sealed record PeriodFlows(int From, int To, IReadOnlyList<FlowLink> Links);

/// <summary>How full a formation is by the end of each period, 0 to 1.</summary>
public sealed record FillSeries(string Sink, string Name, IReadOnlyList<double?> Share);

/// <summary>What a plan looks like as charts.</summary>
/// <param name="SupplyCurve">By rising cost; streams of unknown cost last.</param>
/// <param name="Wedges">Mt/y captured by sector.</param>
/// <param name="Money">$ a period, real and undiscounted, by part; credits are positive.</param>
/// <param name="Diameters">Kilometres laid by nominal diameter in inches.</param>
public sealed record ChartData(
    IReadOnlyList<SupplyStep> SupplyCurve,
    IReadOnlyList<PeriodSeries> Wedges,
    IReadOnlyList<PeriodSeries> Money,
    IReadOnlyList<PeriodFlows> Flows,
    IReadOnlyList<PeriodSeries> Diameters,
    IReadOnlyList<FillSeries> Fill);

/// <summary>Adds up what charts of a plan show.</summary>
public static class PlanCharts
{
    private const string Air = "dac";

    public static ChartData Of(PlanView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return new ChartData(Supply(view.Plan), Wedges(view), Money(view.Plan), FlowTrace.Of(view), Diameters(view), Fill(view));
    }

    private static SupplyStep[] Supply(Plan plan) =>
    [
        .. plan.Captures.Select(c => Step(c, c.Economics.Count > c.FirstPeriod ? c.Economics[c.FirstPeriod] : null))
            .Concat(plan.Uncaptured.Where(u => u.Economics.Count > 0).Select(Step))
            .OrderBy(s => s.CostUsdPerT ?? double.MaxValue).ThenBy(s => s.Stream, StringComparer.Ordinal),
    ];

    private static SupplyStep Step(PlannedCapture c, StartEconomics? start) => new(
        c.StreamId, c.SiteId, c.SiteName, c.Sector, start is null ? null : start.Capture + start.Transport + start.Storage, start?.Credit ?? 0, c.Capacity.Megatonnes, true);

    private static SupplyStep Step(UncapturedStream u)
    {
        StartEconomics best = u.Economics.MinBy(e => (e.Capture + e.Transport + e.Storage - e.Credit) ?? double.MaxValue)!;
        return new SupplyStep(u.StreamId, u.SiteId, u.SiteName, u.Sector, best.Capture + best.Transport + best.Storage, best.Credit, u.Co2.Megatonnes, false);
    }

    private static PeriodSeries[] Wedges(PlanView view) =>
    [
        .. view.Plan.Captures.GroupBy(c => c.Track == Air ? Air : c.Sector)
            .Select(g => new PeriodSeries(g.Key, [.. view.Periods.Select(t => g.Sum(c => c.Rate[t].Megatonnes))]))
            .OrderByDescending(s => s.Values.Sum()),
    ];

    private static PeriodSeries[] Money(Plan plan)
    {
        PeriodSeries part(string name, Func<PlanPeriod, double> usd) => new(name, [.. plan.Periods.Select(usd)]);
        return
        [
            part("capture", p => p.CaptureUsd.Value),
            part("dac", p => p.DacUsd.Value),
            part("transport", p => p.TransportUsd.Value),
            part("storage", p => p.StorageUsd.Value),
            part("storage-fees", p => p.StorageFeesUsd.Value),
            part("credits", p => p.CreditsUsd.Value),
        ];
    }

    private static PeriodSeries[] Diameters(PlanView view) =>
    [
        .. view.Plan.Pipes.SelectMany(p => p.NominalInches.OfType<double>()).Distinct().Order().Select(inches => new PeriodSeries(
            inches.ToString("0.###", System.Globalization.CultureInfo.InvariantCulture),
            [.. view.Periods.Select(t => view.Plan.Pipes.Where(p => p.NominalInches[t] == inches).Sum(p => p.Length.Value))])),
    ];

    private static FillSeries[] Fill(PlanView view) =>
    [
        .. view.Plan.Storages.Where(s => s.Capacity is not null)
            .Select(s => new FillSeries(s.SinkId, s.Name, [.. view.Periods.Select(t => PlanFigures.Fill(view.Plan, s, t))]))
            .OrderByDescending(s => s.Share[^1]),
    ];
}
