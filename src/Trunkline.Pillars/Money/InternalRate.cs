using Trunkline.Planner;

namespace Trunkline.Pillars;

/// <summary>The rate at which payments are worth nothing. Receipts are positive here, outlays negative.</summary>
public static class InternalRate
{
    private const double Least = -0.9, Most = 10;
    private const int Steps = 400, Halvings = 60;

    /// <summary>Worth on the first day of the plan.</summary>
    public static double NetPresentValue(IReadOnlyList<Payment> flows, double rate)
    {
        ArgumentNullException.ThrowIfNull(flows);
        return flows.Sum(f => f.Amount * Math.Pow(1 + rate, -f.After));
    }

    /// <summary>The same for a business; null where it has no receipts but what its plants are worth at the end.</summary>
    internal static double? Of(IReadOnlyList<ProjectChain> chains, IReadOnlyList<Payment> flows) =>
        chains.Any(c => c.Credit.Count + c.Income.Count > 0) ? Of(flows) : null;

    /// <summary>The one rate between -90 % and 1000 % at which the worth is nothing; null where there is none or more than one.</summary>
    public static double? Of(IReadOnlyList<Payment> flows)
    {
        ArgumentNullException.ThrowIfNull(flows);
        if (!flows.Any(f => f.Amount > 0) || !flows.Any(f => f.Amount < 0))
        {
            return null;
        }

        flows = [.. flows.GroupBy(f => f.After).Select(g => new Payment(g.Key, g.Sum(f => f.Amount)))];

        // Steps are even in the logarithm of 1 + rate: fine where rates are small, coarse where nobody lends.
        double[] rates = [.. Enumerable.Range(0, Steps + 1).Select(k => Math.Exp(Math.Log(1 + Least) + (k * (Math.Log(1 + Most) - Math.Log(1 + Least)) / Steps)) - 1)];
        double[] worth = [.. rates.Select(r => NetPresentValue(flows, r))];
        int[] crossings = [.. Enumerable.Range(0, Steps).Where(k => worth[k] > 0 != worth[k + 1] > 0)];
        return crossings.Length == 1 ? Root(flows, rates[crossings[0]], rates[crossings[0] + 1]) : null;
    }

    private static double Root(IReadOnlyList<Payment> flows, double low, double high)
    {
        bool isPositive = NetPresentValue(flows, low) > 0;
        for (int halving = 0; halving < Halvings; halving++)
        {
            double middle = (low + high) / 2;
            (low, high) = NetPresentValue(flows, middle) > 0 == isPositive ? (middle, high) : (low, middle);
        }

        return (low + high) / 2;
    }
}
