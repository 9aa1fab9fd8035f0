namespace Trunkline.Atlas.Build;

/// <summary>
/// What a power plant burns, told from N2O over CO2 (both CO2e), because EPA's table names no fuel: gas gives 0.0006, coal 0.005, and the mix lies between.
/// </summary>
internal sealed record PowerFuel(string Process, double CoalShare)
{
    public static PowerFuel Of(Facility facility, CitedFigures figures)
    {
        double ratio = facility.FossilCo2 > 0 ? facility.NitrousOxide / facility.FossilCo2 : 0;
        double gas = figures["power.gas.n2o-ratio"], coal = figures["power.coal.n2o-ratio"];
        return ratio < figures["power.gas-below"] ? new("power-gas", 0)
            : ratio > figures["power.coal-above"] ? new("power-coal", 1)
            : new("power-mixed", Math.Clamp((ratio - gas) / (coal - gas), 0, 1));
    }
}
