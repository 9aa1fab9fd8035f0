using Trunkline.Domain;

namespace Trunkline.Register;

/// <summary>
/// Whatever can be asked of a parameter has an entry, or a declared gap that says why not. What can be asked: every word of every dimension, every day of law
/// since the first entry, every asset and every year between the ends of its entries.
/// </summary>
internal static class DomainsAreCovered
{
    public static IEnumerable<Problem> Problems(RegisterDraft draft) =>
        draft.Parameters.Where(p => p.Content is { Projection: null, Entries.Count: > 0 }).SelectMany(OfParameter);

    private static IEnumerable<Problem> OfParameter(Located<PolicyParameter> parameter) =>
        from hole in Merged(Holes(parameter.Content))
        select new Problem(
            $"{parameter.File} /entries",
            $"has no entry for {hole}.",
            "Add the entry, or declare the gap in 'gaps' and say why there is no value.");

    private static List<Hole> Holes(PolicyParameter parameter)
    {
        List<Extent> covers = [.. parameter.Entries.Select(Extent.Of), .. (parameter.Gaps ?? []).Select(Extent.Of)];
        Extent[] entries = [.. covers.Take(parameter.Entries.Count)];
        if (covers.Any(c => c.When is null && entries.All(c.Spans)))
        {
            return [];
        }

        IReadOnlyList<IReadOnlyDictionary<string, string>> words = Combinations(parameter.Dims);
        Span[] services = Pieces(entries, covers, e => e.InService), constructions = Pieces(entries, covers, e => e.BeginConstruction);
        Span[] years = Pieces(entries, covers, e => e.Year);
        return
        [
            .. from law in Pieces(entries, covers, e => e.Law)
               from service in services
               from construction in constructions
               from year in years
               where !EndsBeforeService(year, service)
               let near = covers.Where(c => c.Law.Holds(law) && c.InService.Holds(service) && c.BeginConstruction.Holds(construction) && c.Year.Holds(year)).ToArray()
               let uncovered = words.Where(w => !near.Any(c => c.HoldsFor(w))).ToArray()
               where uncovered.Length > 0
               select new Hole(law, service, construction, year, string.Join("; ", uncovered.Select(Said))),
        ];
    }

    private static bool EndsBeforeService(Span year, Span service) =>
        service.From > 0 && year.Before <= DateOnly.FromDayNumber((int)service.From).Year;

    /// <summary>The stretches between the ends of all windows on one axis, from the first end that an entry has to the last.</summary>
    private static Span[] Pieces(Extent[] entries, List<Extent> covers, Func<Extent, Span> axis)
    {
        long first = entries.Min(e => axis(e).From), last = entries.Max(e => axis(e).Before);
        long[] cuts =
        [
            .. covers.SelectMany(c => new[] { axis(c).From, axis(c).Before }).Append(first).Append(last)
                .Where(c => c >= first && c <= last).Distinct().Order(),
        ];
        return [.. cuts.Zip(cuts.Skip(1), (from, before) => new Span(from, before))];
    }

    private static IReadOnlyList<IReadOnlyDictionary<string, string>> Combinations(IReadOnlyDictionary<string, IReadOnlyList<string>> dims) =>
        dims.Aggregate(
            (IReadOnlyList<IReadOnlyDictionary<string, string>>)[new Dictionary<string, string>()],
            (sets, dim) => [.. from set in sets from word in dim.Value select new Dictionary<string, string>(set) { [dim.Key] = word }]);

    private static string Said(IReadOnlyDictionary<string, string> words) =>
        string.Join(" ", words.OrderBy(w => w.Key, StringComparer.Ordinal).Select(w => $"{w.Key} {w.Value}"));

    /// <summary>Holes that lie edge to edge along one axis and are alike otherwise become one.</summary>
    private static List<Hole> Merged(List<Hole> holes)
    {
        holes = Along(holes, h => h.Year, (h, span) => h with { Year = span });
        holes = Along(holes, h => h.Law, (h, span) => h with { Law = span });
        holes = Along(holes, h => h.InService, (h, span) => h with { InService = span });
        return Along(holes, h => h.BeginConstruction, (h, span) => h with { BeginConstruction = span });
    }

    private static List<Hole> Along(List<Hole> holes, Func<Hole, Span> axis, Func<Hole, Span, Hole> with)
    {
        List<Hole> merged = [];
        foreach (Hole hole in holes.OrderBy(h => axis(h).From))
        {
            int at = merged.FindIndex(m => axis(m).Before == axis(hole).From && with(m, default) == with(hole, default));
            if (at < 0)
            {
                merged.Add(hole);
            }
            else
            {
                merged[at] = with(hole, new Span(axis(merged[at]).From, axis(hole).Before));
            }
        }

        return merged;
    }

    /// <summary>Whole numbers from <paramref name="From"/> up to but not including <paramref name="Before"/>: day numbers, or years.</summary>
    private readonly record struct Span(long From, long Before)
    {
        public static readonly Span All = new(long.MinValue, long.MaxValue);

        public static Span Of(DateWindow? window) =>
            new(window?.From?.DayNumber ?? long.MinValue, window?.Before?.DayNumber ?? long.MaxValue);

        public static Span Of(YearWindow? window) =>
            new(window?.From ?? long.MinValue, window?.To + 1 ?? long.MaxValue);

        public bool Holds(Span piece) => From <= piece.From && piece.Before <= Before;

        public string Days() => $"[{Day(From)}, {Day(Before)})";

        private static string Day(long number) =>
            number is long.MinValue or long.MaxValue ? "" : DateOnly.FromDayNumber((int)number).ToString("yyyy-MM-dd");
    }

    /// <summary>Where an entry or a declared gap reaches.</summary>
    private sealed record Extent(Span Law, Span InService, Span BeginConstruction, Span Year, IReadOnlyDictionary<string, AnyOf>? When)
    {
        public static Extent Of(PolicyEntry entry) => new(Span.Of(entry.Law), Span.Of(entry.InService), Span.Of(entry.BeginConstruction), Span.Of(entry.Year), entry.When);

        public static Extent Of(DeclaredGap gap) =>
            new(Span.Of(gap.Law), Span.Of(gap.Vintage?.InService), Span.Of(gap.Vintage?.BeginConstruction), Span.Of(gap.Year), gap.When);

        public bool Spans(Extent other) =>
            Law.Holds(other.Law) && InService.Holds(other.InService) && BeginConstruction.Holds(other.BeginConstruction) && Year.Holds(other.Year);

        public bool HoldsFor(IReadOnlyDictionary<string, string> words) =>
            When is null || When.All(condition => words.TryGetValue(condition.Key, out string? asked) && condition.Value.Contains(asked));
    }

    private sealed record Hole(Span Law, Span InService, Span BeginConstruction, Span Year, string Words)
    {
        public override string ToString()
        {
            List<string> said = [$"law {Law.Days()}"];
            if (Words.Length > 0)
            {
                said.Insert(0, Words);
            }

            if (InService != Span.All)
            {
                said.Add($"in service {InService.Days()}");
            }

            if (BeginConstruction != Span.All)
            {
                said.Add($"construction begun {BeginConstruction.Days()}");
            }

            if (Year != Span.All)
            {
                said.Add($"year {(Year.From == long.MinValue ? "" : Year.From)}..{(Year.Before == long.MaxValue ? "" : Year.Before - 1)}");
            }

            return string.Join(", ", said);
        }
    }
}
