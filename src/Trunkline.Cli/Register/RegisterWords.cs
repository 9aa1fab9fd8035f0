using Trunkline.Domain;

namespace Trunkline.Cli.Register;

/// <summary>What the commands that show the register say, in both languages.</summary>
internal static class RegisterWords
{
    public static readonly Bilingual List = new("List the records of the register.", "列出登记册的记录。");
    public static readonly Bilingual Show = new("Show one record: events, force on a day, claims beside their evidence.", "显示一条记录：事件、某日的效力、论断及其证据。");
    public static readonly Bilingual Search = new("Find words in titles, parameters, claims and texts, in both languages.", "在标题、参数、论断和正文中查找词语（中英文）。");
    public static readonly Bilingual Diff = new("Say in what two accounts of a policy, or the register on two days, differ.", "比较同一政策的两种叙述，或登记册在两日之间的差异。");
    public static readonly Bilingual Graph = new("Show how policies amend, fund or repeal each other.", "显示政策之间的修订、资助、废止等关系。");
    public static readonly Bilingual Matrix = new("Show the regulatory matrix: criteria by jurisdiction on a day.", "显示监管矩阵：某日各法域对各项准则的规定。");
    public static readonly Bilingual Stale = new("List the sources that were read too long ago.", "列出核读时间过久的来源。");

    public static readonly Bilingual AsOf = new("The day whose law is read, yyyy-mm-dd. Default: today.", "采用此日的法律，yyyy-mm-dd。默认：今天。");
    public static readonly Bilingual JurisdictionOption = new("Only these jurisdictions, e.g. us,us-tx,eu.", "只看这些法域，例如 us,us-tx,eu。");
    public static readonly Bilingual KindOption = new("Only this kind of instrument, e.g. tax-credit.", "只看此类工具，例如 tax-credit。");
    public static readonly Bilingual StatusOption = new("Only documents of this status, e.g. draft.", "只看此状态的文件，例如 draft。");
    public static readonly Bilingual ForceOnOption = new("Only policies in force on this day.", "只看此日有效的政策。");
    public static readonly Bilingual StateOption = new("Only records in this state of review, e.g. draft.", "只看此审核状态的记录，例如 draft。");
    public static readonly Bilingual ClusterOption = new("Only records of a cluster whose name holds this.", "只看群组名称含此词的记录。");
    public static readonly Bilingual RecordArgument = new("A record's id, e.g. us.45q.", "记录的编号，例如 us.45q。");
    public static readonly Bilingual BothOption = new("Show the text in both languages.", "以两种语言显示正文。");
    public static readonly Bilingual SearchArgument = new("Words to find.", "要查找的词语。");
    public static readonly Bilingual MostOption = new("Show at most this many passages.", "最多显示的段落数。");
    public static readonly Bilingual AccountArgument = new("A record's id, a revision of it (us.45q@1), or the file of a policy hub's entry.", "记录的编号、其某一修订版（us.45q@1），或政策库条目的文件。");
    public static readonly Bilingual FromOption = new("Compare the register as of this day…", "比较登记册在此日……");
    public static readonly Bilingual ToOption = new("…with this day.", "……与此日的差异。");
    public static readonly Bilingual DotOption = new("Print the graph for Graphviz.", "以 Graphviz 格式输出。");
    public static readonly Bilingual CompareOption = new("Show what differs between the day and this one.", "显示该日与此日之间的差异。");
    public static readonly Bilingual CriterionOption = new("Only these criteria, e.g. liability-period.", "只看这些准则，例如 liability-period。");
    public static readonly Bilingual TodayOption = new("The day from which age is counted. Default: today.", "计算时限的日期。默认：今天。");
    public static readonly Bilingual NotADay = new("{0} takes a day written yyyy-mm-dd.", "{0} 应为 yyyy-mm-dd 形式的日期。");

