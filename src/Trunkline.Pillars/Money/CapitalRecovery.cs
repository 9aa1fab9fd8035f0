namespace Trunkline.Pillars;

/// <summary>The yearly charge on capital that pays it back over some years with interest.</summary>
internal static class CapitalRecovery
{
    /// <param name="rate">Per year; zero spreads the capital evenly.</param>
    /// <param name="years">More than zero.</param>
    public static double Factor(double rate, double years) => rate == 0 ? 1 / years : rate / (1 - Math.Pow(1 + rate, -years));
}
