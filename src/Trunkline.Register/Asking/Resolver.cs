namespace Trunkline.Register;

/// <summary>Finds the one entry of a parameter that holds in the circumstances of a question, among those in force on one day.</summary>
internal sealed class Resolver
{
    /// <summary>The benefit years that can be asked; beyond them no projection means anything.</summary>
    public const int FirstYear = 1900;

    /// <inheritdoc cref="FirstYear"/>
    public const int LastYear = 2100;

    private readonly CitedParameter parameter;
    private readonly DateOnly asOf;
    private readonly CitedEntry[] inForce;
    private readonly bool looksAtService;
    private readonly bool looksAtConstruction;
    private readonly bool looksAtYear;

    public Resolver(CitedParameter parameter, DateOnly asOf)
    {
        this.parameter = parameter;
        this.asOf = asOf;
        inForce = [.. parameter.Entries.Where(e => e.Entry.Law.Contains(asOf))];
        looksAtService = inForce.Any(e => e.Entry.InService is not null);
        looksAtConstruction = inForce.Any(e => e.Entry.BeginConstruction is not null);
        looksAtYear = parameter.Parameter.Projection is not null
            || inForce.Any(e => e.Entry.Year is not null || e.Entry.Index is not null || e.Entry.Interpolate is not null);
    }

    public CitedParameter Cited => parameter;

    /// <summary>The entries in force on the day, whatever their other conditions.</summary>
    public IReadOnlyList<CitedEntry> InForce => inForce;

    /// <summary>The entry that holds, or why there is not exactly one.</summary>
    public (CitedEntry? Entry, NoAnswer? None) Find(Question question)
    {
        if (Malformed(question) is { } malformed)
        {
            return (null, malformed);
        }

        CitedEntry? found = null;
        foreach (CitedEntry candidate in inForce)
        {
            if (!Holds(candidate.Entry, question))
            {
                continue;
            }

            if (found is not null)
            {
                return (null, Ambiguous(question));
            }

            found = candidate;
        }

        return found is null ? (null, Nothing(question)) : (found, null);
    }

    private static bool Holds(PolicyEntry entry, Question question) =>
        entry.HoldsFor(question.Dims)
        && (entry.InService is null || entry.InService.Contains(question.InService!.Value))
        && (entry.BeginConstruction is null || entry.BeginConstruction.Contains(question.BeginConstruction!.Value))
        && (entry.Year is null || entry.Year.Contains(question.Year!.Value));

    private NoAnswer? Malformed(Question question)
    {
        if (WrongDimension(question) is { } wrong)
        {
            return new NoAnswer(NoAnswerKind.DimensionWrong, parameter.Id, wrong);
        }

        if (looksAtService && question.InService is null)
        {
            return new NoAnswer(NoAnswerKind.VintageRequired, parameter.Id, $"{parameter.Id}: vintage required; give the day the asset enters service.");
        }

        if (looksAtConstruction && question.BeginConstruction is null)
        {
            return new NoAnswer(NoAnswerKind.VintageRequired, parameter.Id, $"{parameter.Id}: vintage required; give the day construction begins.");
        }

        return looksAtYear ? WrongYear(question) : null;
    }

    private NoAnswer? WrongYear(Question question) => question.Year switch
    {
        null => new NoAnswer(NoAnswerKind.YearRequired, parameter.Id, $"{parameter.Id}: benefit year required; give the tax year."),
        < FirstYear or > LastYear => new NoAnswer(
            NoAnswerKind.NoValueInForce, parameter.Id, $"{parameter.Id} has no value for year {question.Year}; years {FirstYear} to {LastYear} can be asked."),
        { } year when looksAtService && year < question.InService!.Value.Year => new NoAnswer(
            NoAnswerKind.NoValueInForce, parameter.Id, $"{parameter.Id} has no value for year {year}: the asset enters service only on {question.InService:yyyy-MM-dd}."),
        _ => null,
    };

    private string? WrongDimension(Question question)
    {
        IReadOnlyDictionary<string, IReadOnlyList<string>> allowed = parameter.Parameter.Dims;
        foreach ((string name, IReadOnlyList<string> words) in allowed)
        {
            if (!question.Dims.TryGetValue(name, out string? word))
            {
                return $"{parameter.Id}: dimension '{name}' required; give one of {string.Join(", ", words)}.";
            }

            if (!words.Contains(word, StringComparer.Ordinal))
            {
                return $"{parameter.Id}: '{word}' is not a {name}; give one of {string.Join(", ", words)}.";
            }
        }

        string? unknown = question.Dims.Count == allowed.Count ? null : question.Dims.Keys.Order(StringComparer.Ordinal).First(d => !allowed.ContainsKey(d));
        return unknown is null ? null : $"{parameter.Id} has no dimension '{unknown}'; it has {(allowed.Count == 0 ? "none" : string.Join(", ", allowed.Keys))}.";
    }

    private NoAnswer Ambiguous(Question question)
    {
        IEnumerable<string> doubled = inForce.Where(e => Holds(e.Entry, question)).Select(e => e.Entry.Id);
        return new NoAnswer(
            NoAnswerKind.AmbiguousValue,
            parameter.Id,
            $"{parameter.Id} has more than one value as of {asOf:yyyy-MM-dd} for {question.Circumstances()}: entries {string.Join(", ", doubled)}.");
    }

    private NoAnswer Nothing(Question question)
    {
        string[] nearest = [.. NearestTo(question)];
        string why = inForce.Length == 0
            ? "no entry is in force on that day"
            : nearest.Length == 0 ? "no entry is about these circumstances" : $"nearest are {string.Join("; ", nearest)}";
        return new NoAnswer(
            NoAnswerKind.NoValueInForce,
            parameter.Id,
            $"{parameter.Id} has no value in force as of {asOf:yyyy-MM-dd}{For(question)}: {why}.");
    }

    private static string For(Question question) => question.Circumstances() is { Length: > 0 } said ? $" for {said}" : "";

    private IEnumerable<string> NearestTo(Question question) => inForce
        .Where(e => e.Entry.HoldsFor(question.Dims))
        .Take(4)
        .Select(e => $"'{e.Entry.Id}'{Axis("in service", e.Entry.InService)}{Axis("construction begun", e.Entry.BeginConstruction)}{Axis("year", e.Entry.Year)}");

    private static string Axis(string name, object? window) => window is null ? "" : $" {name} {window}";
}
