using System.IO.Compression;
using System.Text;
using MiniExcelLibs;
using Trunkline.Atlas;
using Trunkline.Domain;
using Trunkline.Pillars;
using Trunkline.Planner;

namespace Trunkline.Report;

/// <summary>A plan as one file to take away.</summary>
/// <param name="Name">Ending included, folder not.</param>
public sealed record ExportedFile(string Name, string ContentType, byte[] Bytes);

/// <summary>The forms in which a plan can be taken away.</summary>
public static class PlanExport
{
    private const string Zip = "application/zip";

    /// <summary>Names of the forms.</summary>
    public static IReadOnlyList<string> Formats { get; } = ["json", "csv", "xlsx", "geojson", "geopackage", "shapefile", "html"];

    /// <summary>The plan in a form; null where there is no such form.</summary>
    /// <param name="pillars">For the report; null where it is to be without them.</param>
    public static ExportedFile? Of(string format, Plan plan, Dataset dataset, PlanPillars? pillars, Language language)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(dataset);
        string name = plan.Study.Id;
        return format switch
        {
            "json" => new($"{name}.json", "application/json", PlanJson.Write(plan)),
            "csv" => new($"{name}-csv.zip", Zip, Packed(PlanTables.All(plan).Select(t => (t.Name + ".csv", Encoding.UTF8.GetBytes(TableCsv.Of(t)))))),
            "xlsx" => new($"{name}.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Workbook(plan)),
            "geojson" => new($"{name}-geojson.zip", Zip, Packed(Layer.All(plan).Select(l => (l.Table.Name + ".geojson", GeoJsonText.Of(l))))),
            "geopackage" => new($"{name}.gpkg", "application/geopackage+sqlite3", InFolder(folder =>
                GeoPackageFile.Write(Path.Combine(folder, "plan.gpkg"), Layer.All(plan), plan.Study.PolicyAsOf))[0].Bytes),
            "shapefile" => new($"{name}-shapefile.zip", Zip, Packed(InFolder(folder => LayerShapefiles.Write(Layer.All(plan), folder)))),
            "html" => new($"{name}.html", "text/html", Encoding.UTF8.GetBytes(HtmlReport.Of(
                new ReportInput(plan, dataset, StateOutlines.ReadFrom(dataset.Folder), language) { Pillars = pillars }))),
            _ => null,
        };
    }

    private static byte[] Workbook(Plan plan)
    {
        Dictionary<string, object> sheets = PlanTables.All(plan).ToDictionary(t => t.Name, t => (object)t.Rows.Select(row => Cells(t, row)).ToList());
        using MemoryStream bytes = new();
        bytes.SaveAs(sheets);
        return bytes.ToArray();
    }

    // Texts are written as texts, never as formulas.
    private static Dictionary<string, object?> Cells(PlanTable table, IReadOnlyList<object?> row) =>
        table.Columns.Index().ToDictionary(c => c.Item.Name, c => row[c.Index]);

    private static byte[] Packed(IEnumerable<(string Name, byte[] Bytes)> files)
    {
        using MemoryStream bytes = new();
        using (ZipArchive archive = new(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string name, byte[] content) in files)
            {
                using Stream entry = archive.CreateEntry(name, CompressionLevel.Fastest).Open();
                entry.Write(content);
            }
        }

        return bytes.ToArray();
    }

    private static List<(string Name, byte[] Bytes)> InFolder(Action<string> write)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("trunkline-export-");
        try
        {
            write(folder.FullName);
            return [.. folder.EnumerateFiles().OrderBy(f => f.Name, StringComparer.Ordinal).Select(f => (f.Name, File.ReadAllBytes(f.FullName)))];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
