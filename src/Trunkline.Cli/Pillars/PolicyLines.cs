using System.Globalization;
using Trunkline.Domain;
using Trunkline.Pillars;

namespace Trunkline.Cli;

/// <summary>Pillar 3 in plain lines.</summary>
internal static class PolicyLines
{
    private static readonly double[] Rungs = [20, 40, 80, 120, 160, 200];

    public static IEnumerable<string> Of(PolicyPillar policy, Language language)
    {
        string points = string.Join("; ", Rungs.Select(c => Say(PillarWords.CurvePoint, language, policy.SupplyCurve.At(c).Megatonnes, c)));
        return [PillarWords.PolicyHead.In(language), $"  {Say(PillarWords.CurveLine, language, points, policy.SupplyCurve.Unpriced.Megatonnes)}"];
    }

    private static string Say(Bilingual text, Language language, params object?[] figures) => string.Format(CultureInfo.InvariantCulture, text.In(language), figures);
}
