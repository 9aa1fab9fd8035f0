using Trunkline.Domain;

namespace Trunkline.Planner;

/// <summary>What differs between two plans, from their files alone: in the law they were made under, in its coefficients, at plants, in money.</summary>
/// <param name="Before">Whose law the first plan assumes.</param>
/// <param name="After">Whose law the second plan assumes.</param>
/// <param name="Besides">What else was not the same: <c>study</c>, <c>dataset</c>, <c>engine</c>. Where it is empty, only the law can have made the difference.</param>
/// <param name="Coefficients">Questions to which the register gave different values; the same value by another entry is no difference.</param>
/// <param name="Plants">Sites that capture another amount or earn another credit.</param>
/// <param name="Money">Totals of both, discounted, by name.</param>
public sealed record PlanComparison(
    PlanLaw Before,
    PlanLaw After,
    IReadOnlyList<string> Besides,
    IReadOnlyList<CoefficientChange> Coefficients,
    IReadOnlyList<PlantChange> Plants,
    IReadOnlyList<MoneyChange> Money)
{
    /// <summary>A thousand tonnes over the plan, or a thousand dollars, is the slack of a search, not a difference.</summary>
    private const double Trace = 1000;

    /// <summary>Compares two plans.</summary>
    public static PlanComparison Of(Plan before, Plan after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return new PlanComparison(PlanLaw.Of(before), PlanLaw.Of(after), [.. BesidesLaw(before, after)], [.. Changed(before.Receipt, after.Receipt)], [.. Plant(before, after)], Totals(before, after));
    }

    private static IEnumerable<string> BesidesLaw(Plan before, Plan after)
    {
        (string Name, string Before, string After)[] made =
        [
            ("study", Asked(before.Study), Asked(after.Study)),
            ("dataset", before.Stamp.DatasetHash, after.Stamp.DatasetHash),
            ("engine", before.Stamp.EngineVersion, after.Stamp.EngineVersion),
        ];
        return made.Where(m => m.Before != m.After).Select(m => m.Name);
    }

    /// <summary>The question without its law.</summary>
    private static string Asked(PlanStudy study) => string.Join(' ', (object[])
        [study.Id, study.Mode, string.Join(',', study.Goal), study.DiscountRate, study.DollarYear, study.Inflation, string.Join(',', study.Tracks)]);

    private static IEnumerable<CoefficientChange> Changed(PolicyReceipt before, PolicyReceipt after)
    {
        SortedDictionary<(string, string), (PolicyCoefficient Entry, string Value)> old = Answers(before), now = Answers(after);
        foreach (((string parameter, string circumstances), (PolicyCoefficient entry, string value)) in old)
        {
            if (now.TryGetValue((parameter, circumstances), out (PolicyCoefficient Entry, string Value) other) && other.Value != value)
            {
                yield return new CoefficientChange(entry.Rule, parameter, circumstances, entry.Unit, value, entry.Entry, other.Value, other.Entry.Entry);
            }
        }
    }

    private static SortedDictionary<(string, string), (PolicyCoefficient Entry, string Value)> Answers(PolicyReceipt receipt)
    {
        SortedDictionary<(string, string), (PolicyCoefficient, string)> answers = [];
        foreach (PolicyCoefficient entry in receipt.Coefficients)
        {
            foreach (CoefficientValue value in entry.Values)
            {
                answers[(entry.Parameter, value.Circumstances)] = (entry, value.Value);
            }
        }

        return answers;
    }

    private static IEnumerable<PlantChange> Plant(Plan before, Plan after)
    {
        Dictionary<string, PlantFigures> old = PlantFigures.BySite(before), now = PlantFigures.BySite(after);
        return from site in old.Keys.Union(now.Keys).Order(StringComparer.Ordinal)
               let change = new PlantChange(site, (now.GetValueOrDefault(site) ?? old[site]).Name, old.GetValueOrDefault(site), now.GetValueOrDefault(site))
               where Math.Abs(change.CapturedMore) * 1e6 > Trace || Math.Abs(change.CreditMore) > Trace
               select change;
    }

    private static MoneyChange[] Totals(Plan before, Plan after)
    {
        MoneyChange part(string name, Func<PlanTotals, Usd> amount) => new(name, amount(before.Totals), amount(after.Totals));
        return
        [
            part("cost", t => t.Cost),
            part("capture", t => t.Capture),
            part("dac", t => t.Dac),
            part("transport", t => t.Transport),
            part("storage", t => t.Storage),
            part("storage fees", t => t.StorageFees),
            part("credits", t => t.CreditsDiscounted),
            part("net", t => t.Net),
        ];
    }
}

/// <summary>Whose law a plan assumes.</summary>
public sealed record PlanLaw(DateOnly AsOf, string? Mode, IReadOnlyList<string> Overlays, string RegisterVersion)
{
    internal static PlanLaw Of(Plan plan) => new(plan.Receipt.AsOf, plan.Receipt.Mode, plan.Receipt.Overlays, plan.Receipt.RegisterVersion);
}

/// <summary>A question to the register that two plans got different answers to.</summary>
/// <param name="Rule">Name in docs/formulation.md of the rule or cost that it enters.</param>
public sealed record CoefficientChange(
    string Rule, string Parameter, string Circumstances, string Unit, string Before, string BeforeEntry, string After, string AfterEntry);

/// <summary>A total of two plans; discounted.</summary>
public sealed record MoneyChange(string Name, Usd Before, Usd After);

/// <summary>A site in two plans; null where it captures nothing.</summary>
public sealed record PlantChange(string SiteId, string Name, PlantFigures? Before, PlantFigures? After)
{
    /// <summary>Mt over the plan.</summary>
    public double CapturedMore => (After?.Captured ?? 0) - (Before?.Captured ?? 0);

    /// <summary>$ over the plan.</summary>
    public double CreditMore => (After?.Credit.Value ?? 0) - (Before?.Credit.Value ?? 0);
}

/// <summary>What a site does over a whole plan.</summary>
/// <param name="Captured">Mt.</param>
/// <param name="Credit">Real, undiscounted; as if all went to dedicated storage.</param>
/// <param name="From">First calendar year of capture.</param>
public sealed record PlantFigures(string Name, string State, double Captured, Usd Credit, int From)
{
    internal static Dictionary<string, PlantFigures> BySite(Plan plan) => plan.Captures
        .GroupBy(c => c.SiteId)
        .ToDictionary(
            g => g.Key,
            g => new PlantFigures(
                g.First().SiteName,
                g.First().State,
                g.Sum(c => c.Rate.Select((r, t) => r.Megatonnes * (plan.Periods[t].To - plan.Periods[t].From + 1)).Sum()),
                g.SelectMany(c => c.CreditUsd).Sum(),
                g.Min(c => plan.Periods[c.FirstPeriod].From)));
}
