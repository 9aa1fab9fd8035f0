namespace Trunkline.Planner;

/// <summary>Points in the unit cube: rows are samples, columns are what is uncertain.</summary>
public static class Sampling
{
    /// <summary>The lower triangle whose product with its transpose is the correlation matrix; null where there is none, because the correlations contradict each other.</summary>
    public static double[][]? Triangle(int count, IReadOnlyList<(int First, int Second, double Correlation)> correlations)
    {
        ArgumentNullException.ThrowIfNull(correlations);
        double[][] wanted = [.. Enumerable.Range(0, count).Select(i => Enumerable.Range(0, count).Select(j => i == j ? 1.0 : 0).ToArray())];
        foreach ((int first, int second, double correlation) in correlations)
        {
            wanted[first][second] = wanted[second][first] = correlation;
        }

        double[][] triangle = [.. wanted.Select(_ => new double[count])];
        for (int i = 0; i < count; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                double rest = wanted[i][j] - Enumerable.Range(0, j).Sum(k => triangle[i][k] * triangle[j][k]);
                if (i == j && rest < 1e-12)
                {
                    return null;
                }

                triangle[i][j] = i == j ? Math.Sqrt(rest) : rest / triangle[j][j];
            }
        }

        return triangle;
    }

    /// <summary>Samples whose normal scores are correlated as wanted.</summary>
    /// <param name="stratified">True for one sample in each of <paramref name="samples"/> equal strata of every column.</param>
    /// <returns>Shares in (0, 1).</returns>
    public static double[][] Draw(int samples, double[][] triangle, bool stratified, int seed)
    {
        ArgumentNullException.ThrowIfNull(triangle);
        var chance = new SeededNumbers(seed);
        double[][] scores = [.. Enumerable.Range(0, samples).Select(_ => Scores(triangle, chance))];
        return stratified
            ? Stratified(scores, triangle.Length, chance)
            : [.. scores.Select(row => row.Select(NormalShare.Below).ToArray())];
    }

    private static double[] Scores(double[][] triangle, SeededNumbers chance)
    {
        double[] free = [.. triangle.Select(_ => chance.Score())];
        return [.. triangle.Select(row => row.Zip(free).Sum(p => p.First * p.Second))];
    }

    /// <summary>Each column's samples go to the strata in the order of their scores, so the correlation of ranks stays.</summary>
    private static double[][] Stratified(double[][] scores, int columns, SeededNumbers chance)
    {
        double[][] shares = [.. scores.Select(_ => new double[columns])];
        for (int column = 0; column < columns; column++)
        {
            int[] order = [.. Enumerable.Range(0, scores.Length).OrderBy(row => scores[row][column])];
            for (int stratum = 0; stratum < order.Length; stratum++)
            {
                shares[order[stratum]][column] = (stratum + chance.Next()) / order.Length;
            }
        }

        return shares;
    }
}
