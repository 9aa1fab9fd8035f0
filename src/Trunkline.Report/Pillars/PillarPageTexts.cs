using Trunkline.Domain;

namespace Trunkline.Report;

/// <summary>Every sentence of the pillars' pages, in English and Chinese side by side.</summary>
public static class PillarPageTexts
{
    public static readonly Bilingual BackToReport = new("The plan's report", "方案报告");
    public static readonly Bilingual PagesTitle = new("What it means for the strategy", "对战略意味着什么");

    // Pillar 1, and the statement.
    public static readonly Bilingual FundingLead = new(
        "Where public money brings most, against a split in proportion to CO₂ and against none; what every stage and use case rests on.", "公共资金用在何处效果最大，并与按 CO₂ 比例分配和不资助相比；列出各阶段与用例的依据。");
    public static readonly Bilingual ImpactLead = new(
        "The three texts that a policy record keeps beside a strategy, worked out from the plan; each number with its place in plan.json.", "政策记录为战略保存的三段文字，由方案计算得出；每个数字注明其在 plan.json 中的位置。");

    // Pillar 3.
    public static readonly Bilingual PolicyTitle = new("Policy alignment", "政策协同");
    public static readonly Bilingual PolicyLead = new(
        "What the law offers each unit and why, who must act by when, and at what credit others would join.", "法律向每套装置提供什么、依据何在，谁须在何时之前行动，抵免达到多少时其他装置会加入。");
    public static readonly Bilingual Clauses = new("The credit, clause by clause", "逐条核对抵免条款");
    public static readonly Bilingual ClausesLead = new(
        "Units of the plan by what became of each clause. What the plan does not decide is unknown, not passed. The sentence is that of the first unit.", "按各条款结果统计的装置数。方案不能决定的条款为未知，而非满足。说明以第一套装置为例。");
    public static readonly Bilingual ClauseHead = new("Clause", "条款");
    public static readonly Bilingual SaysHead = new("Says", "说明");
    public static readonly Bilingual Units = new("The largest earners", "抵免最多的装置");
    public static readonly Bilingual UnitsLead = new(
        "Credit booked by the plan, real dollars, undiscounted, inside the plan's years. Benefits lost are those that the register excludes beside the credit.", "方案计入的抵免（不变价、未折现、规划年限内）。“失去的优惠”为登记册规定不得与该抵免并用者。");
    public static readonly Bilingual SiteHead = new("Site", "场址");
    public static readonly Bilingual StateHead = new("State", "州");
    public static readonly Bilingual YearsHead = new("Years of credit", "抵免年份");
    public static readonly Bilingual LostHead = new("Benefits lost", "失去的优惠");
    public static readonly Bilingual FirstRateHead = new("First year, nominal $/t", "首年名义额（美元/吨）");
    public static readonly Bilingual EarnedHead = new("Earned, M$", "抵免（百万美元）");
    public static readonly Bilingual Actions = new("Who must act by when", "谁须在何时之前行动");
    public static readonly Bilingual ActionsLead = new(
        "Counted back from the first day of the period: years of building from the dataset, months for a permit from the register.", "从时期首日倒推：建设年数取自数据集，许可月数取自登记册。");
    public static readonly Bilingual ByHead = new("By", "期限");
    public static readonly Bilingual WhoHead = new("Who", "主体");
    public static readonly Bilingual MustHead = new("Must", "事项");
    public static readonly Bilingual PlacesHead = new("Places", "处数");
    public static readonly Bilingual Curve = new("Supply curve", "供给曲线");
    public static readonly Bilingual CurveLead = new(
        "What would be captured at each credit, each unit priced alone beside the finished plan: units that would share a new line are cheaper together.", "各抵免水平下的捕集量；每套装置在既定方案旁单独定价，若共用新管线则更便宜。");
    public static readonly Bilingual CreditHead = new("Credit, $/t spread over the run", "抵免（按运行期平摊，美元/吨）");
    public static readonly Bilingual SupplyHead = new("Captured at most, Mt/y", "累计捕集（百万吨/年）");
    public static readonly Bilingual Links = new("Records that the plan touches", "方案涉及的政策记录");
    public static readonly Bilingual LinksLead = new("Computed from the plan on the day of its law; no award and no evidence.", "按方案所用法律日期计算得出，不代表获批，也不构成证据。");
    public static readonly Bilingual RecordHead = new("Record", "记录");
    public static readonly Bilingual AsOfHead = new("Computed for", "计算日期");
    public static readonly Bilingual SectorsHead = new("Sectors", "行业");
    public static readonly Bilingual FacilitiesHead = new("Facilities", "设施数");

