namespace Trunkline.NetworkDesign;

/// <summary>
/// What the users of an arc pay above its common price, by their weights, as much as the cost lines allow. All rise by one factor until a line takes no
/// more; those who pay more than that line's slope stop there, the rest rise further, up to the slope, until the next line takes no more.
/// One object serves one thread.
/// </summary>
/// <remarks>
/// Who weighs more never pays less, so with users in order of weight those who have stopped come first, then those at the most that is allowed by now, then those who
/// pay by the factor; sums over each group come from running sums.
/// </remarks>
internal sealed class ShareFit
{
    private readonly bool[] isTight;
    private double[] weight = new double[64];
    private double[] quantity = new double[64];
    private double[] paid = new double[64];
    private int[] user = new int[64];
    private double[] byWeight = new double[64];
    private double[] payment = new double[64];

    // Sums over the users before a place in the order: of what they may send, and of that times their weight.
    private double[] sent = new double[65];
    private double[] weighed = new double[65];
    private int count;
    private int stopped;
    private double cap;

    public ShareFit(int lines) => isTight = new bool[lines];

    /// <summary>What each user pays above the common price.</summary>
    public ReadOnlySpan<double> Paid => paid.AsSpan(0, count);

    public void Clear() => count = 0;

    /// <summary>Takes a user with a weight above zero and the most it may send.</summary>
    public void Add(double part, double most)
    {
        if (count == weight.Length)
        {
            Grow(2 * count);
        }

        weight[count] = part;
        quantity[count++] = most;
    }

    /// <summary>Finds the payments. By line: what all pay over its slope (below zero where under), and what of its fixed cost may be shared.</summary>
    public void Solve(ReadOnlySpan<double> over, ReadOnlySpan<double> budget)
    {
        Array.Clear(isTight);
        (cap, stopped) = (double.PositiveInfinity, 0);
        Order();
        Raise(over, budget);
        for (int i = 0; i < count; i++)
        {
            paid[user[i]] = payment[i];
        }
    }

    private void Raise(ReadOnlySpan<double> over, ReadOnlySpan<double> budget)
    {
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
            while (stopped < count && payment[stopped] >= cap)
            {
                stopped++;
            }
        }

        Pay(double.PositiveInfinity);
    }

    private void Grow(int size)
    {
        Array.Resize(ref weight, size);
        Array.Resize(ref quantity, size);
        Array.Resize(ref paid, size);
        Array.Resize(ref user, size);
        Array.Resize(ref byWeight, size);
        Array.Resize(ref payment, size);
        Array.Resize(ref sent, size + 1);
        Array.Resize(ref weighed, size + 1);
    }

    private void Order()
    {
        for (int i = 0; i < count; i++)
        {
            (user[i], byWeight[i]) = (i, -weight[i]);
        }

        Array.Sort(byWeight, user, 0, count);
        for (int i = 0; i < count; i++)
        {
            byWeight[i] = -byWeight[i];
            sent[i + 1] = sent[i] + quantity[user[i]];
            weighed[i + 1] = weighed[i] + (quantity[user[i]] * byWeight[i]);
        }

        Array.Clear(payment, 0, count);
    }

    private (int Line, double Factor) Tightest(ReadOnlySpan<double> over, ReadOnlySpan<double> budget)
    {
        int line = -1;
        double least = double.PositiveInfinity;
        for (int c = 0; c < over.Length; c++)
        {
            // Where the common price is above a line's slope, what that takes for its whole reach is off the budget already.
            double most = isTight[c] ? double.PositiveInfinity : Most(Math.Min(0, over[c]), budget[c]);
            (line, least) = most < least ? (c, most) : (line, least);
        }

        return (line, least);
    }

    private void Pay(double factor)
    {
        for (int i = stopped; i < count; i++)
        {
            payment[i] = double.IsInfinity(factor) ? cap : Math.Min(cap, factor * byWeight[i]);
        }
    }

    // The largest factor that a line allows. What it takes is a convex, rising function of the factor, straight between the factors at which one user more begins to pay on the line
    // or comes to the most that is allowed; these are passed in order.
    private double Most(double below, double budget)
    {
        // Below nothing by rounding alone: those who stopped did so while the line took it.
        double left = Math.Max(0, budget - TakenByStopped(below));
        (int paying, int capped) = (stopped, stopped);
        while (true)
        {
            double fixedPart = Times(sent[capped] - sent[stopped], below + cap) + (below * (sent[paying] - sent[capped]));
            double rise = weighed[paying] - weighed[capped];
            double begins = paying < count ? -below / byWeight[paying] : double.PositiveInfinity;
            double ends = capped < paying ? cap / byWeight[capped] : double.PositiveInfinity;
            double next = Math.Min(begins, ends);
            bool isLast = double.IsInfinity(next);
            if (isLast || fixedPart + (rise * next) > left)
            {
                return rise > 0 ? Math.Max(0, (left - fixedPart) / rise) : isLast && fixedPart <= left ? double.PositiveInfinity : 0;
            }

            (paying, capped) = begins <= ends ? (paying + 1, capped) : (paying, capped + 1);
        }
    }

    // Nobody times infinity is nothing.
    private static double Times(double amount, double price) => amount == 0 ? 0 : amount * price;

    private double TakenByStopped(double below)
    {
        double sum = 0;
        for (int i = 0; i < stopped; i++)
        {
            sum += quantity[user[i]] * Math.Max(0, below + payment[i]);
        }

        return sum;
    }
}
