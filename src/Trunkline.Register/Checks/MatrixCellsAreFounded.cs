using Trunkline.Domain;

namespace Trunkline.Register;

/// <summary>A cell of the matrix answers a criterion that exists, for its own jurisdiction, alone on its days, and says on what it rests.</summary>
internal static class MatrixCellsAreFounded
{
    private static readonly CellState[] NeedEvidence = [CellState.Present, CellState.Absent, CellState.Delegated, CellState.Pending];

    public static IEnumerable<Problem> Problems(RegisterDraft draft) =>
        draft.Criteria.SelectMany(DoubledCriteria)
            .Concat(draft.Matrices.SelectMany(MisplacedJurisdiction))
            .Concat(draft.Matrices.SelectMany(Overlaps))
            .Concat(from matrix in draft.Matrices
                    from cell in matrix.Content.Cells.Index()
                    from problem in Unfounded(cell.Item, $"{matrix.File} /cells/{cell.Index}")
                    select problem)
            .Concat(draft.ShapesAreRight ? DanglingEnds(draft) : []);

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

    private static IEnumerable<Problem> Unfounded(MatrixCell cell, string where)
    {
        if (!cell.Law.HoldsADay)
        {
            yield return new Problem($"{where}/law", "holds no day.", "Let 'before' lie after 'from'.");
        }

        if (NeedEvidence.Contains(cell.State) && cell.Evidence.Count == 0)
        {
            yield return new Problem(
                $"{where}/evidence", $"is empty, and the cell says '{RegisterTerms.Code(cell.State)}'.", "Name a claim, or write 'not-researched' until there is one.");
        }
    }

    private static IEnumerable<Problem> DanglingEnds(RegisterDraft draft)
    {
        HashSet<string> criteria = [.. draft.Criteria.SelectMany(c => c.Content).Select(c => c.Id)];
        HashSet<string> claims = [.. draft.Sources.SelectMany(s => s.Content.Claims).Select(c => c.Id)];
        HashSet<string> policies = [.. draft.Documents.Select(d => d.Content.Id)];
        foreach ((MatrixCell cell, string where) in draft.Matrices.SelectMany(m => m.Content.Cells.Index().Select(c => (c.Item, $"{m.File} /cells/{c.Index}"))))
        {
            if (!criteria.Contains(cell.Criterion))
            {
                yield return new Problem($"{where}/criterion", $"criterion '{cell.Criterion}' does not exist.", "Name one of criteria.json, or add it there.");
            }

            if (cell.Record is { } record && !policies.Contains(record))
            {
                yield return new Problem($"{where}/record", $"policy '{record}' does not exist.", "Add its record, or leave 'record' out.");
            }

            foreach ((int i, string claim) in cell.Evidence.Index().Where(e => !claims.Contains(e.Item)))
            {
                yield return new Problem($"{where}/evidence/{i}", $"claim '{claim}' does not exist.", "Name a claim of a file in an evidence folder, or add it there.");
            }
        }
    }
}
