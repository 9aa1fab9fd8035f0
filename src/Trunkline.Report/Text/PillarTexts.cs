using Trunkline.Domain;
using Trunkline.Pillars;

namespace Trunkline.Report;

/// <summary>What the report says of funding and impact, in English and Chinese side by side.</summary>
public static class PillarTexts
{
    public static readonly Bilingual ImpactTitle = new("Impact", "影响评估");
    public static readonly Bilingual ImpactLead = new(
        "The three texts that a policy database keeps beside a strategy, worked out from this plan. Each number stands in plan.json; the table says where.",
        "政策数据库为战略所附的三段文字，由本规划计算得出。每个数字均出自 plan.json，出处见下表。");
    public static readonly Bilingual ImpactFigures = new("Where each number comes from", "各数字的出处");
    public static readonly Bilingual ImpactTextHead = new("Text", "文字");
    public static readonly Bilingual FromHead = new("Place in plan.json", "在 plan.json 中的位置");
    public static readonly Bilingual FigureHead = new("Figure", "数值");

    public static readonly IReadOnlyDictionary<string, Bilingual> ImpactKinds = new Dictionary<string, Bilingual>
    {
        ["economic"] = new("Economic", "经济"),
        ["environmental"] = new("Environmental", "环境"),
        ["technical"] = new("Technical", "技术"),
    };

    public static readonly Bilingual FundingTitle = new("Pillar 1: priority funding", "支柱一：优先资金");
    public static readonly Bilingual FundingLead = new(
        "Public money is split over sectors and stages so that {0}. {1} is spent; {2} are expected to be captured over the plan, against {3} where each programme is split in proportion to CO₂ and {4} without funding. Chances, sizes and learning are assumptions.",
        "公共资金按行业与阶段分配，以{0}。支出 {1}；预期规划期内捕集 {2}，按 CO₂ 比例分配则为 {3}，无资助则为 {4}。成功概率、规模与学习率均为假设。");

    public static readonly IReadOnlyDictionary<FundingObjective, Bilingual> Objectives = new Dictionary<FundingObjective, Bilingual>
    {
        [FundingObjective.Tonnes] = new("most tonnes are captured", "捕集量最大"),
        [FundingObjective.Cost] = new("capital cost falls most", "投资成本下降最多"),
        [FundingObjective.HardToAbate] = new("most tonnes are captured where there are few other options", "在减排手段少的行业捕集最多"),
    };

    public static readonly IReadOnlyDictionary<FundingStage, Bilingual> Stages = new Dictionary<FundingStage, Bilingual>
    {
        [FundingStage.Research] = new("research", "研发"),
        [FundingStage.Pilot] = new("pilot", "中试"),
        [FundingStage.Demonstration] = new("demonstration", "示范"),
        [FundingStage.Deployment] = new("deployment", "推广"),
    };

    public static readonly Bilingual PublicByCase = new("Public money by sector", "各行业公共资金");
    public static readonly Bilingual CapturedByRule = new("Expected capture over the plan", "规划期内预期捕集量");
    public static readonly Bilingual Chosen = new("Chosen", "所选方案");
    public static readonly Bilingual Proportional = new("In proportion to CO₂", "按 CO₂ 比例");
    public static readonly Bilingual NoFunding = new("No funding", "无资助");
    public static readonly Bilingual FundingPlan = new("The funding plan", "资助方案");
    public static readonly Bilingual FundingMoney = new("The programmes’ money, nominal", "各项目资金（名义值）");
    public static readonly Bilingual FundingAssumed = new("What was assumed, and from where", "假设及其来源");
    public static readonly Bilingual PublicHead = new("Public", "公共资金");
    public static readonly Bilingual DrawnHead = new("Private drawn", "带动私人资金");
    public static readonly Bilingual PerDollarHead = new("Private per public dollar", "每 1 美元公共资金带动");
    public static readonly Bilingual In2035 = new("In 2035", "2035 年");
    public static readonly Bilingual In2050 = new("In the last period", "最后一期");
    public static readonly Bilingual SavedHead = new("Capital saved a year by learning", "学习效应每年节省投资");
    public static readonly Bilingual CaseHead = new("Sector", "行业");
    public static readonly Bilingual ProjectsHead = new("Projects", "项目");
    public static readonly Bilingual ProjectsFrom = new("{0} × {1} from {2}", "{2} 年起 {1} {0} 个");
    public static readonly Bilingual ChanceHead = new("Chance that it opens", "成功概率");
    public static readonly Bilingual OpensHead = new("Open from", "可商业建设年份");
    public static readonly Bilingual CapitalHead = new("Capital cost against today", "投资成本较今");
    public static readonly Bilingual ProgrammeHead = new("Programme", "项目");
    public static readonly Bilingual AppropriatedHead = new("Appropriated", "拨款");
    public static readonly Bilingual SelectedHead = new("Selected for award", "入选");
    public static readonly Bilingual ObligatedHead = new("Obligated", "承付");
    public static readonly Bilingual AvailableHead = new("Available to new projects", "可用于新项目");
    public static readonly Bilingual CountedHead = new("Counted on here", "此处计入");
    public static readonly Bilingual SpentHead = new("Spent here", "此处支出");
    public static readonly Bilingual Unknown = new("not known", "不详");
    public static readonly Bilingual SourceHead = new("Source", "来源");
    public static readonly Bilingual ConfidenceHead = new("Confidence", "可信度");
    public static readonly Bilingual StageFigures = new("{0} a project, public share at most {1}, fails with {2}, {3} years", "每项目 {0}，公共资金至多 {1}，失败概率 {2}，{3} 年");
    public static readonly Bilingual CaseFigures = new("capital falls {0} with each doubling of {1}", "自 {1} 起每翻一番投资下降 {0}");
}
