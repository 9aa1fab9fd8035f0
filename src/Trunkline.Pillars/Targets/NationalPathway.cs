using Trunkline.Domain;
using Trunkline.Planner;

namespace Trunkline.Pillars;

/// <summary>The way from the base year to the goals. Null is unknown: the study gives no such figure.</summary>
/// <param name="BaseYear">Year of the dataset's emissions; null where the study does not say.</param>
/// <param name="BaseFossilMt">Fossil CO2 of the region's sites in the base year, Mt.</param>
/// <param name="BaseBiogenicMt">Biogenic CO2 of the same sites, Mt.</param>
/// <param name="Sectors">The base by sector, the largest first.</param>
/// <param name="Power">The goal for electricity.</param>
/// <param name="Economy">The goal for the whole economy.</param>
/// <param name="Periods">Contributions by period.</param>
/// <param name="Sources">Where the study's own figures come from.</param>
public sealed record NationalPathway(
    int? BaseYear,
    double BaseFossilMt,
    double BaseBiogenicMt,
    IReadOnlyList<SectorBase> Sectors,
    PowerGoal Power,
    EconomyGoal Economy,
    IReadOnlyList<PathwayPeriod> Periods,
    IReadOnlyList<PathwaySource> Sources)
{
    internal const string PowerParameter = "us.eo-14008.power-carbon-free-year";
    internal const string EconomyParameter = "us.eo-14008.net-zero-year";

    internal static NationalPathway Of(PillarInput input)
    {
        var sites = new PathwayBase(input);
        IReadOnlyList<PathwayPeriod> periods = [.. Enumerable.Range(0, input.Plan.Periods.Count).Select(t => PathwayPeriod.Of(input, sites, t))];
        GoalInLaw power = GoalInLaw.Of(input.Law, PowerParameter), economy = GoalInLaw.Of(input.Law, EconomyParameter);
        return new NationalPathway(
            input.Study.Pathway.BaseYear,
            sites.FossilMt,
            sites.BiogenicMt,
            sites.Sectors,
            PowerGoal.Of(power, sites, periods),
            EconomyGoal.Of(economy, periods),
            periods,
            PathwaySource.Of(input.Study.Pathway));
    }
}

/// <summary>CO2 of a sector's sites in the base year, Mt.</summary>
public sealed record SectorBase(string Sector, int Sites, double FossilMt, double BiogenicMt);

/// <summary>Where a figure of the study comes from.</summary>
public sealed record PathwaySource(string Figure, string Source, Confidence Confidence)
{
    internal static IReadOnlyList<PathwaySource> Of(Pathway pathway) =>
    [
        .. from given in new[] { ("powerRetired", pathway.PowerRetired), ("economy", pathway.Economy), ("landSink", pathway.LandSink) }
           where given.Item2 is not null
           select new PathwaySource(given.Item1, given.Item2.Source, given.Item2.Confidence),
    ];
}

/// <summary>Power free of carbon by a year: what becomes of the base-year CO2 of power plants. Shares are of that base.</summary>
/// <param name="Law">Whether it is a goal in law on the study's day.</param>
/// <param name="Period">The plan's period that holds the goal's year; null where the plan does not reach it or no year is known.</param>
/// <param name="CapturedMtPerYear">Captured at power plants, biogenic apart. Energy that capture itself needs is not taken off.</param>
/// <param name="RetiredMtPerYear">Closed by assumption of the study.</param>
/// <param name="RemainingMtPerYear">What is left; null where retirements are unknown.</param>
public sealed record PowerGoal(
    GoalInLaw Law,
    int? Period,
    double BaseMt,
    double? CapturedMtPerYear,
    double? CapturedShare,
    double? RetiredMtPerYear,
    double? RetiredShare,
    double? RemainingMtPerYear,
    double? RemainingShare)
{
    internal static PowerGoal Of(GoalInLaw law, PathwayBase sites, IReadOnlyList<PathwayPeriod> periods)
    {
        int index = PathwayPeriod.Holding(periods, law.Year);
        if (index < 0 || sites.PowerMt <= 0)
        {
            return new PowerGoal(law, null, sites.PowerMt, null, null, null, null, null, null);
        }

        double captured = periods[index].PowerMtPerYear, whole = sites.PowerMt;
        double? retired = periods[index].PowerRetiredMtPerYear;
        return new PowerGoal(law, index, whole, captured, captured / whole, retired, retired / whole, whole - captured - retired, (whole - captured - retired) / whole);
    }
}

