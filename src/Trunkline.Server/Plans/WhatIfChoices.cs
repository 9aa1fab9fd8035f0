using Trunkline.Domain;

namespace Trunkline.Server.Plans;

/// <summary>What a what-if may change, as a form shows it.</summary>
internal static class WhatIfChoices
{
    public static IReadOnlyList<WhatIfOption> All { get; } =
    [
        new("credit", true, new("Credit level", "抵免水平"), new("What all 45Q credits are multiplied by; 1 is the law as it stands.", "45Q 抵免额的乘数；1 即现行法律。"), "factor", 0, 3, 0.05, false, null),
        new("credit", true, new("Flat credit", "固定抵免额"), new("What each tonne with a credit earns in place of the law's amounts, wherever it comes from and goes to.", "享有抵免的每吨所得，取代法律金额，不论来源与去向。"), "USD/t", 0, 400, 5, false, null),
        new("policy", true, new("Law as of", "法律日期"), new("The day whose law is assumed to last, or a named case.", "假定持续有效的法律所属日期，或一个命名情形。"), "day", null, null, null, false, null),
        new("target", true, new("Capture target", "捕集目标"), new("Least capture in each period.", "每个时期的最低捕集量。"), "Mt/y", 0, 2000, 5, true, null),
        new("price", true, new("CO2 price", "碳价"), new("Paid for each tonne captured, on top of credits.", "每吨捕集量在抵免之外的收入。"), "USD/t", -100, 500, 5, true, null),
        new("cost", true, new("Cost of a family", "成本系数"), new("What capture, air capture, transport or storage costs are multiplied by.", "捕集、空气捕集、运输或封存成本的乘数。"), "factor", 0.1, 10, 0.05, false, ["capture", "dac", "transport", "storage"]),
        new("tracks", true, new("Tracks allowed", "允许的路径"), new("Which kinds of CO2 may be captured.", "允许捕集哪些类型的二氧化碳。"), null, null, null, null, false, ["pointSource", "biogenic", "dac"]),
        new("forbid", true, new("Forbidden", "禁用"), new("Sites, storage or corridors that take no part.", "不参与的设施、封存地或走廊。"), null, null, null, null, false, null),
        new("allow", true, new("Allowed again", "重新允许"), new("Takes back what was forbidden.", "撤销禁用。"), null, null, null, null, false, null),
        new("discount", true, new("Discount rate", "贴现率"), new("Real, per year.", "实际年率。"), "fraction", 0, 0.3, 0.005, false, null),
        new("build", true, new("Pace of building", "建设速度"), new("Most capture capacity that may start each year.", "每年最多可投运的捕集能力。"), "Mt/y per year", 0, 500, 5, false, null),
        new("force", true, new("Forced", "强制"), new("Sites and air capture sites that must capture, in full while they run. Corridors and storage cannot be forced: what a forced site needs is built with it.", "必须捕集的设施与空气捕集地，运行期间满负荷。走廊与封存地不能强制：强制设施所需的管道与封存随之建设。"), null, null, null, null, false, null),
        new("community", true, new("Community share", "社区份额"), new("Least share of the capital at work in capture that is at work in disadvantaged communities. Pipes and storage do not count.", "捕集在用资本中位于弱势社区的最低比例；管道与封存不计。"), "fraction", 0, 1, 0.05, false, null),
    ];
}
