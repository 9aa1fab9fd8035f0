using Trunkline.Optimisation;

namespace Trunkline.NetworkDesign;

/// <summary>Turns the values of a model into a solution of its problem, and a solution into values to start from.</summary>
internal sealed class DesignValues(DesignProblem problem, LinearModel model, DesignColumns columns)
{
    // Specks that a floating-point solver leaves, against the most that anything supplies: a tonne in a billion.
    private const double Speck = 1e-9;

    private readonly double speck = Speck * problem.Supplies
        .SelectMany(s => s.Options).SelectMany(o => o.Maximum).DefaultIfEmpty(0).Max();

    /// <summary>Values to a solution.</summary>
    public DesignSolution Read(IReadOnlyList<double> values)
    {
        int[] option = [.. columns.Take.Select(take => Array.FindIndex(take, j => j >= 0 && values[j] > 0.5))];
        return new DesignSolution
        {
            Option = option,
            Supplied = [.. option.Select((o, s) => Supplied(s, o, values))],
            Flow = [.. problem.Arcs.Select((_, a) => Rows(t => Value(columns.Forward[a][t], values) - Value(columns.Backward[a][t], values)))],
            Bought = [.. problem.Arcs.Select((_, a) => (Purchase?[])[.. columns.Buy[a].Select((_, t) => Bought(a, t, values))])],
            Modules = [.. problem.Sinks.Select((_, k) => (int[])[.. columns.Open[k].Select(j => (int)Math.Round(Value(j, values)))])],
            Absorbed = [.. problem.Sinks.Select((_, k) => Rows(t => Value(columns.Absorb[k][t], values)))],
        };
    }

    /// <summary>A solution to values. What the model has no column for is lost: the solver checks what it is given.</summary>
    public double[] Write(DesignSolution solution)
    {
        var values = new double[model.Columns.Count];
        WriteSupplies(solution, values);
        WriteArcs(solution, values);
        for (var k = 0; k < problem.Sinks.Length; k++)
        {
            for (var t = 0; t < problem.PeriodCount; t++)
            {
                Set(columns.Open[k][t], solution.Modules[k][t], values);
                Set(columns.Absorb[k][t], solution.Absorbed[k][t], values);
                Set(columns.Stored[k][t], Math.Max(0, solution.Absorbed[k][t] - problem.Sinks[k].FreeRate[t]), values);
            }
        }

        return values;
    }

    private void WriteSupplies(DesignSolution solution, double[] values)
    {
        for (var s = 0; s < problem.Supplies.Length; s++)
        {
            if (solution.Option[s] is not (>= 0 and var o))
            {
                continue;
            }

            Set(columns.Take[s][o], 1, values);
            for (var t = 0; t < problem.PeriodCount; t++)
            {
                Set(columns.Rate[s][o][t], solution.Supplied[s][t], values);
            }
        }
    }

    private void WriteArcs(DesignSolution solution, double[] values)
    {
        for (var a = 0; a < problem.Arcs.Length; a++)
        {
            for (var t = 0; t < problem.PeriodCount; t++)
            {
                Set(columns.Forward[a][t], Math.Max(0, solution.Flow[a][t]), values);
                Set(columns.Backward[a][t], Math.Max(0, -solution.Flow[a][t]), values);
                if (solution.Bought[a][t] is { } purchase)
                {
                    Set(columns.Buy[a][t][purchase.Trend], 1, values);
                    Set(columns.Size[a][t][purchase.Trend], purchase.Capacity, values);
                }
            }
        }
    }

    private double[] Supplied(int s, int o, IReadOnlyList<double> values)
    {
        if (o < 0)
        {
            return new double[problem.PeriodCount];
        }

        var option = problem.Supplies[s].Options[o];
        return Rows(t => t < option.FirstPeriod || t > option.LastPeriod ? 0
            : columns.Rate[s][o][t] is var j and >= 0 ? Value(j, values)
            : option.Maximum[t]);
    }

    private Purchase? Bought(int a, int t, IReadOnlyList<double> values)
    {
        for (var c = 0; c < problem.Trends.Length; c++)
        {
            // An empty pipe that was paid for is not built after all.
            if (columns.Buy[a][t][c] is var j and >= 0 && values[j] > 0.5 && Value(columns.Size[a][t][c], values) is > 0 and var size)
            {
                return new Purchase(c, size);
            }
        }

        return null;
    }

    private double[] Rows(Func<int, double> value) => [.. Enumerable.Range(0, problem.PeriodCount).Select(value)];

    private double Value(int column, IReadOnlyList<double> values) => column < 0 || Math.Abs(values[column]) <= speck ? 0 : values[column];

    // Within the column's bounds, which may be tighter than the problem's.
    private void Set(int column, double value, double[] values)
    {
        if (column >= 0)
        {
            values[column] = Math.Clamp(value, model.Columns[column].Lower, model.Columns[column].Upper);
        }
    }
}
