using Trunkline.Atlas;
using Trunkline.Domain;
using Trunkline.Planner;

namespace Trunkline.Tests.Unit.Planner.Properties;

/// <summary>A world in which a dollar is worth half: every sum of the dataset and the study is twice as large, and so is what the law pays.</summary>
internal static class Doubling
{
    private static readonly HashSet<string> Money = ["price.electricity", "price.heat", "pipe.booster-capital"];

    public static TinyWorld OfDataset(TinyWorld world) => world
        .With(d => d with
        {
            Streams = [.. d.Streams.Select(s => s with { Cost = Twice(s.Cost!) })],
            DacSites = [.. d.DacSites.Select(s => s with { TrainCost = Twice(s.TrainCost) })],
            Formations = [.. d.Formations.Select(Twice)],
            Uses = [.. d.Uses.Select(u => u with { Price = u.Price * 2 })],
            PipeTrends = [.. d.PipeTrends.Select(t => t with { FixedUsdPerKm = t.FixedUsdPerKm * 2, SlopeUsdPerKmPerTonnePerYear = t.SlopeUsdPerKmPerTonnePerYear * 2 })],
            Parameters = [.. d.Parameters.Select(p => Money.Contains(p.Id) ? p with { Value = p.Value * 2 } : p)],
        })
        .With(s => s with { Goal = s.Goal is Goal.CarbonPrice p ? new Goal.CarbonPrice([.. p.Prices.Select(x => x * 2)]) : s.Goal });

    /// <summary>Prices stood at 100 in the dollar year, or at 200, and at 100 the year after: nominal law is then worth that many times as much.</summary>
    public static TinyWorld WithTwoPriceLevels(TinyWorld world, double dollars) => world.With(d => d with
    {
        Parameters =
        [
            .. d.Parameters.Where(p => !p.Id.StartsWith("cpi.", StringComparison.Ordinal)),
            new Parameter("cpi.2023", 100 * dollars, "index", "Made for a test", Confidence.C),
            new Parameter("cpi.2024", 100, "index", "Made for a test", Confidence.C),
        ],
    });

    private static CaptureCost Twice(CaptureCost cost) => cost with { Capex = cost.Capex * 2, FixedOm = cost.FixedOm * 2, VariableOm = cost.VariableOm * 2 };

    private static Formation Twice(Formation rock) => rock with
    {
        Development = rock.Development * 2,
        Construction = rock.Construction * 2,
        Injection = rock.Injection * 2,
        AfterCare = rock.AfterCare * 2,
        FixedOm = rock.FixedOm * 2,
        VariableOm = rock.VariableOm * 2,
    };
}
