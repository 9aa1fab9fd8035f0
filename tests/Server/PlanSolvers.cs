using System.Diagnostics;
using System.Globalization;

namespace Trunkline.Tests.Server;

/// <summary>The processes that make plans for this one, as Linux tells them.</summary>
internal static class PlanSolvers
{
    /// <summary>The class that uses them runs alone: another's processes would be taken for its own.</summary>
    public const string Collection = "Processes that make plans";

    /// <summary>Those that live.</summary>
    public static int[] Alive() =>
    [
        .. Directory.GetDirectories("/proc").Select(d => int.TryParse(Path.GetFileName(d), NumberStyles.None, CultureInfo.InvariantCulture, out int id) ? id : 0).Where(IsOurs),
    ];

    /// <summary>Sends the only one a signal.</summary>
    /// <param name="signal">Its name: KILL, STOP.</param>
    /// <returns>Its id.</returns>
    public static int Signal(string signal)
    {
        int process = Assert.Single(Alive());
        using Process kill = Process.Start("kill", [$"-{signal}", $"{process}"]);
        kill.WaitForExit();
        return process;
    }

    public static void SkipElsewhere() => Assert.SkipUnless(OperatingSystem.IsLinux(), "Finds processes as Linux tells them.");

    private static bool IsOurs(int process)
    {
        try
        {
            string[] state = process == 0 ? ["Z", ""] : File.ReadAllText($"/proc/{process}/stat").Split(") ")[^1].Split(' ');
            return state[0] != "Z" && state[1] == $"{Environment.ProcessId}" && File.ReadAllText($"/proc/{process}/cmdline").Contains("plan-solver", StringComparison.Ordinal);
        }
        catch (IOException)
        {
            // It has ended meanwhile.
            return false;
        }
    }
}
