using System.Collections.Frozen;
using Trunkline.Domain;

namespace Trunkline.Register;

/// <summary>What is known of one criterion in one jurisdiction on one day.</summary>
/// <param name="Cell">What is written; null where nobody has looked.</param>
/// <param name="Evidence">The claims it rests on.</param>
public sealed record MatrixReading(MatrixCriterion Criterion, string Jurisdiction, DateOnly Day, MatrixCell? Cell, IReadOnlyList<Evidence> Evidence)
{
    /// <summary>No cell means that nobody has looked, which is not the same as no rule.</summary>
    public CellState State => Cell?.State ?? CellState.NotResearched;

    /// <summary>True where the law's answer is known and shown: a rule, the absence of one, or who decides, each with evidence.</summary>
    public bool IsFilled => State is CellState.Present or CellState.Absent or CellState.Delegated && Evidence.Count > 0;
}

/// <summary>How much of a part of the matrix is known: filled cells among those where the question arises.</summary>
/// <param name="Filled">Cells with a rule, its absence or its delegation, with evidence.</param>
/// <param name="Asked">All cells but those that do not apply.</param>
public sealed record FillRate(int Filled, int Asked)
{
    /// <summary>The share, or null where no question arises.</summary>
    public double? Share => Asked == 0 ? null : (double)Filled / Asked;
}

/// <summary>Two readings of one criterion that differ: of two jurisdictions, or of two days.</summary>
public sealed record MatrixDifference(MatrixReading Before, MatrixReading After)
{
    public MatrixCriterion Criterion => Before.Criterion;
}

/// <summary>The regulatory matrix: criteria by jurisdiction by day. Immutable.</summary>
public sealed class RegulatoryMatrix
{
    private readonly FrozenDictionary<(string Jurisdiction, string Criterion), MatrixCell[]> cells;
    private readonly FrozenDictionary<string, MatrixCriterion> criteria;
    private readonly IReadOnlyDictionary<string, Evidence> evidence;

    /// <summary>The matrix of these cells, which the reader has checked.</summary>
    /// <param name="evidence">All claims of the register by id.</param>
    internal RegulatoryMatrix(
        IReadOnlyList<MatrixCriterion> criteria,
        IReadOnlyList<JurisdictionMatrix> jurisdictions,
        IReadOnlyDictionary<string, Evidence> evidence)
    {
        Criteria = criteria;
        this.criteria = criteria.ToFrozenDictionary(c => c.Id, StringComparer.Ordinal);
        this.evidence = evidence;
        Jurisdictions = [.. jurisdictions.Select(j => j.Jurisdiction).Order(StringComparer.Ordinal)];
        cells = (
            from jurisdiction in jurisdictions
            from cell in jurisdiction.Cells
            group cell by (jurisdiction.Jurisdiction, cell.Criterion)).ToFrozenDictionary(g => g.Key, g => g.ToArray());
    }

    /// <summary>The rows, in the order of <c>criteria.json</c>.</summary>
    public IReadOnlyList<MatrixCriterion> Criteria { get; }

    /// <summary>The jurisdictions that have cells, in order.</summary>
    public IReadOnlyList<string> Jurisdictions { get; }

    /// <summary>A criterion by id, or null where there is none.</summary>
    public MatrixCriterion? Criterion(string id) => criteria.GetValueOrDefault(id);

    /// <summary>What is known on a day; a jurisdiction or criterion without a cell is not researched.</summary>
    /// <exception cref="ArgumentException">There is no such criterion.</exception>
    public MatrixReading On(string criterionId, string jurisdiction, DateOnly day)
    {
        MatrixCriterion criterion = Criterion(criterionId) ?? throw new ArgumentException($"The matrix has no criterion '{criterionId}'.", nameof(criterionId));
        MatrixCell? cell = History(criterionId, jurisdiction).FirstOrDefault(c => c.Law.Contains(day));
        return new MatrixReading(criterion, jurisdiction, day, cell, cell is null ? [] : [.. cell.Evidence.Select(id => evidence[id])]);
    }

    /// <summary>A jurisdiction's whole column on a day, one reading a criterion.</summary>
    public IReadOnlyList<MatrixReading> Column(string jurisdiction, DateOnly day) => [.. Criteria.Select(c => On(c.Id, jurisdiction, day))];

    /// <summary>All cells of one criterion in one jurisdiction, oldest first.</summary>
    public IReadOnlyList<MatrixCell> History(string criterionId, string jurisdiction) =>
        cells.TryGetValue((jurisdiction, criterionId), out MatrixCell[]? known) ? [.. known.OrderBy(c => c.Law.From ?? DateOnly.MinValue)] : [];

    /// <summary>How much is known of these readings.</summary>
    public static FillRate FillOf(IEnumerable<MatrixReading> readings)
    {
        MatrixReading[] asked = [.. readings.Where(r => r.State != CellState.NotApplicable)];
        return new FillRate(asked.Count(r => r.IsFilled), asked.Length);
    }

    /// <summary>Where two jurisdictions differ on a day: in state, or in what their law says.</summary>
    public IReadOnlyList<MatrixDifference> Between(string one, string other, DateOnly day) => Differences(Column(one, day), Column(other, day));

    /// <summary>Where a jurisdiction's law differs between two days.</summary>
    public IReadOnlyList<MatrixDifference> Between(string jurisdiction, DateOnly from, DateOnly to) => Differences(Column(jurisdiction, from), Column(jurisdiction, to));

    private static MatrixDifference[] Differences(IReadOnlyList<MatrixReading> before, IReadOnlyList<MatrixReading> after) =>
        [.. before.Zip(after, (b, a) => new MatrixDifference(b, a)).Where(d => Differ(d.Before, d.After))];

    private static bool Differ(MatrixReading before, MatrixReading after) => before.State != after.State || before.Cell?.Says != after.Cell?.Says;
}
