using Trunkline.Domain;

namespace Trunkline.Planner;

/// <summary>Whether a unit is large and thorough enough for a credit.</summary>
internal static class CreditFit
{
    /// <summary>Why a unit earns nothing from this credit; null where it earns it.</summary>
    public static string? WhyNotFor(this CreditWindow window, TonnesPerYear capacity, Fraction captureRate) =>
        window.WhyNone
        ?? (capacity < window.LeastPerYear ? $"captures at most {capacity}, below the credit's threshold of {window.LeastPerYear}"
            : window.LeastDesignShare is { } share && captureRate < share ? $"is designed for {captureRate.Value:0.##} of its CO2, below the credit's {share.Value:0.##}"
            : null);
}
