using Trunkline.Domain;

namespace Trunkline.Cli;

/// <summary>What the commands say that ask the register and compile it for the planner.</summary>
internal static class PolicyWords
{
    public static readonly Bilingual Ask = new(
        "Ask the register for one value. The parameter's dimensions are options by their own names: --source point --fate eor --labour full.",
        "向登记册询问一个数值。参数的各维度即同名选项：--source point --fate eor --labour full。");

    public static readonly Bilingual Parameter = new("Id of a parameter, for example us.45q.rate.", "参数编号，例如 us.45q.rate。");
    public static readonly Bilingual AsOf = new("The day whose law is read, yyyy-mm-dd. Required unless --mode gives it.", "读取此日的法律，yyyy-mm-dd。除非由 --mode 给出，否则必填。");
    public static readonly Bilingual InService = new("Day on which the asset enters service, yyyy-mm-dd.", "设施投运日，yyyy-mm-dd。");
    public static readonly Bilingual BeginConstruction = new("Day on which construction begins, yyyy-mm-dd.", "开工日，yyyy-mm-dd。");
    public static readonly Bilingual TaxYear = new("Year in which the benefit is earned.", "取得利益的年份。");
    public static readonly Bilingual Inflation = new("Yearly inflation for index factors that are not published yet, e.g. 0.025.", "用于推算尚未公布的指数系数的年通胀率，例如 0.025。");
    public static readonly Bilingual Overlay = new("Id of an overlay to assume; may be given several times.", "要假定的叠加方案编号；可多次给出。");
    public static readonly Bilingual Mode = new("Id of a mode: a named day with overlays.", "模式编号：指定的日期与叠加方案。");

    public static readonly Bilingual LawAsOf = new("Law as of {0}", "法律截至 {0}");
    public static readonly Bilingual Because = new("Because of:", "依据：");
    public static readonly Bilingual Part = new("  {0} entry {1}: {2}", "  {0} 条目 {1}：{2}");
    public static readonly Bilingual Clocks = new("    law {0}", "    法律 {0}");
    public static readonly Bilingual Service = new("    in service {0}", "    投运 {0}");
    public static readonly Bilingual Construction = new("    construction begun {0}", "    开工 {0}");
    public static readonly Bilingual Years = new("    benefit years {0}", "    受益年份 {0}");
    public static readonly Bilingual FromOverlay = new("    not law: overlay {0}", "    并非法律：叠加方案 {0}");
    public static readonly Bilingual IsProjected = new("    projected with the inflation given, not published", "    按所给通胀率推算，尚未公布");
    public static readonly Bilingual Note = new("    note: {0}", "    注：{0}");
    public static readonly Bilingual EvidenceHead = new("Evidence:", "证据：");
    public static readonly Bilingual NoEvidence = new("  none", "  无");
    public static readonly Bilingual NotArchived = new("not archived", "未存档");
    public static readonly Bilingual Standing = new("Review state {0}, confidence {1}.", "审核状态 {0}，可信度 {1}。");
    public static readonly Bilingual Range = new("Planning range {0} to {1}.", "规划区间 {0} 至 {1}。");
    public static readonly Bilingual Conflicts = new("Sources disagree:", "来源不一致：");
    public static readonly Bilingual Used = new("used", "采用");
    public static readonly Bilingual NotModelled = new("Not computed, and could change it:", "未计算而可能改变结果的条款：");

    public static readonly Bilingual NoAnswer = new("No answer: {0}", "没有答案：{0}");

    public static readonly Bilingual AsOfCommand = new("Show every parameter, and every policy's force, as the law stood on a day.", "显示某日法律下的全部参数与各政策的效力。");
    public static readonly Bilingual Day = new("The day, yyyy-mm-dd.", "日期，yyyy-mm-dd。");
    public static readonly Bilingual PolicyHead = new("policy", "政策");
    public static readonly Bilingual ForceHead = new("force", "效力");
    public static readonly Bilingual ParameterHead = new("parameter", "参数");
    public static readonly Bilingual EntryHead = new("entry", "条目");
    public static readonly Bilingual ConditionHead = new("where", "条件");
    public static readonly Bilingual ValueHead = new("value", "数值");
    public static readonly Bilingual StateHead = new("state", "审核状态");
    public static readonly Bilingual MoneyHead = new("money, $", "资金（美元）");
    public static readonly Bilingual RuleHead = new("rule", "规则");

    public static readonly Bilingual Compile = new(
        "Show the parameter set that the planner gets from the register, with its receipt.", "显示规划器从登记册得到的参数集及其收据。");
    public static readonly Bilingual StorageFeeUnknown = new("Not known, and not charged:", "未知且未计：");
    public static readonly Bilingual ImpactTouches = new("{0} of {1} plans rest on it.", "{1} 个方案中有 {0} 个依赖它。");
    public static readonly Bilingual CompileStudy = new("Study whose law, sites and periods are compiled. Default: us.", "据以编译的研究（法律、场址、时期）。默认：us。");
    public static readonly Bilingual CompileOut = new("File to write the JSON to.", "写入 JSON 的文件。");
    public static readonly Bilingual NotApplied = new("In force and not applied by the planner ({0}):", "有效但规划器未采用（{0} 项）：");
    public static readonly Bilingual Compiled = new("Law as of {0}, register {1}: {2} entries.", "法律截至 {0}，登记册 {1}：{2} 个条目。");
    public static readonly Bilingual Assumed = new("Assumed besides the law: {0}.", "法律之外的假定：{0}。");

