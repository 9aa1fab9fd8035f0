namespace Trunkline.NetworkDesign;

/// <summary>
/// Prices of targets and side rows when a unit from each supply has a known way price by period: the Lagrangian of the choice of options
/// alone, raised by the bundle method. Rows that speak of no supply stay at zero.
/// </summary>
internal sealed class TargetPricing
{
    private readonly DesignInstance instance;
    private readonly SupplyChoice choice;
    private readonly double[] margin;
    private readonly double[] stretch;
    private double[] way = [];

    public TargetPricing(DesignInstance instance, DualSpace space, double[] multipliers, double[] stretch)
    {
        this.instance = instance;
        this.stretch = stretch[..space.SinkAt];
        choice = new SupplyChoice(instance);
        margin = new double[instance.Periods];
        Upper = space.Upper[..space.SinkAt];
        Prices = multipliers[..space.SinkAt];
        AbsorbedActivity = new double[instance.Rows.Count];
        KeepOnlySupplyRows();
    }

    /// <summary>Target prices, then row prices.</summary>
    public double[] Prices { get; private set; }

    /// <summary>Upper ends of the prices; zero where there is no target, or the row speaks of no supply.</summary>
    public double[] Upper { get; }

    /// <summary>What sinks add to the rows, taken as given.</summary>
    public double[] AbsorbedActivity { get; }

    /// <summary>Finds the prices for way prices [supply, period]; positive infinity where there is no way.</summary>
    /// <param name="patient">Whether to go on until nothing can be promised instead of until nothing is; prices that are far from what they were need that.</param>
    public void Find(double[] wayPrice, int steps, bool patient = false)
    {
        way = wayPrice;
        BoundAscent ascent = new(Upper, Prices, stretch, Evaluate);
        for (int step = 0; step < steps && (patient ? ascent.MostPromise : ascent.Promise) > 1e-5 * Math.Abs(ascent.Bound); step++)
        {
            ascent.Step();
        }

        Prices = ascent.Best;
    }

    /// <summary>Best option and rates of a supply at the present prices.</summary>
    public (int Option, double[] Rates) Best(int supply)
    {
        SetMargin(supply, Prices);
        return (choice.Best(supply, margin, Prices.AsSpan(instance.Periods)).Option, choice.Rates);
    }

    private double Evaluate(double[] prices, double[] slope)
    {
        Array.Clear(slope);
        double value = 0;
        for (int t = 0; t < instance.Periods; t++)
        {
            slope[t] = Upper[t] > 0 ? instance.Problem.Target[t] : 0;
            value += prices[t] * slope[t];
        }

        Span<double> rows = slope.AsSpan(instance.Periods);
        for (int r = 0; r < instance.Rows.Count; r++)
        {
            rows[r] = Upper[instance.Periods + r] > 0 ? AbsorbedActivity[r] - instance.Rows.Limits[r] : 0;
            value += prices[instance.Periods + r] * rows[r];
        }

        for (int k = 0; k < instance.SupplyCount; k++)
        {
            SetMargin(k, prices);
            (double cost, int option) = choice.Best(k, margin, prices.AsSpan(instance.Periods));
            value += cost;
            Take(k, option, slope, rows);
        }

        return value;
    }

    private void Take(int supply, int option, double[] slope, Span<double> rows)
    {
        if (option < 0)
        {
            return;
        }

        SupplyOption taken = instance.Problem.Supplies[supply].Options[option];
        instance.Rows.Opened.AddTo(rows, (supply * instance.Periods) + taken.FirstPeriod, 1);
        for (int t = taken.FirstPeriod; t <= taken.LastPeriod; t++)
        {
            slope[t] -= Upper[t] > 0 ? choice.Rates[t] : 0;
            instance.Rows.Supplied.AddTo(rows, (supply * instance.Periods) + t, choice.Rates[t]);
        }
    }

    private void SetMargin(int supply, double[] prices)
    {
        ReadOnlySpan<double> rowPrice = prices.AsSpan(instance.Periods);
        for (int t = 0; t < margin.Length; t++)
        {
            int key = (supply * instance.Periods) + t;
            margin[t] = way[key] - instance.Problem.Price[t] - prices[t] + instance.Rows.Supplied.Priced(key, rowPrice);
        }
    }

    private void KeepOnlySupplyRows()
    {
        bool[] speaks = new bool[instance.Rows.Count];
        foreach (int row in instance.Rows.Supplied.Row.Concat(instance.Rows.Opened.Row))
        {
            speaks[row] = true;
        }

        for (int r = 0; r < speaks.Length; r++)
        {
            if (!speaks[r])
            {
                Upper[instance.Periods + r] = 0;
                Prices[instance.Periods + r] = 0;
            }
        }
    }
}
