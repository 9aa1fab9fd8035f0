using System.Globalization;
using Trunkline.Domain;

namespace Trunkline.Report;

/// <summary>Every sentence of the report and the summary, in English and Chinese side by side. {0}, {1}, … are filled with figures.</summary>
public static class Texts
{
    // The head of the report.
    public static readonly Bilingual Product = new("Trunkline: CO₂ deployment plan", "Trunkline：二氧化碳部署规划");
    public static readonly Bilingual Skip = new("Skip to the map", "跳到地图");
    public static readonly Bilingual Question = new("Question", "问题");
    public static readonly Bilingual LawAsOf = new("Law as of", "法律基准日");
    public static readonly Bilingual Money = new("Money", "货币");
    public static readonly Bilingual MoneyIs = new("{0} dollars, real; discounted at {1} a year where the name says so", "{0} 年不变价美元；标明“折现”处按每年 {1} 的实际折现率计算");
    public static readonly Bilingual TracksUsed = new("CO₂ that may be captured", "允许捕集的CO₂类别");
    public static readonly Bilingual GoalTarget = new("Target by period (Mt/y)", "各时期目标（百万吨/年）");
    public static readonly Bilingual GoalPrice = new("CO₂ price by period ($/t)", "各时期CO₂价格（美元/吨）");
    public static readonly Bilingual Lowered = new("lowered from {0}", "由 {0} 下调");
    public static readonly Bilingual Verdict = new(
        "By {0} the plan captures {1} from {2} sites. It costs {3} (discounted), {4} after credits. No plan can do it for less than {5}: the gap is {6} of the cost.",
        "到 {0} 年，方案在 {2} 个场址捕集 {1}。折现总成本为 {3}，扣除税收抵免后净额为 {4}。任何方案的净额都不可能低于 {5}：差距为总成本的 {6}。");
    public static readonly Bilingual AuditPassed = new(
        "Audit passed: every rule was checked again without the solver, and the cost recomputed from the plan alone.",
        "审计通过：已在不依赖求解器的情况下逐条复核全部规则，并仅凭方案本身重新计算了成本。");
    public static readonly Bilingual AuditFailed = new("Audit failed: the plan breaks {0} rules. Do not use it.", "审计未通过：方案违反 {0} 条规则，请勿使用。");
    public static readonly Bilingual NothingBuilt = new("The plan builds nothing.", "该方案不建设任何设施。");

    public static readonly Bilingual ListBreak = new(", ", "，");
    public static readonly Bilingual Colon = new(": ", "：");
    public static readonly Bilingual InBrackets = new(" ({0})", "（{0}）");

    // The figures at a glance.
    public static readonly Bilingual Cost = new("Cost, discounted", "总成本（折现）");
    public static readonly Bilingual CreditsDiscounted = new("Credits, discounted", "税收抵免（折现）");
    public static readonly Bilingual PriceIncome = new("CO₂ price income, discounted", "CO₂价格收入（折现）");
    public static readonly Bilingual Net = new("Net cost", "净成本");
    public static readonly Bilingual Bound = new("Bound on net cost", "净成本下界");
    public static readonly Bilingual Gap = new("Gap", "差距");
    public static readonly Bilingual GapNetwork = new("Gap over transport and storage", "差距（相对输送与封存成本）");
    public static readonly Bilingual Audit = new("Audit", "审计");
    public static readonly Bilingual Passed = new("passed", "通过");
    public static readonly Bilingual Failed = new("failed", "未通过");
    public static readonly Bilingual StoredInAll = new("Stored in all", "累计封存");

