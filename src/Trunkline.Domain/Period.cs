using System.Globalization;

namespace Trunkline.Domain;

/// <summary>A run of whole calendar years, both ends included: 2026-2030 is five years and starts on 2026-01-01.</summary>
/// <param name="From">First calendar year.</param>
/// <param name="To">Last calendar year, not before the first.</param>
public readonly record struct Period(int From, int To)
{
    /// <summary>How many years the period lasts.</summary>
    public int Length => To - From + 1;

    /// <summary>The day on which units that open in this period start.</summary>
    public DateOnly FirstDay => new(From, 1, 1);

    /// <summary>Each calendar year of the period, in order.</summary>
    public IEnumerable<int> CalendarYears => Enumerable.Range(From, Length);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{From}-{To}");
}
