using System.Globalization;
using System.Text.Json;
using MiniExcelLibs;
using Trunkline.Atlas.SimCcs;
using Trunkline.Domain;

namespace Trunkline.Atlas;

/// <summary>A table that a person sent, as texts.</summary>
/// <param name="Rows">One text a column; empty where there is nothing.</param>
public sealed record UploadedTable(string Name, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows);

/// <summary>What was found in a file that a person sent.</summary>
/// <param name="Kind"><c>csv</c>, <c>xlsx</c>, <c>geojson</c> or <c>simccs</c>.</param>
public sealed record UploadRead(string Kind, IReadOnlyList<UploadedTable> Tables);

/// <summary>Reads files that strangers send: CSV, XLSX, GeoJSON, and a zip of a SimCCS folder. Nothing in them is run or followed.</summary>
public static class UploadReader
{
    private const int MostCells = 2_000_000;
    private const int MostColumns = 500;
    private const int Deepest = 64;

    /// <summary>What is in the file, or everything that is wrong with it.</summary>
    /// <param name="name">What the person calls it; its ending says what it is.</param>
    /// <param name="scratch">An empty folder for what has to be unfolded.</param>
    public static Checked<UploadRead> Read(string path, string name, string scratch)
    {
        try
        {
            return Path.GetExtension(name).ToLowerInvariant() switch
            {
                ".csv" or ".txt" => Sized("csv", [Csv(path)], name),
                ".xlsx" => Workbook(path, name),
                ".geojson" or ".json" => Sized("geojson", [Features(path)], name),
                ".zip" => SimCcs(path, name, scratch),
                var other => Wrong(name, $"'{other}' files are not read.", "Send .csv, .xlsx, .geojson, or a .zip of a SimCCS folder."),
            };
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // Readers of such files throw whatever they meet; to the person it is one thing.
            return Wrong(name, "The file cannot be read.", e.Message);
        }
    }

    private static UploadedTable Csv(string path)
    {
        string[][] records = [.. CsvText.Records(path).Select(r => r.Cells)];
        return Table("table", records);
    }

    private static Checked<UploadRead> Workbook(string path, string name)
    {
        IReadOnlyList<Problem> unsafeArchive = SafeArchive.Wrong(path, name);
        if (unsafeArchive.Count > 0)
        {
            return Checked<UploadRead>.Wrong([.. unsafeArchive]);
        }

        List<UploadedTable> tables = [];
        foreach (string sheet in MiniExcel.GetSheetNames(path))
        {
            string[][] records = [.. MiniExcel.Query(path, useHeaderRow: false, sheetName: sheet).Cast<IDictionary<string, object?>>().Select(row => (string[])[.. row.Values.Select(Text)])];
            tables.Add(Table(sheet, [.. records.SkipWhile(r => r.All(c => c.Length == 0))]));
        }

        return Sized("xlsx", [.. tables.Where(t => t.Columns.Count > 0)], name);
    }

    private static UploadedTable Features(string path)
    {
        using FileStream stream = File.OpenRead(path);
        using JsonDocument document = JsonDocument.Parse(stream, new JsonDocumentOptions { MaxDepth = Deepest });
        JsonElement[] features = [.. document.RootElement.GetProperty("features").EnumerateArray()];
        string[] columns = ["longitude", "latitude", .. features.SelectMany(f => f.GetProperty("properties") is { ValueKind: JsonValueKind.Object } p ? p.EnumerateObject().Select(m => m.Name) : []).Distinct().Except(["longitude", "latitude"])];
        return new UploadedTable("features", columns, [.. features.Select(f => Row(f, columns))]);
    }

    private static string[] Row(JsonElement feature, string[] columns)
    {
        JsonElement geometry = feature.GetProperty("geometry"), properties = feature.GetProperty("properties");
        bool isPoint = geometry.ValueKind == JsonValueKind.Object && geometry.GetProperty("type").GetString() == "Point";
        string[] place = isPoint ? [.. geometry.GetProperty("coordinates").EnumerateArray().Take(2).Select(c => c.GetRawText())] : [];
        return
        [
            // Half a place is none.
            .. place.Length == 2 ? place : ["", ""],
            .. columns.Skip(2).Select(c => properties.ValueKind == JsonValueKind.Object && properties.TryGetProperty(c, out JsonElement value)
                ? value.ValueKind switch { JsonValueKind.String => value.GetString()!, JsonValueKind.Null => "", _ => value.GetRawText() }
                : ""),
        ];
    }

    private static Checked<UploadRead> SimCcs(string path, string name, string scratch)
    {
        IReadOnlyList<Problem> unsafeArchive = SafeArchive.Wrong(path, name);
        if (unsafeArchive.Count > 0)
        {
            return Checked<UploadRead>.Wrong([.. unsafeArchive]);
        }

        SafeArchive.Extract(path, scratch);
        string folder = Directory.GetFiles(scratch).Length == 0 && Directory.GetDirectories(scratch) is [var only] ? only : scratch;
        Checked<SimCcsScenario> scenario = SimCcsReader.Read(folder);
        return scenario.IsRight ? Checked<UploadRead>.Right(new UploadRead("simccs", [])) : Checked<UploadRead>.Wrong([.. scenario.Problems]);
    }

    private static UploadedTable Table(string name, string[][] records)
    {
        string[] header = records.Length > 0 ? records[0] : [];
        return new UploadedTable(
            name,
            [.. header.Select((h, i) => h.Length > 0 ? h : $"column {i + 1}")],
            [.. records.Skip(1).Where(r => r.Any(c => c.Length > 0)).Select(r => (string[])[.. header.Select((_, i) => i < r.Length ? r[i] : "")])]);
    }

    private static Checked<UploadRead> Sized(string kind, UploadedTable[] tables, string name)
    {
        long cells = tables.Sum(t => (long)t.Columns.Count * t.Rows.Count);
        return tables.Length == 0 || tables.All(t => t.Columns.Count == 0) ? Wrong(name, "There is no table in it.", "The first row names the columns.")
            : cells > MostCells || tables.Any(t => t.Columns.Count > MostColumns) ? Wrong(name, $"There are {cells} cells.", $"Send at most {MostCells}, in at most {MostColumns} columns.")
            : Checked<UploadRead>.Right(new UploadRead(kind, tables));
    }

    private static string Text(object? cell) => cell switch
    {
        null => "",
        DateTime day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        bool flag => flag ? "true" : "false",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => cell.ToString()!.Trim(),
    };

    private static Checked<UploadRead> Wrong(string where, string what, string fix) => Checked<UploadRead>.Wrong([new Problem(where, what, fix)]);
}
