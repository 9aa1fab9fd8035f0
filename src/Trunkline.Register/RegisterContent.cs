namespace Trunkline.Register;

/// <summary>Everything that stands in a register's folder.</summary>
/// <param name="Records">In order of folder.</param>
/// <param name="Criteria">The rows of the regulatory matrix, in the order of <c>criteria.json</c>.</param>
/// <param name="Matrices">The cells of each jurisdiction that has any, in order of jurisdiction.</param>
/// <param name="Overlays">Changes of the law that a study may assume, in order of id.</param>
/// <param name="Modes">Named pairs of a day and overlays, in order of id.</param>
public sealed record RegisterContent(
    IReadOnlyList<PolicyRecord> Records,
    IReadOnlyList<MatrixCriterion> Criteria,
    IReadOnlyList<JurisdictionMatrix> Matrices,
    IReadOnlyList<PolicyOverlay> Overlays,
    IReadOnlyList<PolicyMode> Modes);
