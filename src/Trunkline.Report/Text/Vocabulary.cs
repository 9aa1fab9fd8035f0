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
        ["power-mixed"] = new("Mixed-fuel power", "混合燃料发电"),
        ["power-biomass"] = new("Biomass power", "生物质发电"),
        ["cement"] = new("Cement", "水泥"),
        ["lime"] = new("Lime", "石灰"),
        ["steel"] = new("Iron and steel", "钢铁"),
        ["aluminium"] = new("Aluminium", "铝"),
        ["metals"] = new("Other metals", "其他金属"),
        ["refining"] = new("Oil refining", "炼油"),
        ["petrochemicals"] = new("Petrochemicals", "石油化工"),
        ["chemicals"] = new("Other chemicals", "其他化工"),
        ["hydrogen"] = new("Hydrogen", "制氢"),
        ["ammonia"] = new("Ammonia", "合成氨"),
        ["ethanol"] = new("Ethanol", "燃料乙醇"),
        ["pulp-paper"] = new("Pulp and paper", "制浆造纸"),
        ["gas-processing"] = new("Natural gas processing", "天然气净化"),
        ["gas-transport"] = new("Gas transmission and storage", "天然气输送与储存"),
        ["oil-gas"] = new("Oil and gas production", "油气开采"),
        ["lng"] = new("Liquefied natural gas", "液化天然气"),
        ["glass"] = new("Glass", "玻璃"),
        ["soda-ash"] = new("Soda ash", "纯碱"),
        ["minerals"] = new("Other minerals", "其他矿物制品"),
        ["mining"] = new("Mining", "采矿"),
        ["food"] = new("Food and drink", "食品饮料"),
        ["waste"] = new("Waste", "废弃物处理"),
        ["other"] = new("Other", "其他"),
        ["dac"] = new("Direct air capture", "直接空气捕集"),
    };

    public static IReadOnlyDictionary<string, Bilingual> Processes { get; } = new Dictionary<string, Bilingual>
    {
        ["power-coal"] = new("Coal-fired boilers", "燃煤锅炉"),
        ["power-gas"] = new("Gas turbines and boilers", "燃气轮机与锅炉"),
        ["power-mixed"] = new("Mixed-fuel boilers", "混合燃料锅炉"),
        ["power-biomass"] = new("Biomass boilers", "生物质锅炉"),
        ["cement"] = new("Cement kiln", "水泥窑"),
        ["lime"] = new("Lime kiln", "石灰窑"),
        ["steel-blast-furnace"] = new("Blast furnace and integrated works", "高炉与长流程炼钢"),
        ["steel-other"] = new("Other steelmaking", "其他炼钢工艺"),
        ["aluminium"] = new("Aluminium smelting", "铝电解"),
        ["refinery-heaters"] = new("Refinery heaters and boilers", "炼厂加热炉与锅炉"),
        ["refinery-process"] = new("Refinery cracking and process vents", "炼厂催化裂化与工艺排气"),
        ["petrochemicals"] = new("Petrochemical process", "石化工艺"),
        ["hydrogen"] = new("Hydrogen production", "制氢装置"),
        ["ammonia"] = new("Ammonia synthesis gas", "合成氨工艺气"),
        ["ethanol-fermentation"] = new("Ethanol fermentation", "乙醇发酵"),
        ["ethanol-boiler"] = new("Ethanol plant boilers", "乙醇厂锅炉"),
        ["pulp-recovery"] = new("Pulp recovery boilers", "制浆碱回收锅炉"),
        ["pulp-makeup"] = new("Pulp make-up chemicals", "制浆补充化学品"),
        ["biogenic-other"] = new("Other biogenic CO₂", "其他生物源CO₂"),
        ["gas-processing"] = new("Acid gas removal", "天然气脱酸"),
        ["glass"] = new("Glass melting", "玻璃熔窑"),
        ["soda-ash"] = new("Soda ash calcining", "纯碱煅烧"),
        ["combustion"] = new("Other combustion", "其他燃烧"),
        ["other"] = new("Other process CO₂", "其他工艺排放"),
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
        ["eor"] = new("Enhanced oil recovery", "强化采油（EOR）"),
    };

    /// <summary>Why a stream stays uncaptured.</summary>
    public static IReadOnlyDictionary<string, Bilingual> Reasons { get; } = new Dictionary<string, Bilingual>
    {
        ["cost-unknown"] = new("No evidenced cost figure", "没有可引证的成本数据"),
        ["closed"] = new("Taken out by this study", "本研究将其排除在外"),
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
        ["verified"] = new("verified", "已核实"),
        ["needs-review"] = new("needs review", "待复核"),
        ["retired"] = new("retired", "不再维护"),
    };

    public static IReadOnlyDictionary<string, Bilingual> PolicyMoneyKinds { get; } = new Dictionary<string, Bilingual>
    {
        ["carbon-credits"] = Texts.Credits,
        ["storage-fees"] = Texts.StorageFees,
    };

    public static IReadOnlyDictionary<string, Bilingual> Modes { get; } = new Dictionary<string, Bilingual>
    {
        ["target"] = new("capture at least the target of each period, at least net cost", "以最低净成本达到各时期的捕集目标"),
        ["price"] = new("capture what pays at the CO₂ price of each period", "在各时期CO₂价格下捕集有利可图的部分"),
    };

    public static IReadOnlyDictionary<string, Bilingual> Statuses { get; } = new Dictionary<string, Bilingual>
    {
        ["proved"] = new("within the gap asked for", "已达到所要求的差距"),
        ["found"] = new("the best plan found", "目前找到的最好方案"),
    };

    /// <summary>Steps that prove a bound.</summary>
    public static IReadOnlyDictionary<string, Bilingual> BoundSteps { get; } = new Dictionary<string, Bilingual>
    {
        ["rents"] = new("Lagrangian bound from the rents of pipes, storage and targets", "由管道、封存与目标影子租金得到的拉格朗日下界"),
        ["exact-finish"] = new("fast search, finished by exact search", "快速搜索后由精确搜索收尾"),
        ["exact search"] = new("exact mixed-integer search", "精确混合整数搜索"),
    };

    /// <summary>What can be doubtful in the public data.</summary>
    public static IReadOnlyDictionary<string, Bilingual> Doubts { get; } = new Dictionary<string, Bilingual>
    {
        ["abroad"] = new("Line lies partly abroad", "管线部分位于境外"),
        ["matched-by-route"] = new("Capacity matched by route", "按走向推定输量"),
        ["sketch"] = new("Drawn with very few points", "线形仅为示意"),
        ["below-threshold"] = new("Below 25 kt/y", "低于2.5万吨/年"),
        ["columns-do-not-add-up"] = new("Columns do not add up to the facility", "分项之和与设施总量不符"),
        ["ethanol-unmatched"] = new("Ethanol plant without a match", "乙醇厂未能匹配"),
        ["ethanol-far"] = new("Ethanol plant matched at some distance", "乙醇厂匹配距离较远"),
        ["no-county"] = new("No county given", "缺少县信息"),
        ["offshore"] = new("Point lies offshore", "坐标位于海上"),
        ["outside-region"] = new("Outside the contiguous states", "位于本土48州以外"),
        ["outside-state"] = new("Point outside the declared state", "坐标不在所报州内"),
        ["same-point"] = new("Several sites at one point", "多个场址坐标相同"),
        ["unknown-county"] = new("County no longer exists", "所报县已撤销或更名"),
        ["urea"] = new("Ammonia plant that also makes urea", "合成氨厂同时生产尿素"),
        ["eia-row-unused"] = new("EIA row not used", "未采用的EIA记录"),
        ["eia-volume-differs"] = new("EIA volume differs", "EIA排放量不一致"),
        ["eia-without-stream"] = new("EIA row without a stream", "EIA记录无对应排放流"),
        ["shore-too-cheap"] = new("Shore cell far cheaper than the land beside it", "海岸格网成本远低于邻近陆地"),
        ["dummy-demand"] = new("Dummy demand", "虚拟需求"),
        ["no-demand"] = new("No demand in 2026–2050", "2026–2050年无需求"),
    };

    /// <summary>Tables of the dataset.</summary>
    public static IReadOnlyDictionary<string, Bilingual> DataTables { get; } = new Dictionary<string, Bilingual>
    {
        ["sites"] = new("Sites", "场址"),
        ["streams"] = new("Streams", "排放流"),
        ["formations"] = new("Formations", "地层"),
        ["uses"] = new("Uses", "利用点"),
        ["existing_pipelines"] = new("Existing CO₂ pipelines", "现有CO₂管道"),
        ["rights_of_way"] = new("Rights of way", "管廊路由"),
        ["counties"] = new("Counties", "县"),
        ["dac"] = new("Direct air capture sites", "直接空气捕集场址"),
        ["cost_surface"] = new("Terrain cost", "地形成本"),
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
            ["money of policy"] = PolicyMoneyKinds,
            ["mode"] = Modes,
            ["status"] = Statuses,
            ["bound step"] = BoundSteps,
            ["doubt"] = Doubts,
            ["data table"] = DataTables,
        };

    /// <summary>The words for a key, or the key itself where there are none.</summary>
    public static string In(this IReadOnlyDictionary<string, Bilingual> words, string key, Language language) =>
        words.TryGetValue(key, out Bilingual? text) ? text.In(language) : key;
}
