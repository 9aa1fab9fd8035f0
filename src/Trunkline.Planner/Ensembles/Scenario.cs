namespace Trunkline.Planner;

/// <summary>One future.</summary>
/// <param name="Number">From 1; 0 is the middle future, which is not one of the set.</param>
/// <param name="Weight">How much it counts; the weights of a set sum to one.</param>
/// <param name="HeldOut">True where it only judges decisions.</param>
/// <param name="Values">What was drawn, one a parameter, in order.</param>
/// <param name="Branch">Which branch of the law; an index, 0 where there is only one.</param>
public sealed record Scenario(int Number, double Weight, bool HeldOut, IReadOnlyList<double> Values, int Branch)
{
    /// <summary>The number of the middle future.</summary>
    public const int Middle = 0;
}

/// <summary>All futures of a sweep. Pure: the same sweep gives the same scenarios.</summary>
public static class ScenarioSet
{
    // Chance for the halves is a sequence of its own: more samples do not change who is held out first.
    private const int HalvesSeed = 7919;

    /// <summary>The scenarios in order of their number.</summary>
    public static IReadOnlyList<Scenario> Of(Sweep sweep)
    {
        ArgumentNullException.ThrowIfNull(sweep);
        List<(double Weight, double[] Values, int Branch)> drawn = [.. sweep.Method == SampleMethod.Grid ? Grid(sweep) : Drawn(sweep)];
        bool[] heldOut = HeldOut(sweep, drawn.Count);
        return [.. drawn.Select((d, i) => new Scenario(i + 1, d.Weight, heldOut[i], d.Values, d.Branch))];
    }

    /// <summary>The middle future: every parameter at its median, the likeliest branch.</summary>
    public static Scenario Middle(Sweep sweep)
    {
        ArgumentNullException.ThrowIfNull(sweep);
        int likeliest = sweep.Branches.Index().OrderByDescending(b => b.Item.Probability).ThenBy(b => b.Index).Select(b => b.Index).FirstOrDefault();
        return new Scenario(Scenario.Middle, 0, false, [.. sweep.Parameters.Select(p => p.Spread.Median)], likeliest);
    }

    private static IEnumerable<(double Weight, double[] Values, int Branch)> Drawn(Sweep sweep)
    {
        int columns = sweep.Parameters.Count + 1;
        double[][] triangle = Sampling.Triangle(columns, sweep.Correlations) ?? throw new ArgumentException("The correlations contradict each other.", nameof(sweep));
        double[][] shares = Sampling.Draw(sweep.Count, triangle, sweep.Method == SampleMethod.LatinHypercube, sweep.Seed);
        return shares.Select(row => (1.0 / sweep.Count, sweep.Parameters.Select((p, i) => p.Spread.At(row[i])).ToArray(), BranchAt(sweep, row[^1])));
    }

    private static int BranchAt(Sweep sweep, double share)
    {
        double below = 0;
        for (int b = 0; b < sweep.Branches.Count; b++)
        {
            below += sweep.Branches[b].Probability;
            if (share < below)
            {
                return b;
            }
        }

        return sweep.Branches.Count - 1;
    }

    private static IEnumerable<(double Weight, double[] Values, int Branch)> Grid(Sweep sweep)
    {
        IEnumerable<(double Weight, double[] Values)> points = [(1.0, [])];
        foreach (UncertainParameter parameter in sweep.Parameters)
        {
            (double Value, double Share)[] pairs = [.. ((Spread.Values)parameter.Spread).Pairs];
            points = [.. from point in points from pair in pairs select (point.Weight * pair.Share, (double[])[.. point.Values, pair.Value])];
        }

        return from point in points
               from branch in sweep.Branches.Index()
               select (point.Weight * branch.Item.Probability, point.Values, branch.Index);
    }

    private static bool[] HeldOut(Sweep sweep, int count)
    {
        var held = new bool[count];
        foreach (int i in new SeededNumbers(unchecked(sweep.Seed + HalvesSeed)).Shuffled(count).Take((int)Math.Floor(sweep.HeldOut * count)))
        {
            held[i] = true;
        }

        return held;
    }
}
