using Trunkline.Domain;

namespace Trunkline.Register;

/// <summary>A cell of the matrix answers a criterion that exists, for its own jurisdiction, alone on its days, and says on what it rests.</summary>
internal static class MatrixCellsAreFounded
{
    private static readonly CellState[] NeedEvidence = [CellState.Present, CellState.Absent, CellState.Delegated, CellState.Pending];

    /// <summary>Criteria have ids of their own, and a matrix stands in its jurisdiction's folder.</summary>
    public static IEnumerable<Problem> Misplaced(RegisterDraft draft) =>
        draft.Criteria.SelectMany(DoubledCriteria).Concat(draft.Matrices.SelectMany(MisplacedJurisdiction));

    /// <summary>A cell holds on some day, and no other cell of the criterion on the same.</summary>
    public static IEnumerable<Problem> Overlapping(RegisterDraft draft) =>
        draft.Matrices.SelectMany(Overlaps).Concat(
            from cell in Cells(draft)
            where !cell.Content.Law.HoldsADay
            select new Problem($"{cell.File}/law", "holds no day.", "Let 'before' lie after 'from'."));

    /// <summary>A cell that is filled names a claim.</summary>
    public static IEnumerable<Problem> Unfounded(RegisterDraft draft) =>
        from cell in Cells(draft)
        where NeedEvidence.Contains(cell.Content.State) && cell.Content.Evidence.Count == 0
        select new Problem(
            $"{cell.File}/evidence",
            $"is empty, and the cell says '{RegisterTerms.Code(cell.Content.State)}'.",
            "Name a claim, or write 'not-researched' until there is one.");

    /// <summary>A cell answers a criterion that exists, and names a policy that does.</summary>
    public static IEnumerable<Problem> Dangling(RegisterDraft draft) => draft.ShapesAreRight ? DanglingEnds(draft) : [];

    private static IEnumerable<Located<MatrixCell>> Cells(RegisterDraft draft) =>
        from matrix in draft.Matrices
        from cell in matrix.Content.Cells.Index()
        select new Located<MatrixCell>($"{matrix.File} /cells/{cell.Index}", cell.Item);

    private static IEnumerable<Problem> DoubledCriteria(Located<MatrixCriterion[]> criteria) =>
        from criterion in criteria.Content.Index()
        group criterion.Index by criterion.Item.Id into same
        from again in same.Skip(1)
        select new Problem($"{criteria.File} /{again}/id", $"criterion '{same.Key}' is already in the list.", "Give each criterion its own id.");

    private static IEnumerable<Problem> MisplacedJurisdiction(Located<JurisdictionMatrix> matrix)
    {
        string folder = matrix.File.Split('/')[0];
        if (matrix.Content.Jurisdiction != folder)
        {
            yield return new Problem($"{matrix.File} /jurisdiction", $"'{matrix.Content.Jurisdiction}' does not name its place.", $"Write '{folder}', or move the file.");
        }
    }

    private static IEnumerable<Problem> Overlaps(Located<JurisdictionMatrix> matrix) =>
        from later in matrix.Content.Cells.Index()
        let earlier = matrix.Content.Cells.Take(later.Index).FirstOrDefault(c => c.Criterion == later.Item.Criterion && c.Law.Meets(later.Item.Law))
        where earlier is not null
        select new Problem(
            $"{matrix.File} /cells/{later.Index}/law",
            $"a second cell for '{earlier.Criterion}' holds on days of {earlier.Law}.",
            "Narrow 'law' of one of them until at most one holds on a day.");

    private static IEnumerable<Problem> DanglingEnds(RegisterDraft draft)
    {
        HashSet<string> criteria = [.. draft.Criteria.SelectMany(c => c.Content).Select(c => c.Id)];
        HashSet<string> policies = [.. draft.Documents.Select(d => d.Content.Id)];
        foreach (Located<MatrixCell> cell in Cells(draft))
        {
            if (!criteria.Contains(cell.Content.Criterion))
            {
                yield return new Problem($"{cell.File}/criterion", $"criterion '{cell.Content.Criterion}' does not exist.", "Name one of criteria.json, or add it there.");
            }

            if (cell.Content.Record is { } record && !policies.Contains(record))
            {
                yield return new Problem($"{cell.File}/record", $"policy '{record}' does not exist.", "Add its record, or leave 'record' out.");
            }
        }
    }
}
