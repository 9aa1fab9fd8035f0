using System.Globalization;
using Trunkline.Domain;
using Trunkline.NetworkDesign;

namespace Trunkline.Planner;

/// <summary>Says in words by how much a limit would have to give.</summary>
internal static class RelaxationWords
{
    public static Relaxation Of(Shortfall shortfall, IReadOnlyList<Period> periods)
    {
        double megatonnes = shortfall.Amount / 1e6;
        string amount = megatonnes.ToString("0.###", CultureInfo.InvariantCulture);
        string period = periods[Math.Clamp(shortfall.Period, 0, periods.Count - 1)].ToString();
        return shortfall.Limit == "target"
            ? new Relaxation("capture-target", period, megatonnes, new Bilingual(
                $"Target {period} exceeds what {Who(shortfall.Because).En} by {amount} Mt/y.",
                $"{period} 年的捕集目标比{Who(shortfall.Because).Zh}高出 {amount} 百万吨/年。"))
            : new Relaxation(shortfall.Limit.Split('[')[0], period, megatonnes, new Bilingual(
                $"Limit {shortfall.Limit} would have to give by {amount} {Unit(shortfall.Limit).En}.",
                $"限制 {shortfall.Limit} 需放宽 {amount} {Unit(shortfall.Limit).Zh}。"));
    }

    private static Bilingual Unit(string limit) =>
        limit.StartsWith("energy-need[electricity", StringComparison.Ordinal) ? new Bilingual("TWh/y", "太瓦时/年")
        : limit.StartsWith("energy-need[heat", StringComparison.Ordinal) ? new Bilingual("PJ/y", "拍焦/年")
        : limit.StartsWith("community-share", StringComparison.Ordinal) ? new Bilingual("M$ of capital at work, times years", "百万美元·年的在用资本")
        : new Bilingual("Mt/y", "百万吨/年");

    private static Bilingual Who(string because) => because switch
    {
        "supply" => new Bilingual("the allowed sites and DAC trains can capture", "允许的排放源和直接空气捕集所能捕集的量"),
        "sinks" => new Bilingual("the storage can take", "封存和利用所能接纳的量"),
        "network" => new Bilingual("the network can bring to storage", "管网所能送达封存地的量"),
        "search" => new Bilingual("the search could reach", "搜索所能达到的量"),
        _ => new Bilingual($"the limit {because} allows", $"限制 {because} 所允许的量"),
    };
}
