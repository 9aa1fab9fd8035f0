using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;
using Trunkline.Atlas;
using Trunkline.Domain;
using Trunkline.Runner;
using Trunkline.Store;

namespace Trunkline.Server.Uploads;

/// <summary>Takes files in, reads them again when asked, and makes datasets of them. One at a time.</summary>
internal sealed partial class UploadDesk(TrunklineStore store, PlanInputs inputs)
{
    private const string Kind = "uploads";
    private const string Content = "content";
    private const int SampleRows = 5;
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);
    private readonly Lock gate = new();

    /// <summary>The tables of the schema that a person may bring.</summary>
    public static IReadOnlyList<DatasetTable> Tables { get; } = [DatasetSchema.Sites, DatasetSchema.Streams, DatasetSchema.Formations, DatasetSchema.Uses, DatasetSchema.UseDemand, DatasetSchema.Dac];

    public static string NameOf(DatasetTable table) => Path.GetFileNameWithoutExtension(table.File);

    public IReadOnlyList<UploadSeen> All() => [.. store.Folders.List(Kind).Select(f => JsonSerializer.Deserialize<UploadSeen>(f.About, Json)!)];

    public UploadSeen? Find(string id) => store.Folders.Find(Kind, id) is { } f ? JsonSerializer.Deserialize<UploadSeen>(f.About, Json) : null;

    /// <param name="hands">The store in the hands of whoever asks.</param>
    public static bool Delete(string id, TrunklineStore hands) => hands.Folders.Delete(Kind, id);

    /// <summary>Keeps a file that can be read; all that is wrong with it otherwise, and nothing is kept.</summary>
    /// <param name="hands">The store in the hands of whoever brings it.</param>
    public Checked<UploadSeen> Take(string name, Stream bytes, TrunklineStore hands)
    {
        lock (gate)
        {
            return InFolder(Kind, folder => Take(name, bytes, hands, folder));
        }
    }

    /// <summary>A table of an upload; null where there is none.</summary>
    public UploadedTable? Table(string id, string table) =>
        store.Folders.Find(Kind, id) is { } folder && Find(id) is { } seen ? Read(Path.Combine(folder.Path, Content), seen.Name).Value?.Tables.FirstOrDefault(t => t.Name == table) : null;

    /// <summary>Lays tables into a copy of the base and reads it whole: what is wrong, row by row.</summary>
    /// <param name="keepAs">Id under which a right dataset is kept, and the store in the hands of whoever makes it; null to look only.</param>
    public (Dataset? Dataset, IReadOnlyList<RowProblem> Problems) Build(IReadOnlyList<TableSource> tables, string baseId, (string Id, TrunklineStore Hands)? keepAs)
    {
        lock (gate)
        {
            if (inputs.FindDataset(baseId) is not { } known)
            {
                return (null, [new RowProblem("", null, null, $"There is no dataset '{baseId}'.", $"Known are: {string.Join(", ", inputs.Datasets().Select(d => d.Id))}.")]);
            }

            return InFolder(PlanInputs.DatasetKind, folder => Build(tables, known.Folder, keepAs, folder));
        }
    }

    private (Dataset? Dataset, IReadOnlyList<RowProblem> Problems) Build(IReadOnlyList<TableSource> tables, string baseFolder, (string Id, TrunklineStore Hands)? keepAs, string folder)
    {
        List<RowProblem> problems = Write(tables, baseFolder, folder);
        Checked<Dataset>? read = problems.Count > 0 ? null : DatasetReader.Read(folder);
        problems.AddRange((read?.Problems ?? []).Select(RowOf));
        if (keepAs is not { } kept || problems.Count > 0)
        {
            return (read?.Value, problems);
        }

        return kept.Hands.Folders.Add(PlanInputs.DatasetKind, kept.Id, "{}", folder)
            ? (read!.Value, [])
            : (null, [new RowProblem("", null, null, $"The name '{kept.Id}' is taken.", "Choose another.")]);
    }

    /// <summary>Works in a new folder. What was not kept, because it is wrong or because the disk was full, does not go on taking up room.</summary>
    private T InFolder<T>(string kind, Func<string, T> work)
    {
        string folder = store.Folders.Begin(kind);
        try
        {
            return work(folder);
        }
        finally
        {
            if (Directory.Exists(folder))
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }

    private static Checked<UploadSeen> Take(string name, Stream bytes, TrunklineStore hands, string folder)
    {
        string file = Path.Combine(folder, Content);
        using (FileStream to = File.Create(file))
        {
            bytes.CopyTo(to);
        }

        Checked<UploadRead> read = Read(file, name);
        if (!read.IsRight)
        {
            return Checked<UploadSeen>.Wrong([.. read.Problems]);
        }

        string id = Hash(file, name);
        UploadSeen seen = new(id, name, read.Value.Kind, new FileInfo(file).Length, [.. read.Value.Tables.Select(Seen)]);
        hands.Folders.Add(Kind, id, JsonSerializer.Serialize(seen, Json), folder);
        return Checked<UploadSeen>.Right(seen);
    }

    private List<RowProblem> Write(IReadOnlyList<TableSource> tables, string from, string folder)
    {
        List<RowProblem> problems = [];
        foreach (string file in DatasetSchema.Files.Where(f => File.Exists(Path.Combine(from, f))))
        {
            File.Copy(Path.Combine(from, file), Path.Combine(folder, file));
        }

        foreach (TableSource source in tables)
        {
            DatasetTable? target = Tables.FirstOrDefault(t => NameOf(t) == source.As);
            if (target is null || Table(source.Upload, source.Table) is not { } table)
            {
                problems.Add(new RowProblem(source.As, null, null, target is null ? $"'{source.As}' is no table of the schema." : $"There is no table '{source.Table}' in upload '{source.Upload}'.", $"Known are: {string.Join(", ", Tables.Select(NameOf))}."));
                continue;
            }

            File.WriteAllText(Path.Combine(folder, target.File), TableMapping.Csv(table, target, source.Columns));
        }

        return problems;
    }

    private static Checked<UploadRead> Read(string file, string name)
    {
        DirectoryInfo scratch = Directory.CreateTempSubdirectory("trunkline-upload-");
        try
        {
            return UploadReader.Read(file, name, scratch.FullName);
        }
        finally
        {
            scratch.Delete(recursive: true);
        }
    }

    private static string Hash(string file, string name)
    {
        using FileStream stream = File.OpenRead(file);
        return Convert.ToHexStringLower(SHA256.HashData([.. SHA256.HashData(stream), .. System.Text.Encoding.UTF8.GetBytes(name)]))[..16];
    }

    private static UploadTable Seen(UploadedTable table) => new(
        table.Name, table.Rows.Count, [.. table.Columns.Select((c, i) => new UploadColumn(c, [.. table.Rows.Take(SampleRows).Select(r => r[i])]))]);

    private static RowProblem RowOf(Problem problem)
    {
        Match place = Place().Match(problem.Where);
        return new RowProblem(
            place.Success ? place.Groups["table"].Value : problem.Where,
            place.Success && place.Groups["row"].Success ? int.Parse(place.Groups["row"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture) : null,
            place.Success && place.Groups["column"].Success ? place.Groups["column"].Value : null,
            problem.What,
            problem.Fix);
    }

    [GeneratedRegex(@"^(?<table>\w+)\.csv(:(?<row>\d+))?(:(?<column>\w+))?")]
    private static partial Regex Place();
}
