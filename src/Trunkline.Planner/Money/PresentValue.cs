using Trunkline.Domain;

namespace Trunkline.Planner;

/// <summary>
/// Turns money in time into money on the first day of the first period. Capital is paid on the first day of a period; yearly money falls
/// in the middle of its calendar year. docs/formulation.md#discounting
/// </summary>
public sealed class PresentValue
{
    private readonly IReadOnlyList<Period> periods;
    private readonly double[] annuity;

    /// <param name="periods">Contiguous periods.</param>
    /// <param name="rate">Real discount rate per year.</param>
    public PresentValue(IReadOnlyList<Period> periods, Fraction rate)
    {
        ArgumentNullException.ThrowIfNull(periods);
        this.periods = periods;
        Rate = rate.Value;
        annuity = [.. periods.Select(p => p.CalendarYears.Sum(OfYear))];
    }

    /// <summary>Real discount rate per year.</summary>
    public double Rate { get; }

    /// <summary>First calendar year of the plan.</summary>
    public int FirstYear => periods[0].From;

    /// <summary>Years from the first day of the plan to the last.</summary>
    public int Horizon => periods[^1].To - FirstYear + 1;

    /// <summary>Factor of a payment this many years after the first day.</summary>
    public double After(double years) => Math.Pow(1 + Rate, -years);

    /// <summary>Factor of yearly money in a calendar year.</summary>
    public double OfYear(int year) => After(year - FirstYear + 0.5);

    /// <summary>Present value of 1 a year through a period.</summary>
    public double Annuity(int period) => annuity[period];

    /// <summary>Present value of 1 a year from the start of one period to the end of another.</summary>
    public double Annuity(int first, int last) => Enumerable.Range(first, last - first + 1).Sum(Annuity);

    /// <summary>
    /// Present value of capital of 1 bought on the first day of a period and renewed at the end of each life while it runs. What is left of
    /// the last life at the horizon is credited in proportion; a unit that stops before the horizon leaves nothing.
    /// </summary>
    /// <param name="first">Period on whose first day it is bought.</param>
    /// <param name="last">Last period in which it runs.</param>
    /// <param name="life">Life in years, more than zero.</param>
    public double Capital(int first, int last, Years life)
    {
        double bought = periods[first].From - FirstYear;
        double end = periods[last].To + 1 - FirstYear;
        double value = After(bought);
        while (bought + life.Value < end - 1e-9)
        {
            bought += life.Value;
            value += After(bought);
        }

        return last == periods.Count - 1 ? value - ((bought + life.Value - end) / life.Value * After(Horizon)) : value;
    }
}
