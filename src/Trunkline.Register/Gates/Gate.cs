using Trunkline.Domain;

namespace Trunkline.Register;

/// <summary>What a record must pass, by the number and the name under which docs/register.md explains it.</summary>
public enum Gate
{
    Shape = 1,
    Relations,
    Evidence,
    Quotes,
    Review,
    Address,
    Dates,
    Units,
    Coverage,
    Languages,
    Freshness,
    Substance,
}

/// <summary>One thing that a gate found.</summary>
/// <param name="Problem">File, place, what is wrong and what would be right.</param>
/// <param name="Refuses">True where a register with it is not read; false where it only holds the record below a state.</param>
public sealed record GateFailure(Gate Gate, Problem Problem, bool Refuses);

/// <summary>How a gate is written.</summary>
public static class GateNames
{
    /// <summary>Its number as written: <c>G4</c>.</summary>
    public static string Code(this Gate gate) => $"G{(int)gate}";

    /// <summary>Its name as written: <c>quotes</c>.</summary>
    public static string Name(this Gate gate) => gate.ToString().ToLowerInvariant();
}
