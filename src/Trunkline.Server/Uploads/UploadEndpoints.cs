using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Trunkline.Atlas;
using Trunkline.Domain;
using Trunkline.Runner;
using Trunkline.Server.Http;
using Trunkline.Server.Identity;
using Trunkline.Server.Service;
using Trunkline.Store;

namespace Trunkline.Server.Uploads;

/// <summary>Own data: upload, look, map columns, make a dataset.</summary>
internal static partial class UploadEndpoints
{
    private const int MostRows = 1000;
    private const int PreviewRows = 100;
    private const string Nation = "us";

    public static void MapUploads(this IEndpointRouteBuilder api)
    {
        RouteGroupBuilder uploads = api.MapGroup("/uploads").WithTags("Own data");
        uploads.MapGet("", List).WithName("listUploads");
        uploads.MapPost("", Take).WithName("upload").Needs(Role.Analyst).DisableAntiforgery().WithMetadata(new RequestSizeLimitAttribute(ServerLimits.UploadBytes));
        uploads.MapGet("{id}", Upload).WithName("getUpload");
        uploads.MapDelete("{id}", Delete).WithName("deleteUpload").Needs(Role.Analyst);
        uploads.MapGet("{id}/tables/{table}", Rows).WithName("getUploadRows");
        uploads.MapPost("preview", Preview).WithName("previewTable").Needs(Role.Analyst);
        api.MapGet("/datasets/schema", Schema).WithName("getDatasetSchema").WithTags("Own data");
        api.MapPost("/datasets", Make).WithName("createDataset").Needs(Role.Analyst).WithTags("Own data");
        api.MapDelete("/datasets/{id}", DeleteDataset).WithName("deleteDataset").Needs(Role.Analyst).WithTags("Own data");
    }

    /// <summary>All uploads.</summary>
    internal static Ok<IReadOnlyList<UploadSeen>> List(UploadDesk desk) => TypedResults.Ok(desk.All());

    /// <summary>Takes a file: .csv, .xlsx, .geojson, or a .zip of a SimCCS folder, at most 50 MB. What cannot be read is told and not kept.</summary>
    internal static Results<Created<UploadSeen>, ProblemHttpResult> Take(IFormFile file, UploadDesk desk, TrunklineStore store)
    {
        string name = Path.GetFileName(file.FileName.Replace('\\', '/'));
        if (name.Length is 0 or > 200 || name.Any(char.IsControl))
        {
            return Problems.WrongInput([new Problem("file", "The file has no name that can be shown.", "Give it a plain name.")]);
        }

        using Stream bytes = file.OpenReadStream();
        Checked<UploadSeen> taken = desk.Take(name, bytes, store);
        return taken.IsRight
            ? TypedResults.Created($"/api/v1/uploads/{taken.Value.Id}", taken.Value)
            : Problems.Of(StatusCodes.Status422UnprocessableEntity, "unreadable", "The file cannot be read.", "无法读取该文件。", [.. taken.Problems.Select(p => Problems.Seen(p))]);
    }

    /// <summary>One upload.</summary>
    /// <param name="id">Id of the upload.</param>
    internal static Results<Ok<UploadSeen>, ProblemHttpResult> Upload(string id, UploadDesk desk) =>
        desk.Find(id) is { } seen ? TypedResults.Ok(seen) : Problems.NotFound($"upload '{id}'");

    /// <summary>Throws an upload away; datasets made of it stay.</summary>
    /// <param name="id">Id of the upload.</param>
    internal static Results<NoContent, ProblemHttpResult> Delete(string id, TrunklineStore store) => UploadDesk.Delete(id, store) ? TypedResults.NoContent() : Problems.NotFound($"upload '{id}'");

    /// <summary>Rows of a table, as read.</summary>
    /// <param name="id">Id of the upload.</param>
    /// <param name="table">Name of the table.</param>
    /// <param name="limit">How many, at most 1000.</param>
    /// <param name="after">Row to begin after, as given by next.</param>
    internal static Results<Ok<UploadRows>, ProblemHttpResult> Rows(string id, string table, int? limit, int? after, UploadDesk desk)
    {
        if (desk.Table(id, table) is not { } read)
        {
            return Problems.NotFound($"table '{table}' of upload '{id}'");
        }

        int from = Math.Clamp(after ?? 0, 0, read.Rows.Count), count = Math.Clamp(limit ?? MostRows, 1, MostRows);
        return TypedResults.Ok(new UploadRows(table, read.Columns, [.. read.Rows.Skip(from).Take(count)], read.Rows.Count, from + count < read.Rows.Count ? from + count : null));
    }

