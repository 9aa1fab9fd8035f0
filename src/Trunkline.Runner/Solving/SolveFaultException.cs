using Trunkline.Domain;

namespace Trunkline.Runner;

/// <summary>A solver was ended before it answered.</summary>
public sealed class SolveFaultException(SolveFault kind, Bilingual why) : Exception(why.En)
{
    /// <summary>Why, for whoever asked.</summary>
    public Bilingual Why { get; } = why;

    /// <summary><c>out-of-memory</c>, <c>out-of-time</c> or <c>crashed</c>.</summary>
    public string Outcome { get; } = kind switch
    {
        SolveFault.OutOfMemory => "out-of-memory",
        SolveFault.OutOfTime => "out-of-time",
        _ => "crashed",
    };
}
