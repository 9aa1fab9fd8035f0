using static Trunkline.Pillars.ImpactSentence;

namespace Trunkline.Pillars;

/// <summary>What is built.</summary>
internal static class TechnicalImpact
{
    public static IEnumerable<ImpactSentence> Of(PlanFigures figures)
    {
        var plan = figures.Plan;
        yield return Saying(
            "{0} capture units are built; in the last period {1} sites capture.",
            "共建设 {0} 套捕集装置；最后一期有 {1} 个厂址在捕集。",
            PlanFigures.Count(plan.Captures.Count, "count /captures/*"), PlanFigures.Count(plan.Periods[^1].CapturingSites, "last /periods/*/capturingSites"));
        double[] inches = [.. plan.Pipes.SelectMany(p => p.NominalInches).OfType<double>()];
        yield return inches.Length == 0
            ? Saying("No pipeline is laid.", "不铺设管道。")
            : Saying(
                "{0} of pipelines are laid, of up to {1}; {2} are in use in the last period.",
                "铺设管道 {0}，管径最大 {1}；最后一期在用 {2}。",
                PlanFigures.Length(plan.Periods.Sum(p => p.NewPipeKm), "sum /periods/*/newPipeKm"), PlanFigures.Inches(inches.Max(), "max /pipes/*/nominalInches/*"),
                PlanFigures.Length(plan.Periods[^1].PipeKm, "last /periods/*/pipeKm"));
        yield return Saying(
            "{0} storage projects are opened; {1} formations and uses take CO2.",
            "开设封存项目 {0} 个；{1} 处地层与用途接收 CO2。",
            PlanFigures.Count(plan.Storages.Sum(s => s.Projects.Sum()), "sum /storages/*/projects/*"), PlanFigures.Count(plan.Storages.Count, "count /storages/*"));
    }
}
