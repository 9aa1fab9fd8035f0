using System.Globalization;

namespace Trunkline.Domain;

/// <summary>A number that means one thing in one unit. Eight bytes, no unit at run time; the type is the unit.</summary>
/// <remarks><c>default</c> is zero of the unit. Absence is never a quantity: use a nullable or a named state.</remarks>
/// <typeparam name="TSelf">The quantity itself.</typeparam>
public interface IQuantity<TSelf>
    where TSelf : struct, IQuantity<TSelf>
{
    /// <summary>The bare number, in <see cref="Unit"/>. Read only where a coefficient is written, and in converters.</summary>
    double Value { get; }

    /// <summary>The unit's symbol as a person writes it, for example <c>t/y</c>.</summary>
    static abstract string Unit { get; }

    /// <summary>Wraps a bare number that is already in <see cref="Unit"/>.</summary>
    static abstract TSelf Of(double value);
}

/// <summary>How every quantity prints.</summary>
public static class QuantityText
{
    /// <summary>The number in invariant form, a space, and the unit.</summary>
    public static string Text<T>(this T quantity)
        where T : struct, IQuantity<T> =>
        string.Create(CultureInfo.InvariantCulture, $"{quantity.Value:0.######} {T.Unit}");
}
