using System.IO.Compression;
using Trunkline.Planner;

namespace Trunkline.Cli;

/// <summary>The two files that <c>trunkline serve</c> begins with: a plan, and what is remembered of it so that it can be asked what if.</summary>
internal static class ShippedPlan
{
    public static void Write(PlanOutcome.Planned planned, string folder)
    {
        Directory.CreateDirectory(folder);
        Pack(PlanJson.Write(planned.Plan), Path.Combine(folder, "plan.json.gz"));
        if (planned.Memory is { } memory)
        {
            Pack(PlanMemoryFile.Write(memory), Path.Combine(folder, "design.bin.gz"));
        }
    }

    private static void Pack(byte[] bytes, string file)
    {
        using GZipStream packed = new(File.Create(file), CompressionLevel.SmallestSize);
        packed.Write(bytes);
    }
}
