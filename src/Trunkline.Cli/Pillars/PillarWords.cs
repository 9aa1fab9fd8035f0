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
}
