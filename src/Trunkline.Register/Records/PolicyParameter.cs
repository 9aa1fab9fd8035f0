using System.Text.Json.Serialization;
using Trunkline.Domain;

namespace Trunkline.Register;

/// <summary>One number, day or choice that a policy sets, with everything it depends on: the content of one file in a record's <c>params</c> folder.</summary>
/// <param name="Id">For example <c>us.45q.rate</c>; begins with the id of its policy.</param>
/// <param name="Unit">Unit of the value: <c>USD/t</c> nominal, <c>t/y</c>, <c>months</c>, <c>1</c>; <c>date</c> for a day; <c>choice</c> for a word of <paramref name="Choices"/>.</param>
/// <param name="Money">True where the value is money or decides whether money is paid.</param>
/// <param name="Dims">What a question must state besides the clocks, and the words allowed.</param>
/// <param name="Multipliers">Ids of parameters whose answer to the same question multiplies the value.</param>
/// <param name="Rounding">Step to which the value is rounded after indexing and before multipliers, half away from zero.</param>
/// <param name="Projection">For an index only: how its factor goes on after the last published year.</param>
/// <param name="NotModelled">Ids of clauses of the policy that could change the value and are not computed.</param>
/// <param name="Gaps">Circumstances for which it has no entry, and why that is right.</param>
public sealed record PolicyParameter(
    string Id,
    Bilingual Titles,
    string Unit,
    bool Money,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Dims,
    IReadOnlyList<PolicyEntry> Entries,
    string? Per = null,
    IReadOnlyList<string>? Choices = null,
    IReadOnlyList<string>? Multipliers = null,
    decimal? Rounding = null,
    IndexProjection? Projection = null,
    IReadOnlyList<string>? NotModelled = null,
    IReadOnlyList<DeclaredGap>? Gaps = null);

/// <summary>Circumstances in which a parameter has no value, said on purpose. An axis left out is all of it.</summary>
/// <param name="Says">Why there is none: the law is silent, or the register has not got that far.</param>
public sealed record DeclaredGap(
    Bilingual Says,
    IReadOnlyDictionary<string, AnyOf>? When = null,
    DateWindow? Law = null,
    Vintage? Vintage = null,
    YearWindow? Year = null);

/// <summary>One value and the exact circumstances in which it holds. Of all entries at most one may hold in any circumstances.</summary>
/// <param name="Id">Unique within the parameter.</param>
/// <param name="Law">The days on which the law said so; it must have a beginning.</param>
/// <param name="Evidence">Ids of claims; empty only with a <paramref name="Note"/> that says why.</param>
/// <param name="When">Words of the dimensions for which it holds; a dimension left out does not matter.</param>
/// <param name="Value">The value, unless <paramref name="Interpolate"/> gives it by year.</param>
/// <param name="Index">Id of the index that multiplies the value by benefit year; null where it is flat.</param>
/// <param name="Low">Low end of a planning range.</param>
/// <param name="High">High end of a planning range.</param>
public sealed record PolicyEntry(
    string Id,
    DateWindow Law,
    IReadOnlyList<string> Evidence,
    IReadOnlyDictionary<string, AnyOf>? When = null,
    Vintage? Vintage = null,
    YearWindow? Year = null,
    PolicyValue? Value = null,
    Interpolation? Interpolate = null,
    string? Index = null,
    decimal? Low = null,
    decimal? High = null,
    Bilingual? Note = null)
{
    [JsonIgnore]
    public DateWindow? InService => Vintage?.InService;

    [JsonIgnore]
    public DateWindow? BeginConstruction => Vintage?.BeginConstruction;

    /// <summary>True where the entry holds for these words of the dimensions.</summary>
    public bool HoldsFor(IReadOnlyDictionary<string, string> dims) =>
        When is null || When.All(condition => dims.TryGetValue(condition.Key, out string? asked) && condition.Value.Contains(asked));
}

/// <summary>A value on the straight line between two years, both included, rounded by the parameter's step.</summary>
public sealed record Interpolation(YearPoint From, YearPoint To)
{
    /// <summary>The value on the line in a year.</summary>
    public decimal At(int year) => From.Value + ((To.Value - From.Value) * (year - From.Year) / (To.Year - From.Year));
}

/// <summary>A value in a calendar year.</summary>
public sealed record YearPoint(int Year, decimal Value);

/// <summary>
/// The rule of an index: the factor of year Y is the price level of Y - <paramref name="LagYears"/> over that of <paramref name="BaseYear"/>.
/// Hence it is 1 in BaseYear + LagYears; the years after the last published factor are projected with the asker's inflation and flagged.
/// </summary>
/// <param name="Series">The price index that the law names.</param>
public sealed record IndexProjection(string Series, int BaseYear, int LagYears, IReadOnlyList<string> Evidence, Bilingual? Note = null)
{
    /// <summary>The year in which the factor is 1 by definition.</summary>
    [JsonIgnore]
    public int YearOfOne => BaseYear + LagYears;
}
