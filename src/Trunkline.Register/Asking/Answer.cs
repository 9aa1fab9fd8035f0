using Trunkline.Domain;

namespace Trunkline.Register;

/// <summary>What the register says to a question: a <see cref="Reading"/> or a <see cref="NoAnswer"/>, never a silent zero.</summary>
public abstract record Answer;

/// <summary>The value that holds, with everything it rests on.</summary>
/// <param name="EntryId">The one entry that matched.</param>
/// <param name="Content">The value after indexing, rounding and multipliers; before them in a part.</param>
/// <param name="Confidence">The weakest of all parts.</param>
/// <param name="State">The lowest of all parts.</param>
/// <param name="Projected">True where an index factor is projected rather than published.</param>
/// <param name="Evidence">The claims behind all parts.</param>
/// <param name="Parts">The entry's own value, then the index factor and the multipliers that were applied to it.</param>
/// <param name="Low">Low end of a planning range, where there is one.</param>
/// <param name="High">High end of a planning range, where there is one.</param>
public sealed record Reading(
    string ParameterId,
    string PolicyId,
    string EntryId,
    PolicyValue Content,
    string Unit,
    Confidence Confidence,
    ReviewState State,
    bool Projected,
    IReadOnlyList<Evidence> Evidence,
    IReadOnlyList<ReadingPart> Parts,
    double? Low = null,
    double? High = null) : Answer
{
    /// <summary>The number.</summary>
    /// <exception cref="InvalidOperationException">The parameter is a day or a choice.</exception>
    public double Value => (double)Content.Number;

    /// <summary>The word, for a parameter that is a choice.</summary>
    public string Words => Content.Words ?? throw new InvalidOperationException($"{ParameterId} is a number.");

    /// <summary>The day, for a parameter of unit <c>date</c>.</summary>
    public DateOnly Date => PolicyValue.TryDate(Content.Words, out DateOnly day)
        ? day
        : throw new InvalidOperationException($"{ParameterId} is not a date.");
}

/// <summary>One factor of a reading: which entry of which parameter said what.</summary>
/// <param name="State">Review state of the entry by itself.</param>
/// <param name="Entry">The entry with its clocks; null for an index factor that the rule gives.</param>
/// <param name="Overlay">Id of the overlay that the entry rests on instead of the law; null for law.</param>
public sealed record ReadingPart(
    string ParameterId, string EntryId, PolicyValue Content, bool Projected, ReviewState State, PolicyEntry? Entry, string? Overlay);

/// <summary>Why there is no value.</summary>
public enum NoAnswerKind
{
    /// <summary>No entry holds: the law says nothing in these circumstances, or the register does not know it.</summary>
    NoValueInForce,

    /// <summary>Two or more entries hold.</summary>
    AmbiguousValue,

    /// <summary>The law looks at when the asset was built or entered service, and the question does not say.</summary>
    VintageRequired,

    /// <summary>The value depends on the benefit year, and the question does not say.</summary>
    YearRequired,

    /// <summary>A dimension is missing, unknown, or has a word that is not allowed.</summary>
    DimensionWrong,

    /// <summary>The index factor of that year is not published, and the question gives no inflation to project it with.</summary>
    ProjectionRequired,

    /// <summary>The register has no such parameter.</summary>
    UnknownParameter,
}

/// <summary>The question has no single answer, and why.</summary>
/// <param name="ParameterId">The parameter at fault: the one asked, or an index or multiplier it uses.</param>
/// <param name="Message">What is missing or doubled, with the nearest entries.</param>
public sealed record NoAnswer(NoAnswerKind Kind, string ParameterId, string Message) : Answer;

/// <summary>Thrown by <see cref="RegisterView.Ask(Question)"/> where there is no single value.</summary>
public sealed class NoAnswerException(NoAnswer answer) : Exception(answer.Message)
{
    public NoAnswer Answer { get; } = answer;
}
