using System.Collections.Frozen;
using System.Text.Json;
using Trunkline.Domain;

namespace Trunkline.Register;

/// <summary>What the words of the format are called for readers, in both languages. Every member of every enumeration that a record shows has its term.</summary>
public static class RegisterTerms
{
    private static readonly FrozenDictionary<Enum, Bilingual> Terms = new Dictionary<Enum, Bilingual>
    {
        [InstrumentKind.TaxCredit] = new("tax credit", "税收抵免"),
        [InstrumentKind.Grant] = new("grant", "补助"),
        [InstrumentKind.Loan] = new("loan", "贷款"),
        [InstrumentKind.Regulation] = new("regulation", "监管规定"),
        [InstrumentKind.Permit] = new("permit", "许可"),
        [InstrumentKind.Prohibition] = new("prohibition", "禁令"),
        [InstrumentKind.Target] = new("target", "目标"),
        [InstrumentKind.Strategy] = new("strategy", "战略"),
        [InstrumentKind.Agreement] = new("agreement", "协定"),
        [InstrumentKind.Tax] = new("tax", "税"),
        [InstrumentKind.Certification] = new("certification", "认证"),
        [InstrumentKind.PropertyRule] = new("property rule", "产权规则"),
        [InstrumentKind.LiabilityRule] = new("liability rule", "责任规则"),
        [InstrumentKind.Unknown] = new("unknown", "未知"),

        [PolicyCategory.Strategic] = new("strategic", "战略类"),
        [PolicyCategory.Incentive] = new("incentive", "激励类"),
        [PolicyCategory.Regulatory] = new("regulatory", "监管类"),
        [PolicyCategory.Technical] = new("technical", "技术类"),
        [PolicyCategory.International] = new("international", "国际类"),

        [ValueChainStage.Capture] = new("capture", "捕集"),
        [ValueChainStage.Removal] = new("removal", "移除"),
        [ValueChainStage.Transport] = new("transport", "运输"),
        [ValueChainStage.Storage] = new("storage", "封存"),
        [ValueChainStage.Use] = new("use", "利用"),

        [BindingLevel.Treaty] = new("treaty", "条约"),
        [BindingLevel.Statute] = new("statute", "法律"),
        [BindingLevel.Regulation] = new("regulation", "法规"),
        [BindingLevel.ExecutiveOrder] = new("executive order", "行政令"),
        [BindingLevel.Guidance] = new("guidance", "指南"),
        [BindingLevel.Strategy] = new("strategy", "战略文件"),
        [BindingLevel.Unknown] = new("unknown", "未知"),

        [DocumentStatus.Announced] = new("announced", "已宣布"),
        [DocumentStatus.Draft] = new("draft", "草案"),
        [DocumentStatus.Adopted] = new("adopted", "已通过"),
        [DocumentStatus.Published] = new("published", "已发布"),
        [DocumentStatus.Withdrawn] = new("withdrawn", "已撤回"),
        [DocumentStatus.Unknown] = new("unknown", "未知"),

        [EventKind.Announced] = new("announced", "宣布"),
        [EventKind.DraftReleased] = new("draft released", "发布草案"),
        [EventKind.Proposed] = new("proposed", "提出"),
        [EventKind.Ratified] = new("ratified", "批准"),
        [EventKind.Published] = new("published", "公布"),
        [EventKind.Adopted] = new("adopted", "通过"),
        [EventKind.Amended] = new("amended", "修订"),
        [EventKind.InForce] = new("in force", "生效"),
        [EventKind.Suspended] = new("suspended", "暂停"),
        [EventKind.Resumed] = new("resumed", "恢复"),
        [EventKind.Repealed] = new("repealed", "废止"),
        [EventKind.Expired] = new("expired", "到期"),
        [EventKind.Withdrawn] = new("withdrawn", "撤回"),

        [RelationKind.Amends] = new("amends", "修订"),
        [RelationKind.Repeals] = new("repeals", "废止"),
        [RelationKind.Replaces] = new("replaces", "取代"),
        [RelationKind.Implements] = new("implements", "落实"),
        [RelationKind.Funds] = new("funds", "资助"),
        [RelationKind.Interprets] = new("interprets", "解释"),
        [RelationKind.Transposes] = new("transposes", "转化"),
        [RelationKind.Supersedes] = new("supersedes", "替代"),

        [LegalForce.None] = new("none", "无"),
        [LegalForce.InForce] = new("in force", "有效"),
        [LegalForce.Suspended] = new("suspended", "暂停"),
        [LegalForce.Ended] = new("ended", "已终止"),
        [LegalForce.Uncertain] = new("uncertain", "不确定"),

        [ReviewState.Draft] = new("draft", "草稿"),
        [ReviewState.EvidenceComplete] = new("evidence-complete", "证据齐备"),
        [ReviewState.Verified] = new("verified", "已核实"),
        [ReviewState.NeedsReview] = new("needs review", "待复核"),
        [ReviewState.Retired] = new("retired", "不再维护"),

        [Gate.Shape] = new("shape", "格式"),
        [Gate.Relations] = new("relations", "关系"),
        [Gate.Evidence] = new("evidence", "证据"),
        [Gate.Quotes] = new("quotes", "引文"),
        [Gate.Review] = new("review", "复核"),
        [Gate.Address] = new("address", "地址"),
        [Gate.Dates] = new("dates", "日期"),
        [Gate.Units] = new("units", "单位"),
        [Gate.Coverage] = new("coverage", "覆盖"),
        [Gate.Languages] = new("languages", "双语"),
        [Gate.Freshness] = new("freshness", "时效"),
        [Gate.Substance] = new("substance", "实质"),

        [EvidenceRank.Treaty] = new("treaty", "条约"),
        [EvidenceRank.Statute] = new("statute", "法律"),
        [EvidenceRank.Regulation] = new("regulation", "法规"),
        [EvidenceRank.ExecutiveOrder] = new("executive order", "行政令"),
        [EvidenceRank.AgencyNotice] = new("agency notice", "机构公告"),
        [EvidenceRank.AgencyGuide] = new("agency guide", "机构指南"),
        [EvidenceRank.OfficialData] = new("official data", "官方数据"),
        [EvidenceRank.Research] = new("research", "研究"),
        [EvidenceRank.LawFirm] = new("law firm", "律所"),
        [EvidenceRank.TradePress] = new("trade press", "行业媒体"),
        [EvidenceRank.News] = new("news", "新闻"),
        [EvidenceRank.Advocacy] = new("advocacy", "倡导"),

        [CellState.Present] = new("present", "有规定"),
        [CellState.Absent] = new("absent", "明确没有"),
        [CellState.Delegated] = new("delegated", "下放"),
        [CellState.Pending] = new("pending", "待定"),
        [CellState.NotResearched] = new("not researched", "未研究"),
        [CellState.NotApplicable] = new("not applicable", "不适用"),

        [CriterionGroup.Storage] = new("storage", "封存"),
        [CriterionGroup.Transport] = new("transport", "运输"),
        [CriterionGroup.Capture] = new("capture", "捕集"),
        [CriterionGroup.Accounting] = new("accounting", "核算"),
        [CriterionGroup.CrossBorder] = new("cross-border", "跨境"),

        [StackingEffect.Excludes] = new("excludes", "互斥"),
        [StackingEffect.Allowed] = new("allowed with", "可叠加"),
        [StackingEffect.Reduces] = new("reduces", "减少"),
        [StackingEffect.Unknown] = new("unknown with", "未知"),

        [StackingScope.Facility] = new("facility", "设施"),
        [StackingScope.Investment] = new("investment", "投资"),
        [StackingScope.Tonne] = new("tonne", "每吨"),
        [StackingScope.TaxYear] = new("tax year", "纳税年度"),

        [ChangeKind.Added] = new("added", "新增"),
        [ChangeKind.Removed] = new("removed", "删去"),
        [ChangeKind.Changed] = new("changed", "改动"),

        [SearchField.Id] = new("id", "编号"),
        [SearchField.Title] = new("title", "标题"),
        [SearchField.Parameter] = new("parameter", "参数"),
        [SearchField.Claim] = new("claim", "论断"),
        [SearchField.Event] = new("event", "事件"),
        [SearchField.Stacking] = new("stacking", "叠加"),
        [SearchField.Conflict] = new("conflict", "分歧"),
        [SearchField.NotModelled] = new("not modelled", "未建模"),
        [SearchField.Cluster] = new("cluster", "群组"),
        [SearchField.Matrix] = new("matrix", "矩阵"),
        [SearchField.Impact] = new("impact", "影响"),
        [SearchField.Text] = new("text", "正文"),
    }.ToFrozenDictionary();

    /// <summary>The term for readers.</summary>
    /// <exception cref="KeyNotFoundException">The enumeration has no terms; a test names the missing one.</exception>
    public static Bilingual Of(Enum member) => Terms[member];

    /// <summary>Whether there is a term.</summary>
    public static bool Has(Enum member) => Terms.ContainsKey(member);

    /// <summary>The word of the format, for example <c>draft-released</c>.</summary>
    public static string Code(Enum member) => JsonNamingPolicy.KebabCaseLower.ConvertName(member.ToString());

    /// <summary>Legal force as part of a sentence.</summary>
    public static Bilingual ForceInWords(LegalForce force) => force == LegalForce.None ? new("without legal force", "没有法律效力") : Of(force);

    /// <summary>A day as precisely as it is known: <c>2024-10-10</c>, <c>2024-10</c>, <c>2024</c>.</summary>
    public static string Day(DateOnly day, DatePrecision precision) => day.ToString(
        precision switch
        {
            DatePrecision.Day => "yyyy-MM-dd",
            DatePrecision.Month => "yyyy-MM",
            _ => "yyyy",
        },
        System.Globalization.CultureInfo.InvariantCulture);
}
