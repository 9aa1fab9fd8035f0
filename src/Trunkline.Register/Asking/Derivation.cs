using Trunkline.Domain;

namespace Trunkline.Register;

/// <summary>How one answer comes about: the entry's own value, then its index factor, then rounding, then the multipliers.</summary>
/// <remarks>The statute rounds the indexed dollar amount to the cent before it is multiplied; other laws may round by another step or not at all.</remarks>
internal sealed class Derivation(RegisterView view, Question question)
{
    private readonly List<UsedEntry> used = [];
    private NoAnswer? obstacle;

    /// <summary>The entries that the answer rests on, the parameter's own first.</summary>
    public IReadOnlyList<UsedEntry> Used => used;

    public Answer Of(Resolver resolver)
    {
        if (resolver.Cited.Parameter.Projection is { } rule)
        {
            return Factor(resolver, rule, question) is { } factor ? Conclude(resolver.Cited, new PolicyValue(factor)) : obstacle!;
        }

        (CitedEntry? found, NoAnswer? none) = resolver.Find(question);
        if (found is null)
        {
            return none!;
        }

        PolicyValue own = OwnValue(found.Entry);
        used.Add(new UsedEntry(resolver.Cited, question, found.Entry.Id, own, found.Evidence, Projected: false, found.Entry));
        if (own.MaybeNumber is not { } number)
        {
            return Conclude(resolver.Cited, own);
        }

        decimal? final = Multiplied(Rounded(Indexed(number, found.Entry), resolver.Cited.Parameter.Rounding), resolver.Cited.Parameter);
        return final is { } value ? Conclude(resolver.Cited, new PolicyValue(value)) : obstacle!;
    }

    private PolicyValue OwnValue(PolicyEntry entry) =>
        entry.Interpolate is { } line ? new PolicyValue(line.At(question.Year!.Value)) : entry.Value!;

    private decimal? Indexed(decimal value, PolicyEntry entry)
    {
        if (entry.Index is null)
        {
            return value;
        }

        Resolver index = view.ResolverOf(entry.Index)!;
        Question about = question with { ParameterId = entry.Index, Dims = Question.NoDims };
        return value * Factor(index, index.Cited.Parameter.Projection!, about);
    }

    private static decimal? Rounded(decimal? value, decimal? step) =>
        step is { } s && value is { } v ? Math.Round(v / s, MidpointRounding.AwayFromZero) * s : value;

    private decimal? Multiplied(decimal? value, PolicyParameter parameter)
    {
        foreach (string id in parameter.Multipliers ?? [])
        {
            Resolver multiplier = view.ResolverOf(id)!;
            Question about = question with { ParameterId = id, Dims = OnlyThoseOf(multiplier.Cited.Parameter) };
            (CitedEntry? found, NoAnswer? none) = multiplier.Find(about);
            obstacle ??= none;
            if (value is null || found is null)
            {
                return null;
            }

            used.Add(new UsedEntry(multiplier.Cited, about, found.Entry.Id, found.Entry.Value!, found.Evidence, Projected: false, found.Entry));
            value *= found.Entry.Value!.Number;
        }

        return value;
    }

    private Dictionary<string, string> OnlyThoseOf(PolicyParameter parameter) =>
        question.Dims.Where(d => parameter.Dims.ContainsKey(d.Key)).ToDictionary(d => d.Key, d => d.Value, StringComparer.Ordinal);

    /// <summary>The published factor of the year; 1 in the year that the rule fixes; otherwise projected from the last factor known on the view's day.</summary>
    private decimal? Factor(Resolver index, IndexProjection rule, Question about)
    {
        (CitedEntry? published, NoAnswer? none) = index.Find(about);
        if (published is not null)
        {
            used.Add(new UsedEntry(index.Cited, about, published.Entry.Id, published.Entry.Value!, published.Evidence, Projected: false, published.Entry));
            return published.Entry.Value!.Number;
        }

        CitedEntry? last = index.InForce.MaxBy(e => e.Entry.Year!.To);
        int lastYear = last?.Entry.Year!.To ?? rule.YearOfOne;
        bool isGap = none!.Kind != NoAnswerKind.NoValueInForce || (about.Year < lastYear && about.Year != rule.YearOfOne);
        if (isGap || about.Year is not { } year || year > Resolver.LastYear)
        {
            obstacle ??= none;
            return null;
        }

        return year == rule.YearOfOne ? One(index, about) : Projected(index, about, last?.Entry.Value!.Number ?? 1, year - lastYear);
    }

    private decimal One(Resolver index, Question about)
    {
        used.Add(new UsedEntry(index.Cited, about, "rule", new PolicyValue(1), index.Cited.ProjectionEvidence, Projected: false, null));
        return 1;
    }

    private decimal? Projected(Resolver index, Question about, decimal lastFactor, int yearsOn)
    {
        if (question.ProjectedInflation is not { } inflation)
        {
            obstacle ??= new NoAnswer(
                NoAnswerKind.ProjectionRequired,
                index.Cited.Id,
                $"{index.Cited.Id}: the factor for {question.Year} is not published as of {view.AsOf:yyyy-MM-dd}; give a projected inflation to use one that is flagged.");
            return null;
        }

        decimal factor = Math.Round(lastFactor * (decimal)Math.Pow(1 + inflation, yearsOn), 12);
        used.Add(new UsedEntry(index.Cited, about, "projection", new PolicyValue(factor), index.Cited.ProjectionEvidence, Projected: true, null));
        return factor;
    }

    private Reading Conclude(CitedParameter asked, PolicyValue value) => new(
        asked.Id,
        asked.Record.Id,
        used[0].EntryId,
        value,
        asked.Parameter.Unit,
        used.Max(u => u.Confidence),
        used.Min(u => u.State),
        used.Exists(u => u.Projected),
        [.. used.SelectMany(u => u.Evidence).DistinctBy(e => e.Claim.Id)],
        [.. used.Select(u => new ReadingPart(
            u.Parameter.Id, u.EntryId, u.Value, u.Projected, u.State, u.Entry, view.Register.OverlayOf(u.Parameter.Id, u.EntryId)))],
        (double?)used[0].Entry?.Low,
        (double?)used[0].Entry?.High);
}

/// <summary>One entry, index rule or multiplier that an answer rests on.</summary>
/// <param name="Asked">The question that it answered.</param>
internal sealed record UsedEntry(
    CitedParameter Parameter, Question Asked, string EntryId, PolicyValue Value, IReadOnlyList<Evidence> Evidence, bool Projected, PolicyEntry? Entry)
{
    public Confidence Confidence => CitedParameter.ConfidenceOf(Evidence);

    public ReviewState State => Parameter.StateOf(Evidence);
}
