using Trunkline.Domain;

namespace Trunkline.Pillars;

/// <summary>What a plan brings to a county, and what it lays on it. Money is real, overnight, when bought, undiscounted; renewals are not counted again.</summary>
/// <param name="DisadvantagedShare">How far the county counts as disadvantaged by the pillar's method; null where the method knows nothing of it.</param>
/// <param name="CaptureUsdYears">Capital at work in capture, $·y: what stands behind each tonne a year (before learning) times the tonnes. An idle plant has none.</param>
/// <param name="StorageUsd">Development and construction of storage projects.</param>
/// <param name="PipeUsd">Capital of pipes laid, by the length that lies in the county.</param>
/// <param name="CapturedMt">Over the whole plan.</param>
/// <param name="PipeKm">Pipe laid.</param>
/// <param name="Wells">Injection wells.</param>
/// <param name="BuildingJobYearsLow">From cited figures only; null where no unit of the county has one.</param>
/// <param name="OperatingJobs">The same.</param>
/// <param name="UnitsWithoutJobFigure">Units for whose kind no figure of jobs is cited.</param>
/// <param name="UnitsThatMayAddAmmonia">Units that regenerate a solvent with heat: amines let ammonia through, and how much is unknown.</param>
public sealed record CountyOutcome(
    string Fips,
    string Name,
    string State,
    double? Population,
    double? SviPercentile,
    double? DisadvantagedShare,
    Usd CaptureUsd,
    double CaptureUsdYears,
    Usd StorageUsd,
    Usd PipeUsd,
    double CapturedMt,
    double PipeKm,
    double Wells,
    double? BuildingJobYearsLow,
    double? BuildingJobYearsHigh,
    double? OperatingJobs,
    int UnitsWithoutJobFigure,
    int UnitsThatMayAddAmmonia)
{
    /// <summary>All three investments.</summary>
    public Usd InvestedUsd => CaptureUsd + StorageUsd + PipeUsd;

    /// <summary>A county to which nothing has been added yet.</summary>
    internal static CountyOutcome None(Atlas.County county, double? disadvantaged) => new(
        county.Fips, county.Name, county.State, county.Population, county.SviPercentile, disadvantaged, new(0), 0, new(0), new(0), 0, 0, 0, null, null, null, 0, 0);

    internal CountyOutcome With(JobFigure? jobs) => jobs is null
        ? this with { UnitsWithoutJobFigure = UnitsWithoutJobFigure + 1 }
        : this with
        {
            BuildingJobYearsLow = (BuildingJobYearsLow ?? 0) + jobs.BuildingLow,
            BuildingJobYearsHigh = (BuildingJobYearsHigh ?? 0) + jobs.BuildingHigh,
            OperatingJobs = jobs.Operating is { } operating ? (OperatingJobs ?? 0) + operating : OperatingJobs,
        };
}