    // The map.
    public static readonly Bilingual MapTitle = new("Build-out", "建设进程");
    public static readonly Bilingual MapLead = new(
        "Pipelines laid by the end of each period, plants that capture in it, and the formations that fill. Point at a line or a circle for its figures.",
        "各时期末已敷设的管道、当期捕集的工厂以及接收CO₂的地层。将指针移到线条或圆点上可查看数据。");
    public static readonly Bilingual MapOf = new("Map of the build-out, {0}", "建设进程图，{0}");
    public static readonly Bilingual MapDescription = new(
        "{0}: {1} captured at {2} sites, {3} of pipeline in place ({4} new), {5} formations and uses taking CO₂.",
        "{0} 年：{2} 个场址捕集 {1}，在用管道 {3}（新建 {4}），{5} 处地层与利用点接收CO₂。");
    public static readonly Bilingual PictureHead = new("{0}: {1} captured, {2} of pipeline", "{0} 年：捕集 {1}，管道 {2}");
    public static readonly Bilingual AllPeriods = new("All periods", "全部时期");
    public static readonly Bilingual ChoosePeriod = new("Period shown on the map", "地图显示的时期");
    public static readonly Bilingual ZoomIn = new("Zoom in", "放大");
    public static readonly Bilingual ZoomOut = new("Zoom out", "缩小");
    public static readonly Bilingual WholeMap = new("Whole map", "全图");
    public static readonly Bilingual Legend = new("Legend", "图例");
    public static readonly Bilingual Pipelines = new("Pipelines laid by the plan", "方案敷设的管道");
    public static readonly Bilingual NewPipeline = new("new in the period", "当期新建");
    public static readonly Bilingual IdlePipeline = new("laid, not carrying", "已建未用");
    public static readonly Bilingual ExistingPipeline = new("existing CO₂ pipeline", "现有CO₂管道");
    public static readonly Bilingual ExistingUsed = new("existing, carrying the plan’s CO₂", "现有管道，输送本方案CO₂");
    public static readonly Bilingual CaptureLegend = new("Capture (area grows with the rate)", "捕集（面积与捕集量成正比）");
    public static readonly Bilingual Stopped = new("has stopped: credit ended", "已停运：抵免期满");
    public static readonly Bilingual UncapturedDot = new("not captured, 100 kt/y or more", "未捕集，10 万吨/年及以上");
    public static readonly Bilingual StorageLegend = new("Storage", "封存");
    public static readonly Bilingual FormationDisc = new("formation, drawn as a circle of equal area", "地层（以等面积圆表示）");
    public static readonly Bilingual FillDisc = new("share of its capacity filled", "已用容量占比");
    public static readonly Bilingual InjectionPoint = new("injection", "注入点");
    public static readonly Bilingual UsePoint = new("enhanced oil recovery", "强化采油");
    public static readonly Bilingual MapData = new("Map data:", "地图数据：");
    public static readonly Bilingual Since = new("since {0}", "自 {0} 年起");
    public static readonly Bilingual LaidIn = new("laid {0}", "{0} 建成");
    public static readonly Bilingual Filled = new("{0} filled", "已用 {0}");

