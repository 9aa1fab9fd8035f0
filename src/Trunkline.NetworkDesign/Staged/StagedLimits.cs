namespace Trunkline.NetworkDesign.Staged;

/// <summary>What can flow at most, and which simplifications hold for some cheapest design.</summary>
internal static class StagedLimits
{
    /// <summary>
    /// Whether a cheapest design supplies exactly the targets: no tonne earns anything from any source to any sink. Less supply never takes more
    /// pipe, so a surplus can be taken off along its way.
    /// </summary>
    public static bool IsExact(StagedNetwork problem) =>
        problem.Sources.Length == 0 || problem.Sinks.Length == 0 || problem.Sources.Min(s => s.Unit) + problem.Sinks.Min(s => s.Unit) >= 0;

    /// <summary>Most that flows in all, by period.</summary>
    public static double[] MostFlowing(StagedNetwork problem)
    {
        double all = problem.Sources.Sum(s => s.Capacity);
        return [.. problem.Targets.Select(target => IsExact(problem) ? Math.Min(target, all) : all)];
    }

    /// <summary>
    /// Whether one pipe carries all there is at the least cost of any pipes, and waiting with it saves: then two at a time, or one that is not
    /// used at once, are for nothing.
    /// </summary>
    public static bool OneIsEnough(StagedNetwork problem)
    {
        double most = MostFlowing(problem).DefaultIfEmpty(0).Max();
        bool isFalling = problem.PurchaseWeights.Zip(problem.PurchaseWeights.Skip(1)).All(w => w.First >= w.Second);
        return isFalling && problem.Lines.Length > 0 && IsConcave(problem, most);
    }

    // The last line reaches everything, and each pipe's line covers all amounts on which it is the cheapest.
    private static bool IsConcave(StagedNetwork problem, double most)
    {
        if (problem.Lines[^1].Capacity < most)
        {
            return false;
        }

        for (int c = 0; c + 1 < problem.Lines.Length; c++)
        {
            FixedCharge.CostLine line = problem.Lines[c], next = problem.Lines[c + 1];
            double rise = next.Fixed - line.Fixed, fall = line.Slope - next.Slope;
            if (rise < 0 || fall < 0 || rise > fall * line.Capacity * (1 + 1e-9))
            {
                return false;
            }
        }

        return true;
    }
}
