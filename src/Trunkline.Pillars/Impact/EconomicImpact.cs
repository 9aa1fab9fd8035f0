using Trunkline.Domain;
using static Trunkline.Pillars.ImpactSentence;

namespace Trunkline.Pillars;

/// <summary>Who pays what.</summary>
internal static class EconomicImpact
{
    public static IEnumerable<ImpactSentence> Of(PlanFigures figures, PillarInput input)
    {
        var totals = input.Plan.Totals;
        yield return Saying(
            "From {0} to {1} the plan costs {2} (discounted, dollars of {3}): {4} for capture, {5} for direct air capture, {6} for transport, {7} for storage and {8} for the fees of states.",
            "{0} 至 {1} 年，规划总成本为 {2}（折现，{3} 年美元）：捕集 {4}，直接空气捕集 {5}，运输 {6}，封存 {7}，各州收费 {8}。",
            figures.FirstYear, figures.LastYear, PlanFigures.Total("cost", totals.Cost), PlanFigures.Year(input.Plan.Study.DollarYear, "/study/dollarYear"),
            PlanFigures.Total("capture", totals.Capture), PlanFigures.Total("dac", totals.Dac), PlanFigures.Total("transport", totals.Transport),
            PlanFigures.Total("storage", totals.Storage), PlanFigures.Total("storageFees", totals.StorageFees));
        yield return Saying(
            "The law's credits pay {0} over these years, {1} discounted; what is left is a net of {2}. No plan nets less than {3}: this one is within {4} of its cost of the best there is.",
            "其间法律抵免支付 {0}，折现 {1}；净成本为 {2}。任何规划的净成本都不低于 {3}：本规划与最优的差距不超过其成本的 {4}。",
            figures.Sum("creditsUsd", p => p.CreditsUsd), PlanFigures.Total("creditsDiscounted", totals.CreditsDiscounted), PlanFigures.Total("net", totals.Net),
            PlanFigures.Total("bound", totals.Bound), PlanFigures.Share(totals.Gap, "/totals/gap"));
        foreach (ImpactSentence sentence in Trust(input).Concat(AirCapture.Compared(input)))
        {
            yield return sentence;
        }
    }

    /// <summary>How far the law's money is evidenced; silent where the law moves none.</summary>
    private static IEnumerable<ImpactSentence> Trust(PillarInput input)
    {
        if (input.Plan.Receipt.Moved.Value <= 0)
        {
            return [];
        }

        double verified = input.Plan.Receipt.Money.SelectMany(m => m.ByState).Where(s => s.State == "verified").Sum(s => s.Amount.Value);
        return [Saying(
            "The law moves {0} (undiscounted); {1} of it rests on claims that a named person has verified.",
            "法律所动用的资金为 {0}（未折现）；其中 {1} 所依据的主张已经具名人员核实。",
            PlanFigures.Money(input.Plan.Receipt.Moved, "sum /receipt/money/*/amount"),
            PlanFigures.Money(new Usd(verified), "sum /receipt/money/*/byState/[state=verified]/amount"))];
    }
}
