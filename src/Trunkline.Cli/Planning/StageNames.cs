using Trunkline.Domain;

namespace Trunkline.Cli;

/// <summary>The planner's stages in Chinese; in English a stage is its own name.</summary>
internal static class StageNames
{
    private static readonly Dictionary<string, string> Chinese = new()
    {
        ["reading"] = "读取",
        ["network"] = "候选管网",
        ["rents"] = "求下界",
        ["slope-scaling"] = "求方案",
        ["exact-finish"] = "精确收尾",
        ["exact search"] = "精确求解",
        ["exact"] = "精确求解",
        ["plan"] = "编制方案",
        ["audit"] = "审计",
    };

    /// <summary>A stage that is not listed keeps its own name.</summary>
    public static string Of(string stage, Language language) =>
        language == Language.Zh ? Chinese.GetValueOrDefault(stage, stage) : stage;
}
