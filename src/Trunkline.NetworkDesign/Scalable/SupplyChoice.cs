namespace Trunkline.NetworkDesign;

/// <summary>The cheapest way to run one supply when every unit of supply and every row has a price.</summary>
internal sealed class SupplyChoice(DesignInstance instance)
{
    private readonly double[] trial = new double[instance.Periods];

    /// <summary>Rates of the option found by the last call; zero outside its run.</summary>
    public double[] Rates { get; } = new double[instance.Periods];

    /// <summary>
    /// Least cost over all options and taking none (-1, cost zero). The margin is what a unit costs beside the option's own unit cost.
    /// </summary>
    public (double Cost, int Option) Best(int supply, ReadOnlySpan<double> margin, ReadOnlySpan<double> rowPrice)
    {
        double best = 0;
        int taken = -1;
        Array.Clear(Rates);
        SupplyOption[] options = instance.Problem.Supplies[supply].Options;
        for (int o = 0; o < options.Length; o++)
        {
            double cost = Cost(options[o], supply, margin, rowPrice);
            if (cost < best)
            {
                (best, taken) = (cost, o);
                trial.CopyTo(Rates, 0);
            }
        }

        return (best, taken);
    }

    private double Cost(SupplyOption option, int supply, ReadOnlySpan<double> margin, ReadOnlySpan<double> rowPrice)
    {
        double cost = option.OpeningCost + instance.Rows.Opened.Priced((supply * instance.Periods) + option.FirstPeriod, rowPrice);
        Array.Clear(trial);
        for (int t = option.FirstPeriod; t <= option.LastPeriod; t++)
        {
            double unit = option.UnitCost[t] + margin[t];
            trial[t] = unit < 0 ? option.Maximum[t] : option.Minimum[t];
            cost += trial[t] == 0 ? 0 : trial[t] * unit;
        }

        return cost;
    }
}