    // Pillar 4.
    public static readonly Bilingual CommunitiesTitle = new("Communities", "社区");
    public static readonly Bilingual CommunitiesLead = new(
        "Who gets what is built, and who lives beside it. A share that passes a number is not called fair: the distribution is shown.", "谁获得建设投资，谁居住在其旁。份额达到某个数字并不等于公平：此处展示分布。");
    public static readonly Bilingual Shares = new("What goes to disadvantaged communities", "惠及弱势社区的部分");
    public static readonly Bilingual SharesLead = new("Money in M$, overnight when bought, undiscounted. Capital at work is what stands behind each tonne a year, times the tonnes: an idle plant has none; a study's limit speaks of it. Counties of which the method knows nothing are in the whole only.", "资金单位为百万美元，按购置时的隔夜投资计，未折现。在用资本为每吨年捕集能力背后的资本乘以捕集量：闲置装置为零；研究的份额要求以此计。方法未覆盖的县只计入合计。");
    public static readonly Bilingual WhatHead = new("What", "项目");
    public static readonly Bilingual KindHead = new("Kind", "性质");
    public static readonly Bilingual ThereHead = new("There", "弱势社区");
    public static readonly Bilingual AllHead = new("All", "合计");
    public static readonly Bilingual ShareHead = new("Share", "份额");
    public static readonly Bilingual UnknownHead = new("County unknown", "县情未知");
    public static readonly Bilingual Quarters = new("Distribution by vulnerability", "按脆弱性分布");
    public static readonly Bilingual QuartersLead = new("Counties by quarter of the CDC/ATSDR Social Vulnerability Index 2022; 100 is most vulnerable.", "按 CDC/ATSDR 2022 年社会脆弱性指数四分位划分的县；100 为最脆弱。");
    public static readonly Bilingual SviHead = new("SVI percentile", "SVI 百分位");
    public static readonly Bilingual CountyCountHead = new("Counties", "县数");
    public static readonly Bilingual TouchedHead = new("Touched", "涉及");
    public static readonly Bilingual PeopleHead = new("People, million", "人口（百万）");
    public static readonly Bilingual InvestedHead = new("Invested, M$", "投资（百万美元）");
    public static readonly Bilingual HeadHead = new("$ a head", "人均（美元）");
    public static readonly Bilingual KmHead = new("Pipe laid, km", "新建管道（公里）");
    public static readonly Bilingual WellsHead = new("Wells", "注入井");
    public static readonly Bilingual Frontier = new("Cost against share", "成本与份额");
    public static readonly Bilingual FrontierLead = new("The study solved again with at least each share of the capital at work in capture; each point is a plan with its own bound.", "以在用捕集资本的各份额下限重新求解；每一点都是带有自身下界的方案。");
    public static readonly Bilingual AskedHead = new("Asked", "要求");
    public static readonly Bilingual ReachedHead = new("Reached", "达到");
    public static readonly Bilingual NetHead = new("Net, M$", "净成本（百万美元）");
    public static readonly Bilingual BoundHead = new("Bound, M$", "下界（百万美元）");
    public static readonly Bilingual MoreHead = new("More, M$", "增加（百万美元）");
    public static readonly Bilingual Counties = new("County by county", "各县");
    public static readonly Bilingual CountiesLead = new("The 40 counties with most investment, of {0} in which something is built.", "{0} 个有建设的县中投资最多的 40 个。");
    public static readonly Bilingual CountyHead = new("County", "县");
    public static readonly Bilingual CapturedHead = new("Captured, Mt", "捕集（百万吨）");
    public static readonly Bilingual JobYearsHead = new("Job-years of building", "建设就业（人年）");
    public static readonly Bilingual OperatingHead = new("Operating jobs", "运营岗位");
    public static readonly Bilingual AmmoniaHead = new("Units that may add ammonia", "可能增加氨排放的装置");
    public static readonly Bilingual NotKnown = new("What is not known", "未知事项");

