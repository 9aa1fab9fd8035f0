namespace Trunkline.Tests.Unit.Planner.Properties;

/// <summary>A linear limit: the dot product of its coefficients with the variables is at most, or exactly, its right-hand side.</summary>
internal sealed record Limit(IReadOnlyDictionary<int, double> Terms, bool IsEqual, double RightHandSide);

/// <summary>The textbook's two-phase simplex on a full tableau, for a few dozen variables of ordinary size. Slow, plain, and nobody else's code.</summary>
internal static class SmallSimplex
{
    private const double Tiny = 1e-9;

    /// <summary>The least cost over variables that are at least zero; null where the limits contradict each other. Throws where it falls without end.</summary>
    public static double? Minimise(double[] cost, IReadOnlyList<Limit> limits)
    {
        int n = cost.Length, m = limits.Count, slacks = limits.Count(l => !l.IsEqual), width = n + slacks + m + 1;
        double[][] rows = new double[m][];
        int[] basis = new int[m];
        for (int i = 0, slack = n; i < m; i++)
        {
            rows[i] = new double[width];
            foreach (var (column, coefficient) in limits[i].Terms)
            {
                rows[i][column] = coefficient;
            }

            rows[i][width - 1] = limits[i].RightHandSide;
            int own = limits[i].IsEqual ? -1 : slack++;
            if (own >= 0)
            {
                rows[i][own] = 1;
            }

            if (rows[i][width - 1] < 0)
            {
                rows[i] = [.. rows[i].Select(a => -a)];
            }

            // A slack that kept its sign can start in the basis; every other row borrows an artificial variable.
            basis[i] = own >= 0 && rows[i][own] > 0 ? own : n + slacks + i;
            rows[i][basis[i]] = 1;
        }

        double[] borrowed = new double[width - 1];
        Array.Fill(borrowed, 1, n + slacks, m);
        if (Run(rows, basis, borrowed, width - 1) > 1e-7)
        {
            return null;
        }

        ReturnBorrowed(rows, basis, n + slacks);
        return Run(rows, basis, [.. cost, .. new double[slacks + m]], n + slacks);
    }

    /// <summary>An artificial variable still in the basis stands at zero; it is swapped for any other of its row, or its row says nothing.</summary>
    private static void ReturnBorrowed(double[][] rows, int[] basis, int columns)
    {
        for (int i = 0; i < rows.Length; i++)
        {
            int other = basis[i] < columns ? -1 : Enumerable.Range(0, columns).FirstOrDefault(j => Math.Abs(rows[i][j]) > 1e-7 && !basis.Contains(j), -1);
            if (other >= 0)
            {
                Pivot(rows, basis, i, other);
            }
        }
    }

    /// <summary>Pivots by Bland's rule, which never cycles, over the first columns; gives the cost reached.</summary>
    private static double Run(double[][] rows, int[] basis, double[] cost, int columns)
    {
        while (true)
        {
            int enter = Enumerable.Range(0, columns).FirstOrDefault(j => !basis.Contains(j) && Reduced(rows, basis, cost, j) < -Tiny, -1);
            if (enter < 0)
            {
                return Enumerable.Range(0, rows.Length).Sum(i => cost[basis[i]] * rows[i][^1]);
            }

            int leave = -1;
            for (int i = 0; i < rows.Length; i++)
            {
                if (rows[i][enter] > Tiny && (leave < 0 || Ratio(rows[i], enter) < Ratio(rows[leave], enter) - 1e-12
                    || (Ratio(rows[i], enter) <= Ratio(rows[leave], enter) + 1e-12 && basis[i] < basis[leave])))
                {
                    leave = i;
                }
            }

            Pivot(rows, basis, leave >= 0 ? leave : throw new InvalidOperationException("The cost falls without end."), enter);
        }
    }

    private static double Reduced(double[][] rows, int[] basis, double[] cost, int j)
    {
        double reduced = cost[j];
        for (int i = 0; i < rows.Length; i++)
        {
            reduced -= cost[basis[i]] * rows[i][j];
        }

        return reduced;
    }

    private static double Ratio(double[] row, int enter) => row[^1] / row[enter];

    private static void Pivot(double[][] rows, int[] basis, int leave, int enter)
    {
        double by = rows[leave][enter];
        for (int j = 0; j < rows[leave].Length; j++)
        {
            rows[leave][j] /= by;
        }

        for (int i = 0; i < rows.Length; i++)
        {
            double factor = rows[i][enter];
            if (i != leave && factor != 0)
            {
                for (int j = 0; j < rows[i].Length; j++)
                {
                    rows[i][j] -= factor * rows[leave][j];
                }
            }
        }

        basis[leave] = enter;
    }
}
