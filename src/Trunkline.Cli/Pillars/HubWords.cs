using Trunkline.Domain;

namespace Trunkline.Cli;

/// <summary>What the command line says of hubs, targets and money, in both languages.</summary>
internal static class HubWords
{
    public static readonly Bilingual Command = new(
        "Name the shared hubs and corridors of a plan: members, sizes by year, utilisation, tariff, permits, what to start first.",
        "列出方案的共用枢纽与走廊：成员、逐期规模、利用率、收费、许可与起步次序。");

    public static readonly Bilingual HubOption = new("One hub in full, by its id, for example hub-s192.", "完整列出一个枢纽（给出编号，如 hub-s192）。");
    public static readonly Bilingual LateOption = new("Solve again with the hub so many years late; give --hub too. May be repeated.", "设枢纽推迟若干年并重新求解；须同时给出 --hub，可重复。");
    public static readonly Bilingual BuildsOption = new("Build the same in three ways: with foresight, without oversizing, period by period.", "以三种方式建设并比较：有预见、不超前加粗、逐期。");

    public static readonly Bilingual Head = new("Infrastructure first", "基础设施先行");
    public static readonly Bilingual Count = new(
        "{0} hubs, {1} of them shared by {2} sites or more; they take {3:0.#} % of all that is stored.", "共 {0} 个枢纽，其中 {1} 个由 {2} 个及以上场址共用，接收全部封存量的 {3:0.#} %。");
    public static readonly Bilingual Line = new(
        "{0} {1}: {2} sites, {3:0.##} Mt/y at the end, trunk {4:#,##0} km, tariff {5:0.0} $/t = trunk {6:0.0} + storage {7:0.0} + fees {8:0.00}",
        "{0} {1}：{2} 个场址，期末 {3:0.##} 百万吨/年，干线 {4:#,##0} 公里，收费 {5:0.0} 美元/吨 = 干线 {6:0.0} + 封存 {7:0.0} + 州费 {8:0.00}");
    public static readonly Bilingual More = new("and {0} more; --json lists all", "另有 {0} 个；--json 列出全部");

    public static readonly Bilingual Period = new(
        "{0}-{1}: {2} sites, {3:0.##} Mt/y of {4:0.##} Mt/y injection ({5}), trunk {6:#,##0} km ({7:#,##0} new, {8} used), widest {9}",
        "{0}-{1} 年：{2} 个场址，注入 {3:0.##}／{4:0.##} 百万吨/年（{5}），干线 {6:#,##0} 公里（新建 {7:#,##0}，利用率 {8}），最大口径 {9}");
    public static readonly Bilingual Member = new("{0} ({1}, {2}): {3:0.##} Mt/y at most, {4:0.#} % of its CO2", "{0}（{1}，{2}）：最多 {3:0.##} 百万吨/年，占其捕集量的 {4:0.#} %");
    public static readonly Bilingual Members = new("Members", "成员");
    public static readonly Bilingual Corridors = new("Corridors", "走廊");
    public static readonly Bilingual Corridor = new("{0}: {1:#,##0} km, {2:0.##} Mt/y at most, from {3}, widest {4}, ${5:#,##0} million", "{0}：{1:#,##0} 公里，最多 {2:0.##} 百万吨/年，{3} 年起，最大口径 {4}，{5:#,##0} 百万美元");
    public static readonly Bilingual Permits = new("Storage and permits", "封存与许可");
    public static readonly Bilingual Permit = new(
        "{0} ({1}): {2} projects; {3}, {4:0.#} months, then {5:0.#} years of building: ready from {6}; apply by {7}",
        "{0}（{1}）：{2} 个项目；{3}，{4:0.#} 个月，之后建设 {5:0.#} 年：{6} 年起可用；最迟 {7} 申请");
    public static readonly Bilingual Use = new("{0} ({1}): takes {2:0.##} Mt/y at most; no storage permit is counted", "{0}（{1}）：最多接收 {2:0.##} 百万吨/年；不计封存许可");
    public static readonly Bilingual Law = new("State records on transport: {0}", "州级运输记录：{0}");
    public static readonly Bilingual NoLaw = new("The register has no state record on transport there.", "登记册没有当地的州级运输记录。");

    public static readonly Bilingual Tariffs = new("Tariff by finance, real $/t: study's rate {0:0.0}, private {1}, public loan on trunk lines {2}", "不同融资下的收费（不变价美元/吨）：研究折现率 {0:0.0}，私人融资 {1}，干线公共贷款 {2}");
    public static readonly Bilingual Chain = new(
        "Whole chain: net present value ${0:#,##0} million ({1:#,##0} without credits), IRR {2}; capture {3:0.0} $/t, stored {4} $/t, contract price {5:0.0} $/t",
        "全链条：净现值 {0:#,##0} 百万美元（无抵免 {1:#,##0}），内部收益率 {2}；捕集 {3:0.0} 美元/吨，封存 {4} 美元/吨，合同价 {5:0.0} 美元/吨");
    public static readonly Bilingual Unknown = new("unknown", "未知");

