using Trunkline.Domain;

namespace Trunkline.Cli;

/// <summary>The planner's stages in Chinese; in English a stage is its own name.</summary>
internal static class StageNames
{
    private static readonly Dictionary<string, string> Chinese = new()
    {
        ["reading"] = "读取",
        ["network"] = "候选管网",
        ["exact"] = "精确求解",
        ["plan"] = "编制方案",
        ["audit"] = "审核",
        ["writing"] = "写出",
    };

    /// <summary>A stage that is not listed keeps its own name.</summary>
    public static string Of(string stage, Language language) =>
        language == Language.Zh ? Chinese.GetValueOrDefault(stage, stage) : stage;
}
