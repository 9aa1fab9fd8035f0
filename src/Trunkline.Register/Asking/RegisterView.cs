using System.Collections.Concurrent;
using System.Collections.Frozen;
using Trunkline.Domain;

namespace Trunkline.Register;

/// <summary>
/// The register as the law stood on one day. It answers questions and remembers each answer, so that a plan can say what it rests on.
/// Safe to ask from several threads; what it remembers is the same in any order of asking.
/// </summary>
public sealed class RegisterView
{
    /// <summary>Inflation outside this band is a slip of the pen (a percentage given as a number), not a projection.</summary>
    private const double GreatestInflation = 0.25;
    private const double LeastInflation = -0.05;

    private readonly ConcurrentDictionary<string, Resolver?> resolvers = new(StringComparer.Ordinal);
    private readonly BibliographyNotes notes;
    private RegisterView? lender;
    private IReadOnlySet<string> lent = FrozenSet<string>.Empty;

    internal RegisterView(PolicyRegister register, DateOnly asOf) =>
        (Register, AsOf, notes) = (register, asOf, new BibliographyNotes(register));

    public PolicyRegister Register { get; }

    /// <summary>The day whose law is read.</summary>
    public DateOnly AsOf { get; }

    /// <summary>Id of the mode that named the day and the overlays; null where they were named one by one.</summary>
    public string? Mode { get; init; }

    /// <summary>Every entry that an answer used so far, in order of parameter and entry.</summary>
    public IReadOnlyList<BibliographyEntry> Bibliography => notes.Entries();

    /// <summary>Every entry in force on the day, in order of parameter and as the parameter lists them. Looking is not asking: the bibliography does not grow.</summary>
    public IEnumerable<StandingEntry> InForce() =>
        from id in Register.ParameterIds
        let resolver = ResolverOf(id)
        from entry in resolver.InForce
        select new StandingEntry(resolver.Cited.Parameter, entry.Entry, entry.State, entry.Confidence, Register.OverlayOf(id, entry.Entry.Id));

    /// <summary>The value.</summary>
    /// <exception cref="NoAnswerException">There is no single value; the message names the gap or the overlap.</exception>
    public Reading Ask(Question question) => Answer(question) switch
    {
        Reading reading => reading,
        NoAnswer none => throw new NoAnswerException(none),
        var other => throw new InvalidOperationException($"An answer is a reading or none, not {other}."),
    };

    /// <inheritdoc cref="Ask(Question)"/>
    public Reading Ask(
        string parameterId,
        IReadOnlyDictionary<string, string>? dims = null,
        DateOnly? inService = null,
        DateOnly? beginConstruction = null,
        int? year = null,
        double? projectedInflation = null) =>
        Ask(new Question(parameterId, dims ?? Question.NoDims, inService, beginConstruction, year, projectedInflation));

    /// <summary>The value, or why there is none. Never throws for what the register does or does not hold.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The projected inflation is no yearly fraction.</exception>
    public Answer Answer(Question question)
    {
        if (question.ProjectedInflation is { } inflation && inflation is not (>= LeastInflation and <= GreatestInflation))
        {
            throw new ArgumentOutOfRangeException(nameof(question), inflation, $"Projected inflation is a yearly fraction from {LeastInflation} to {GreatestInflation}, for example 0.02.");
        }

        if (ResolverOf(question.ParameterId) is not { } resolver)
        {
            return new NoAnswer(NoAnswerKind.UnknownParameter, question.ParameterId, $"The register has no parameter '{question.ParameterId}'.");
        }

        Derivation derivation = new(this, question);
        Answer answer = derivation.Of(resolver);
        if (answer is Reading reading)
        {
            notes.Add(reading, derivation.Used);
        }

        return answer;
    }

    /// <summary>The law of this day, but some parameters as they stand in another view: what a change of the law does, taken piece by piece.</summary>
    /// <param name="parameters">Ids of the parameters that the other view answers.</param>
    public RegisterView With(RegisterView other, IReadOnlySet<string> parameters) => new(Register, AsOf) { lender = other, lent = parameters };

    internal Resolver? ResolverOf(string parameterId) => resolvers.GetOrAdd(
        parameterId,
        static (id, view) => view.lender is { } other && view.lent.Contains(id) ? other.ResolverOf(id)
            : view.Register.Parameter(id) is { } cited ? new Resolver(cited, view.AsOf) : null,
        this);
}
