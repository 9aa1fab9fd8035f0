using Trunkline.Domain;
using Trunkline.Planner;
using Trunkline.Register;

namespace Trunkline.Pillars;

/// <summary>A parameter of the law that two plans got different answers of, or the same from another entry.</summary>
/// <param name="Rule">Name in docs/formulation.md of the rule or cost that it enters.</param>
/// <param name="Answers">What was asked, without days and years, and what either law answered.</param>
/// <param name="First">Entries that answered under the first law; empty where none is in force.</param>
/// <param name="Second">Entries that answered under the second.</param>
/// <param name="Causes">Events and amending works between the two days.</param>
/// <param name="Gap">What the register says where one law has no entry; null where both have.</param>
public sealed record ChangedParameter(
    string Parameter,
    Bilingual Titles,
    string Policy,
    string Rule,
    string Unit,
    IReadOnlyList<ChangedAnswer> Answers,
    IReadOnlyList<LawEntry> First,
    IReadOnlyList<LawEntry> Second,
    IReadOnlyList<LawCause> Causes,
    Bilingual? Gap)
{
    /// <summary>True where an answer is another value; false where every value is the same and only its entry is another.</summary>
    public bool IsAnotherValue => Answers.Any(a => a.FirstValues != a.SecondValues);

    /// <summary>Every parameter that either plan asked, where what answered it changed between the two laws.</summary>
    internal static IReadOnlyList<ChangedParameter> Between(PillarInput first, PillarInput second)
    {
        ILookup<string, StandingEntry> before = first.Law.InForce().ToLookup(e => e.Parameter.Id), after = second.Law.InForce().ToLookup(e => e.Parameter.Id);
        return
        [
            .. from id in Asked(first.Plan).Union(Asked(second.Plan)).Order(StringComparer.Ordinal)
               where !Ids(before[id]).SetEquals(Ids(after[id]))
               let answers = ChangedAnswer.Of(id, first.Plan.Receipt, second.Plan.Receipt)
               where answers.Count > 0
               select Of(id, answers, first, second, [.. before[id]], [.. after[id]]),
        ];
    }

    private static ChangedParameter Of(
        string id, IReadOnlyList<ChangedAnswer> answers, PillarInput first, PillarInput second, StandingEntry[] before, StandingEntry[] after)
    {
        PolicyRegister register = second.Law.Register;
        PolicyRecord record = register.Records.First(r => r.Parameters.Any(p => p.Id == id));
        PolicyParameter parameter = record.Parameters.First(p => p.Id == id);
        StandingEntry[] old = [.. before.Where(e => answers.Any(a => a.FirstEntry == e.Entry.Id))], now = [.. after.Where(e => answers.Any(a => a.SecondEntry == e.Entry.Id))];
        DateOnly gapDay = before.Length == 0 ? first.Law.AsOf : second.Law.AsOf;
        return new ChangedParameter(
            id,
            parameter.Titles,
            record.Id,
            first.Plan.Receipt.Coefficients.Concat(second.Plan.Receipt.Coefficients).First(c => c.Parameter == id).Rule,
            parameter.Unit,
            answers,
            [.. old.Select(e => LawEntry.Of(first.Law.Register, e))],
            [.. now.Select(e => LawEntry.Of(register, e))],
            LawCause.On(register, record, Days(first.Law.AsOf, second.Law.AsOf, [.. old, .. now])),
            before.Length > 0 && after.Length > 0 ? null : parameter.Gaps?.LastOrDefault(g => g.Law?.Contains(gapDay) ?? true)?.Says);
    }

    /// <summary>Days after the earlier law and up to the later on which an entry began or ended.</summary>
    private static HashSet<DateOnly> Days(DateOnly first, DateOnly second, IEnumerable<StandingEntry> entries)
    {
        (DateOnly from, DateOnly to) = first <= second ? (first, second) : (second, first);
        return [.. entries.SelectMany(e => (IEnumerable<DateOnly?>)[e.Entry.Law.From, e.Entry.Law.Before]).OfType<DateOnly>().Where(d => d > from && d <= to)];
    }

    private static IEnumerable<string> Asked(Plan plan) => plan.Receipt.Coefficients.Select(c => c.Parameter);

    private static HashSet<string> Ids(IEnumerable<StandingEntry> entries) => [.. entries.Select(e => $"{e.Overlay}/{e.Entry.Id}")];
}

/// <summary>What two laws answered to questions that differ in days and years only.</summary>
/// <param name="Circumstances">The question without its clocks; empty where the parameter depends on nothing.</param>
/// <param name="FirstEntry">Null where the first plan got no answer.</param>
/// <param name="FirstValues">One value, or the least and the greatest with a dash; null where there is none.</param>
/// <param name="Questions">How many questions of the plans this stands for.</param>
public sealed record ChangedAnswer(string Circumstances, string? FirstEntry, string? SecondEntry, string? FirstValues, string? SecondValues, int Questions)
{
    private static readonly string[] Clocks = ["in service ", "construction begun ", "year "];

    internal static IReadOnlyList<ChangedAnswer> Of(string parameter, PolicyReceipt first, PolicyReceipt second)
    {
        Dictionary<string, (string Entry, string Value)> old = Answers(parameter, first), now = Answers(parameter, second);
        return
        [
            .. from asked in old.Keys.Union(now.Keys).Order(StringComparer.Ordinal)
               let was = old.TryGetValue(asked, out var o) ? o : ((string Entry, string Value)?)null
               let became = now.TryGetValue(asked, out var n) ? n : ((string Entry, string Value)?)null
               where was?.Entry != became?.Entry
               group (was?.Value, became?.Value) by (WithoutClocks(asked), was?.Entry, became?.Entry) into alike
               select new ChangedAnswer(
                   alike.Key.Item1,
                   alike.Key.Item2,
                   alike.Key.Item3,
                   Range(alike.Select(a => a.Item1)),
                   Range(alike.Select(a => a.Item2)),
                   alike.Count()),
        ];
    }

    private static Dictionary<string, (string Entry, string Value)> Answers(string parameter, PolicyReceipt receipt) => (
        from coefficient in receipt.Coefficients
        where coefficient.Parameter == parameter
        from value in coefficient.Values
        select (value.Circumstances, coefficient.Entry, value.Value)).DistinctBy(a => a.Circumstances).ToDictionary(a => a.Circumstances, a => (a.Entry, a.Value));

    private static string WithoutClocks(string circumstances) =>
        string.Join(", ", circumstances.Split(", ").Where(part => !Clocks.Any(c => part.StartsWith(c, StringComparison.Ordinal))));

    private static string? Range(IEnumerable<string?> values)
    {
        string[] known = [.. values.OfType<string>().Distinct().OrderBy(v => double.TryParse(v, System.Globalization.CultureInfo.InvariantCulture, out double number) ? number : 0)];
        return known.Length switch { 0 => null, 1 => known[0], _ => $"{known[0]}–{known[^1]}" };
    }
}
