using Trunkline.Domain;
using Trunkline.Pillars;

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

    public static Bilingual StageOf(FundingStage stage) => stage switch
    {
        FundingStage.Research => new("research", "研发"),
        FundingStage.Pilot => new("pilot", "中试"),
        FundingStage.Demonstration => new("demonstration", "示范"),
        _ => new("deployment", "推广"),
    };
}
