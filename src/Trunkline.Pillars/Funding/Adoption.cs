using Trunkline.Domain;

namespace Trunkline.Pillars;

/// <summary>Which plants are built when, once a use case is open to commercial building. Cost falls as plants are built, and plants are built as cost falls.</summary>
/// <remarks>
/// In each period the least fixed point is taken: a plant is built only where those already built make it pay, never on the hope that others will
/// follow. It is reached from below, since what is built never stops paying when more is built.
/// </remarks>
internal sealed class Adoption(CaptureSupply supply, LearningCurve curve, IReadOnlyList<UsdPerTonne> worth)
{
    /// <summary>The path of a use case that opens in a period.</summary>
    /// <param name="opens">First period of commercial building; the period count where never.</param>
    /// <param name="funded">Expected capacity of funded projects that has been built by each period, t/y.</param>
    /// <param name="grantsIn">Period in which grants are paid.</param>
    /// <param name="grants">How many further plants a grant brings in: those that fall least short.</param>
    /// <param name="mostGrant">Most that a grant may pay of a plant's capital, as a fraction.</param>
    /// <param name="annuity">Yearly charge on capital by which a shortfall per tonne becomes a grant.</param>
    /// <returns>Null where fewer plants than that can be brought in.</returns>
    public AdoptionPath? Run(int opens, IReadOnlyList<double> funded, int grantsIn = 0, int grants = 0, double mostGrant = 0, double annuity = 1)
    {
        int periods = funded.Count;
        var built = new bool[supply.Plants.Count];
        double[] rate = new double[periods], multiplier = new double[periods];
        List<Grant> granted = [];
        for (int t = 0; t < periods; t++)
        {
            if (t >= opens)
            {
                Grow(built, t, funded[t]);
                if (t == grantsIn && grants > 0)
                {
                    granted = Grants(built, t, Multiplier(built, funded[t]), grants, mostGrant, annuity);
                    granted.ForEach(g => built[g.Index] = true);
                    Grow(built, t, funded[t]);
                }
            }

            rate[t] = Sum(built, p => p.Rate);
            multiplier[t] = Multiplier(built, funded[t]);
        }

        return granted.Count == grants ? new AdoptionPath(rate, multiplier, Sum(built, p => p.Capital), granted) : null;
    }

    private void Grow(bool[] built, int period, double funded)
    {
        bool grew;
        do
        {
            grew = false;
            double multiplier = Multiplier(built, funded);
            for (int i = 0; i < built.Length; i++)
            {
                if (!built[i] && supply.Plants[i].Net(period, multiplier) <= worth[period].Value)
                {
                    built[i] = grew = true;
                }
            }
        }
        while (grew);
    }

    private List<Grant> Grants(bool[] built, int period, double multiplier, int count, double most, double annuity) =>
        [.. Enumerable.Range(0, built.Length).Where(i => !built[i])
            .Select(i => new Grant(i, supply.Plants[i], (supply.Plants[i].Net(period, multiplier) - worth[period].Value) * supply.Plants[i].Rate / annuity))
            .Where(g => g.Usd <= most * g.Plant.Capital * multiplier)
            .OrderBy(g => g.Usd / g.Plant.Rate).ThenBy(g => g.Plant.Id, StringComparer.Ordinal).Take(count)];

    private double Multiplier(bool[] built, double funded) => curve.Multiplier(funded + Sum(built, p => p.Rate));

    private double Sum(bool[] built, Func<Plant, double> what)
    {
        double sum = 0;
        for (int i = 0; i < built.Length; i++)
        {
            sum += built[i] ? what(supply.Plants[i]) : 0;
        }

        return sum;
    }
}

/// <summary>What comes of a use case after it opens.</summary>
/// <param name="Rate">t/y by period, funded projects not counted.</param>
/// <param name="Multiplier">What capital cost is multiplied by at the end of each period.</param>
/// <param name="Capital">Overnight capital of the plants built, at today's cost, $.</param>
internal sealed record AdoptionPath(IReadOnlyList<double> Rate, IReadOnlyList<double> Multiplier, double Capital, IReadOnlyList<Grant> Grants);

/// <summary>Public money that closes a plant's gap.</summary>
/// <param name="Index">Of the plant in the supply.</param>
internal sealed record Grant(int Index, Plant Plant, double Usd);
