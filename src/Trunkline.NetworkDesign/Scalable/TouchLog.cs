namespace Trunkline.NetworkDesign;

/// <summary>Notes what things looked like before they were first touched, so that a trial is taken back exactly, with no rounding left behind.</summary>
internal sealed class TouchLog(int count, int periods)
{
    private readonly int[] stamp = new int[count];
    private readonly int[] touched = new int[count];
    private readonly double[] rates = new double[count * periods];
    private readonly double[] costs = new double[count];
    private readonly int[] users = new int[count];
    private int touchedCount;
    private int round;

    /// <summary>Things touched since the beginning, in that order.</summary>
    public ReadOnlySpan<int> Touched => touched.AsSpan(0, touchedCount);

    public void Begin()
    {
        round++;
        touchedCount = 0;
    }

    /// <summary>Notes a thing's rates [thing, period], cost and users; only the first time since the beginning.</summary>
    public void Note(int thing, double[] rate, double[] cost, ReadOnlySpan<int> user)
    {
        if (stamp[thing] == round)
        {
            return;
        }

        stamp[thing] = round;
        touched[touchedCount++] = thing;
        Array.Copy(rate, thing * periods, rates, thing * periods, periods);
        costs[thing] = cost[thing];
        users[thing] = user.IsEmpty ? 0 : user[thing];
    }

    /// <summary>Writes everything back as it was noted.</summary>
    public void Restore(double[] rate, double[] cost, Span<int> user)
    {
        foreach (int thing in Touched)
        {
            Array.Copy(rates, thing * periods, rate, thing * periods, periods);
            cost[thing] = costs[thing];
            if (!user.IsEmpty)
            {
                user[thing] = users[thing];
            }
        }
    }
}