    /// <summary>What a mapped table would look like, and everything that is wrong with it, row by row, beside the other tables of the base.</summary>
    /// <param name="base">The dataset whose other tables are taken; us where left out.</param>
    internal static Results<Ok<PreviewSeen>, ProblemHttpResult> Preview(TableSource source, [FromQuery(Name = "base")] string? @base, UploadDesk desk)
    {
        if (desk.Table(source.Upload, source.Table) is not { } table || source.Columns.Values.Any(c => c is null))
        {
            return Problems.NotFound($"table '{source.Table}' of upload '{source.Upload}'");
        }

        (_, IReadOnlyList<RowProblem> problems) = desk.Build([source], @base ?? Nation, keepAs: null);
        int bad = problems.Where(p => p.Table == source.As && p.Row is > 1).Select(p => p.Row).Distinct().Count();
        string[] columns = [.. source.Columns.Keys];
        return TypedResults.Ok(new PreviewSeen(
            columns,
            [.. table.Rows.Take(PreviewRows).Select(r => (IReadOnlyList<string>)[.. columns.Select(c => Shown(source.Columns[c], table, r))])],
            table.Rows.Count,
            Math.Max(0, table.Rows.Count - bad),
            problems));
    }

    /// <summary>The tables that a dataset may have, with columns, units and meanings.</summary>
    internal static Ok<IReadOnlyList<SchemaTable>> Schema() => TypedResults.Ok<IReadOnlyList<SchemaTable>>(
        [.. UploadDesk.Tables.Select(t => new SchemaTable(UploadDesk.NameOf(t), t.What, [.. t.Columns.Select(c => new SchemaColumn(c.Name, c.Unit, c.Meaning, c.Required))]))]);

    /// <summary>Makes a dataset of uploaded tables and the other tables of a base. All that is wrong is told, row by row, and then nothing is kept.</summary>
    internal static Results<Created<DatasetMade>, ProblemHttpResult> Make(DatasetRequest request, UploadDesk desk, PlanInputs inputs, TrunklineStore store)
    {
        if (!Id().IsMatch(request.Id) || request.Tables.Count is 0 or > 20 || request.Tables.Any(t => t is null || t.Columns.Values.Any(c => c is null)))
        {
            return Problems.WrongInput([new Problem("dataset /id", $"'{request.Id}' with {request.Tables.Count} tables is no dataset.", "Give a short name of lower-case letters, digits and hyphens, and 1 to 20 tables.")]);
        }

        if (inputs.FindDataset(request.Id) is not null)
        {
            return Problems.Taken(request.Id);
        }

        (Dataset? made, IReadOnlyList<RowProblem> problems) = desk.Build(request.Tables, request.Base ?? Nation, (request.Id, store));
        return made is null || problems.Count > 0
            ? Problems.WrongInput(problems.Select(p => new Problem($"{p.Table}.csv:{p.Row}:{p.Column}".Trim(':'), p.What, p.Fix)))
            : TypedResults.Created($"/api/v1/datasets/{request.Id}", new DatasetMade(request.Id, new Dictionary<string, int>
            {
                ["sites"] = made.Sites.Count,
                ["streams"] = made.Streams.Count,
                ["formations"] = made.Formations.Count,
                ["uses"] = made.Uses.Count,
                ["dac"] = made.DacSites.Count,
            }));
    }

    /// <summary>Takes an own dataset away. Plans made of it stay, but can no longer be shown on a map.</summary>
    /// <param name="id">Id of the dataset.</param>
    internal static Results<NoContent, ProblemHttpResult> DeleteDataset(string id, PlanInputs inputs, TrunklineStore store)
    {
        if (!store.Folders.Delete(PlanInputs.DatasetKind, id))
        {
            return Problems.NotFound($"dataset '{id}' of your own");
        }

        inputs.Forget(id);
        return TypedResults.NoContent();
    }

    private static string Shown(ColumnSource source, UploadedTable table, IReadOnlyList<string> row)
    {
        int at = source.From is { } from ? table.Columns.ToList().IndexOf(from) : -1;
        return at >= 0 ? row[at] : source.Value ?? "";
    }

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,63}$")]
    private static partial Regex Id();
}