    // Charts and tables.
    public static readonly Bilingual ShowTable = new("Figures", "数据表");
    public static readonly Bilingual Total = new("Total", "合计");
    public static readonly Bilingual CaptureTitle = new("Capture", "捕集");
    public static readonly Bilingual CaptureBySector = new("Capture by sector, mean rate of each period ({0})", "分行业捕集量，各时期年均值（{0}）");
    public static readonly Bilingual TargetTitle = new("Target, capture and direct air capture ({0})", "目标、捕集与直接空气捕集（{0}）");
    public static readonly Bilingual DacTitle = new("Capture at plants and from the air ({0})", "工厂捕集与直接空气捕集（{0}）");
    public static readonly Bilingual LargestCaptures = new("The {0} largest captures", "规模最大的 {0} 项捕集");
    public static readonly Bilingual RunsHead = new("Runs", "运行年份");
    public static readonly Bilingual CaptureCostHead = new("Capture cost ($/t)", "捕集成本（美元/吨）");
    public static readonly Bilingual CapturedWithoutDac = new("Captured at plants", "工厂捕集");
    public static readonly Bilingual TargetAsked = new("Target asked for", "原定目标");
    public static readonly Bilingual TargetUsed = new("Target planned for", "采用目标");
    public static readonly Bilingual Sites = new("Capturing sites", "捕集场址数");
    public static readonly Bilingual Electricity = new("Electricity (TWh/y)", "用电（太瓦时/年）");
    public static readonly Bilingual Heat = new("Heat (PJ/y)", "用热（拍焦/年）");
    public static readonly Bilingual CostTitle = new("Cost", "成本");
    public static readonly Bilingual CostWhole = new("The whole plan, discounted ({0})", "全方案折现成本（{0}）");
    public static readonly Bilingual CostByPeriod = new("Spending by period, undiscounted, period totals ({0})", "各时期支出，未折现，时期合计（{0}）");
    public static readonly Bilingual Capture = new("Capture", "捕集");
    public static readonly Bilingual Dac = new("Direct air capture", "直接空气捕集");
    public static readonly Bilingual Transport = new("Transport", "输送");
    public static readonly Bilingual Storage = new("Storage", "封存");
    public static readonly Bilingual Credits = new("Credits", "税收抵免");
    public static readonly Bilingual PipesTitle = new("Pipelines", "管道");
    public static readonly Bilingual PipesLaid = new("New pipelines by diameter (km laid in each period)", "各时期新建管道，按管径（公里）");
    public static readonly Bilingual PipeKm = new("Pipelines in use at the period’s end (km)", "期末在用管道（公里）");
    public static readonly Bilingual StorageTitle = new("Storage", "封存");
    public static readonly Bilingual StorageUse = new("The {0} formations that take most: filled by {1}, of capacity", "接收量最大的 {0} 处地层：至 {1} 年末的已用容量占比");
    public static readonly Bilingual StorageByKind = new("CO₂ stored by kind of storage ({0})", "按封存方式的年均封存量（{0}）");
    public static readonly Bilingual FilledOf = new("{0} of {1} ({2})", "{0} / {1}（{2}）");
    public static readonly Bilingual StorageKindHead = new("Kind", "类型");
    public static readonly Bilingual AllStorage = new("All formations and uses ({0})", "全部地层与利用点（{0} 处）");
    public static readonly Bilingual FormationHead = new("Formation or use", "地层或利用点");
    public static readonly Bilingual StateHead = new("State", "州");
    public static readonly Bilingual StoredHead = new("Stored ({0})", "封存量（{0}）");
    public static readonly Bilingual CapacityHead = new("Capacity ({0})", "容量（{0}）");
    public static readonly Bilingual ShareHead = new("Filled", "占比");
    public static readonly Bilingual ProjectsHead = new("Projects (opened of possible)", "项目数（已开/可开）");
    public static readonly Bilingual ReadyHead = new("Injection possible from", "最早注入年份");
    public static readonly Bilingual CreditsTitle = new("Credits", "税收抵免");
    public static readonly Bilingual CreditsByPeriod = new("Credits by period, real and undiscounted, period totals ({0})", "各时期税收抵免，不变价、未折现，时期合计（{0}）");
    public static readonly Bilingual CliffTitle = new("Capture that stops when its credit ends ({0})", "抵免期满后停运的捕集量（{0}）");
    public static readonly Bilingual CliffLead = new(
        "A credit is paid for the years that the law gives, from the day a unit starts. {0} units, {1} at their last running, stop when theirs ends.",
        "税收抵免自机组投运之日起按法定年限支付。抵免期满后将有 {0} 个机组停运，停运前捕集量合计 {1}。");
    public static readonly Bilingual NoCliff = new("No unit stops because its credit ends.", "没有机组因抵免期满而停运。");
    public static readonly Bilingual AfterYear = new("after {0}", "{0} 年后");
    public static readonly Bilingual UnitsHead = new("Units", "机组数");
    public static readonly Bilingual SiteHead = new("Site", "场址");
    public static readonly Bilingual SectorHead = new("Sector", "行业");
    public static readonly Bilingual ProcessHead = new("Process", "工艺");
    public static readonly Bilingual LastRunHead = new("Last running", "最后运行期");
    public static readonly Bilingual RateHead = new("Rate ({0})", "捕集量（{0}）");
    public static readonly Bilingual LargestCliff = new("The largest", "规模最大的机组");

    // What the plan owes to the law.
    public static readonly Bilingual ReceiptTitle = new("What the plan owes to the law", "方案对法律的依赖");
    public static readonly Bilingual ReceiptLead = new(
        "Law as of {0}, register {1}. It moves {2} in this plan (credits paid out and fees paid in, real, undiscounted). A dollar is as well evidenced as the weakest claim that it rests on; nobody has verified a claim unless the table says so.",
        "法律截至 {0}，登记库 {1}。它在本方案中带动资金 {2}（发放的抵免与缴纳的费用，不变价，未折现）。每一美元的证据以其所依据的最弱主张为准；除非表中注明，尚无主张经人核实。");
    public static readonly Bilingual ReceiptAssumed = new("Assumed besides the law: {0}.", "法律之外的假定：{0}。");
    public static readonly Bilingual ReceiptMode = new("Mode {0}.", "模式 {0}。");
    public static readonly Bilingual ReceiptMoney = new("Money that policy moves, by review state ({0})", "政策带动的资金，按审核状态（{0}）");
    public static readonly Bilingual ReceiptLeadTimes = new("Formations whose permit lead time rests on such claims", "许可时长依据此类主张的地层数");
    public static readonly Bilingual ReceiptClauses = new("Clauses that are not computed, and the money they could change ({0})", "未计算的条款及其可能改变的资金（{0}）");
    public static readonly Bilingual ReceiptCoefficients = new("Every coefficient that the law gives ({0} entries)", "法律给出的全部系数（{0} 个条目）");
    public static readonly Bilingual MoneyKindHead = new("Cost or earning", "费用或收入");
    public static readonly Bilingual AmountHead = new("Amount", "金额");
    public static readonly Bilingual ClauseHead = new("Clause", "条款");
    public static readonly Bilingual SaysHead = new("What it says", "内容");
    public static readonly Bilingual ParameterHead = new("Parameter", "参数");
    public static readonly Bilingual EntryHead = new("Entry", "条目");
    public static readonly Bilingual EvidenceHead = new("Evidence", "证据");
    public static readonly Bilingual MoneyHead = new("Money ({0})", "资金（{0}）");
    public static readonly Bilingual StoredMass = new("{0} stored", "封存 {0}");
    public static readonly Bilingual NotArchived = new("{0} (not archived)", "{0}（未存档）");
    public static readonly Bilingual RestsOnOverlay = new("overlay {0}", "叠加方案 {0}");
    public static readonly Bilingual NoEvidence = new("none", "无");
    public static readonly Bilingual StorageFees = new("Storage fees", "封存费");