    public static readonly Bilingual TenYears = new("The first ten years, in order", "头十年（按次序）");
    public static readonly Bilingual Start = new(
        "{0}. {1} ({2}): begin by {3}, in service {4}; {5} sites, {6:0.##} Mt/y, {7:#,##0} km of trunk, {8} projects, ${9:#,##0} million",
        "{0}. {1}（{2}）：最迟 {3} 启动，{4} 年投用；{5} 个场址，{6:0.##} 百万吨/年，干线 {7:#,##0} 公里，{8} 个项目，{9:#,##0} 百万美元");
    public static readonly Bilingual AlreadyBegun = new("{0}, before the plan begins", "{0}（早于规划起点）");
    public static readonly Bilingual Pilot = new("pilot", "试点");
    public static readonly Bilingual Pair = new("pair", "两场址");
    public static readonly Bilingual Cluster = new("cluster", "集群");

    public static readonly Bilingual Energy = new("Energy for capture, {0}-{1}: {2:0.##} TWh/y of electricity{3}, {4:0.##} PJ/y of heat{5}; no figure for {6:0.#} Mt/y", "捕集用能，{0}-{1} 年：电 {2:0.##} 太瓦时/年{3}，热 {4:0.##} 拍焦/年{5}；{6:0.#} 百万吨/年无数据");
    public static readonly Bilingual OfMost = new(" of {0:0.##} allowed", "（上限 {0:0.##}）");

    public static readonly Bilingual Late = new(
        "{0} late by {1:0.#} years: net {2:+#,##0;-#,##0;0} million $, captured {3} Mt/y by period; instead: {4}",
        "{0} 推迟 {1:0.#} 年：净额变化 {2:+#,##0;-#,##0;0} 百万美元，各期捕集变化 {3} 百万吨/年；替代：{4}");
    public static readonly Bilingual LateNoise = new("Either plan may lie up to ${0:#,##0} million above the best: smaller differences may be the search's.", "两个方案与最优解的差距可达 {0:#,##0} 百万美元：更小的差异可能源于搜索。");
    public static readonly Bilingual LateNone = new("{0} late by {1:0.#} years: {2} {3}", "{0} 推迟 {1:0.#} 年：{2} {3}");
    public static readonly Bilingual Build = new(
        "{0}: net {1:#,##0.0} million $ ({2:+#,##0.0;-#,##0.0;0} against foresight), transport {3:#,##0.0}, new pipe {4} km by period, captured {5} Mt/y by period, audit {6}",
        "{0}：净额 {1:#,##0.0} 百万美元（与有预见相比 {2:+#,##0.0;-#,##0.0;0}），输送 {3:#,##0.0}，各期新建管道 {4} 公里，各期捕集 {5} 百万吨/年，审计{6}");
    public static readonly Bilingual BuildNone = new("{0}: {1}", "{0}：{1}");
    public static readonly Bilingual Foresight = new("foresight", "有预见");
    public static readonly Bilingual OwnPeriod = new("no oversizing", "不超前加粗");
    public static readonly Bilingual Myopic = new("period by period", "逐期");
    public static readonly Bilingual Passed = new("passed", "通过");
    public static readonly Bilingual Failed = new("failed", "未通过");

    public static readonly Bilingual TargetsHead = new("Targets", "目标");
    public static readonly Bilingual InLaw = new("in law on {0}", "在 {0} 为法定目标");
    public static readonly Bilingual NotInLaw = new("not in law on {0}: {1}", "在 {0} 不是法定目标：{1}");
    public static readonly Bilingual PowerLine = new(
        "Power free of carbon by {0} ({1}): of {2:#,##0} Mt in the base year {3} captured, {4} retired, {5} remain",
        "{0} 年电力无碳（{1}）：基准年 {2:#,##0} 百万吨中，捕集 {3}，退役 {4}，剩余 {5}");
    public static readonly Bilingual EconomyLine = new(
        "Net zero by {0} ({1}): point sources {2}, biogenic and air {3}, net of the economy {4}",
        "{0} 年净零（{1}）：点源 {2}，生物质与空气 {3}，全经济净排放 {4}");
    public static readonly Bilingual MoneyHead = new("Money, real {0} dollars at {1:0.##} % a year", "资金（{0} 年不变价美元，年折现率 {1:0.##} %）");
    public static readonly Bilingual MoneyLine = new(
        "{0} projects: {1} worth more than nothing with credits, {2} without; of the tonnes a tenth asks for at most {3:0.#} $/t by contract, half {4:0.#}, nine tenths {5:0.#}",
        "{0} 个项目：有抵免时 {1} 个净现值为正，无抵免时 {2} 个；按吨位计，一成的合同价不超过 {3:0.#} 美元/吨，半数 {4:0.#}，九成 {5:0.#}");

    public static readonly Bilingual NoHub = new("The plan has no hub '{0}'.", "方案没有枢纽“{0}”。");
    public static readonly Bilingual HubsAre = new("Hubs are: {0}.", "枢纽有：{0}。");
}
