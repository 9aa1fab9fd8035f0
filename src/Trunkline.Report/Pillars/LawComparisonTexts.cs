using Trunkline.Domain;

namespace Trunkline.Report;

/// <summary>Every sentence of the page on two plans under two laws, in English and Chinese side by side.</summary>
public static class LawComparisonTexts
{
    public static readonly Bilingual Title = new("One question under two laws", "两套法律下的同一问题");
    public static readonly Bilingual Lead = new(
        "What changed with the law from {0} to {1}, in numbers, and the entry of the register, the event and the clause behind each change.",
        "法律由 {0} 变为 {1} 后的数字变化，以及每一变化背后的登记册条目、事件与条款。");
    public static readonly Bilingual Besides = new(
        "Besides the law the plans differ in: {0}. What follows need not be the law's doing.", "除法律外，两个方案还在以下方面不同：{0}。以下差异未必由法律引起。");
    public static readonly Bilingual Numbers = new("In numbers", "数字对照");
    public static readonly Bilingual NumbersLead = new(
        "M$ by period are real and undiscounted; in all they are discounted. Each plan is as good as its own bound says, no better: no plan of that law nets less than its bound.",
        "各时期的百万美元为不变价、未折现；合计为折现值。每个方案的优劣以其自身下界为限：在该法律下没有净成本低于下界的方案。");
    public static readonly Bilingual Changes = new("What the law changed", "法律改变了什么");
    public static readonly Bilingual ChangesLead = new(
        "Answers of the register that differ. Questions that differ in days and years only stand in one line, with the least and the greatest value.",
        "登记册中不同的答案。仅日期和年份不同的问题合为一行，列出最小与最大值。");
    public static readonly Bilingual SameAmount = new("the same values from another entry", "数值相同，条目不同");
    public static readonly Bilingual NoValue = new("none in force", "无有效数值");
    public static readonly Bilingual Clauses = new("Entries and their clauses", "条目及其条款");
    public static readonly Bilingual ClausesLead = new(
        "Where each value stands: the claim in our own words, with the place in its source.", "各数值的出处：以自己的话概述的主张及其在来源中的位置。");
    public static readonly Bilingual Bridge = new("From one net to the other", "从一个净成本到另一个");
    public static readonly Bilingual BridgeLead = new(
        "Each plan stays as it is built and takes the other law one parameter at a time. A rule that it then breaks is named: under that law it may not be built so. What planning anew changes holds the slack of both searches. M$, discounted; below zero is cheaper.",
        "各方案保持既定建设，逐个参数换用另一法律。若因此违反规则则列出：在该法律下不得如此建设。重新规划的变化包含两次搜索的余量。单位为百万美元（折现）；负值表示更便宜。");
    public static readonly Bilingual Net = new("Net of the plan under its own law", "方案在自身法律下的净成本");
    public static readonly Bilingual Interplay = new("All at once, beyond the sum", "同时改变超出各项之和的部分");
    public static readonly Bilingual Under = new("The same plan under the other law", "同一方案在另一法律下");
    public static readonly Bilingual Replanning = new("Planning anew", "重新规划");
    public static readonly Bilingual Other = new("Net of the other plan", "另一方案的净成本");
    public static readonly Bilingual Commitments = new("Goals and commitments", "目标与承诺");
    public static readonly Bilingual CommitmentsLead = new(
        "What is a goal or a duty in law on either day. Where it is none, what is reported is voluntary.", "两个日期各自在法律上的目标或义务。若无，则所报均属自愿。");
    public static readonly Bilingual Power = new("Power free of carbon by {0}", "{0} 年电力无碳");
    public static readonly Bilingual Economy = new("Net zero by {0}", "{0} 年净零");
    public static readonly Bilingual ShareAsked = new("Share for disadvantaged communities, asked of the plan", "要求方案达到的弱势社区份额");
    public static readonly Bilingual ShareReached = new("The same, reached (of the capital at work in capture)", "同上，实际达到（占在用捕集资本）");
    public static readonly Bilingual Force = new("Works that bind under one law only", "仅在一套法律下有效的文件");
    public static readonly Bilingual ForceLead = new("From their events in the register on either day, assumed ones included.", "依据登记册中两个日期的事件，包括假定的事件。");
    public static readonly Bilingual InLaw = new("in law", "法律上有效");
    public static readonly Bilingual Assumed = new("assumed ({0})", "假定（{0}）");
    public static readonly Bilingual NotInLaw = new("not in law", "法律上无效");
    public static readonly Bilingual Nothing = new("nothing", "无");
    public static readonly Bilingual WhatHead = new("What", "项目");
    public static readonly Bilingual WhenHead = new("When", "时期");
    public static readonly Bilingual DifferenceHead = new("Difference", "差");
    public static readonly Bilingual ParameterHead = new("Parameter", "参数");
    public static readonly Bilingual AskedHead = new("Asked for", "所问");
    public static readonly Bilingual CauseHead = new("Changed by", "变更依据");
    public static readonly Bilingual EntryHead = new("Entry", "条目");
    public static readonly Bilingual LawHead = new("Law from – before", "法律有效期");
    public static readonly Bilingual SaysHead = new("Says", "内容");
    public static readonly Bilingual PieceHead = new("Piece", "环节");
    public static readonly Bilingual FirstHead = new("First plan, M$", "前一方案（百万美元）");
    public static readonly Bilingual SecondHead = new("Second plan, M$", "后一方案（百万美元）");
    public static readonly Bilingual FirstBreaks = new("First plan breaks", "前一方案违反的规则");
    public static readonly Bilingual SecondBreaks = new("Second plan breaks", "后一方案违反的规则");
    public static readonly Bilingual Happened = new("{0}: {1}: {2}.", "{0}：{1}：{2}。");
    public static readonly Bilingual DoneBy = new("{0}: {1}, {2}, {3}.", "{0}：{1}（{2}）{3}。");
    public static readonly Bilingual WorkHead = new("Work", "文件");
    public static readonly Bilingual Whole = new("whole plan", "整个方案");