    // Pillar 5.
    public static readonly Bilingual StandardsTitle = new("Standards abroad", "国际标准");
    public static readonly Bilingual StandardsLead = new("Where the plan's stored tonnes would count, and whether CO₂ that crosses a border may.", "方案封存的吨数在何处可计入，以及 CO₂ 跨境是否合法。");
    public static readonly Bilingual LawOn = new("Law of {0}, from the register's regulatory matrix and its numbers.", "法律日期 {0}，依据登记册的监管矩阵及其数值。");
    public static readonly Bilingual Stored = new("Where a stored tonne would count", "封存吨数在何处可计入");
    public static readonly Bilingual StoredLead = new(
        "No: a point of the test fails. Unknown: nobody has looked at one. Partly: both have every rule and whether they are equal is not computed.", "否：有一项不通过。未知：有一项尚未研究。部分：双方各项均有规则，是否等同未作计算。");
    public static readonly Bilingual StoredHead = new("Stored in", "封存地");
    public static readonly Bilingual ExportLead = new("Lawful end to end: {0}. Price {1} $/t (below zero a fee). Mt/y by period: {2}.", "全链条合法：{0}。价格 {1} 美元/吨（负值为付费）。各时期百万吨/年：{2}。");
    public static readonly Bilingual LinkHead = new("Link", "环节");
    public static readonly Bilingual OutcomeHead = new("Holds", "是否成立");
    public static readonly Bilingual WhyHead = new("Why", "理由");
    public static readonly Bilingual Points = new("The twelve points", "十二项检验");
    public static readonly Bilingual PointsLead = new("Each pair with both sides' rules and their evidence. Where a state or member is silent, its union's rule is shown.", "各组合双方的规则与证据。州或成员国无规定时显示其联盟的规则。");
    public static readonly Bilingual PointHead = new("Point", "检验项");
    public static readonly Bilingual StoringHead = new("Where it is stored", "封存方");
    public static readonly Bilingual ClaimingHead = new("Where it is claimed", "主张方");

    private static readonly Dictionary<string, Bilingual> Names = new()
    {
        ["Passed"] = new("Passed", "满足"),
        ["Failed"] = new("Failed", "不满足"),
        ["Assumed"] = new("Assumed", "假定"),
        ["Unknown"] = new("Unknown", "未知"),
        ["Met"] = new("Yes", "是"),
        ["Partial"] = new("Partly", "部分"),
        ["NotMet"] = new("No", "否"),
        ["unknown"] = new("unknown", "未知"),
        ["none"] = new("none", "无"),
        ["missed"] = new("past", "已过"),
        ["oil"] = new("oil recovery", "驱油"),
        ["not-looked"] = new("nobody has looked", "尚未研究"),
        ["benefit"] = new("benefit", "收益"),
        ["burden"] = new("burden", "负担"),
        ["capital-at-work"] = new("Capital at work in capture, M$ × years", "在用捕集资本（百万美元·年）"),
        ["capture-investment"] = new("Capture plants", "捕集装置"),
        ["storage-investment"] = new("Storage projects", "封存项目"),
        ["pipe-investment"] = new("Pipes", "管道"),
        ["all-investment"] = new("All investment", "投资合计"),
        ["captured"] = new("CO₂ captured, Mt", "捕集的 CO₂（百万吨）"),
        ["pipe-km"] = new("Pipe laid, km", "新建管道（公里）"),
        ["wells"] = new("Injection wells", "注入井"),
        ["leave"] = new("Leave the origin", "离开来源地"),
        ["sea"] = new("Store below the sea", "海底封存"),
        ["instrument"] = new("Instrument between the two", "两国间文书"),
        ["store"] = new("Store permitted", "封存许可"),
        ["us"] = new("United States", "美国"),
        ["ca"] = new("Canada", "加拿大"),
        ["eu"] = new("European Union", "欧盟"),
        ["gb"] = new("United Kingdom", "英国"),
        ["jp"] = new("Japan", "日本"),
        ["no"] = new("Norway", "挪威"),
        ["counts"] = new("Counts at the origin", "来源地是否计入"),
    };

    /// <summary>A word of the pillars for people; one that is not listed is its own name.</summary>
    internal static string Word(string name, Language language) => Names.TryGetValue(name, out Bilingual? text) ? text.In(language) : name;
}
