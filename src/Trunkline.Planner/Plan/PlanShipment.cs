using System.IO.Compression;

namespace Trunkline.Planner;

/// <summary>The two packed files that a plan ships as, in a folder of their own: the plan, and what is remembered of it so that it can be asked what if.</summary>
public static class PlanShipment
{
    /// <summary><c>plan.json</c> under gzip.</summary>
    public const string PlanFile = "plan.json.gz";

    /// <summary>What <see cref="PlanMemoryFile"/> writes, under gzip.</summary>
    public const string MemoryFile = "design.bin.gz";

    /// <summary>Writes both; the second only where the plan remembers anything.</summary>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static void Write(PlanOutcome.Planned planned, string folder)
    {
        ArgumentNullException.ThrowIfNull(planned);
        Directory.CreateDirectory(folder);
        Pack(PlanJson.Write(planned.Plan), Path.Combine(folder, PlanFile));
        if (planned.Memory is { } memory)
        {
            Pack(PlanMemoryFile.Write(memory), Path.Combine(folder, MemoryFile));
        }
    }

    /// <summary>What one of the files holds, unpacked; null where it is not there.</summary>
    /// <exception cref="InvalidDataException">It is no gzip file.</exception>
    public static byte[]? Read(string folder, string file)
    {
        string path = Path.Combine(folder, file);
        if (!File.Exists(path))
        {
            return null;
        }

        using GZipStream packed = new(File.OpenRead(path), CompressionMode.Decompress);
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
