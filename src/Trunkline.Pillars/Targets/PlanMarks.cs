using System.Globalization;
using System.Text.RegularExpressions;
using Trunkline.Atlas;
using Trunkline.Domain;
using Trunkline.Planner;

namespace Trunkline.Pillars;

/// <summary>
/// Figures of a plan for a document that speaks of it, by name. A document marks the place of each as <c>&lt;!--ours:name--&gt;figure&lt;!--/--&gt;</c>, so that nobody types them.
/// </summary>
public sealed partial class PlanMarks
{
    private const double KmPerMile = 1.609344, Billion = 1e9;
    private static readonly int[] Rungs = [40, 60, 80, 107, 120, 131, 160];

    private readonly SortedDictionary<string, string> figures = new(StringComparer.Ordinal);

    private PlanMarks(PillarInput input, PlanPillars pillars)
    {
        Plan plan = input.Plan;
        figures["law"] = plan.Receipt.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        Put("net-billion", plan.Totals.Net.Value / Billion, 1);
        Put("cost-billion", plan.Totals.Cost.Value / Billion, 0);
        Put("transport-billion", plan.Totals.Transport.Value / Billion, 1);
        Put("gap-percent", plan.Totals.Gap * 100, 1);
        foreach (PlanPeriod period in plan.Periods)
        {
            Put($"captured-{period.From}", period.CapturedMtPerYear, 1);
            Put($"stored-{period.From}", period.StoredMtPerYear, 1);
            Put($"used-{period.From}", period.UsedMtPerYear, 1);
            Put($"sites-{period.From}", period.CapturingSites, 0);
        }

        Pipes(plan);
        Projects(plan, input.Dataset);
        foreach (int rung in Rungs)
        {
            Put($"curve-{rung}", pillars.Policy.SupplyCurve.At(rung).Megatonnes, 0);
        }
    }

    /// <summary>By name, ready to print.</summary>
    public IReadOnlyDictionary<string, string> Figures => figures;

    /// <summary>Every figure of a plan.</summary>
    public static PlanMarks Of(PillarInput input, PlanPillars pillars)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(pillars);
        return new PlanMarks(input, pillars);
    }

    /// <summary>Names that a document marks, in order.</summary>
    public static IReadOnlyList<string> NamesIn(string document) => [.. Mark().Matches(document).Select(m => m.Groups["name"].Value).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The document with every mark filled, or the marks that name no figure.</summary>
    /// <param name="where">What the document is called in problems.</param>
    public Checked<string> Fill(string document, string where)
    {
        Problem[] unknown = [.. NamesIn(document).Where(n => !figures.ContainsKey(n)).Select(n => new Problem(where, $"The plan has no figure '{n}'.", $"Known are: {string.Join(", ", figures.Keys)}."))];
        return unknown.Length > 0
            ? Checked<string>.Wrong(unknown)
            : Checked<string>.Right(Mark().Replace(document, m => $"<!--ours:{m.Groups["name"].Value}-->{figures[m.Groups["name"].Value]}<!--/-->"));
    }

    private void Pipes(Plan plan)
    {
        double km = plan.Pipes.Sum(p => p.Length.Value * p.Bought.Count(b => b.Value > 0)), miles = km / KmPerMile;
        Put("pipes-km", Math.Round(km / 100) * 100, 0);
        Put("pipes-miles", Math.Round(miles / 100) * 100, 0);
        Put("pipes-billion", plan.Pipes.Sum(p => p.CapexUsd.Value) / Billion, 1);
        if (plan.Periods[^1].CapturedMtPerYear > 0)
        {
            Put("miles-per-mt", miles / plan.Periods[^1].CapturedMtPerYear, 0);
        }
    }

    /// <summary>Storage projects of the first period in which any opens.</summary>
    private void Projects(Plan plan, Dataset dataset)
    {
        int first = Enumerable.Range(0, plan.Periods.Count).FirstOrDefault(t => plan.Storages.Any(s => s.Projects[t] > 0), -1);
        if (first < 0)
        {
            return;
        }

        Dictionary<string, double> wells = dataset.Formations.ToDictionary(f => f.Id, f => f.WellsPerProject);
        int opened = plan.Storages.Sum(s => s.Projects[first]);
        double drilled = plan.Storages.Sum(s => s.Projects[first] * wells.GetValueOrDefault(s.SinkId));
        (string state, int most) = plan.Storages.GroupBy(s => s.State).Select(g => (g.Key, g.Sum(s => s.Projects[first]))).OrderByDescending(g => g.Item2).ThenBy(g => g.Key, StringComparer.Ordinal).First();
        figures["projects-year"] = plan.Periods[first].From.ToString(CultureInfo.InvariantCulture);
        figures["projects-state"] = state;
        Put("projects", opened, 0);
        Put("projects-in-state", most, 0);
        Put("wells", drilled, 0);
        Put("mt-per-well", drilled > 0 ? plan.Periods[first].StoredMtPerYear / drilled : 0, 2);
    }

    private void Put(string name, double value, int decimals) => figures[name] = value.ToString($"N{decimals}", CultureInfo.InvariantCulture);

    [GeneratedRegex("<!--ours:(?<name>[a-z0-9-]+)-->.*?<!--/-->", RegexOptions.Singleline)]
    private static partial Regex Mark();
}
