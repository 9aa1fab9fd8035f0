using System.Globalization;
using Trunkline.Atlas;
using Trunkline.Domain;
using Trunkline.Register;

namespace Trunkline.Planner;

/// <summary>Where the plan's coefficients come from: entries of law that were asked for, and figures of the dataset that were used.</summary>
internal static class PlanBibliography
{
    public static IReadOnlyList<Citation> Of(PlanningCase planning, RegisterView law) =>
        [.. Law(law), .. Parameters(planning), .. Pipes(planning), .. Units(planning), .. Sinks(planning)];

    private static IEnumerable<Citation> Law(RegisterView law) => law.Bibliography.Select(entry => new Citation(
        $"{entry.ParameterId} {entry.EntryId}",
        entry.Titles.En,
        $"{string.Join(", ", entry.Values)} {entry.Unit}{(entry.Projected ? " (projected in part)" : string.Empty)}",
        entry.Evidence.Count == 0 ? entry.PolicyTitles.En : string.Join("; ", entry.Evidence.Select(e => $"{e.Source.Title}, {e.Claim.Locator}").Distinct()),
        entry.Evidence.Select(e => e.Source.Url).FirstOrDefault(u => u is not null),
        entry.Confidence,
        ReviewStateName.Of(entry.State)));

    private static IEnumerable<Citation> Parameters(PlanningCase planning) => planning.Dataset.Parameters
        .Select(p => new Citation(p.Id, "parameters.csv", $"{Number(p.Value)} {p.Unit}", p.Source, null, p.Confidence, null));

    private static IEnumerable<Citation> Pipes(PlanningCase planning) => planning.Trends.Select(t => new Citation(
        $"pipe trend {t.Source.Id}",
        "pipe_trends.csv",
        $"{Number(t.Source.FixedUsdPerKm)} $/km + {Number(t.Source.SlopeUsdPerKmPerTonnePerYear)} $/km per t/y up to {Number(t.Source.Capacity.Megatonnes)} Mt/y",
        t.Source.Source,
        null,
        t.Source.Confidence,
        null));

    /// <summary>Capture figures by source: one line however many streams rest on it.</summary>
    private static IEnumerable<Citation> Units(PlanningCase planning) => planning.Supplies
        .GroupBy(s => (Process: s.Stream?.Process ?? "dac", s.Cost.Source, s.Cost.Confidence))
        .OrderBy(g => g.Key.Process, StringComparer.Ordinal).ThenBy(g => g.Key.Source, StringComparer.Ordinal)
        .Select(g => new Citation(
            $"capture cost {g.Key.Process}",
            "streams.csv, dac.csv",
            $"{g.Count()} units, {Number(g.Sum(s => s.Capacity.Megatonnes))} Mt/y",
            g.Key.Source,
            null,
            g.Key.Confidence,
            null));

    private static IEnumerable<Citation> Sinks(PlanningCase planning)
    {
        var figures = planning.Sinks.Select(s => s.Formation is { } f
            ? (Kind: "formations.csv", f.Source, f.Confidence)
            : (Kind: "uses.csv", s.Use!.Source, s.Use.Confidence));
        return figures.GroupBy(f => f).OrderBy(g => g.Key.Kind, StringComparer.Ordinal).ThenBy(g => g.Key.Source, StringComparer.Ordinal)
            .Select(g => new Citation("storage", g.Key.Kind, $"{g.Count()} places", g.Key.Source, null, g.Key.Confidence, null));
    }

    private static string Number(double value) => value.ToString("0.######", CultureInfo.InvariantCulture);
}
