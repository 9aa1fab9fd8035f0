using Trunkline.Domain;

namespace Trunkline.Pillars;

/// <summary>What became of a clause that a benefit hangs on.</summary>
public enum ClauseOutcome
{
    Passed,
    Failed,

    /// <summary>The study takes it as met.</summary>
    Assumed,

    /// <summary>Nothing in the plan or the register decides it.</summary>
    Unknown,
}

/// <summary>One clause of a law held against one unit.</summary>
/// <param name="Clause">Short name.</param>
/// <param name="Says">What was compared, or what is not computed.</param>
/// <param name="Parameter">The register's parameter; null for a clause that is not computed.</param>
/// <param name="Entry">Its entry that answered.</param>
public sealed record ClauseTrace(string Clause, ClauseOutcome Outcome, Bilingual Says, string? Parameter, string? Entry);
