using System.Text.Json.Nodes;

namespace Trunkline.Planner;

/// <summary>A small sweep over a study to start from: costs and rock uncertain, half of the futures held out.</summary>
public static class SweepStart
{
    private const int Scenarios = 40, LongestId = 64;

    /// <summary>The sweep as it would stand in a file.</summary>
    /// <param name="named">How the sweep names its study.</param>
    public static JsonObject Of(Study study, string named)
    {
        ArgumentNullException.ThrowIfNull(study);
        return new JsonObject
        {
            ["id"] = $"{study.Id}-futures"[..Math.Min(study.Id.Length + 8, LongestId)],
            ["title"] = new JsonObject { ["en"] = $"{study.Title.En}: futures", ["zh"] = $"{study.Title.Zh}：多种未来" },
            ["study"] = named,
            ["seed"] = 1,
            ["sample"] = new JsonObject { ["method"] = "latin-hypercube", ["scenarios"] = Scenarios },
            ["parameters"] = new JsonArray(
                Parameter("capture-cost", "Cost of capture", "捕集成本", "cost", new JsonArray("capture"), 0.8, 1.5),
                Parameter("pipe-cost", "Cost of pipes", "管道成本", "cost", new JsonArray("transport"), 0.8, 1.5),
                Parameter("rock", "Storage against the dataset", "封存能力（相对数据集）", "storage", new JsonArray("*"), 0.5, 1.2)),
            ["correlations"] = new JsonArray(new JsonObject { ["first"] = "capture-cost", ["second"] = "pipe-cost", ["correlation"] = 0.5 }),
            ["heldOut"] = 0.5,
        };
    }

    private static JsonObject Parameter(string name, string en, string zh, string kind, JsonArray what, double least, double most) => new()
    {
        ["name"] = name,
        ["title"] = new JsonObject { ["en"] = en, ["zh"] = zh },
        [kind] = what,
        ["uniform"] = new JsonObject { ["least"] = least, ["most"] = most },
    };
}
