using Trunkline.Atlas;
using Trunkline.Domain;

namespace Trunkline.Planner;

/// <summary>The dataset's cited numbers as the planner uses them, read once.</summary>
public sealed class Coefficients
{
    private readonly Dataset dataset;
    private readonly int firstYear;
    private readonly Dictionary<string, double> values = new(StringComparer.Ordinal);

    /// <exception cref="KeyNotFoundException">The dataset lacks a parameter; the message names it.</exception>
    public Coefficients(Dataset dataset, int firstYear)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        (this.dataset, this.firstYear) = (dataset, firstYear);
        foreach (Parameter parameter in dataset.Parameters)
        {
            values.TryAdd(parameter.Id, parameter.Value);
        }

        ElectricityPrice = Value(KnownParameters.ElectricityPrice);
        HeatPrice = Value(KnownParameters.HeatPrice);
        CaptureLife = new Years(Value(KnownParameters.CaptureLife));
        DacLife = new Years(Value(KnownParameters.DacLife));
        PipeLife = new Years(Value(KnownParameters.PipeLife));
        StorageLife = new Years(Value(KnownParameters.StorageLife));
        CaptureBuildYears = new Years(Value(KnownParameters.CaptureBuildYears));
        StorageBuildYears = new Years(Value(KnownParameters.StorageBuildYears));
        PipeOm = Value(KnownParameters.PipeOm);
        BoosterCapital = Value(KnownParameters.BoosterCapital);
        BoosterElectricity = Value(KnownParameters.BoosterElectricity);
    }

    /// <summary>$ per MWh.</summary>
    public double ElectricityPrice { get; }

    /// <summary>$ per GJ.</summary>
    public double HeatPrice { get; }

    public Years CaptureLife { get; }

    public Years DacLife { get; }

    public Years PipeLife { get; }

    public Years StorageLife { get; }

    public Years CaptureBuildYears { get; }

    public Years StorageBuildYears { get; }

    /// <summary>Fraction of pipe capital per year.</summary>
    public double PipeOm { get; }

    /// <summary>$ per km and t/y.</summary>
    public double BoosterCapital { get; }

    /// <summary>MWh per tonne and km.</summary>
    public double BoosterElectricity { get; }

    /// <summary>Life of a unit of this track.</summary>
    public Years LifeOf(Track track) => track == Track.Dac ? DacLife : CaptureLife;

    /// <summary>What capital costs in a year, as a share of its cost in the plan's first year.</summary>
    public double Learned(string process, int year) => Math.Pow(1 - Value(KnownParameters.Learning(process)), year - firstYear);

    /// <summary>Variable cost per tonne with its energy.</summary>
    public UsdPerTonne VariableCost(CaptureCost cost)
    {
        ArgumentNullException.ThrowIfNull(cost);
        return cost.VariableOm + new UsdPerTonne((cost.ElectricityMwhPerTonne * ElectricityPrice) + (cost.HeatGjPerTonne * HeatPrice));
    }

    private double Value(string id) => values.TryGetValue(id, out double value) ? value : dataset.Parameter(id).Value;
}
