namespace Trunkline.Report;

/// <summary>An axis from zero to a round number not below the largest value.</summary>
/// <param name="Top">Value at the end of the axis.</param>
/// <param name="Step">Value between two lines.</param>
public sealed record ChartAxis(double Top, double Step)
{
    private const int MostLines = 5;

    public static ChartAxis For(double largest)
    {
        if (largest <= 0)
        {
            return new ChartAxis(1, 0.5);
        }

        double power = Math.Pow(10, Math.Floor(Math.Log10(largest / MostLines)));
        double step = new[] { 1, 2, 2.5, 5, 10 }.Select(digit => digit * power).First(step => step * MostLines >= largest * (1 - 1e-9));
        return new ChartAxis(Math.Ceiling((largest / step) - 1e-9) * step, step);
    }

    /// <summary>Every line's value, from zero to the top.</summary>
    public IEnumerable<double> Lines => Enumerable.Range(0, (int)Math.Round(Top / Step) + 1).Select(i => i * Step);
}