    public static readonly Bilingual Id = new("id", "编号");
    public static readonly Bilingual Kind = new("kind", "类别");
    public static readonly Bilingual Force = new("force", "效力");
    public static readonly Bilingual State = new("state", "审核");
    public static readonly Bilingual Title = new("title", "标题");
    public static readonly Bilingual Document = new("document", "文件");
    public static readonly Bilingual Level = new("binding level", "约束层级");
    public static readonly Bilingual Citation = new("citation", "引称");
    public static readonly Bilingual ForceOn = new("Force on {0}: {1}", "{0} 的效力：{1}");
    public static readonly Bilingual Since = new(", since {0}", "，自 {0} 起");
    public static readonly Bilingual LastDay = new(", last in force on {0}", "，最后有效日 {0}");
    public static readonly Bilingual Events = new("What happened", "事件");
    public static readonly Bilingual NotYet = new("(after the day asked about)", "（在所问日期之后）");
    public static readonly Bilingual Parameters = new("Parameters, with the entries in force on that day", "参数及当日有效的条目");
    public static readonly Bilingual InService = new("in service", "投运");
    public static readonly Bilingual ConstructionBegun = new("construction begun", "开工");
    public static readonly Bilingual Years = new("years", "年份");
    public static readonly Bilingual FromDay = new("from {0}", "自 {0} 起");
    public static readonly Bilingual BeforeDay = new("before {0}", "{0} 之前");
    public static readonly Bilingual NoEntry = new("no entry in force on that day", "当日没有有效条目");
    public static readonly Bilingual Claims = new("Claims beside their evidence", "论断与证据");
    public static readonly Bilingual ReadOn = new("read {0}", "核读于 {0}");
    public static readonly Bilingual Archived = new("text kept", "已存原文");
    public static readonly Bilingual NotArchived = new("text not kept", "未存原文");
    public static readonly Bilingual Quote = new("quote", "引文");
    public static readonly Bilingual RestsOn = new("rests on", "依据");
    public static readonly Bilingual RestsOnNothing = new("rests on nothing", "没有依据");
    public static readonly Bilingual Conflicts = new("Where sources disagree", "来源之间的分歧");
    public static readonly Bilingual Used = new("(used)", "（采用）");
    public static readonly Bilingual NotModelled = new("Not computed", "未计算的条款");
    public static readonly Bilingual Stacking = new("Together with other benefits", "与其他优惠的叠加");
    public static readonly Bilingual Relations = new("Relations", "关系");
    public static readonly Bilingual Clusters = new("Clusters", "群组");
    public static readonly Bilingual Impact = new("Impact", "影响");
    public static readonly Bilingual Facilities = new("Facilities", "设施");
    public static readonly Bilingual Text = new("Text", "正文");
    public static readonly Bilingual Holds = new("What holds it in its state", "使其停留在该状态的原因");

    public static readonly Bilingual RecordCount = new("{0} of {1} records, law as of {2}.", "{1} 条记录中的 {0} 条，法律截至 {2}。");
    public static readonly Bilingual AllDrafts = new("Every record shown is a draft: no person has reviewed it against its sources.", "所示记录全部为草稿：尚无人对照来源审核。");
    public static readonly Bilingual NoneVerified = new(
        "Records shown: {0}; no person has reviewed any of them.", "所示记录：{0}；尚无人审核其中任何一条。");

    public static readonly Bilingual SomeVerified = new("Records shown: {0}.", "所示记录：{0}。");
    public static readonly Bilingual NoRecord = new("No record stands behind this, and no person has reviewed it.", "此处没有记录，也尚无人审核。");

    public static readonly Bilingual HitCount = new("{0} passages in {1} records; {2} shown.", "{1} 条记录中的 {0} 处；显示 {2} 处。");
    public static readonly Bilingual NothingFound = new("Nothing found. All words must stand in one record; part of a word is enough.", "没有找到。所有词语须出现在同一条记录中；词的一部分亦可。");

    public static readonly Bilingual Differ = new("{0} against {1}: {2} fields differ.", "{0} 与 {1}：{2} 个字段不同。");
    public static readonly Bilingual WhyCorrected = new("Why it was corrected: {0}", "更正的原因：{0}");
    public static readonly Bilingual Because = new("because", "原因");
    public static readonly Bilingual DaysDiffer = new("The register as of {0} against {1}", "登记册：{0} 与 {1} 相比");
    public static readonly Bilingual PoliciesChanged = new("Policies to which something happened", "发生变化的政策");
    public static readonly Bilingual ParametersChanged = new("Parameters whose entries changed", "条目有变的参数");
    public static readonly Bilingual ForAnAsset = new("For an asset begun and placed in service on {0}, in tax year {1}:", "对于 {0} 开工并投运的资产，{1} 纳税年度：");
    public static readonly Bilingual NoValue = new("no value ({0})", "无值（{0}）");
    public static readonly Bilingual RelationsCame = new("Relations that came", "新增的关系");
    public static readonly Bilingual CellsChanged = new("Cells of the matrix that differ", "不同的矩阵单元");
    public static readonly Bilingual NothingDiffers = new("Nothing differs.", "没有差异。");

    public static readonly Bilingual Alone = new("No arrows: {0}", "没有关系：{0}");
    public static readonly Bilingual GraphCount = new("{0} policies, {1} arrows as of {2}.", "{0} 项政策，{1} 条关系，截至 {2}。");

    public static readonly Bilingual Criterion = new("criterion", "准则");
    public static readonly Bilingual FillCount = new("{0}: {1} of {2} cells filled ({3}).", "{0}：{2} 个单元中已填 {1} 个（{3}）。");
    public static readonly Bilingual MatrixAsOf = new("Regulatory matrix as of {0}", "监管矩阵，截至 {0}");
    public static readonly Bilingual Nobody = new("Nobody has looked.", "尚无人研究。");
    public static readonly Bilingual CellsDiffer = new("{0} of {1} criteria differ.", "{1} 项准则中有 {0} 项不同。");
    public static readonly Bilingual EmptyMatrix = new("The register has no matrix.", "登记册没有矩阵。");

    public static readonly Bilingual Source = new("source", "来源");
    public static readonly Bilingual Retrieved = new("read on", "核读日");
    public static readonly Bilingual Due = new("due", "到期日");
    public static readonly Bilingual DaysLate = new("days late", "逾期天数");
    public static readonly Bilingual StaleCount = new("{0} of {1} sources were read longer ago than their kind of law allows, counted from {2}.", "{1} 个来源中有 {0} 个的核读时间超过其类别的时限，自 {2} 起算。");
}
