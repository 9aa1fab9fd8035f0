using Trunkline.Domain;

namespace Trunkline.Pillars;

/// <summary>
/// What would be captured each year at each credit, one unit after the other in order of its break-even credit. Each unit is priced beside the finished plan: over
/// the pipes that the plan lays, or by a line of its own. Units that would share a new line are cheaper together, so the curve lies on the dear side.
/// </summary>
/// <param name="Points">In order of credit.</param>
/// <param name="UnpricedTonnesPerYear">What streams without a break-even would add, whose place on the curve is unknown.</param>
public sealed record SupplyCurve(IReadOnlyList<SupplyPoint> Points, TonnesPerYear UnpricedTonnesPerYear)
{
    /// <summary>What is captured at a credit, in $/t spread over all tonnes of a run.</summary>
    public TonnesPerYear At(double creditPerTonne) => Points.LastOrDefault(p => p.CreditPerTonne <= creditPerTonne)?.CapturedTonnesPerYear ?? new TonnesPerYear(0);

    internal static SupplyCurve Of(IReadOnlyList<BreakEven> units)
    {
        List<SupplyPoint> points = [];
        TonnesPerYear sum = new(0);
        foreach (var step in units.Where(u => u.CostPerTonne is not null).GroupBy(u => u.CostPerTonne!.Value).OrderBy(g => g.Key))
        {
            sum += step.Select(u => u.RateTonnesPerYear).Sum();
            points.Add(new SupplyPoint(step.Key, sum));
        }

        return new SupplyCurve(points, units.Where(u => u.CostPerTonne is null).Select(u => u.RateTonnesPerYear).Sum());
    }
}

/// <summary>A step of a supply curve.</summary>
/// <param name="CreditPerTonne">$/t, spread over all tonnes of a run.</param>
/// <param name="CapturedTonnesPerYear">All that is captured at this credit or less.</param>
public sealed record SupplyPoint(double CreditPerTonne, TonnesPerYear CapturedTonnesPerYear);
