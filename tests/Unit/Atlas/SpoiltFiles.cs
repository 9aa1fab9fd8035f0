using System.Diagnostics;
using Trunkline.Domain;
using Trunkline.Tests.Unit.Atlas.SimCcs;

namespace Trunkline.Tests.Unit.Atlas;

/// <summary>
/// Gives a reader one spoilt file after another. Whatever comes must be read or told, never thrown, and neither keep the processor nor ask for memory without end. Tests that use
/// it run beside no others (<see cref="Alone"/>).
/// </summary>
internal static class SpoiltFiles
{
    /// <summary>How many are tried: 200, or 20,000 where CHECK_FULL=1.</summary>
    public static int Inputs { get; } = Environment.GetEnvironmentVariable("CHECK_FULL") == "1" ? 20_000 : 200;

    // A limit against hanging, in time of this process's processor: a machine that stands still does not count.
    private static readonly TimeSpan MostProcessor = TimeSpan.FromSeconds(2);
    private const long MostAllocated = 1_000_000_000;

    /// <summary>Spoils one file.</summary>
    /// <param name="read">Reads the file at a path and gives what is wrong with it.</param>
    public static void Tell(byte[] whole, string name, Func<string, IReadOnlyList<Problem>> read)
    {
        string folder = Datasets.NewFolder(), file = Path.Combine(folder, name);
        Random random = new(20261129);
        for (int i = 0; i < Inputs; i++)
        {
            File.WriteAllBytes(file, DamagedBytes.Of(whole, random));
            One($"Input {i} of {name}", () => read(file));
        }

        Directory.Delete(folder, recursive: true);
    }

    /// <summary>Spoils the files of a folder, one at a time.</summary>
    /// <param name="read">Reads the folder and gives what is wrong with it.</param>
    public static void TellInFolder(string folder, Func<string, IReadOnlyList<Problem>> read)
    {
        string[] files = [.. Directory.GetFiles(folder).Order(StringComparer.Ordinal)];
        byte[][] whole = [.. files.Select(File.ReadAllBytes)];
        Random random = new(20261129);
        for (int i = 0; i < Inputs; i++)
        {
            int which = i % files.Length;
            File.WriteAllBytes(files[which], DamagedBytes.Of(whole[which], random));
            One($"Input {i}, {Path.GetFileName(files[which])}", () => read(folder));
            File.WriteAllBytes(files[which], whole[which]);
        }
    }

    private static void One(string input, Func<IReadOnlyList<Problem>> read)
    {
        using Process self = Process.GetCurrentProcess();
        TimeSpan before = self.TotalProcessorTime;
        long allocated = GC.GetAllocatedBytesForCurrentThread();
        IReadOnlyList<Problem> problems;
        try
        {
            problems = read();
        }
        catch (Exception thrown) when (thrown is not OutOfMemoryException)
        {
            throw new InvalidOperationException($"{input} was thrown at whoever read it.", thrown);
        }

        self.Refresh();
        Assert.True(self.TotalProcessorTime - before < MostProcessor, $"{input} took {self.TotalProcessorTime - before}.");
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - allocated < MostAllocated, $"{input} took {GC.GetAllocatedBytesForCurrentThread() - allocated} bytes.");
        Assert.All(problems, p => Assert.False(p.Where.Length == 0 || p.What.Length == 0 || p.Fix.Length == 0, $"{input}: {p}"));
    }
}

/// <summary>Tests that measure this process's processor run beside no others.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
