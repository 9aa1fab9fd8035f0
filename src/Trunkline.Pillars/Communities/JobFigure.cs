using Trunkline.Atlas;
using Trunkline.Planner;

namespace Trunkline.Pillars;

/// <summary>Jobs of a unit, where a figure for its kind is cited; nothing is made up for the others.</summary>
/// <param name="BuildingLow">Job-years of building, low end.</param>
/// <param name="Operating">Jobs while it runs; null where not cited.</param>
internal sealed record JobFigure(double BuildingLow, double BuildingHigh, double? Operating)
{
    /// <summary>Air capture by its rate, a power plant by the plant, nothing else.</summary>
    public static JobFigure? Of(PlannedCapture capture, CaptureStream? stream, Dataset dataset)
    {
        double? figure(string id) => dataset.Parameters.FirstOrDefault(p => p.Id == id)?.Value;
        if (stream is null)
        {
            double megatonnes = capture.Capacity.Megatonnes;
            double? jobYears = megatonnes * figure("jobs.dac-building") * figure("jobs.dac-building-years");
            return jobYears is { } building ? new JobFigure(building, building, megatonnes * figure("jobs.dac-operating")) : null;
        }

        return stream.IsPower && figure("jobs.power-retrofit-low") is { } low && figure("jobs.power-retrofit-high") is { } high ? new JobFigure(low, high, null) : null;
    }
}
