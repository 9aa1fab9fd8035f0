using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Trunkline.Register;
using Trunkline.Server.Http;

namespace Trunkline.Server.Register;

/// <summary>The register to take away, in the formats of <c>trunkline register export</c>.</summary>
internal static class RegisterExportEndpoints
{
    private static readonly string[] Formats = ["json", "csv", "jsonld", "datapackage"];

    // A zip without times: the same register gives the same bytes.
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static void MapRegisterExport(this IEndpointRouteBuilder api) => api.MapGet("/register/export/{format}", Export)
        .WithName("exportRegister").WithTags("Register").Produces<string>(StatusCodes.Status200OK, "application/octet-stream");

    /// <summary>The register as a file, or as a zip where a format has several.</summary>
    /// <param name="format">json, csv, jsonld or datapackage.</param>
    /// <param name="record">Id of one record; all of them where left out.</param>
    internal static Results<FileContentHttpResult, ProblemHttpResult> Export(string format, string? record, Law law)
    {
        PolicyRecord[] records = [.. law.Register.Records.Where(r => record is null || r.Id == record)];
        if (records.Length == 0)
        {
            return Problems.NotFound($"record '{record}'");
        }

        IReadOnlyList<RegisterFile>? files = format switch
        {
            "json" => JsonExport.Of(law.Register, records),
            "csv" => TableExport.Of(records),
            "jsonld" => JsonLdExport.Of(law.Register, records, law.Today),
            "datapackage" => DataPackageExport.Of(law.Register, records),
            _ => null,
        };
        return files is null
            ? Problems.NotFound($"export '{format}' of the register; known are {string.Join(", ", Formats)}")
            : files.Count == 1
                ? TypedResults.File(Encoding.UTF8.GetBytes(files[0].Text), "application/json", $"register-{Path.GetFileName(files[0].Path)}")
                : TypedResults.File(Zip(files), "application/zip", $"register-{format}.zip");
    }

    private static byte[] Zip(IReadOnlyList<RegisterFile> files)
    {
        using MemoryStream bytes = new();
        using (ZipArchive archive = new(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (RegisterFile file in files)
            {
                ZipArchiveEntry entry = archive.CreateEntry(file.Path, CompressionLevel.Optimal);
                entry.LastWriteTime = NoTime;
                using Stream to = entry.Open();
                to.Write(Encoding.UTF8.GetBytes(file.Text));
            }
        }

        return bytes.ToArray();
    }
}
