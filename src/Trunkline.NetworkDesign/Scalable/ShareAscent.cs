namespace Trunkline.NetworkDesign;

/// <summary>
/// Raises the bound beyond rents: multipliers by bundles, as before, and between its steps the cost of each arc moves to the supplies whose mixed
/// answers keep using it.
/// </summary>
internal sealed class ShareAscent
{
    // Steps before shares move: until then the mixes say little about who uses what.
    private const int Settling = 25;

    // Shares move while the columns promise at most this share of everything that is summed in the bound.
    private const double Settled = 1e-3;

    // The first rate at which shares move, and the steps after which it has halved.
    private const double Rate = 0.8;
    private const double Halving = 33;

    // How much more than the others a user of an arc in the given design weighs at first, as a power of e.
    private const double Favour = 1.2;

    /// <summary>Steps from one look at the means to the next; answers there are worth more than between.</summary>
    public const int MeanEach = 10;

    // The means begin when the first moves are done, and prefer late steps so much.
    private const int MeanFrom = 30;
    private const double OnLate = 8;

    // The step on multipliers never gets shorter, as what they answer to keeps moving.
    private const double LeastReach = 0.02;

    private readonly DualFunction function;
    private readonly ColumnAscent ascent;
    private readonly int rows;
    private int steps;

    /// <summary>Begins at multipliers, and at the parcels of a design that say who uses what.</summary>
    public ShareAscent(DesignInstance instance, IEnumerable<Parcel> parcels, double[] start, double[] stretch, int threads)
    {
        rows = instance.Rows.Count;
        CostShares shares = new(instance, threads);
        foreach (Parcel parcel in parcels)
        {
            Note(instance, shares, parcel);
        }

        shares.Shift(Favour);
        DualSpace space = new(instance);
        function = new DualFunction(instance, space, threads, shares);
        ascent = new ColumnAscent(instance, space, function, start, stretch, shares, LeastReach);
    }

    /// <summary>Best value so far.</summary>
    public double Bound => ascent.Bound;

    /// <summary>Multipliers near the best bound.</summary>
    public double[] Best => ascent.Best;

    /// <summary>The answers at the last point as a design that keeps to no limit that was priced.</summary>
    public DesignerState Answers() => new([.. function.Option], [.. function.Rate], [.. function.Parcels()], new double[rows]);

    public void Step()
    {
        if (++steps > Settling && ascent.Promise <= Settled * function.Size)
        {
            ascent.ShiftShares(Rate / (1 + ((steps - Settling) / Halving)));
        }

        ascent.Step();
        if (steps > MeanFrom)
        {
            ascent.Average(OnLate);
            if (steps % MeanEach == 0)
            {
                ascent.EvaluateMean();
            }
        }
    }

    private static void Note(DesignInstance instance, CostShares shares, Parcel parcel)
    {
        foreach (int step in parcel.Way)
        {
            int way = step < 0 ? (2 * ~step) + 1 : 2 * step;
            if (!CostShares.IsShared(instance.Problem.Arcs[way / 2]))
            {
                continue;
            }

            int slot = shares.Slot(parcel.Supply, way);
            for (int t = 0; t < instance.Periods; t++)
            {
                if (parcel.Rate[t] > 0)
                {
                    shares.Use(slot, t, parcel.Rate[t]);
                }
            }
        }
    }
}