    private static readonly Dictionary<string, Bilingual> Names = new(StringComparer.Ordinal)
    {
        ["captured"] = new("Captured, Mt/y", "捕集（百万吨/年）"),
        ["air"] = new("From the air, Mt/y", "直接空气捕集（百万吨/年）"),
        ["stored"] = new("To dedicated storage, Mt/y", "专用封存（百万吨/年）"),
        ["used"] = new("To oil fields and other uses, Mt/y", "油田及其他利用（百万吨/年）"),
        ["capturing-sites"] = new("Sites that capture", "捕集场址数"),
        ["credits-paid"] = new("Credits paid, M$", "支付的抵免（百万美元）"),
        ["cost"] = new("Cost, M$", "总成本（百万美元）"),
        ["capture"] = new("of which capture, M$", "其中捕集（百万美元）"),
        ["dac"] = new("of which air capture, M$", "其中空气捕集（百万美元）"),
        ["transport"] = new("of which transport, M$", "其中输送（百万美元）"),
        ["storage"] = new("of which storage, M$", "其中封存（百万美元）"),
        ["storage-fees"] = new("of which fees of states, M$", "其中州收费（百万美元）"),
        ["credits"] = new("Credits, M$", "抵免（百万美元）"),
        ["net"] = new("Net, M$", "净成本（百万美元）"),
        ["bound"] = new("Bound of the net, M$", "净成本下界（百万美元）"),
        ["gap"] = new("Gap, % of cost", "差距（占总成本 %）"),
        ["None"] = new("never in force", "从未生效"),
        ["InForce"] = new("in force", "有效"),
        ["Suspended"] = new("suspended", "中止"),
        ["Ended"] = new("ended", "终止"),
        ["Uncertain"] = new("uncertain", "不确定"),
        ["announced"] = new("announced", "公布"),
        ["draft-released"] = new("draft released", "发布草案"),
        ["proposed"] = new("proposed", "提议"),
        ["adopted"] = new("adopted", "通过"),
        ["ratified"] = new("ratified", "批准"),
        ["published"] = new("published", "公布"),
        ["amended"] = new("amended", "修订"),
        ["in-force"] = new("in force", "生效"),
        ["suspended"] = new("suspended", "暂停"),
        ["resumed"] = new("resumed", "恢复"),
        ["repealed"] = new("repealed", "废止"),
        ["expired"] = new("expired", "到期"),
        ["withdrawn"] = new("withdrawn", "撤回"),
        ["amends"] = new("amends it", "予以修订"),
        ["repeals"] = new("repeals it", "予以废止"),
        ["replaces"] = new("replaces it", "予以取代"),
        ["implements"] = new("implements it", "予以实施"),
        ["funds"] = new("funds it", "提供资金"),
        ["interprets"] = new("interprets it", "予以解释"),
        ["transposes"] = new("transposes it", "予以转化"),
        ["supersedes"] = new("supersedes it", "予以替代"),
        ["study"] = new("study", "研究"),
        ["dataset"] = new("dataset", "数据集"),
        ["engine"] = new("engine", "引擎"),
    };

    /// <summary>A word of the comparison for people; one that is not listed is its own name.</summary>
    public static string Word(string name, Language language) => Names.TryGetValue(name, out Bilingual? text) ? text.In(language) : name;
}
