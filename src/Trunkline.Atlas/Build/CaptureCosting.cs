using System.Globalization;
using Trunkline.Domain;

namespace Trunkline.Atlas.Build;

/// <summary>One row of <c>Cited/capture.csv</c>: a unit of reference size, with capital or with a levelised figure to be split.</summary>
internal sealed record CaptureFigure(
    string Process, double ReferenceTpy, double? CapexPerTpy, double? Levelised, double FixedOmShare, double Electricity, double Heat,
    double CaptureRate, double Exponent, int DollarYear, string Source, Confidence Confidence)
{
    public static CaptureFigure From(RawRow row) => new(
        row.Text("process")!,
        row.Number("reference_t_per_year")!.Value,
        row.Number("capex_usd_per_tpy"),
        row.Number("levelised_usd_per_t"),
        row.Number("fixed_om_share")!.Value,
        row.Number("electricity_mwh_per_t")!.Value,
        row.Number("heat_gj_per_t")!.Value,
        row.Number("capture_rate")!.Value,
        row.Number("exponent")!.Value,
        (int)row.Number("dollar_year")!.Value,
        row.Text("source")!,
        Enum.Parse<Confidence>(row.Text("confidence")!));
}

/// <summary>
/// What capturing a stream costs, in one dollar year. Order of sources: EIA for the plant itself, then a reference unit scaled to the stream (NPC, then figures
/// of confidence C), for power a build-up from $/kW. A process with none has no cost.
/// </summary>
internal sealed class CaptureCosting(CitedFigures figures, IReadOnlyDictionary<(string Facility, string Process), EiaPlant> eia)
{
    private const double HoursPerYear = 8760;

    private readonly Dictionary<string, CaptureFigure> units =
        CitedFigures.Rows("capture.csv").Select(CaptureFigure.From).ToDictionary(u => u.Process);

    /// <summary>Share of a stream that a unit captures; for a process without figures the share is moot and given as 0.9.</summary>
    public double CaptureRate(string process) =>
        units.TryGetValue(process, out CaptureFigure? unit) ? unit.CaptureRate : figures["power.gas.capture-rate"];

    /// <summary>Cost of capturing a stream of a facility, or null where no figure exists.</summary>
    /// <param name="captured">t/y that the unit captures.</param>
    /// <param name="coalShare">Share of coal in a power plant's CO2.</param>
    public CaptureCost? Of(string facility, string process, double captured, double coalShare) =>
        captured <= 0 ? null
        : eia.TryGetValue((facility, process), out EiaPlant? plant) ? FromEia(plant, captured)
        : units.TryGetValue(process, out CaptureFigure? unit) ? FromUnit(unit, captured)
        : process is "power-gas" or "power-coal" or "power-mixed" ? Power(captured, coalShare)
        : null;

    /// <summary>EIA's cost of the plant, its investment part turned back into capital and scaled from EIA's tonnes to the stream's.</summary>
    public CaptureCost FromEia(EiaPlant plant, double captured)
    {
        double price = figures.PriceFactor(EiaCapturePlants.DollarYear), charge = figures["eia.capital-charge"];
        double size = Math.Pow(captured / plant.Co2, units[plant.Process].Exponent - 1);
        string source = string.Create(
            CultureInfo.InvariantCulture,
            $"EIA AEO2025 CCATS co2_facility_lookup.csv f{plant.FacilityId}: {plant.Investment:0.##} + {plant.Om:0.##} $/t (2018$); investment / {charge} (C), scaled; energy inside O&M");
        return new CaptureCost(
            new Usd(plant.Investment / charge * size * captured * price), new UsdPerYear(0), new UsdPerTonne(plant.Om * price), 0, 0, source, Confidence.B);
    }

    /// <summary>A reference unit scaled to the stream: six-tenths-like below its size, further trains above.</summary>
    public CaptureCost FromUnit(CaptureFigure unit, double captured)
    {
        double perTpy = unit.CapexPerTpy ?? Capital(unit);
        double capex = perTpy * SmallerIsDearer(captured, unit.ReferenceTpy, unit.Exponent) * captured * figures.PriceFactor(unit.DollarYear);
        return new CaptureCost(
            new Usd(capex), new UsdPerYear(capex * unit.FixedOmShare), new UsdPerTonne(0), unit.Electricity, unit.Heat, unit.Source, unit.Confidence);
    }

    /// <summary>
    /// Power: $/kW over the tonnes that one kW's flue gas gives in a year; O&amp;M of the retrofitted plant less that of the plant before; lost output bought back.
    /// </summary>
    public CaptureCost Power(double captured, double coalShare)
    {
        PowerUnit gas = PowerUnit.Of("gas", figures), coal = PowerUnit.Of("coal", figures);
        double Mix(Func<PowerUnit, double> of) => ((1 - coalShare) * of(gas)) + (coalShare * of(coal));
        double referenceTpy = Mix(u => u.TonnesPerKw * u.ReferenceKw);
        double capex = Mix(u => u.CapexPerKw / u.TonnesPerKw) * SmallerIsDearer(captured, referenceTpy, figures["power.exponent"]) * captured;
        string fuel = coalShare == 0 ? "gas" : coalShare == 1 ? "coal" : string.Create(CultureInfo.InvariantCulture, $"{coalShare:0.##} coal");
        string source = $"NREL ATB 2024 retrofit, moderate, 90 % ({fuel}), over fleet heat rate and capacity factor (EIA); factors power.* in parameters.csv";
        return new CaptureCost(
            new Usd(capex),
            new UsdPerYear(Mix(u => u.FixedPerKw / u.TonnesPerKw) * captured),
            new UsdPerTonne(Mix(u => u.VariablePerMwh / u.CapturedPerMwh)),
            Mix(u => u.EnergyPenalty / u.CapturedPerMwh),
            0,
            source,
            Confidence.C);
    }

    private static double SmallerIsDearer(double captured, double reference, double exponent) =>
        captured < reference ? Math.Pow(captured / reference, exponent - 1) : 1;

    // Levelised = energy + capital x (capital recovery + fixed share), solved for capital in the figure's own dollars.
    private double Capital(CaptureFigure unit)
    {
        double energy = (unit.Electricity * figures.Raw("price.electricity").Value) + (unit.Heat * figures.Raw("price.heat").Value);
        return (unit.Levelised!.Value - energy) / (figures["levelised.capital-recovery"] + unit.FixedOmShare);
    }

    private sealed record PowerUnit(
        double CapexPerKw, double FixedPerKw, double VariablePerMwh, double CapturedPerMwh, double TonnesPerKw, double EnergyPenalty, double ReferenceKw)
    {
        public static PowerUnit Of(string fuel, CitedFigures figures)
        {
            double F(string name) => figures[$"power.{fuel}.{name}"];
            double tonnesPerMwh = F("heat-rate") / 1000 * F("emission-factor") / 1000;
            double captured = tonnesPerMwh * F("capture-rate");
            return new PowerUnit(
                F("capex"),
                F("fixed-om") - F("base-fixed-om"),
                F("variable-om") - F("base-variable-om"),
                captured,
                captured * HoursPerYear / 1000 * F("capacity-factor"),
                F("energy-penalty"),
                F("reference-mw") * 1000);
        }
    }
}
