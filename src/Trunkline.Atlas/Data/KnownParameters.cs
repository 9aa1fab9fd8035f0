namespace Trunkline.Atlas;

/// <summary>Ids of the parameters that the planner reads from <c>parameters.csv</c>. A test holds this list against the shipped dataset.</summary>
public static class KnownParameters
{
    /// <summary>$ per MWh.</summary>
    public const string ElectricityPrice = "price.electricity";

    /// <summary>$ per GJ.</summary>
    public const string HeatPrice = "price.heat";

    /// <summary>Years that a capture unit lasts.</summary>
    public const string CaptureLife = "life.capture";

    /// <summary>Years that a DAC train lasts.</summary>
    public const string DacLife = "life.dac";

    /// <summary>Years that a pipe lasts.</summary>
    public const string PipeLife = "life.pipe";

    /// <summary>Years that a storage project injects.</summary>
    public const string StorageLife = "life.storage";

    /// <summary>Years from the beginning of construction of a capture unit to its start.</summary>
    public const string CaptureBuildYears = "build-years.capture";

    /// <summary>Years from a storage permit to the first injection.</summary>
    public const string StorageBuildYears = "build-years.storage";

    /// <summary>Fraction of pipe capital per year.</summary>
    public const string PipeOm = "pipe.om";

    /// <summary>Booster capital, $ per km and t/y of capacity.</summary>
    public const string BoosterCapital = "pipe.booster-capital";

    /// <summary>Booster electricity, MWh per tonne and km.</summary>
    public const string BoosterElectricity = "pipe.booster-electricity";

    /// <summary>Multiplier on a cell's cost along a right of way.</summary>
    public const string RightOfWayFactor = "route.right-of-way-factor";

    /// <summary>Yearly fall of capital cost by process, <c>learning.cement</c>, and for <c>pipe</c>, <c>storage</c> and <c>dac</c>.</summary>
    public static string Learning(string process) => $"learning.{process}";

    /// <summary>Every parameter that a plan needs of a dataset, in order.</summary>
    /// <param name="processes">What captures: process keys, and <c>dac</c> where air capture takes part.</param>
    /// <param name="isRouted">True where the candidate network is routed on the dataset's surface.</param>
    public static IEnumerable<string> NeededFor(IEnumerable<string> processes, bool isRouted) =>
    [
        ElectricityPrice, HeatPrice, CaptureLife, DacLife, PipeLife, StorageLife, CaptureBuildYears, StorageBuildYears, PipeOm, BoosterCapital, BoosterElectricity,
        Learning("pipe"), Learning("storage"), .. processes.Distinct().Order(StringComparer.Ordinal).Select(Learning), .. isRouted ? new[] { RightOfWayFactor } : [],
    ];
}
