using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Trunkline.Atlas;
using Trunkline.Domain;
using Trunkline.Planner;
using Trunkline.Register;
using Trunkline.Store;

namespace Trunkline.Runner;

/// <summary>A dataset that plans can be made of.</summary>
/// <param name="Id"><c>us</c>, the name of a small study that ships, or the name that a person gave.</param>
/// <param name="IsShipped">False where a person brought it.</param>
public sealed record KnownDataset(string Id, string Folder, bool IsShipped);

/// <summary>What plans are made from: the register and the datasets, read once and shared.</summary>
public sealed class PlanInputs
{
    /// <summary>Kind of folder in the store that holds a dataset.</summary>
    public const string DatasetKind = "datasets";

    private const int MostDatasets = 4;
    private readonly TrunklineStore store;
    private readonly ConcurrentDictionary<string, Checked<Dataset>> datasets = new(StringComparer.Ordinal);
    private readonly PlanInputs? shared;
    private readonly Lazy<Checked<PolicyRegister>> shipped;
    private readonly Lazy<string[]> studies;
    private volatile Lazy<RegisterEdition> edition;

    /// <param name="dataFolder">The data that ship: <c>us/</c>, <c>studies/</c>, <c>register/</c>.</param>
    public PlanInputs(string dataFolder, TrunklineStore store)
    {
        DataFolder = dataFolder;
        this.store = store;
        shipped = new Lazy<Checked<PolicyRegister>>(() => RegisterReader.Read(RegisterFolder));
        studies = new Lazy<string[]>(FoldersOfStudies);
        edition = new Lazy<RegisterEdition>(ReadRegister);
    }

    private PlanInputs(PlanInputs shared, TrunklineStore store)
    {
        (DataFolder, this.store, this.shared, shipped, studies) = (shared.DataFolder, store, shared, shared.shipped, shared.studies);
        edition = new Lazy<RegisterEdition>(ReadRegister);
    }

    public string DataFolder { get; }

    /// <summary>The same for another workspace: what ships is read once for all.</summary>
    public PlanInputs For(TrunklineStore other) => new(this, other);

    /// <summary>The register with what this workspace has accepted, read at the first asking.</summary>
    public Checked<PolicyRegister> Register => Edition.Register;

    /// <summary>The same, with where it was read from.</summary>
    public RegisterEdition Edition => edition.Value;

    private string RegisterFolder => Path.Combine(DataFolder, "register");

    /// <summary>The files of the register that ships, with what this workspace has accepted and what is proposed laid over them.</summary>
    public Checked<IReadOnlyList<RegisterFile>> RegisterFiles(IReadOnlyList<RegisterFile>? proposed = null) =>
        RegisterEdition.Files(RegisterFolder, Last(Accepted().Concat(proposed ?? [])));

    /// <summary>A change of the register was accepted: it is read anew at the next asking.</summary>
    public void RegisterChanged() => edition = new Lazy<RegisterEdition>(ReadRegister);

    private RegisterEdition ReadRegister()
    {
        RegisterFile[] accepted = Last(Accepted());
        return accepted.Length == 0 ? new RegisterEdition(shipped.Value, RegisterFolder, []) : RegisterEdition.Read(RegisterFolder, accepted);
    }

    private IEnumerable<RegisterFile> Accepted() => store.Reviews.Current().SelectMany(e => e.Files);

    private static RegisterFile[] Last(IEnumerable<RegisterFile> files) => [.. files.GroupBy(f => f.Path).Select(g => g.Last())];

    /// <summary>The datasets that there are.</summary>
    public IReadOnlyList<KnownDataset> Datasets() =>
    [
        .. ShippedStudies().Where(HoldsDataset).Select(f => new KnownDataset(Path.GetFileName(f), f, true)),
        .. store.Folders.List(DatasetKind).Select(f => new KnownDataset(f.Id, f.Path, false)),
    ];

    /// <summary>The folders of the studies that ship, the national one first. They are looked for once.</summary>
    public IReadOnlyList<string> ShippedStudies() => studies.Value;

