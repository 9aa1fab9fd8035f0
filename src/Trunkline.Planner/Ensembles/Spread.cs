namespace Trunkline.Planner;

/// <summary>How a value that is not known is spread: its quantiles.</summary>
public abstract record Spread
{
    private Spread()
    {
    }

    /// <summary>The value below which a share of all futures lies.</summary>
    /// <param name="share">Between 0 and 1.</param>
    public abstract double At(double share);

    /// <summary>The value of the middle future.</summary>
    public double Median => At(0.5);

    /// <summary>A few values with their shares, which sum to one.</summary>
    public sealed record Values(IReadOnlyList<double> Given, IReadOnlyList<double> Shares) : Spread
    {
        /// <summary>The values in rising order with their shares.</summary>
        public IEnumerable<(double Value, double Share)> Pairs => Given.Zip(Shares).OrderBy(p => p.First);

        public override double At(double share)
        {
            double below = 0;
            foreach ((double value, double weight) in Pairs)
            {
                below += weight;
                if (share < below)
                {
                    return value;
                }
            }

            return Given.Max();
        }
    }

    public sealed record Uniform(double Least, double Most) : Spread
    {
        public override double At(double share) => Least + (share * (Most - Least));
    }

    public sealed record Triangular(double Least, double Mode, double Most) : Spread
    {
        public override double At(double share)
        {
            double width = Most - Least, rising = (Mode - Least) / width;
            return share < rising
                ? Least + Math.Sqrt(share * width * (Mode - Least))
                : Most - Math.Sqrt((1 - share) * width * (Most - Mode));
        }
    }

    /// <summary>Bell-shaped; what lies outside the ends is not drawn.</summary>
    public sealed record Normal(double Mean, double Deviation, double Least, double Most) : Spread
    {
        public override double At(double share)
        {
            double low = NormalShare.Below((Least - Mean) / Deviation), high = NormalShare.Below((Most - Mean) / Deviation);
            return Math.Clamp(Mean + (Deviation * NormalShare.ScoreAt(low + (share * (high - low)))), Least, Most);
        }
    }
}

/// <summary>The standard normal distribution.</summary>
internal static class NormalShare
{
    private const double Far = 8;

    /// <summary>Share below a score: 1/2 + density x (z + z^3/3 + z^5/(3x5) + ...), which converges for every z that matters.</summary>
    public static double Below(double z)
    {
        if (Math.Abs(z) >= Far)
        {
            return z > 0 ? 1 : 0;
        }

        double term = z, sum = z;
        for (int k = 3; Math.Abs(term) > 1e-17 * Math.Abs(sum); k += 2)
        {
            term *= z * z / k;
            sum += term;
        }

        return 0.5 + (sum * Math.Exp(-z * z / 2) / Math.Sqrt(2 * Math.PI));
    }

    /// <summary>The score below which a share lies, by halving.</summary>
    public static double ScoreAt(double share)
    {
        double low = -Far, high = Far;
        while (high - low > 1e-12)
        {
            double middle = (low + high) / 2;
            (low, high) = Below(middle) < share ? (middle, high) : (low, middle);
        }

        return (low + high) / 2;
    }
}