    // The proof.
    public static readonly Bilingual GapTitle = new("How good is this plan?", "方案有多好？");
    public static readonly Bilingual GapMeaning = new(
        "The net cost of this plan is {0}. A proof, made apart from the search for the plan, shows that no plan that keeps all the rules can cost less than {1} net. So the best there is lies between the two: at most {2} better than this plan, which is {3} of its cost.",
        "本方案的净成本为 {0}。与方案搜索相互独立的证明表明，任何满足全部规则的方案，其净成本都不可能低于 {1}。因此最优方案必在两者之间：至多比本方案好 {2}，即其总成本的 {3}。");
    public static readonly Bilingual GapNetworkMeaning = new(
        "Against transport and storage alone, the part that the network decides, the same difference is {0}.",
        "若只与由管网决定的输送和封存成本相比，同一差额为 {0}。");
    public static readonly Bilingual GapLimits = new(
        "The bound speaks of the model: of its candidate routes, its costs and its rules. It does not say how sure the costs are. The bibliography gives each figure’s confidence.",
        "该下界只针对模型本身，即其候选路线、成本与规则，并不说明成本数据有多可靠。各项数据的可信度见参考来源。");
    public static readonly Bilingual BoundProvedBy = new("Bound proved by", "下界证明方法");
    public static readonly Bilingual Outcome = new("Outcome", "结果");
    public static readonly Bilingual BrokenRules = new("Broken rules ({0})", "违反的规则（{0} 处）");
    public static readonly Bilingual RuleHead = new("Rule", "规则");
    public static readonly Bilingual WhereHead = new("Where", "位置");
    public static readonly Bilingual WhatHead = new("What", "内容");
    public static readonly Bilingual Recomputed = new("Recomputed by the audit: cost {0}, net {1}.", "审计重新计算：总成本 {0}，净成本 {1}。");

    // What is left, and what a reader must know.
    public static readonly Bilingual UncapturedTitle = new("What stays in the air", "未捕集的排放");
    public static readonly Bilingual UncapturedLead = new("{0} streams of the region, {1} in all, are not captured by this plan.", "区域内有 {0} 股排放未被本方案捕集，合计 {1}。");
    public static readonly Bilingual UncapturedByReason = new("Uncaptured CO₂ by reason ({0})", "未捕集CO₂，按原因（{0}）");
    public static readonly Bilingual NothingUncaptured = new("The plan leaves no stream of the region uncaptured.", "区域内没有未被捕集的排放。");
    public static readonly Bilingual WithCount = new("{0} ({1} streams)", "{0}（{1} 股）");
    public static readonly Bilingual StreamsHead = new("Streams", "排放股数");
    public static readonly Bilingual NotesTitle = new("Notes", "说明");
    public static readonly Bilingual PlanNotes = new("On this plan", "关于本方案");
    public static readonly Bilingual DataNotes = new("On the data: what was doubtful and what was done", "关于数据：存疑之处与处理方式");
    public static readonly Bilingual NoDoubts = new("The dataset lists nothing doubtful.", "数据集未列出存疑数据。");
    public static readonly Bilingual TableHead = new("Table", "数据表");
    public static readonly Bilingual DoubtHead = new("Doubt", "疑点");
    public static readonly Bilingual RowsHead = new("Rows", "条数");
    public static readonly Bilingual ActionHead = new("What was done", "处理方式");
    public static readonly Bilingual AndOthers = new("{0} ({1} of them otherwise.)", "{0}（另有 {1} 条作其他处理）");
    public static readonly Bilingual BibliographyTitle = new("Bibliography", "参考来源");
    public static readonly Bilingual BibliographyLead = new(
        "Where each coefficient comes from. Confidence A: the primary source or its raw data was read. B: a secondary source was read. C: not evidenced, shown so that it can be replaced.",
        "每个系数的出处。可信度A：已读原始来源或其原始数据；B：已读二手来源；C：未经证实，列出以便替换。");
    public static readonly Bilingual KeyHead = new("Key", "键");
    public static readonly Bilingual UsedForHead = new("Used for", "用途");
    public static readonly Bilingual ValueHead = new("Value", "数值");
    public static readonly Bilingual SourceHead = new("Source", "来源");
    public static readonly Bilingual ConfidenceHead = new("Confidence", "可信度");
    public static readonly Bilingual ReviewHead = new("Review", "审核状态");
    public static readonly Bilingual Link = new("link", "链接");
    public static readonly Bilingual CreditLinesTitle = new("Data credits", "数据致谢与许可");
    public static readonly Bilingual AgainTitle = new("To make this plan again", "复现本方案");
    public static readonly Bilingual Engine = new("Engine version", "引擎版本");
    public static readonly Bilingual DatasetHash = new("Dataset", "数据集");
    public static readonly Bilingual RegisterHash = new("Register", "政策登记库");
    public static readonly Bilingual StudyHash = new("Study", "研究文件");
    public static readonly Bilingual Route = new("Solution route", "求解路线");
    public static readonly Bilingual Seed = new("Seed and threads", "随机种子与线程数");

