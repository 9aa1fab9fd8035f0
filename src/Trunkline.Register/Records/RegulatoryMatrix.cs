using Trunkline.Domain;

namespace Trunkline.Register;

/// <summary>What part of the chain a criterion is about.</summary>
public enum CriterionGroup
{
    Storage,
    Transport,
    Capture,
    Accounting,
    CrossBorder,
}

/// <summary>What is known of a rule in one jurisdiction. The first four need evidence.</summary>
public enum CellState
{
    /// <summary>There is a rule.</summary>
    Present,

    /// <summary>The law says that there is none, or was read whole and has none.</summary>
    Absent,

    /// <summary>Another level of government decides.</summary>
    Delegated,

    /// <summary>A rule is proposed and does not bind yet.</summary>
    Pending,

    /// <summary>Nobody has looked.</summary>
    NotResearched,

    /// <summary>The question does not arise there.</summary>
    NotApplicable,
}

/// <summary>One row of the regulatory matrix: an item of <c>criteria.json</c>.</summary>
/// <param name="Id">For example <c>liability-period</c>.</param>
/// <param name="Question">What is asked of each jurisdiction.</param>
public sealed record MatrixCriterion(string Id, Bilingual Titles, Bilingual Question, CriterionGroup Group);

/// <summary>What one jurisdiction's law says to one criterion, on the days of <paramref name="Law"/>.</summary>
/// <param name="Record">The policy in which it stands, where the register has it.</param>
/// <param name="Evidence">Ids of claims of any record.</param>
public sealed record MatrixCell(
    string Criterion,
    DateWindow Law,
    CellState State,
    Bilingual Says,
    IReadOnlyList<string> Evidence,
    string? Record = null);

/// <summary>The cells of one jurisdiction: the content of its <c>matrix.json</c>. No cell for a criterion means that nobody has looked.</summary>
public sealed record JurisdictionMatrix(string Jurisdiction, IReadOnlyList<MatrixCell> Cells);
