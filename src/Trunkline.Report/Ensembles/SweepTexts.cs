using Trunkline.Domain;
using Trunkline.Planner;

namespace Trunkline.Report;

/// <summary>Every sentence of the page on a sweep, in English and Chinese side by side.</summary>
public static class SweepTexts
{
    public static readonly Bilingual Title = new("Many futures", "多种未来");
    public static readonly Bilingual Lead = new(
        "{0} futures, {1} with a plan. Money is discounted, $ million of the study's year; net is cost less credits and price income, so less is better.",
        "共 {0} 种未来，其中 {1} 种有方案。金额为折现值，按研究货币年计，单位百万美元；净成本 = 成本 − 抵免 − 价格收入，越低越好。");

    public static readonly Bilingual Ends = new("How futures ended", "各未来的结果");
    public static readonly Bilingual EndsLead = new(
        "A future without a plan is a result with its reason and takes no part in the figures below. {0} plans ended at their time limit and not at their gap: another machine may find others.",
        "没有方案的未来也是一种结果并附原因，不计入以下数字。{0} 个方案因时间上限而非差距目标结束：换一台机器可能得到不同方案。");
    public static readonly Bilingual StatusHead = new("Result", "结果");
    public static readonly Bilingual CountHead = new("Futures", "未来数");
    public static readonly Bilingual ReasonHead = new("For example", "示例");

    public static readonly Bilingual Core = new("Core infrastructure", "核心基础设施");
    public static readonly Bilingual CoreLead = new(
        "Share of the futures with a plan in which a thing is begun by the end of each period. What is begun by {2} in nine futures of ten or more belongs in nearly every good plan: {0} of {1} things.",
        "在有方案的未来中，截至各时期末已开工者所占份额。到 {2} 年在九成及以上的未来中已开工者，几乎属于每个好方案：{1} 项中有 {0} 项。");
    public static readonly Bilingual CoreMore = new("The {0} commonest of {1} are drawn; core.csv has all.", "图中为最常见的 {0} 项，共 {1} 项；core.csv 列出全部。");
    public static readonly Bilingual By = new("by {0}", "至 {0}");

    public static readonly Bilingual Spread = new("How plans are spread", "各方案的分布");
    public static readonly Bilingual SpreadLead = new("Percentiles over the futures with a plan, each counted with its weight.", "有方案的未来按权重计的百分位数。");
    public static readonly Bilingual FigureHead = new("Figure", "指标");
    public static readonly Bilingual MiddleHead = new("Middle future", "居中未来");
    public static readonly Bilingual MeanHead = new("Mean", "均值");
    public static readonly Bilingual LeastHead = new("Least", "最小");
    public static readonly Bilingual MostHead = new("Most", "最大");

    public static readonly Bilingual Tornado = new("What matters", "什么最重要");
    public static readonly Bilingual TornadoLead = new(
        "Mean net where a thing turns out best for the plan and where it turns out worst: of thirds of a parameter, or of branches of the law. Other things vary as they do; what moves together is counted with both.",
        "某项最有利与最不利时净成本的均值：参数按三等分，法律按分支。其他项照常变化；相关的项互相计入。");
    public static readonly Bilingual TornadoBar = new("Mean net, worst less best, $ million", "净成本均值之差（最不利 − 最有利），百万美元");
    public static readonly Bilingual ThingHead = new("What", "项目");
    public static readonly Bilingual BestHead = new("Best where", "最有利");
    public static readonly Bilingual WorstHead = new("Worst where", "最不利");
    public static readonly Bilingual NetHead = new("Net", "净成本");
    public static readonly Bilingual SwingHead = new("Difference", "差");

    public static readonly Bilingual Choice = new("What to build first", "应先建什么");
    public static readonly Bilingual ChoiceLead = new(
        "Decided before the future is known: everything begun through {0}. {1} first builds were tried in every future, the rest of each plan being made anew. They were chosen on {2} futures and judged on {3} others that no choice had seen.",
        "须在知道未来之前决定：{0} 年及以前开工的一切。{1} 种先期建设在每种未来中试算，其余部分重新规划。选择依据 {2} 种未来，评判依据另外 {3} 种选择时未见的未来。");
    public static readonly Bilingual BuildHead = new("First build", "先期建设");
    public static readonly Bilingual OfMiddle = new("of the middle future", "居中未来的方案");
    public static readonly Bilingual OfFuture = new("of future {0}", "未来 {0} 的方案");
    public static readonly Bilingual ShareHead = new("Plans that begin so", "如此起步的方案");
    public static readonly Bilingual BeginsHead = new("Plants, corridors, projects", "工厂、走廊、封存项目");
    public static readonly Bilingual SeenHead = new("Seen: mean", "所见：均值");
    public static readonly Bilingual SeenTailHead = new("worst {0}", "最差 {0}");
    public static readonly Bilingual RegretHead = new("most regret", "最大后悔值");
    public static readonly Bilingual HeldHead = new("Held out: mean", "留出：均值");
    public static readonly Bilingual FailedHead = new("without a plan", "无方案");
    public static readonly Bilingual NoFigure = new("–", "–");

