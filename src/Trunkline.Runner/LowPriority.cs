using System.Runtime.InteropServices;

namespace Trunkline.Runner;

/// <summary>Gives way to whoever else wants the processor.</summary>
internal static class LowPriority
{
    private const int ThisThread = 0;
    private const int OfOneThread = 0;
    private const int Nice = 10;

    /// <summary>Puts this thread, and those that it will start, behind others. On Linux the runtime's own priorities do nothing.</summary>
    public static void OfThisThread()
    {
        Thread.CurrentThread.Priority = ThreadPriority.BelowNormal;
        if (OperatingSystem.IsLinux())
        {
            // To ask for less is never refused; were it, the work would be done all the same.
            _ = SetPriority(OfOneThread, ThisThread, Nice);
        }
    }

    [DllImport("libc", EntryPoint = "setpriority")]
    private static extern int SetPriority(int which, int who, int nice);
}
