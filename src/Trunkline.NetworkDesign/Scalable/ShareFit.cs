namespace Trunkline.NetworkDesign;

/// <summary>
/// What the users of an arc pay above its common price, by their weights, as much as the cost lines allow. All rise by one factor until a line takes no
/// more; those who pay more than that line's slope stop there, the rest rise further, up to the slope, until the next line takes no more.
/// One object serves one thread.
/// </summary>
internal sealed class ShareFit
{
    private const int NewtonSteps = 60;
    private const int Halvings = 16;

    private readonly bool[] isTight;
    private double[] weight = new double[64];
    private double[] quantity = new double[64];
    private double[] paid = new double[64];
    private bool[] stopped = new bool[64];
    private int count;
    private double cap;
    private double factor;

    public ShareFit(int lines) => isTight = new bool[lines];

    /// <summary>What each user pays above the common price.</summary>
    public ReadOnlySpan<double> Paid => paid.AsSpan(0, count);

    public void Clear() => count = 0;

    /// <summary>Takes a user with a weight above zero and the most it may send.</summary>
    public void Add(double part, double most)
    {
        if (count == weight.Length)
        {
            Array.Resize(ref weight, 2 * count);
            Array.Resize(ref quantity, 2 * count);
            Array.Resize(ref paid, 2 * count);
            Array.Resize(ref stopped, 2 * count);
        }

        weight[count] = part;
        quantity[count++] = most;
    }

    /// <summary>Finds the payments. By line: what all pay over its slope (below zero where under), and what of its fixed cost may be shared.</summary>
    public void Solve(ReadOnlySpan<double> over, ReadOnlySpan<double> budget)
    {
        Array.Clear(isTight);
        Array.Clear(stopped, 0, count);
        Array.Clear(paid, 0, count);
        (cap, factor) = (double.PositiveInfinity, 0);
        for (int round = 0; round < over.Length; round++)
        {
            (int line, double most) = Tightest(over, budget);
            if (line < 0)
            {
                Pay(double.IsFinite(cap) ? double.PositiveInfinity : 0);
                return;
            }

            Pay(most);
            isTight[line] = true;
            if (over[line] >= 0)
            {
                return;
            }

            cap = Math.Min(cap, -over[line]);
            Stop();
        }

        Pay(double.PositiveInfinity);
    }

    private (int Line, double Factor) Tightest(ReadOnlySpan<double> over, ReadOnlySpan<double> budget)
    {
        int line = -1;
        double least = double.PositiveInfinity;
        for (int c = 0; c < over.Length; c++)
        {
            double most = isTight[c] ? double.PositiveInfinity : Most(over[c], budget[c]);
            (line, least) = most < least ? (c, most) : (line, least);
        }

        return (line, least);
    }

    private void Pay(double most)
    {
        factor = most;
        for (int i = 0; i < count; i++)
        {
            paid[i] = stopped[i] ? paid[i] : At(i, most);
        }
    }

    private double At(int user, double trial) => double.IsInfinity(trial) ? cap : Math.Min(cap, trial * weight[user]);

    private void Stop()
    {
        for (int i = 0; i < count; i++)
        {
            stopped[i] |= paid[i] >= cap;
        }
    }

    // The largest factor that a line allows: where the common price is above its slope, what that takes for its whole reach is off the budget already.
    private double Most(double over, double budget)
    {
        double below = Math.Min(0, over);
        if (double.IsInfinity(cap))
        {
            return below < 0 ? Root(below, budget) : Share(budget);
        }

        if (Taken(below, double.PositiveInfinity) <= budget)
        {
            return double.PositiveInfinity;
        }

        return Halve(below, budget);
    }

    private double Share(double budget)
    {
        double taken = Taken(0, 1);
        return taken > 0 ? Math.Max(0, budget) / taken : double.PositiveInfinity;
    }

    private double Halve(double below, double budget)
    {
        (double low, double high) = (factor, factor);
        for (int i = 0; i < count; i++)
        {
            high = stopped[i] ? high : Math.Max(high, cap / weight[i]);
        }

        for (int step = 0; step < Halvings && low > 0; step++)
        {
            double middle = Math.Sqrt(low * high);
            (low, high) = Taken(below, middle) <= budget ? (middle, high) : (low, middle);
        }

        return low;
    }

    private double Taken(double below, double trial)
    {
        double sum = 0;
        for (int i = 0; i < count; i++)
        {
            sum += quantity[i] * Math.Max(0, below + (stopped[i] ? paid[i] : At(i, trial)));
        }

        return sum;
    }

    // Newton's method from the right on a convex, rising, piecewise-linear function; where it does not end, nothing is shared.
    private double Root(double below, double budget)
    {
        double trial = double.PositiveInfinity;
        for (int i = 0; i < count; i++)
        {
            trial = quantity[i] > 0 ? Math.Min(trial, ((budget / quantity[i]) - below) / weight[i]) : trial;
        }

        for (int step = 0; step < NewtonSteps && double.IsFinite(trial); step++)
        {
            double sum = 0;
            double rise = 0;
            for (int i = 0; i < count; i++)
            {
                double above = below + (trial * weight[i]);
                sum += above > 0 ? quantity[i] * above : 0;
                rise += above > 0 ? quantity[i] * weight[i] : 0;
            }

            if (sum <= budget * (1 + 1e-12))
            {
                return trial;
            }

            trial -= (sum - budget) / rise;
        }

        return double.IsFinite(trial) ? 0 : trial;
    }
}
