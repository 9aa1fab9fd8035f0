using System.Text.Json;
using Trunkline.Domain;

namespace Trunkline.Server.Studies;

/// <summary>The form for a study: each field as a person meets it. What counts is what the reader of studies says.</summary>
internal static class StudyForm
{
    public static IReadOnlyList<FormField> Fields { get; } =
    [
        Field("/id", "text", true, "Short name", "短名称", "Lower-case letters, digits and hyphens.", "小写字母、数字和连字符。"),
        Field("/title/en", "text", true, "Title in English", "英文标题", "What a report is headed with.", "报告的标题。"),
        Field("/title/zh", "text", true, "Title in Chinese", "中文标题", "What a report is headed with.", "报告的标题。"),
        Field("/region/states", "ids", false, "States", "州", "Two-letter codes; leave out for the whole dataset.", "两字母代码；留空表示整个数据集。"),
        Field("/periods", "periods", false, "Periods", "时期", "Contiguous runs of whole years.", "连续的整年时期。", value: "[{\"from\":2026,\"to\":2030},{\"from\":2031,\"to\":2035},{\"from\":2036,\"to\":2040},{\"from\":2041,\"to\":2045},{\"from\":2046,\"to\":2050}]"),
        Field("/target/mtPerYear", "numbers", false, "Capture target", "捕集目标", "Least capture in each period; this or a price.", "每个时期的最低捕集量；与碳价二选一。", "Mt/y", 0, 10000),
        Field("/target/whenUnreachable", "choice", false, "When out of reach", "无法达到时", "Fail with reasons, or lower the target and say so.", "报告原因并停止，或降低目标并说明。", value: "\"fail\"", choices: ["fail", "lower"]),
        Field("/price/usdPerTonne", "numbers", false, "CO2 price", "碳价", "Paid for each tonne captured; this or a target.", "每吨捕集量的价格；与目标二选一。", "USD/t", -10000, 10000),
        Field("/tracks", "choices", false, "Tracks", "路径", "Kinds of CO2 that may be captured.", "允许捕集的二氧化碳类型。", value: "[\"pointSource\",\"biogenic\",\"dac\"]", choices: ["pointSource", "biogenic", "dac"]),
        Field("/policy/asOf", "day", false, "Law as of", "法律日期", "The day whose law is assumed to last; this or a mode.", "假定持续有效的法律所属日期；与情形二选一。"),
        Field("/policy/mode", "text", false, "Mode", "情形", "A named day with overlays.", "命名的日期与叠加假设。"),
        Field("/policy/overlays", "ids", false, "Overlays", "叠加假设", "Changes of the law to assume, in order.", "按顺序假定的法律变化。"),
        Field("/policy/labour", "choice", false, "Labour rules", "劳工条件", "Whether wage and apprenticeship rules are met.", "是否满足工资与学徒要求。", value: "\"full\"", choices: ["full", "base"]),
        Field("/policy/creditFactor", "number", false, "Credit level", "抵免水平", "What credits are multiplied by: an assumption.", "抵免额乘数：一项假设。", "factor", 0, 3, "1"),
        Field("/policy/creditUsdPerTonne", "number", false, "Flat credit", "固定抵免额", "What each tonne with a credit earns in place of the law's amounts; this or a level.", "享有抵免的每吨所得，取代法律金额；与抵免水平二选一。", "USD/t", 0, 10000),
        Field("/discountRate", "number", false, "Discount rate", "贴现率", "Real, per year.", "实际年率。", "fraction", 0, 0.3, "0.07"),
        Field("/dollarYear", "whole", true, "Dollar year", "美元年份", "Year of all money; must be the dataset's.", "所有金额的年份；须与数据集一致。"),
        Field("/inflation", "number", false, "Inflation", "通胀率", "Projected, for nominal law.", "用于名义法律数值的预测。", "fraction", 0, 0.2, "0.025"),
        Field("/limits/yearlyBuildMtPerYear", "number", false, "Pace of building", "建设速度", "Most capture capacity that may start each year.", "每年最多可投运的捕集能力。", "Mt/y", 0, 10000),
        Field("/limits/closed", "ids", false, "Closed", "关闭", "Sites, storage, uses and corridors that take no part.", "不参与的设施、封存地、用途与走廊。"),
        Field("/limits/forced", "ids", false, "Forced", "强制", "Sites and air capture sites that must capture, in full while they run.", "必须捕集的设施与空气捕集地，运行期间满负荷。"),
        Field("/costFactors/capture", "number", false, "Capture cost", "捕集成本系数", "What it is multiplied by.", "乘数。", "factor", 0.01, 100, "1"),
        Field("/costFactors/dac", "number", false, "Air capture cost", "空气捕集成本系数", "What it is multiplied by.", "乘数。", "factor", 0.01, 100, "1"),
        Field("/costFactors/transport", "number", false, "Pipe cost", "管道成本系数", "What it is multiplied by.", "乘数。", "factor", 0.01, 100, "1"),
        Field("/costFactors/storage", "number", false, "Storage cost", "封存成本系数", "What it is multiplied by.", "乘数。", "factor", 0.01, 100, "1"),
        Field("/solver/gap", "number", false, "Gap", "间隙", "Stop when the plan is proved within this share of its cost.", "证明间隙达到此比例时停止。", "fraction", 0, 1, "0.01"),
        Field("/solver/timeLimitSeconds", "number", false, "Time limit", "时间限制", "Stop after so long and keep the best plan.", "到时停止并保留最佳方案。", "s", 1, 86400, "120"),
    ];

    private static FormField Field(
        string pointer, string kind, bool required, string en, string zh, string saysEn, string saysZh, string? unit = null, double? least = null, double? most = null, string? value = null, string[]? choices = null) =>
        new(pointer, kind, required, new Bilingual(en, zh), new Bilingual(saysEn, saysZh), unit, least, most, value is null ? null : JsonDocument.Parse(value).RootElement, choices ?? []);
}
