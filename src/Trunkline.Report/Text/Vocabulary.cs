using Trunkline.Domain;

namespace Trunkline.Report;

/// <summary>
/// What the keys of dataset and plan are called by people. A key that has no words here is shown as it is; a test over the national
/// dataset keeps that from happening.
/// </summary>
public static class Vocabulary
{
    public static IReadOnlyDictionary<string, Bilingual> Sectors { get; } = new Dictionary<string, Bilingual>
    {
        ["power-coal"] = new("Coal power", "煤电"),
        ["power-gas"] = new("Gas power", "气电"),
        ["power-oil"] = new("Oil power", "油电"),
        ["power-biomass"] = new("Biomass power", "生物质发电"),
        ["power-mixed"] = new("Mixed-fuel power", "混合燃料发电"),
        ["power-other"] = new("Other power", "其他发电"),
        ["power"] = new("Power", "发电"),
        ["cement"] = new("Cement", "水泥"),
        ["lime"] = new("Lime", "石灰"),
        ["iron-steel"] = new("Iron and steel", "钢铁"),
        ["aluminium"] = new("Aluminium", "铝"),
        ["metals"] = new("Other metals", "其他金属"),
        ["refining"] = new("Oil refining", "炼油"),
        ["hydrogen"] = new("Hydrogen", "制氢"),
        ["ammonia"] = new("Ammonia", "合成氨"),
        ["ethanol"] = new("Ethanol", "燃料乙醇"),
        ["gas-processing"] = new("Natural gas processing", "天然气净化"),
        ["oil-gas"] = new("Oil and gas production", "油气开采"),
        ["gas-transport"] = new("Gas transmission and storage", "天然气输送与储存"),
        ["petrochemicals"] = new("Petrochemicals", "石油化工"),
        ["chemicals"] = new("Other chemicals", "其他化工"),
        ["pulp-paper"] = new("Pulp and paper", "制浆造纸"),
        ["glass"] = new("Glass", "玻璃"),
        ["soda-ash"] = new("Soda ash", "纯碱"),
        ["food"] = new("Food and drink", "食品饮料"),
        ["waste"] = new("Waste", "废弃物处理"),
        ["minerals"] = new("Other minerals", "其他矿物制品"),
        ["mining"] = new("Mining", "采矿"),
        ["other"] = new("Other", "其他"),
        ["other-industry"] = new("Other industry", "其他工业"),
        ["dac"] = new("Direct air capture", "直接空气捕集"),
    };

    public static IReadOnlyDictionary<string, Bilingual> Processes { get; } = new Dictionary<string, Bilingual>
    {
        ["ethanol-fermentation"] = new("Ethanol fermentation", "乙醇发酵"),
        ["power-coal"] = new("Coal-fired boilers", "燃煤锅炉"),
        ["power-gas"] = new("Gas turbines and boilers", "燃气轮机与锅炉"),
        ["cement-kiln"] = new("Cement kiln", "水泥窑"),
        ["lime-kiln"] = new("Lime kiln", "石灰窑"),
        ["hydrogen-reformer"] = new("Hydrogen reformer", "制氢重整装置"),
        ["combustion"] = new("Other combustion", "其他燃烧"),
        ["dac"] = new("Direct air capture train", "直接空气捕集装置"),
    };

    public static IReadOnlyDictionary<string, Bilingual> Tracks { get; } = new Dictionary<string, Bilingual>
    {
        ["pointSource"] = new("Point sources (fossil and process)", "点源（化石与工艺排放）"),
        ["biogenic"] = new("Biogenic CO₂", "生物源CO₂"),
        ["dac"] = new("Direct air capture", "直接空气捕集"),
    };

    public static IReadOnlyDictionary<string, Bilingual> StorageKinds { get; } = new Dictionary<string, Bilingual>
    {
        ["saline"] = new("Saline formation", "咸水层"),
        ["eor"] = new("Enhanced oil recovery", "强化采油"),
    };

    /// <summary>Why a stream stays uncaptured.</summary>
    public static IReadOnlyDictionary<string, Bilingual> Reasons { get; } = new Dictionary<string, Bilingual>
    {
        ["cost-unknown"] = new("No evidenced cost figure", "没有可引证的成本数据"),
        ["track-not-allowed"] = new("Kind of CO₂ not allowed in this study", "本研究不允许捕集此类CO₂"),
        ["not-worth-it"] = new("Not needed, or dearer than what is captured", "无需捕集，或成本高于入选项目"),
        ["doubtful-location"] = new("Doubtful location in the public data", "公开数据中的位置存疑"),
    };

    public static IReadOnlyDictionary<string, Bilingual> NoteKinds { get; } = new Dictionary<string, Bilingual>
    {
        ["target"] = new("Target", "目标"),
        ["assumption"] = new("Assumption", "假设"),
        ["data"] = new("Data", "数据"),
        ["law"] = new("Law", "法律"),
        ["solver"] = new("Solver", "求解"),
    };

    public static IReadOnlyDictionary<string, Bilingual> ReviewStates { get; } = new Dictionary<string, Bilingual>
    {
        ["draft"] = new("draft", "草稿"),
        ["evidence-complete"] = new("evidence complete", "证据齐备"),
    };

    public static IReadOnlyDictionary<string, Bilingual> Modes { get; } = new Dictionary<string, Bilingual>
    {
        ["target"] = new("capture at least the target of each period, at least net cost", "以最低净成本达到各时期的捕集目标"),
        ["price"] = new("capture what pays at the CO₂ price of each period", "在各时期CO₂价格下捕集有利可图的部分"),
    };

    public static IReadOnlyDictionary<string, Bilingual> Statuses { get; } = new Dictionary<string, Bilingual>
    {
        ["proved"] = new("within the gap asked for", "已达到所要求的差距"),
        ["found"] = new("best found in the time given", "限定时间内找到的最好方案"),
    };

    /// <summary>What all keys are called, by the name of their table.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyDictionary<string, Bilingual>> All { get; } =
        new Dictionary<string, IReadOnlyDictionary<string, Bilingual>>
        {
            ["sector"] = Sectors,
            ["process"] = Processes,
            ["track"] = Tracks,
            ["storage kind"] = StorageKinds,
            ["reason"] = Reasons,
            ["note kind"] = NoteKinds,
            ["review state"] = ReviewStates,
            ["mode"] = Modes,
            ["status"] = Statuses,
        };

    /// <summary>The words for a key, or the key itself where there are none.</summary>
    public static string In(this IReadOnlyDictionary<string, Bilingual> words, string key, Language language) =>
        words.TryGetValue(key, out Bilingual? text) ? text.In(language) : key;
}
