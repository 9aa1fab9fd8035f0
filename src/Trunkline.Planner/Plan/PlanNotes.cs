using Trunkline.Atlas;
using Trunkline.Domain;
using Trunkline.NetworkDesign;

namespace Trunkline.Planner;

/// <summary>What a reader of any plan of this case must know.</summary>
internal static class PlanNotes
{
    public static IEnumerable<PlanNote> Of(PlanningCase planning, DesignSolution solution, EntryCosts entry) =>
        [
            .. CreditsChanged(planning),
            .. Forced(planning),
            .. Rock(planning),
            .. Decided(planning),
            .. Unknown(planning),
            .. Doubtful(planning),
            .. UnevidencedCost(planning),
            .. NoPrice(planning),
            .. AirLeftAlone(planning, solution, entry),
            .. NoRoom(planning),
            .. EnergyLimits(planning, solution),
            .. Communities(planning),
            .. planning.Dataset.Notes.Select(n => new PlanNote("data", n.Text)),
        ];

    private static IEnumerable<PlanNote> CreditsChanged(PlanningCase planning)
    {
        if (planning.Study.CreditFactor is not 1 and var factor)
        {
            yield return Note("law",
                $"Every credit of the law is multiplied by {factor:0.###}: an assumption of this study, not law.",
                $"法律规定的抵免额均乘以 {factor:0.###}：这是本研究的假设，并非法律。");
        }

        if (planning.Study.CreditLevel is { } level)
        {
            yield return Note("law",
                $"Every tonne with a credit earns ${level.Value:0.##}, wherever it comes from and goes to, in place of the law's amounts: an assumption of this study, not law. Who earns a credit, and for how long, is the law's.",
                $"凡享有抵免的每吨二氧化碳，不论来源与去向，均按 {level.Value:0.##} 美元计，取代法律规定的金额：这是本研究的假设，并非法律。谁享有抵免、享有多久，仍依法律。");
        }
    }

    private static IEnumerable<PlanNote> Forced(PlanningCase planning)
    {
        if (planning.Study.Limits.Forced.Count > 0)
        {
            string[] named = [.. planning.Supplies.Where(s => planning.MustCapture(s)).Select(s => s.Site?.Name ?? s.Dac!.Name).Distinct().Order(StringComparer.Ordinal)];
            yield return Note("assumption",
                $"Forced to capture, whatever it costs: {string.Join(", ", named)}.",
                $"不论成本，强制捕集：{string.Join("、", named)}。");
        }
    }

    private static IEnumerable<PlanNote> Rock(PlanningCase planning) => planning.Study.StorageFactors.Where(f => f is not { Capacity: 1, Injectivity: 1 }).Select(factor =>
    {
        bool isAll = factor.Storage.Contains(StorageFactor.All);
        string named = string.Join(", ", factor.Storage.Order(StringComparer.Ordinal));
        return Note("assumption",
            $"{(isAll ? "All storage" : $"Storage {named}")}: what a project holds is multiplied by {factor.Capacity:0.###}, what it takes a year by {factor.Injectivity:0.###}: an assumption of this study.",
            $"{(isAll ? "全部封存地层" : $"封存地层 {named}")}：每个项目的容量乘以 {factor.Capacity:0.###}，年注入量乘以 {factor.Injectivity:0.###}：这是本研究的假设。");
    });

    private static IEnumerable<PlanNote> Decided(PlanningCase planning)
    {
        if (planning.Study.Limits.FirstStep is { } step)
        {
            int through = planning.Periods[step.Periods - 1].To;
            yield return Note("assumption",
                $"What is begun through {through} was decided beforehand and is not the planner's choice.",
                $"截至 {through} 年开工的内容事先已定，并非由规划选择。");
        }
    }

    private static IEnumerable<PlanNote> Unknown(PlanningCase planning)
    {
        var unknown = planning.LeftOut.Where(l => l.Reason == "cost-unknown").ToList();
        if (unknown.Count > 0)
        {
            double megatonnes = unknown.Sum(l => l.Stream.Co2.Megatonnes);
            yield return Note("data",
                $"{unknown.Count} streams ({megatonnes:0.#} Mt/y) have no cited capture cost; they are listed and not captured.",
                $"{unknown.Count} 股气流（{megatonnes:0.#} 百万吨/年）没有可引用的捕集成本；仅列出，不参与捕集。");
        }
    }

    private static IEnumerable<PlanNote> Doubtful(PlanningCase planning)
    {
        int excluded = planning.LeftOut.Where(l => l.Reason == "doubtful-location").Select(l => l.Site.Id).Distinct().Count();
        if (excluded > 0)
        {
            yield return Note("data",
                $"{excluded} sites are left out because their coordinates contradict their declared state.",
                $"{excluded} 个排放源因坐标与申报所在州不符而未纳入。");
        }
    }

