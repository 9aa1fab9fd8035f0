using Trunkline.Domain;

namespace Trunkline.Cli;

/// <summary>What the command line says of the strategy's pillars, in both languages.</summary>
internal static class PillarWords
{
    public static readonly Bilingual Command = new(
        "Say what a plan means for the strategy: funding, infrastructure, policy, communities, standards.",
        "说明方案对战略意味着什么：资金、基础设施、政策、社区、标准。");

    public static readonly Bilingual StudyOption = new(
        "The plan's study, where it is none of those that ship: its folder or study.json.", "方案所属的研究（若非自带研究）：其文件夹或 study.json。");

    public static readonly Bilingual PolicyHead = new("Policy alignment", "政策协同");

    public static readonly Bilingual CurveLine = new(
        "Supply curve, $/t spread over a unit's run: {0}. Streams of {1:0.0} Mt/y have no price.", "供给曲线（按机组运行期平摊的 $/t）：{0}。另有 {1:0.0} Mt/y 的气流无法定价。");

    public static readonly Bilingual CurvePoint = new("{0:0.0} Mt/y at {1:0}", "{1:0} 时 {0:0.0} Mt/y");

    public static readonly Bilingual FundingHead = new("Priority funding", "优先资金");

    public static readonly Bilingual FundingTotals = new(
        "{0}: public {1}, private drawn {2}, captures {3} over the plan, {4} in the last period",
        "{0}：公共资金 {1}，带动私人资金 {2}，规划期内捕集 {3}，最后一期 {4}");

    public static readonly Bilingual FundingChosen = new("Chosen", "所选方案"), FundingSplit = new("In proportion to CO2", "按 CO2 比例"), FundingNone = new("No funding", "无资助");

    public static readonly Bilingual FundedCase = new(
        "{0}: {1}; chance {2}, open from {3}", "{0}：{1}；成功概率 {2}，{3} 年起可商业建设");

    public static readonly Bilingual FundingUnknown = new("{0}: what may be counted on is not known, so nothing is", "{0}：可计入的金额不详，故不计");

    public static readonly Bilingual FundingTrust = new(
        "Stages, chances and learning are assumptions (confidence C) unless their source says otherwise; funding.json lists them.",
        "除来源另有说明外，各阶段、成功概率与学习率均为假设（可信度 C），见 funding.json。");

    public static readonly Bilingual ImpactHead = new("Impact", "影响");

    public static readonly Bilingual FillOption = new(
        "Write figures of the plan between the marks of a document (<!--ours:name-->…<!--/-->) and nothing else.", "仅将方案数字写入文档的标记之间（<!--ours:名称-->…<!--/-->）。");

    public static readonly Bilingual Filled = new("{0} figures written to {1}.", "已将 {0} 个数字写入 {1}。");
    public static readonly Bilingual FrontierOption = new(
        "Solve the study again with at least each of these shares for disadvantaged communities, for example 0,0.2,0.4, and show what it costs.",
        "以这些份额（例如 0,0.2,0.4）作为惠及弱势社区的下限重新求解，并显示代价。");

    public static readonly Bilingual DataCommunities = new(
        "Add the tracts of a CEJST 1.0 file up by county into a dataset, and hold the file against its own rule.",
        "将 CEJST 1.0 文件的普查区按县汇总写入数据集，并以其自身规则核对该文件。");

    public static readonly Bilingual TractFile = new("The tract file of the screening tool, CSV.", "筛查工具的普查区文件（CSV）。");
    public static readonly Bilingual TractDataset = new("Folder of the dataset to add the table to.", "要写入该表的数据集文件夹。");

    public static readonly Bilingual TractsWritten = new(
        "Wrote {0}: {1} tracts, {2} disadvantaged, {3} counties. The rule contradicts the file in {4} tracts and is not computed in {5}.",
        "已写出 {0}：{1} 个普查区，其中 {2} 个弱势，{3} 个县。规则与文件不符的普查区 {4} 个，未计算的 {5} 个。");

    public static readonly Bilingual CommunitiesHead = new("Communities", "社区");

    public static readonly IReadOnlyList<Bilingual> ShareColumns =
    [
        new("Mt, M$, km, wells", "百万吨、百万美元、公里、口"), new("disadvantaged", "弱势社区"), new("all", "合计"), new("share", "份额"), new("unknown county", "县情未知"),
    ];

    public static readonly IReadOnlyList<Bilingual> QuarterColumns =
    [
        new("SVI percentile", "SVI 百分位"), new("counties", "县"), new("touched", "涉及"), new("people, million", "人口（百万）"), new("invested M$", "投资（百万美元）"), new("$ a head", "人均美元"),
        new("pipe km", "管道公里"), new("wells", "井"),
    ];