    // The summary in the terminal, and answers that are not plans.
    public static readonly Bilingual SummaryPeriod = new("{0}: captures {1} (air {2}) at {3} sites, stores {4}, to oil fields {5}, credits {6}, new pipelines {7}", "{0} 年：捕集 {1}（其中空气捕集 {2}），{3} 个场址；封存 {4}，用于采油 {5}；抵免 {6}；新建管道 {7}");
    public static readonly Bilingual SummaryMoney = new("cost {0} = capture {1} + air {2} + transport {3} + storage {4} (discounted)", "总成本 {0} = 捕集 {1} + 空气捕集 {2} + 输送 {3} + 封存 {4}（折现）");
    public static readonly Bilingual SummaryMoneyWithFees = new(
        "cost {0} = capture {1} + air {2} + transport {3} + storage {4} + storage fees {5} (discounted)",
        "总成本 {0} = 捕集 {1} + 空气捕集 {2} + 输送 {3} + 封存 {4} + 封存费 {5}（折现）");
    public static readonly Bilingual SummaryLaw = new(
        "the law moves {0} (undiscounted): {1} rests on verified claims, {2} on evidence-complete claims, {3} on drafts",
        "法律带动资金 {0}（未折现）：{1} 基于已核实的主张，{2} 基于证据齐备的主张，{3} 基于草稿");
    public static readonly Bilingual SummaryDrafts = new("drafts among what that money rests on: {0}", "其中属草稿的依据：{0}");
    public static readonly Bilingual SummaryPermits = new(
        "permit lead times of {0} formations: {1} on verified claims, {2} on evidence-complete claims, {3} on drafts",
        "{0} 处地层的许可时长：{1} 处基于已核实的主张，{2} 处基于证据齐备的主张，{3} 处基于草稿");
    public static readonly Bilingual SummaryNet = new("net {0} = cost − credits {1} − price income {2}", "净成本 {0} = 总成本 − 税收抵免 {1} − 价格收入 {2}");
    public static readonly Bilingual SummaryBound = new("bound {0}, gap {1} of cost, {2} of transport and storage; {3}", "下界 {0}，差距为总成本的 {1}、输送与封存成本的 {2}；{3}");
    public static readonly Bilingual SummaryAudit = new("audit {0}", "审计{0}");
    public static readonly Bilingual SummaryBroken = new("breaks {0} at {1}: {2}", "违反 {0}（{1}）：{2}");
    public static readonly Bilingual MoreBroken = new("… and {0} more; the report lists them all", "……另有 {0} 条，详见报告");
    public static readonly Bilingual Infeasible = new("No plan keeps all the rules. Any one of these would have to give, by at least:", "不存在满足全部规则的方案。以下限制须放宽，至少放宽：");
    public static readonly Bilingual OutOfTime = new("The time ran out before a plan was found ({0} s).", "在找到方案之前时间已用尽（{0} 秒）。");

    /// <summary>The words with their places filled.</summary>
    public static string In(this Bilingual text, Language language, params ReadOnlySpan<object?> figures) =>
        string.Format(CultureInfo.InvariantCulture, text.In(language), figures);
}