    public static readonly Bilingual Robust = new("Robust against middle, on held-out futures", "稳健方案与居中方案之比较（留出的未来）");
    public static readonly Bilingual RobustLead = new(
        "The first build chosen by each criterion less the middle future's; negative is better. A mean within two standard errors of zero proves nothing.",
        "按各准则选出的先期建设减去居中未来的先期建设；负值更好。均值若在零的两个标准误之内，则不能说明问题。");
    public static readonly Bilingual CriterionHead = new("Chosen by", "选择准则");
    public static readonly Bilingual ChosenHead = new("First build", "先期建设");
    public static readonly Bilingual MeanDifferenceHead = new("Mean ± error", "均值 ± 标准误");
    public static readonly Bilingual TailDifferenceHead = new("worst {0}", "最差 {0}");
    public static readonly Bilingual BetterHead = new("better in", "更优的比例");
    public static readonly Bilingual Same = new("The middle future's own first build was chosen; there is nothing to compare.", "选出的就是居中未来自身的先期建设，无从比较。");

    public static readonly Bilingual Information = new("What knowing would be worth", "信息的价值");
    public static readonly Bilingual InformationLead = new(
        "Knowing the whole future before deciding would be worth {0} on average over all futures. Knowing one thing alone, below, is read off the futures that were seen and rather too much.",
        "若在决定之前知道全部未来，平均值 {0}。下表为仅知道一项的价值，由所见的未来得出，往往偏高。");
    public static readonly Bilingual InformationNone = new("No first build that was tried leads to a plan in every future, so perfect information has no price here.", "没有一种先期建设在所有未来中都有方案，因此这里无法给出完全信息的价值。");
    public static readonly Bilingual WorthHead = new("Worth", "价值");

    public static readonly Bilingual Signposts = new("Signposts", "路标");
    public static readonly Bilingual SignpostsLead = new(
        "Where one thing turns out so, another first build saves against the one of least expected net. The last column says whether it holds in futures that the choice had not seen.",
        "若某项如此，则另一种先期建设优于期望净成本最低者。最后一列说明在选择时未见的未来中是否仍然成立。");
    public static readonly Bilingual NoSignposts = new("In none of the groups of futures that were looked at is another first build better.", "在所考察的各组未来中，没有一组有更优的先期建设。");
    public static readonly Bilingual WhereHead = new("Where it is", "当其为");
    public static readonly Bilingual BuildInsteadHead = new("First build", "改用先期建设");
    public static readonly Bilingual SavingHead = new("Saves, seen", "节省（所见）");
    public static readonly Bilingual HeldSavingHead = new("Saves, held out", "节省（留出）");

    public static readonly Bilingual Regret = new("Regret", "后悔值");
    public static readonly Bilingual RegretLead = new(
        "Net of each first build in each future, less the best that was found for that future, $ million; regret.csv has the numbers in full. A dash: no plan.",
        "每种先期建设在每种未来中的净成本减去该未来已知的最优值，百万美元；完整数字见 regret.csv。“–”表示没有方案。");
    public static readonly Bilingual FutureHead = new("Future", "未来");

    private static readonly Dictionary<string, Bilingual> Figures = new()
    {
        ["net"] = new("Net", "净成本"),
        ["cost"] = new("Cost", "成本"),
        ["credits"] = new("Credits", "抵免"),
        ["gap"] = new("Gap, %", "差距，%"),
        ["captured"] = new("Captured, Mt", "捕集量，百万吨"),
        ["stored"] = new("Stored, Mt", "封存量，百万吨"),
    };

    private static readonly Dictionary<string, Bilingual> Kinds = new()
    {
        ["plant"] = new("plant", "工厂"),
        ["corridor"] = new("corridor", "走廊"),
        ["hub"] = new("hub", "枢纽"),
    };

    private static readonly Dictionary<string, Bilingual> Criteria = new()
    {
        ["expected"] = new("least expected net", "期望净成本最低"),
        ["cvar"] = new("least mean of the worst", "最差情形均值最低（CVaR）"),
        ["regret"] = new("least of the most regret", "最大后悔值最小"),
    };

    private static readonly Dictionary<ScenarioStatus, Bilingual> Statuses = new()
    {
        [ScenarioStatus.Planned] = new("a plan", "有方案"),
        [ScenarioStatus.Infeasible] = new("proved impossible", "已证明不可行"),
        [ScenarioStatus.WrongInput] = new("no study", "不构成研究"),
        [ScenarioStatus.AuditFailed] = new("audit failed", "审计未通过"),
        [ScenarioStatus.OutOfTime] = new("out of time", "超时"),
        [ScenarioStatus.OutOfMemory] = new("out of memory", "内存不足"),
        [ScenarioStatus.Crashed] = new("solver crashed", "求解进程崩溃"),
        [ScenarioStatus.ElsewhereOnly] = new("other build or data", "程序版本或数据不同"),
    };

    public static string Figure(string name, Language language) => Figures[name].In(language);

    public static string Kind(string name, Language language) => Kinds[name].In(language);

    public static string Criterion(string name, Language language) => Criteria[name].In(language);

    public static string Status(ScenarioStatus status, Language language) => Statuses[status].In(language);
}
