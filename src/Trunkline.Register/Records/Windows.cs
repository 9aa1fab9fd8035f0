using System.Globalization;

namespace Trunkline.Register;

/// <summary>A run of days: from <paramref name="From"/> on, up to but not including <paramref name="Before"/>. An end left out is open.</summary>
/// <remarks>"After 4 July 2025" is written <c>"from": "2025-07-05"</c>: one form only, so that two entries can be laid edge to edge.</remarks>
public sealed record DateWindow(DateOnly? From = null, DateOnly? Before = null)
{
    public bool Contains(DateOnly day) => (From is null || day >= From) && (Before is null || day < Before);

    /// <summary>True where at least one day lies in both.</summary>
    public bool Meets(DateWindow other) =>
        (From ?? DateOnly.MinValue) < (other.Before ?? DateOnly.MaxValue)
        && (other.From ?? DateOnly.MinValue) < (Before ?? DateOnly.MaxValue);

    /// <summary>False where the end does not lie after the beginning: such a window holds no day.</summary>
    public bool HoldsADay => From is null || Before is null || From < Before;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"[{From:yyyy-MM-dd}, {Before:yyyy-MM-dd})");
}

/// <summary>A run of calendar years, both ends included. An end left out is open.</summary>
public sealed record YearWindow(int? From = null, int? To = null)
{
    public bool Contains(int year) => (From is null || year >= From) && (To is null || year <= To);

    /// <summary>True where at least one year lies in both.</summary>
    public bool Meets(YearWindow other) =>
        (From ?? int.MinValue) <= (other.To ?? int.MaxValue) && (other.From ?? int.MinValue) <= (To ?? int.MaxValue);

    /// <summary>False where the end lies before the beginning.</summary>
    public bool HoldsAYear => From is null || To is null || From <= To;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{From}..{To}");
}

/// <summary>Which assets an entry is about, by the day they enter service and by the day their construction begins. An axis left out does not matter.</summary>
public sealed record Vintage(DateWindow? InService = null, DateWindow? BeginConstruction = null);
