namespace Trunkline.Domain;

/// <summary>What is true of every quantity: it adds to its own kind, scales by a number, and compares. Written once.</summary>
public static class QuantityArithmetic
{
    extension<T>(T)
        where T : struct, IQuantity<T>
    {
        public static T operator +(T a, T b) => T.Of(a.Value + b.Value);

        public static T operator -(T a, T b) => T.Of(a.Value - b.Value);

        public static T operator -(T a) => T.Of(-a.Value);

        public static T operator *(T a, double factor) => T.Of(a.Value * factor);

        public static T operator *(double factor, T a) => T.Of(a.Value * factor);

        public static T operator /(T a, double divisor) => T.Of(a.Value / divisor);

        public static double operator /(T a, T b) => a.Value / b.Value;

        public static bool operator <(T a, T b) => a.Value < b.Value;

        public static bool operator >(T a, T b) => a.Value > b.Value;

        public static bool operator <=(T a, T b) => a.Value <= b.Value;

        public static bool operator >=(T a, T b) => a.Value >= b.Value;
    }

    /// <summary>The total; zero for an empty sequence, as sums are.</summary>
    public static T Sum<T>(this IEnumerable<T> quantities)
        where T : struct, IQuantity<T> =>
        T.Of(quantities.Sum(q => q.Value));
}
