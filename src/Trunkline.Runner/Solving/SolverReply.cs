using Trunkline.Domain;

namespace Trunkline.Runner;

/// <summary>What ended a solver process before it answered.</summary>
public enum SolveFault
{
    /// <summary>More memory than its limit.</summary>
    OutOfMemory,

    /// <summary>More processor time than its limit, or no sign of life for much longer than that.</summary>
    OutOfTime,

    /// <summary>It ended by itself, or somebody ended it.</summary>
    Crashed,
}

/// <summary>What came of a task: a line, or why there is none.</summary>
/// <param name="Line">Null where the process was ended.</param>
/// <param name="Fault">Null where there is a line.</param>
public sealed record SolverReply(string? Line, (SolveFault Kind, Bilingual Why)? Fault)
{
    public static SolverReply Broken(SolveFault kind, Bilingual why) => new(null, (kind, why));
}
