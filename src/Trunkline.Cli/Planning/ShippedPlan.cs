using Trunkline.Domain;
using Trunkline.Planner;

namespace Trunkline.Cli;

/// <summary>The plan that ships with a study, in its folder <c>plan</c>.</summary>
internal static class ShippedPlan
{
    /// <summary>What is remembered of the plan that ships with a study; or why there is nothing.</summary>
    /// <param name="nameOrPath">A shipped study's name, a folder, or a study.json.</param>
    public static Checked<PlanMemory> Remembered(string nameOrPath, CancellationToken cancellation)
    {
        Checked<StudyInput> input = StudyInput.Read(nameOrPath);
        if (!input.IsRight)
        {
            return Checked<PlanMemory>.Wrong([.. input.Problems]);
        }

        string study = ShippedData.Study(nameOrPath), folder = Path.Combine(Directory.Exists(study) ? study : Path.GetDirectoryName(study)!, "plan");
        return PlanShipment.Read(folder, PlanShipment.MemoryFile) is { } memory
            ? PlanMemoryFile.Read(memory, input.Value.Study, input.Value.Dataset, input.Value.Law, cancellation)
            : Checked<PlanMemory>.Wrong([new Problem(Path.Combine(folder, PlanShipment.MemoryFile), "There is no such file.", $"Make it: trunkline plan {nameOrPath} --ship {folder}")]);
    }
}
