namespace Trunkline.Cli;

/// <summary>What the caller of the program learns from its exit code.</summary>
internal static class ExitCode
{
    /// <summary>Done; for <c>plan</c>: a plan whose audit passed.</summary>
    public const int Done = 0;

    /// <summary>An answer that is not a plan (infeasible, out of time), a failed audit, or doubtful data where a check was asked for.</summary>
    public const int NotAPlan = 1;

    /// <summary>Wrong input: every problem was listed and nothing was written.</summary>
    public const int WrongInput = 2;

    /// <summary>The program or the machine failed (sysexits.h: EX_SOFTWARE).</summary>
    public const int Broken = 70;

    /// <summary>Cancelled before there was a plan, as a shell reports ctrl-C.</summary>
    public const int Cancelled = 130;
}
