using System.Collections.Frozen;
using System.Globalization;
using Trunkline.Atlas;

namespace Trunkline.Planner;

/// <summary>Turns nominal dollars of a year into real dollars of the study's dollar year: published consumer prices, then the study's projected inflation.</summary>
public sealed class PriceIndex
{
    /// <summary>Ids of the dataset's price levels: <c>cpi.2018</c> is the yearly mean of CPI-U in 2018.</summary>
    private const string ParameterPrefix = "cpi.";

    private readonly FrozenDictionary<int, double> levels;
    private readonly int lastYear;

    /// <summary>An index over published price levels, carried on with a yearly inflation.</summary>
    /// <param name="history">Price level by calendar year, any base.</param>
    /// <param name="projectedInflation">Yearly growth after the last published year, as a fraction.</param>
    /// <param name="dollarYear">The year whose dollars are real.</param>
    /// <exception cref="ArgumentException">There is no history, a level is not positive, or the dollar year lies before or between the published years.</exception>
    public PriceIndex(IReadOnlyDictionary<int, double> history, double projectedInflation, int dollarYear)
    {
        if (history.Count == 0 || history.Values.Any(level => !(level > 0)))
        {
            throw new ArgumentException("A price index needs at least one year, and every level positive.", nameof(history));
        }

        levels = history.ToFrozenDictionary();
        lastYear = levels.Keys.Max();
        ProjectedInflation = projectedInflation;
        DollarYear = levels.ContainsKey(dollarYear) || dollarYear > lastYear
            ? dollarYear
            : throw new ArgumentException($"No price level of the dollar year {dollarYear} is known.", nameof(dollarYear));
    }

    /// <summary>Yearly growth used after the last published year, as a fraction.</summary>
    public double ProjectedInflation { get; }

    /// <summary>The year whose dollars are real.</summary>
    public int DollarYear { get; }

    /// <summary>The index of a dataset's own dollar year, from its parameters <c>cpi.YEAR</c>.</summary>
    /// <exception cref="ArgumentException">The dataset holds no price levels, or none of its dollar year.</exception>
    public static PriceIndex Of(Dataset dataset, double projectedInflation) => new(
        dataset.Parameters
            .Where(p => p.Id.StartsWith(ParameterPrefix, StringComparison.Ordinal))
            .ToDictionary(p => int.Parse(p.Id[ParameterPrefix.Length..], NumberStyles.None, CultureInfo.InvariantCulture), p => p.Value),
        projectedInflation,
        dataset.DollarYear);

    /// <summary>What nominal money of the year is multiplied by to be real.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The year lies before or between the published years.</exception>
    public double RealFactor(int year) => Level(DollarYear) / Level(year);

    /// <summary>True where the factor rests on projected inflation.</summary>
    public bool IsProjected(int year) => year > lastYear || DollarYear > lastYear;

    private double Level(int year) => levels.TryGetValue(year, out double level)
        ? level
        : year > lastYear
            ? levels[lastYear] * Math.Pow(1 + ProjectedInflation, year - lastYear)
            : throw new ArgumentOutOfRangeException(nameof(year), year, $"No price level of {year} is known.");
}
