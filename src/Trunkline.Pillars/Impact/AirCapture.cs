using Trunkline.Domain;

namespace Trunkline.Pillars;

/// <summary>What a tonne from the air costs by the two cited cost sets: the one that the plan uses and the other.</summary>
internal static class AirCapture
{
    private const string Used = "dac", Other = "dac-other";

    /// <summary>One sentence where the dataset has both sets; none where it lacks one.</summary>
    public static IEnumerable<ImpactSentence> Compared(PillarInput input) => PerTonne(input, Used) is { } used && PerTonne(input, Other) is { } other
        ? [ImpactSentence.Saying(
            $"A tonne from the air costs {{0}} by the cost set that the plan uses, and {{1}} by the other cited one{(LacksVariable(input) ? ", which gives no variable O&M" : "")}.",
            $"按本规划所用的成本数据，直接空气捕集每吨 {{0}}；按另一组可引用的数据为 {{1}}{(LacksVariable(input) ? "（该组未给出可变运维费）" : "")}。",
            PlanFigures.PerTonne(used, From(Used)), PlanFigures.PerTonne(other, From(Other)))]
        : [];

    /// <summary>Capital spread over its life at the study's discount rate, yearly costs and energy, $/t; null where the dataset lacks a figure.</summary>
    internal static double? PerTonne(PillarInput input, string set)
    {
        Dictionary<string, double> known = input.Dataset.Parameters.ToDictionary(p => p.Id, p => p.Value);
        string[] wanted = [$"{set}.capex", $"{set}.fixed-om", $"{set}.electricity", "life.dac", "price.electricity", "price.heat"];
        if (!wanted.All(known.ContainsKey))
        {
            return null;
        }

        double charge = CapitalRecovery.Factor(input.Study.DiscountRate.Value, known["life.dac"]);
        return (known[$"{set}.capex"] * charge) + known[$"{set}.fixed-om"] + known.GetValueOrDefault($"{set}.variable-om")
            + (known[$"{set}.electricity"] * known["price.electricity"]) + (known.GetValueOrDefault($"{set}.heat") * known["price.heat"]);
    }

    private static bool LacksVariable(PillarInput input) => input.Dataset.Parameters.All(p => p.Id != $"{Other}.variable-om");

    private static string From(string set) => $"dataset {set}.*, life.dac, price.*";
}