    private static IEnumerable<PlanNote> UnevidencedCost(PlanningCase planning)
    {
        var unevidenced = planning.Supplies.Where(s => s.Cost.Confidence == Confidence.C && s.Track != Track.Dac).ToList();
        if (unevidenced.Count > 0)
        {
            double megatonnes = unevidenced.Sum(s => s.Capacity.Megatonnes);
            yield return Note("data",
                $"{unevidenced.Count} streams ({megatonnes:0.#} Mt/y capturable) rest on capture costs of confidence C: not evidenced.",
                $"{unevidenced.Count} 股气流（可捕集 {megatonnes:0.#} 百万吨/年）的捕集成本置信度为 C：未经证据支持。");
        }
    }

    private static IEnumerable<PlanNote> NoPrice(PlanningCase planning)
    {
        if (planning.Sinks.Any(s => s.Use is { PriceKnown: false }))
        {
            yield return Note("assumption",
                "No price offered for CO2 by oil fields is evidenced: CO2 delivered to them is booked without revenue.",
                "油田收购二氧化碳的价格没有证据：送往油田的二氧化碳不计收入。");
        }
    }

    /// <summary>How far direct air capture is from entering, where it may and does not.</summary>
    private static IEnumerable<PlanNote> AirLeftAlone(PlanningCase planning, DesignSolution solution, EntryCosts entry)
    {
        List<int> trains = [.. Enumerable.Range(0, planning.Supplies.Count).Where(i => planning.Supplies[i].Track == Track.Dac)];
        if (trains.Count == 0 || trains.Any(i => solution.Option[i] >= 0))
        {
            yield break;
        }

        StartEconomics? best = trains.DistinctBy(i => planning.Supplies[i].Dac!.Id).SelectMany(i => entry.Of(planning.Supplies[i]))
            .Where(e => e.Storage is not null).MinBy(e => e.Capture + e.Transport + e.Storage - e.Credit);
        if (best is not null)
        {
            double cost = best.Capture + best.Transport!.Value + best.Storage!.Value;
            yield return Note("assumption",
                $"Direct air capture may be used and is not: at best (start {best.From}) a tonne costs ${cost:0} with transport and storage and earns ${best.Credit:0}, levelised over its run.",
                $"允许但未采用直接空气捕集：最有利时（{best.From} 年启动）每吨平准化成本（含输送与封存）{cost:0} 美元，抵免收入 {best.Credit:0} 美元。");
        }
    }

    private static IEnumerable<PlanNote> NoRoom(PlanningCase planning)
    {
        int never = planning.Sinks.Count(s => s.IsDedicated && s.FirstProjectPeriod == planning.Periods.Count);
        if (never > 0)
        {
            yield return Note("law",
                $"{never} formations cannot be ready within the plan's years.",
                $"{never} 个地层在规划年限内无法投用。");
        }
    }

    /// <summary>What the study allows of each kind of energy beside what the plan needs.</summary>
    private static IEnumerable<PlanNote> EnergyLimits(PlanningCase planning, DesignSolution solution) =>
        from limit in planning.Study.Limits.Energy
        from t in planning.PeriodIndices
        let need = Enumerable.Range(0, planning.Supplies.Count).Where(i => solution.Option[i] >= 0)
            .Sum(i => solution.Supplied[i][t] * EnergyNeed.PerTonne(planning.Supplies[i].Cost, limit.Kind)) / EnergyNeed.PerLargeUnit
        let most = limit.PerYear[t] / EnergyNeed.PerLargeUnit
        select limit.Kind == EnergyKind.Electricity
            ? Note("assumption",
                $"{planning.Periods[t]}: capture may need {most:0.###} TWh/y of electricity and needs {need:0.###}.",
                $"{planning.Periods[t]} 年：捕集用电上限为 {most:0.###} 太瓦时/年，实际需要 {need:0.###}。")
            : Note("assumption",
                $"{planning.Periods[t]}: capture may need {most:0.###} PJ/y of heat and needs {need:0.###}.",
                $"{planning.Periods[t]} 年：捕集用热上限为 {most:0.###} 拍焦/年，实际需要 {need:0.###}。");

    /// <summary>Who counts as disadvantaged, and what is asked for them.</summary>
    private static IEnumerable<PlanNote> Communities(PlanningCase planning)
    {
        if (planning.Study.Limits.Communities is null)
        {
            yield break;
        }

        yield return planning.Communities is { } shares
            ? Note("assumption",
                $"At least {shares.LeastShare:0.#%} of the capital at work in capture and air capture is at work in disadvantaged communities: each unit counts by what it captures, an idle one not at all. {shares.Counties.Method.En}",
                $"捕集与直接空气捕集的在用资本至少有 {shares.LeastShare:0.#%} 位于弱势社区：各装置按其捕集量计入，闲置者不计。{shares.Counties.Method.Zh}")
            : Note("law",
                "The study asks for the register's share for disadvantaged communities; on its day the register has none in force, so none is asked.",
                "研究要求采用登记册中惠及弱势社区的比例；当日登记册中没有有效的比例，因此不作要求。");
    }

    private static PlanNote Note(string kind, string en, string zh) => new(kind, new Bilingual(en, zh));
}
