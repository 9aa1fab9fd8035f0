using System.IO.Compression;
using Trunkline.Domain;
using Trunkline.Planner;

namespace Trunkline.Cli;

/// <summary>The two files that <c>trunkline serve</c> begins with: a plan, and what is remembered of it so that it can be asked what if.</summary>
internal static class ShippedPlan
{
    private const string PlanFile = "plan.json.gz";
    private const string MemoryFile = "design.bin.gz";

    /// <summary>What is remembered of the plan that ships with a study, in its folder <c>plan</c>; or why there is nothing.</summary>
    /// <param name="nameOrPath">A shipped study's name, a folder, or a study.json.</param>
    public static Checked<PlanMemory> Remembered(string nameOrPath, CancellationToken cancellation)
    {
        Checked<StudyInput> input = StudyInput.Read(nameOrPath);
        if (!input.IsRight)
        {
            return Checked<PlanMemory>.Wrong([.. input.Problems]);
        }

        string study = ShippedData.Study(nameOrPath), file = Path.Combine(Directory.Exists(study) ? study : Path.GetDirectoryName(study)!, "plan", MemoryFile);
        return File.Exists(file)
            ? PlanMemoryFile.Read(Unpacked(file), input.Value.Study, input.Value.Dataset, input.Value.Law, cancellation)
            : Checked<PlanMemory>.Wrong([new Problem(file, "There is no such file.", $"Make it: trunkline plan {nameOrPath} --ship {Path.GetDirectoryName(file)}")]);
    }

    public static void Write(PlanOutcome.Planned planned, string folder)
    {
        Directory.CreateDirectory(folder);
        Pack(PlanJson.Write(planned.Plan), Path.Combine(folder, PlanFile));
        if (planned.Memory is { } memory)
        {
            Pack(PlanMemoryFile.Write(memory), Path.Combine(folder, MemoryFile));
        }
    }

    private static byte[] Unpacked(string file)
    {
        using GZipStream packed = new(File.OpenRead(file), CompressionMode.Decompress);
        using MemoryStream bytes = new();
        packed.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static void Pack(byte[] bytes, string file)
    {
        using GZipStream packed = new(File.Create(file), CompressionLevel.SmallestSize);
        packed.Write(bytes);
    }
}
