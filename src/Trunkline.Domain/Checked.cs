using System.Diagnostics.CodeAnalysis;

namespace Trunkline.Domain;

/// <summary>What reading an input gives: the value, or every problem found at once. Never both, never a warning.</summary>
/// <typeparam name="T">What was to be read.</typeparam>
public sealed class Checked<T>
    where T : class
{
    private Checked(T? value, IReadOnlyList<Problem> problems) => (Value, Problems) = (value, problems);

    /// <summary>The value, or null where there are problems.</summary>
    public T? Value { get; }

    /// <summary>All that is wrong; empty where there is a value.</summary>
    public IReadOnlyList<Problem> Problems { get; }

    /// <summary>True where the input was right.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    public bool IsRight => Value is not null;

    /// <summary>The value where nothing is wrong, otherwise the problems.</summary>
    public static Checked<T> From(T? value, IReadOnlyCollection<Problem> problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        return problems.Count == 0 && value is not null ? Right(value) : Wrong(problems);
    }

    public static Checked<T> Right(T value) => new(value, []);

    /// <exception cref="ArgumentException">There is no problem to report.</exception>
    public static Checked<T> Wrong(IReadOnlyCollection<Problem> problems) =>
        problems is { Count: > 0 }
            ? new(null, [.. problems])
            : throw new ArgumentException("A wrong input has at least one problem.", nameof(problems));

    /// <summary>The value.</summary>
    /// <exception cref="InvalidOperationException">There were problems; they are in the message.</exception>
    public T OrThrow() => Value ?? throw new InvalidOperationException(string.Join(Environment.NewLine, Problems));
}
