namespace Trunkline.NetworkDesign;

/// <summary>
/// Where each multiplier stands in one flat vector, and the box it must stay in: target prices, row prices, scarcity prices of sinks
/// (all at least zero), and prices of existing capacity (between zero and the rent of new capacity).
/// </summary>
internal sealed class DualSpace
{
    /// <summary>Lays the space out; a most on target prices asks what falling short costs at that price a unit instead of forbidding it.</summary>
    public DualSpace(DesignInstance instance, double mostForTarget = double.PositiveInfinity)
    {
        int periods = instance.Periods;
        RowAt = periods;
        SinkAt = RowAt + instance.Rows.Count;
        ExistingAt = SinkAt + (instance.SinkCount * periods);
        DesignProblem problem = instance.Problem;
        ExistingArcs = [.. Enumerable.Range(0, problem.Arcs.Length).Where(a => HasPrice(problem.Arcs[a]))];
        Count = ExistingAt + (ExistingArcs.Length * periods);
        Upper = new double[Count];
        Array.Fill(Upper, double.PositiveInfinity);
        Array.Fill(Upper, mostForTarget, 0, periods);
        CloseIdle(problem);
        for (int i = 0; i < ExistingArcs.Length * periods; i++)
        {
            int arc = ExistingArcs[i / periods];
            Upper[ExistingAt + i] = problem.Arcs[arc].Scale * instance.Rents.PerScale[(arc * periods) + (i % periods)];
        }

        Fixed = FixedEarnings(instance);
    }

    public int Count { get; }

    /// <summary>First row price; target prices come before.</summary>
    public int RowAt { get; }

    /// <summary>First scarcity price, [sink, period].</summary>
    public int SinkAt { get; }

    /// <summary>First existing-capacity price, [place in <see cref="ExistingArcs"/>, period].</summary>
    public int ExistingAt { get; }

    public int[] ExistingArcs { get; }

    /// <summary>What each multiplier earns by itself: targets, less row limits, free rates and existing capacities.</summary>
    public double[] Fixed { get; }

    /// <summary>Upper end of each multiplier; the lower end is zero.</summary>
    public double[] Upper { get; }

    private double[] FixedEarnings(DesignInstance instance)
    {
        double[] earned = new double[Count];
        for (int t = 0; t < instance.Periods; t++)
        {
            earned[t] = Upper[t] > 0 ? instance.Problem.Target[t] : 0;
        }

        for (int r = 0; r < instance.Rows.Count; r++)
        {
            earned[RowAt + r] = Upper[RowAt + r] > 0 ? -instance.Rows.Limits[r] : 0;
        }

        for (int key = 0; key < instance.SinkCount * instance.Periods; key++)
        {
            earned[SinkAt + key] = -instance.Problem.Sinks[key / instance.Periods].FreeRate[key % instance.Periods];
        }

        for (int key = 0; key < ExistingArcs.Length * instance.Periods; key++)
        {
            earned[ExistingAt + key] = -instance.Problem.Arcs[ExistingArcs[key / instance.Periods]].ExistingCapacity;
        }

        return earned;
    }

    private static bool HasPrice(DesignArc arc) => arc.Scale > 0 && arc.ExistingCapacity > 0 && !double.IsPositiveInfinity(arc.ExistingCapacity);

    private void CloseIdle(DesignProblem problem)
    {
        for (int t = 0; t < problem.PeriodCount; t++)
        {
            if (problem.Target[t] <= 0)
            {
                Upper[t] = 0;
            }
        }

        for (int r = 0; r < problem.SideRows.Length; r++)
        {
            if (double.IsPositiveInfinity(problem.SideRows[r].Limit))
            {
                Upper[RowAt + r] = 0;
            }
        }
    }
}
