namespace Trunkline.Register;

/// <summary>A place that names claims.</summary>
/// <param name="Where">File and pointer of the list of claims.</param>
/// <param name="IsRequired">True where the record cannot leave draft without evidence for it.</param>
internal sealed record CitedPlace(string Where, IReadOnlyList<string> Claims, bool IsRequired);

/// <summary>Every place of a register that names claims: required are each event, each entry, each stacking rule and each filled cell of the matrix.</summary>
internal static class CitedPlaces
{
    public static IEnumerable<CitedPlace> Of(RegisterDraft draft) =>
        draft.Records.SelectMany(Of).Concat(draft.Matrices.SelectMany(OfMatrix)).Concat(draft.Overlays.SelectMany(OfOverlay));

    public static IEnumerable<CitedPlace> Of(RecordDraft record) =>
        (record.Document is { } document ? OfDocument(document) : []).Concat(record.Parameters.SelectMany(OfParameter));

    private static IEnumerable<CitedPlace> OfDocument(Located<PolicyDocument> document)
    {
        (string file, PolicyDocument content) = (document.File, document.Content);
        return
        [
            .. content.Events.Index().Select(e => new CitedPlace($"{file} /events/{e.Index}/evidence", e.Item.Evidence, IsRequired: true)),
            .. (content.Stacking ?? []).Index().Select(s => new CitedPlace($"{file} /stacking/{s.Index}/evidence", s.Item.Evidence, IsRequired: true)),
            .. (content.Facilities ?? []).Index().Select(f => new CitedPlace($"{file} /facilities/{f.Index}/evidence", f.Item.Evidence, IsRequired: false)),
            .. (content.Identity?.Versions ?? []).Index().Select(v => new CitedPlace($"{file} /identity/versions/{v.Index}/evidence", v.Item.Evidence, IsRequired: false)),
            .. content.NotModelled.Index().Select(c => new CitedPlace($"{file} /notModelled/{c.Index}/evidence", c.Item.Evidence, IsRequired: false)),
            .. from conflict in content.Conflicts.Index()
               from reading in conflict.Item.Readings.Index()
               select new CitedPlace($"{file} /conflicts/{conflict.Index}/readings/{reading.Index}/evidence", reading.Item.Evidence, IsRequired: false),
        ];
    }

    private static IEnumerable<CitedPlace> OfParameter(Located<PolicyParameter> parameter)
    {
        foreach ((int i, PolicyEntry entry) in parameter.Content.Entries.Index())
        {
            yield return new CitedPlace($"{parameter.File} /entries/{i}/evidence", entry.Evidence, IsRequired: true);
        }

        if (parameter.Content.Projection is { } rule)
        {
            yield return new CitedPlace($"{parameter.File} /projection/evidence", rule.Evidence, IsRequired: true);
        }
    }

    private static IEnumerable<CitedPlace> OfMatrix(Located<JurisdictionMatrix> matrix) =>
        from cell in matrix.Content.Cells.Index()
        select new CitedPlace(
            $"{matrix.File} /cells/{cell.Index}/evidence",
            cell.Item.Evidence,
            cell.Item.State is CellState.Present or CellState.Absent or CellState.Delegated or CellState.Pending);

    private static IEnumerable<CitedPlace> OfOverlay(Located<PolicyOverlay> overlay) =>
    [
        .. from parameter in (overlay.Content.Parameters ?? []).Index()
           from entry in parameter.Item.Entries.Index()
           select new CitedPlace($"{overlay.File} /parameters/{parameter.Index}/entries/{entry.Index}/evidence", entry.Item.Evidence, IsRequired: false),
        .. (overlay.Content.Events ?? []).Index().Select(e => new CitedPlace($"{overlay.File} /events/{e.Index}/evidence", e.Item.Evidence, IsRequired: false)),
    ];
}
