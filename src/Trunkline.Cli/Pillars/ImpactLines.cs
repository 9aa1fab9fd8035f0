using Trunkline.Domain;
using Trunkline.Pillars;

namespace Trunkline.Cli;

/// <summary>The impact statement in plain lines.</summary>
internal static class ImpactLines
{
    public static IEnumerable<string> Of(ImpactStatement impact, Language language) =>
        [PillarWords.ImpactHead.In(language), .. impact.Texts.SelectMany(t => t.Sentences).Select(s => $"  {s.Text.In(language)}")];
}