    public static readonly Bilingual Impact = new(
        "List which stored plans rest on what a change touches, and how much of their money.", "列出哪些已存方案依赖某一改动所涉内容，以及涉及多少资金。");
    public static readonly Bilingual Change = new(
        "Overlay id, parameter id, 'parameter entry' as 'us.45q.rate/2025-any', or the folder of another register.",
        "叠加方案编号、参数编号、“参数/条目”（如 us.45q.rate/2025-any），或另一登记册的文件夹。");
    public static readonly Bilingual PlanFolders = new("Folders of plans, or folders that hold such folders. Default: out.", "方案文件夹，或包含方案文件夹的文件夹。默认：out。");
    public static readonly Bilingual PlanHead = new("plan", "方案");
    public static readonly Bilingual RestsHead = new("rests on", "依赖条目");
    public static readonly Bilingual ShareHead = new("share of the law's money", "占法律带动资金");
    public static readonly Bilingual NoPlans = new("No plan rests on it ({0} plans read).", "没有方案依赖它（已读 {0} 个方案）。");

    public static readonly Bilingual Compare = new(
        "Say what differs between two plans: in the law, in the coefficients, at which plants, in money.", "说明两个方案的差异：法律、系数、工厂与资金。");
    public static readonly Bilingual FirstPlan = new("A plan's folder, or its plan.json.", "方案的文件夹或其 plan.json。");
    public static readonly Bilingual SecondPlan = new("Another.", "另一个方案。");
    public static readonly Bilingual CompareOut = new("Also writes compare.html and compare.json into this folder.", "同时在此文件夹写入 compare.html 与 compare.json。");
    public static readonly Bilingual CompareWritten = new("Written to {0}.", "已写入 {0}。");
    public static readonly Bilingual NotTraced = new("Not traced to clauses of the register, which needs the study and the dataset of both plans: {0}", "未追溯至登记册条款（需要两个方案的研究与数据集）：{0}");
    public static readonly Bilingual LawChanged = new("Law: {0} → {1}", "法律：{0} → {1}");
    public static readonly Bilingual SameLaw = new("Both plans rest on the same values of law.", "两个方案所依据的法律数值相同。");
    public static readonly Bilingual CoefficientsChanged = new("Coefficients that differ ({0}):", "不同的系数（{0} 个）：");
    public static readonly Bilingual PlantsChanged = new("Plants that differ ({0}):", "不同的工厂（{0} 座）：");
    public static readonly Bilingual MoneyChanged = new("Money, discounted $:", "资金（折现，美元）：");
    public static readonly Bilingual OtherDifferences = new("Besides the law, the plans differ in: {0}. What follows need not be the law's doing.", "除法律外，两个方案还在以下方面不同：{0}。以下差异未必由法律引起。");
    public static readonly Bilingual Before = new("first", "前者");
    public static readonly Bilingual After = new("second", "后者");
    public static readonly Bilingual PlantHead = new("plant", "工厂");
    public static readonly Bilingual CapturedHead = new("captured, Mt", "捕集，百万吨");
    public static readonly Bilingual CreditHead = new("credit, $", "抵免，美元");

    private static readonly Dictionary<string, Bilingual> Known = new(StringComparer.Ordinal)
    {
        ["no-value-in-force"] = new("no value in force", "没有有效数值"),
        ["ambiguous-value"] = new("more than one value", "存在多个数值"),
        ["vintage-required"] = new("vintage required", "须给出投运日或开工日"),
        ["year-required"] = new("benefit year required", "须给出受益年份"),
        ["dimension-wrong"] = new("a dimension is missing or unknown", "维度缺失或未知"),
        ["projection-required"] = new("an inflation is required to project", "须给出通胀率以推算"),
        ["unknown-parameter"] = new("unknown parameter", "未知参数"),
        ["draft"] = new("draft", "草稿"),
        ["evidence-complete"] = new("evidence-complete", "证据齐备"),
        ["verified"] = new("verified", "已核实"),
        ["needs-review"] = new("needs-review", "待复核"),
        ["retired"] = new("retired", "不再维护"),
        ["none"] = new("none", "无"),
        ["in-force"] = new("in force", "有效"),
        ["suspended"] = new("suspended", "中止"),
        ["ended"] = new("ended", "终止"),
        ["uncertain"] = new("uncertain", "不确定"),
        ["cost"] = new("cost", "总成本"),
        ["net"] = new("net", "净成本"),
        ["credits"] = new("credits", "税收抵免"),
        ["capture"] = new("capture", "捕集"),
        ["dac"] = new("air", "空气捕集"),
        ["transport"] = new("transport", "输送"),
        ["storage"] = new("storage", "封存"),
        ["storage fees"] = new("storage fees", "封存费"),
        ["study"] = new("study", "研究"),
        ["dataset"] = new("dataset", "数据集"),
        ["engine"] = new("engine", "引擎"),
    };

    /// <summary>A word of the program in the reader's language, or the word itself.</summary>
    public static string Word(string key, Language language) => Known.TryGetValue(key, out Bilingual? words) ? words.In(language) : key;

    /// <summary>An enumeration's member as the register writes it: <c>NoValueInForce</c> is <c>no-value-in-force</c>.</summary>
    public static string Kebab(Enum member) => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(member.ToString());
}
