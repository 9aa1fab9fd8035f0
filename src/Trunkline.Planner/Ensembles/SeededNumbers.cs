namespace Trunkline.Planner;

/// <summary>Numbers by chance that are the same on every machine and in every version: a Weyl sequence whose terms are mixed bit by bit.</summary>
/// <remarks>Steele, Lea and Flood 2014, "Fast splittable pseudorandom number generators"; the constants are theirs.</remarks>
internal sealed class SeededNumbers(int seed)
{
    private const ulong Step = 0x9E3779B97F4A7C15;
    private ulong state = unchecked((ulong)seed * 0xD1342543DE82EF95);

    /// <summary>In (0, 1): neither end is ever drawn.</summary>
    public double Next() => ((Bits() >> 11) + 0.5) / (1UL << 53);

    /// <summary>From 0 to below a bound.</summary>
    public int Below(int bound) => (int)(Next() * bound);

    /// <summary>A normal score.</summary>
    public double Score() => Math.Sqrt(-2 * Math.Log(Next())) * Math.Cos(2 * Math.PI * Next());

    /// <summary>0 to count - 1 in an order by chance.</summary>
    public int[] Shuffled(int count)
    {
        int[] order = [.. Enumerable.Range(0, count)];
        for (int i = count - 1; i > 0; i--)
        {
            int j = Below(i + 1);
            (order[i], order[j]) = (order[j], order[i]);
        }

        return order;
    }

    private ulong Bits()
    {
        unchecked
        {
            ulong z = state += Step;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }
}