    public static readonly IReadOnlyList<Bilingual> FrontierColumns =
    [
        new("share asked", "要求份额"), new("reached", "实际份额"), new("net M$", "净成本（百万美元）"), new("bound M$", "下界（百万美元）"), new("more M$", "增加（百万美元）"), new("status", "状态"),
    ];

    public static readonly Bilingual StandardsHead = new("Standards abroad", "国际标准");
    public static readonly Bilingual StoredWhere = new("stored in", "封存地");

    public static readonly Bilingual CreditLine = new("{0} of {1} units earn the credit. Clauses, units by outcome:", "{1} 套装置中 {0} 套获得抵免。各条款的结果（装置数）：");

    public static readonly IReadOnlyList<Bilingual> ClauseColumns = [new("clause", "条款"), new("passed", "满足"), new("failed", "不满足"), new("assumed", "假定"), new("unknown", "未知")];

    public static readonly IReadOnlyList<Bilingual> ActionColumns = [new("by", "期限"), new("who", "主体"), new("must", "事项")];

    public static readonly Bilingual Value = new(
        "Say what a policy, or a place where CO2 can go, is worth to a plan: the plan without it less the plan with it.",
        "说明一项政策或一处 CO2 去向对方案的价值：没有它的方案减去有它的方案。");

    public static readonly Bilingual PolicyArgument = new(
        "Id of a record of the register, for example us.45q; or of a site, storage or use of the dataset.", "登记册中记录的编号（如 us.45q），或数据集中场址、封存地、用户的编号。");

    public static readonly IReadOnlyList<Bilingual> ValueColumns =
    [
        new(string.Empty, string.Empty), new("status", "状态"), new("net M$", "净成本（百万美元）"), new("bound M$", "下界（百万美元）"), new("cost M$", "成本（百万美元）"), new("credits M$", "抵免（百万美元）"), new("captured Mt", "捕集（百万吨）"),
    ];

    public static readonly Bilingual With = new("with it", "有");
    public static readonly Bilingual Without = new("without it", "没有");

    public static readonly Bilingual Worth = new(
        "It is worth {0} M$ net (proved between {1} and {2}) and {3} Mt captured.", "其净价值为 {0} 百万美元（已证明介于 {1} 与 {2} 之间），并带来 {3} 百万吨捕集。");

    public static readonly Bilingual NoWorth = new("There is no plan without it to compare with.", "没有它时不存在可比较的方案。");

    private static readonly Dictionary<string, Bilingual> Names = new()
    {
        ["missed"] = new("past", "已过"),
        ["oil"] = new("oil recovery", "驱油"),
        ["Met"] = new("yes", "是"),
        ["Partial"] = new("partly", "部分"),
        ["NotMet"] = new("no", "否"),
        ["Unknown"] = new("unknown", "未知"),
        ["leave"] = new("leave the origin", "离开来源地"),
        ["sea"] = new("store below the sea", "海底封存"),
        ["instrument"] = new("instrument between the two", "两国间文书"),
        ["store"] = new("store permitted", "封存许可"),
        ["us"] = new("United States", "美国"),
        ["ca"] = new("Canada", "加拿大"),
        ["eu"] = new("European Union", "欧盟"),
        ["gb"] = new("United Kingdom", "英国"),
        ["jp"] = new("Japan", "日本"),
        ["no"] = new("Norway", "挪威"),
        ["counts"] = new("counts at the origin", "来源地是否计入"),
        ["no-answer"] = new("cannot be asked", "无法求解"),
        ["capital-at-work"] = new("capital at work in capture (× years)", "在用捕集资本（×年）"),
        ["capture-investment"] = new("capture plants", "捕集装置"),
        ["storage-investment"] = new("storage projects", "封存项目"),
        ["pipe-investment"] = new("pipes", "管道"),
        ["all-investment"] = new("all investment", "投资合计"),
        ["captured"] = new("CO2 captured", "捕集的 CO2"),
        ["pipe-km"] = new("pipe laid", "新建管道"),
        ["wells"] = new("injection wells", "注入井"),
        ["unknown"] = new("unknown", "未知"),
        ["proved"] = new("proved", "已证明"),
        ["found"] = new("found", "已找到"),
        ["infeasible"] = new("infeasible", "不可行"),
        ["out-of-time"] = new("out of time", "超时"),
    };

    /// <summary>A word of the pillars for people; one that is not listed is its own name.</summary>
    public static string Word(string name, Language language) => Names.TryGetValue(name, out Bilingual? text) ? text.In(language) : name;
}
