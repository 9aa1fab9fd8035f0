using static Trunkline.Pillars.ImpactSentence;

namespace Trunkline.Pillars;

/// <summary>How much CO2 is kept out of the air, and what that takes.</summary>
internal static class EnvironmentalImpact
{
    public static IEnumerable<ImpactSentence> Of(PlanFigures figures)
    {
        var last = figures.Plan.Periods[^1];
        yield return Saying(
            "The plan captures {0} of CO2 from {1} to {2}, {3} in its last period, which begins in {4}.",
            "{1} 至 {2} 年，规划共捕集 CO2 {0}；自 {4} 年起的最后一期捕集 {3}。",
            figures.OverYears("capturedMtPerYear", p => p.CapturedMtPerYear), figures.FirstYear, figures.LastYear,
            PlanFigures.Rate(last.CapturedMtPerYear, "last /periods/*/capturedMtPerYear"), figures.LastFrom);
        yield return Saying(
            "Of that, {0} is biogenic and {1} is taken from the air; {2} goes to dedicated storage and {3} to other uses that keep it underground.",
            "其中生物源 {0}，取自空气 {1}；{2} 送入专用封存，{3} 送往同样将其留在地下的其他用途。",
            figures.OverYears("biogenicMtPerYear", p => p.BiogenicMtPerYear), figures.OverYears("dacMtPerYear", p => p.DacMtPerYear),
            figures.OverYears("storedMtPerYear", p => p.StoredMtPerYear), figures.OverYears("usedMtPerYear", p => p.UsedMtPerYear));
        yield return Saying(
            "In the last period capture needs {0} of electricity and {1} of heat each year; what making them emits is not counted.",
            "最后一期捕集每年需电 {0}、需热 {1}；其生产过程的排放未计入。",
            PlanFigures.Plain(last.ElectricityTwhPerYear, "TWh", "last /periods/*/electricityTwhPerYear"), PlanFigures.Plain(last.HeatPjPerYear, "PJ", "last /periods/*/heatPjPerYear"));
        yield return Saying(
            "Other pollutants are not known: the data give no base emissions of them, so neither a fall nor a rise is claimed.",
            "其他污染物情况不明：数据中没有其基准排放，故不声称其增减。");
    }
}
