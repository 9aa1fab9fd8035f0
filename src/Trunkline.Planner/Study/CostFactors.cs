using Trunkline.Atlas;
using Trunkline.Domain;

namespace Trunkline.Planner;

/// <summary>What families of cost are multiplied by, for asking what if. Energy prices and lives stay as they are.</summary>
public sealed record CostFactors
{
    /// <summary>Capture plants: capital, fixed and variable operation.</summary>
    public double Capture { get; init; } = 1;

    /// <summary>Direct air capture: the same.</summary>
    public double Dac { get; init; } = 1;

    /// <summary>Pipes: what is bought, and its operation, which is a share of it.</summary>
    public double Transport { get; init; } = 1;

    /// <summary>Storage projects: development, construction, injection, aftercare and operation.</summary>
    public double Storage { get; init; } = 1;

    private bool AreAllOne => this == new CostFactors();

    /// <summary>The dataset with its costs multiplied. Plan and audit read the same one.</summary>
    public Dataset On(Dataset dataset)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        return AreAllOne ? dataset : dataset with
        {
            Streams = [.. dataset.Streams.Select(s => s with { Cost = s.Cost is null ? null : Times(s.Cost, Capture) })],
            DacSites = [.. dataset.DacSites.Select(d => d with { TrainCost = Times(d.TrainCost, Dac) })],
            PipeTrends = [.. dataset.PipeTrends.Select(t => t with
            {
                FixedUsdPerKm = Transport * t.FixedUsdPerKm,
                SlopeUsdPerKmPerTonnePerYear = Transport * t.SlopeUsdPerKmPerTonnePerYear,
            })],
            Formations = [.. dataset.Formations.Select(Times)],
        };
    }

    private static CaptureCost Times(CaptureCost cost, double factor) => cost with
    {
        Capex = factor * cost.Capex,
        FixedOm = factor * cost.FixedOm,
        VariableOm = factor * cost.VariableOm,
    };

    private Formation Times(Formation formation) => formation with
    {
        Development = Storage * formation.Development,
        Construction = Storage * formation.Construction,
        Injection = Storage * formation.Injection,
        AfterCare = Storage * formation.AfterCare,
        FixedOm = Storage * formation.FixedOm,
        VariableOm = Storage * formation.VariableOm,
    };
}