/// <summary>Net zero by a year.</summary>
/// <param name="NetMtPerYear">What the economy still emits after capture, removal and land; null where the study does not give the inventory.</param>
/// <param name="PointSourceMtPerYear">Fossil CO2 captured at stacks.</param>
/// <param name="RemovedMtPerYear">Biogenic CO2 and CO2 from the air.</param>
public sealed record EconomyGoal(GoalInLaw Law, int? Period, double? PointSourceMtPerYear, double? RemovedMtPerYear, double? NetMtPerYear)
{
    internal static EconomyGoal Of(GoalInLaw law, IReadOnlyList<PathwayPeriod> periods)
    {
        int index = PathwayPeriod.Holding(periods, law.Year);
        return index < 0
            ? new EconomyGoal(law, null, null, null, null)
            : new EconomyGoal(
                law, index, periods[index].PointSourceMtPerYear, periods[index].BiogenicMtPerYear + periods[index].DacMtPerYear, periods[index].NetMtPerYear);
    }
}

/// <summary>Contributions in a period, Mt a year.</summary>
/// <param name="PointSourceMtPerYear">Fossil CO2 captured at stacks, power among it.</param>
/// <param name="PowerMtPerYear">The part of power plants.</param>
/// <param name="UsedMtPerYear">Of all that is captured, what goes to uses and not to dedicated storage.</param>
/// <param name="PowerRetiredMtPerYear">By assumption of the study; null where not given.</param>
/// <param name="RemainingOfBaseMtPerYear">Base-year fossil CO2 of the sites less capture and known retirements.</param>
/// <param name="EconomyMtPerYear">Emissions of the whole economy without capture; null where not given.</param>
/// <param name="LandSinkMtPerYear">Null where not given.</param>
/// <param name="NetMtPerYear">Economy less capture, removal and land; null where the inventory or the land sink is not given.</param>
public sealed record PathwayPeriod(
    int From,
    int To,
    double PointSourceMtPerYear,
    double PowerMtPerYear,
    double BiogenicMtPerYear,
    double DacMtPerYear,
    double UsedMtPerYear,
    double? PowerRetiredMtPerYear,
    double RemainingOfBaseMtPerYear,
    double? EconomyMtPerYear,
    double? LandSinkMtPerYear,
    double? NetMtPerYear)
{
    internal static PathwayPeriod Of(PillarInput input, PathwayBase sites, int t)
    {
        PlanPeriod period = input.Plan.Periods[t];
        Pathway pathway = input.Study.Pathway;
        double fossil = period.CapturedMtPerYear - period.DacMtPerYear - period.BiogenicMtPerYear;
        double? retired = pathway.PowerRetired?.MtPerYear[t], economy = pathway.Economy?.MtPerYear[t], land = pathway.LandSink?.MtPerYear[t];
        return new PathwayPeriod(
            period.From,
            period.To,
            fossil,
            sites.CapturedAtPower(t),
            period.BiogenicMtPerYear,
            period.DacMtPerYear,
            period.UsedMtPerYear,
            retired,
            sites.FossilMt - fossil - (retired ?? 0),
            economy,
            land,
            economy - period.CapturedMtPerYear - land);
    }

    internal static int Holding(IReadOnlyList<PathwayPeriod> periods, int? year) =>
        year is { } y ? periods.Index().Where(p => p.Item.From <= y && y <= p.Item.To).Select(p => p.Index).FirstOrDefault(-1) : -1;
}