    /// <summary>The folder of a study that ships, by its id, which is its folder's name; null where none does.</summary>
    public string? FolderOfShipped(string study) => ShippedStudies().FirstOrDefault(f => Path.GetFileName(f) == study);

    public KnownDataset? FindDataset(string id) => FolderOfShipped(id) is { } shippedFolder && HoldsDataset(shippedFolder) ? new KnownDataset(id, shippedFolder, true)
        : store.Folders.Find(DatasetKind, id) is { } own ? new KnownDataset(own.Id, own.Path, false) : null;

    /// <summary>A dataset, read at the first asking; all that is wrong with it otherwise.</summary>
    public Checked<Dataset> Dataset(string id)
    {
        if (FindDataset(id) is not { } known)
        {
            return Checked<Dataset>.Wrong([new Problem("dataset", $"There is no dataset '{id}'.", $"Known are: {string.Join(", ", Datasets().Select(d => d.Id))}.")]);
        }

        if (known.IsShipped && shared is not null)
        {
            return shared.Dataset(id);
        }

        if (datasets.Count > MostDatasets)
        {
            datasets.Clear();
        }

        return datasets.GetOrAdd(id, _ => DatasetReader.Read(known.Folder));
    }

    /// <summary>Forgets a dataset that has been taken away.</summary>
    public void Forget(string id) => datasets.TryRemove(id, out _);

    /// <summary>A study's text read against a dataset: its problems are the command line's.</summary>
    /// <param name="text">As study.json; where it names a dataset, that is not followed.</param>
    public Checked<Study> Study(string text, string datasetId)
    {
        if (FindDataset(datasetId) is not { } known)
        {
            return Checked<Study>.Wrong([.. Dataset(datasetId).Problems]);
        }

        string file = Path.Combine(known.Folder, "study.json");
        Checked<Study> read = StudyReader.Parse(OfThisFolder(text), file);
        // Whoever typed the study knows no file of ours.
        return read.IsRight ? read : Checked<Study>.Wrong([.. read.Problems.Select(p => p with { Where = p.Where.Replace(file, "study.json", StringComparison.Ordinal) })]);
    }

    /// <summary>A study with all that it stands on, as it is now; or everything that is wrong with that.</summary>
    /// <param name="study">The text, read; its budget is the one that counts.</param>
    public Checked<PlanQuestion> Question(string text, string datasetId, Study study)
    {
        ArgumentNullException.ThrowIfNull(study);
        RegisterEdition now = Edition;
        Checked<Dataset> dataset = Dataset(datasetId);
        Checked<RegisterView>? law = now.Register.IsRight ? study.Policy.Of(now.Register.Value) : null;
        return dataset.IsRight && law is { IsRight: true }
            ? Checked<PlanQuestion>.Right(new PlanQuestion(OfThisFolder(text), study, dataset.Value, law.Value, now))
            : Checked<PlanQuestion>.Wrong([.. now.Register.Problems, .. law?.Problems ?? [], .. dataset.Problems]);
    }

    private static bool HoldsDataset(string folder) => File.Exists(Path.Combine(folder, "dataset.json"));

    private string[] FoldersOfStudies()
    {
        string nation = Path.Combine(DataFolder, "us"), small = Path.Combine(DataFolder, "studies");
        IEnumerable<string> folders = Directory.Exists(small) ? Directory.GetDirectories(small).Order(StringComparer.Ordinal) : [];
        return [.. folders.Prepend(nation).Where(f => File.Exists(Path.Combine(f, "study.json")))];
    }

    /// <summary>A study as it would lie in its dataset's folder: whoever writes one here must not name folders of this machine.</summary>
    internal static string OfThisFolder(string text)
    {
        try
        {
            if (JsonNode.Parse(text, null, new JsonDocumentOptions { MaxDepth = 32, AllowDuplicateProperties = false }) is JsonObject study)
            {
                study["dataset"] = ".";
                return study.ToJsonString();
            }
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException)
        {
            // The reader says what is wrong and where: text that is no JSON, or half a letter within it.
        }

        return text;
    }
}
