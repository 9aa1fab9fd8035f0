namespace Trunkline.Tests;

/// <summary>
/// A wall clock that a process is given in place of the system's and that can be put forward and back while it runs: libfaketime answers what the runtime asks the system.
/// Spans are measured as ever, as on a machine whose clock is put right.
/// </summary>
internal sealed class FalseClock
{
    /// <summary>Said where a test is skipped.</summary>
    public const string Missing = "No libfaketime on this machine. Install it with: sudo apt-get install -y libfaketime";

    private static readonly Lazy<string?> Library = new(Find);

    private readonly string file;

    /// <param name="file">Where it is written how far the clock is off.</param>
    public FalseClock(string file)
    {
        this.file = file;
        Put(TimeSpan.Zero);
    }

    /// <summary>True where the machine has the library.</summary>
    public static bool IsHere => Library.Value is not null;

    /// <summary>What a process needs to be started with.</summary>
    public IReadOnlyDictionary<string, string> Surroundings => new Dictionary<string, string>
    {
        ["LD_PRELOAD"] = Library.Value!,
        ["FAKETIME_TIMESTAMP_FILE"] = file,
        // The file is read once a second.
        ["FAKETIME_CACHE_DURATION"] = "1",
        ["FAKETIME_DONT_FAKE_MONOTONIC"] = "1",
        // Else it shortens waits by the monotonic clock: reads from a database then end before their time.
        ["FAKETIME_FORCE_MONOTONIC_FIX"] = "0",
        ["NO_FAKE_STAT"] = "1",
    };

    /// <summary>Puts the clock so far off the right time, within a second.</summary>
    public void Put(TimeSpan off)
    {
        string next = $"{file}.next";
        File.WriteAllText(next, FormattableString.Invariant($"{(off < TimeSpan.Zero ? "" : "+")}{off.TotalSeconds:0}\n"));
        File.Move(next, file, overwrite: true);
    }

    /// <summary>Lets the clock run so many times as fast as time passes, from now.</summary>
    public void Race(int times) => File.WriteAllText(file, FormattableString.Invariant($"+0 x{times}\n"));

    private static string? Find() => OperatingSystem.IsLinux() && Directory.Exists("/usr/lib")
        ? Directory.EnumerateDirectories("/usr/lib").Append("/usr/lib").Select(d => Path.Combine(d, "faketime", "libfaketimeMT.so.1")).FirstOrDefault(File.Exists)
        : null;
}
