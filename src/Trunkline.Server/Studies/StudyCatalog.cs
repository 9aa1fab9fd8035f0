using System.Text.Json;
using Trunkline.Domain;
using Trunkline.Planner;
using Trunkline.Runner;
using Trunkline.Server.Http;
using Trunkline.Store;

namespace Trunkline.Server.Studies;

/// <summary>A study that can be planned: shipped, or made here.</summary>
internal sealed record KnownStudy(string Id, string DatasetId, string Text, bool IsShipped, long Version)
{
    public Bilingual Title => StudyText.Members(Text).Title is { } title ? new Bilingual(title.En, title.Zh) : new Bilingual(Id, Id);

    public string Etag => EntityTags.Of(Text + DatasetId, Version);

    public JsonElement Members => JsonDocument.Parse(Text).RootElement;
}

/// <summary>All studies, by id.</summary>
internal sealed class StudyCatalog
{
    private readonly TrunklineStore store;
    private readonly PlanInputs inputs;
    private readonly Lazy<KnownStudy[]> shipped;

    public StudyCatalog(TrunklineStore store, PlanInputs inputs)
    {
        (this.store, this.inputs) = (store, inputs);
        // What ships does not change while the server runs.
        shipped = new Lazy<KnownStudy[]>(() => [.. inputs.ShippedStudies().Select(Shipped).OfType<KnownStudy>()]);
    }

    public IReadOnlyList<KnownStudy> All() => [.. shipped.Value, .. store.Studies.List().Select(Own)];

    public KnownStudy? Find(string id) => Array.Find(shipped.Value, s => s.Id == id) ?? (store.Studies.Find(id) is { } own ? Own(own) : null);

    /// <summary>All that is wrong with a study against its dataset and the register; nothing where it can be planned.</summary>
    public IReadOnlyList<Problem> Wrong(string text, string dataset, out Study? study)
    {
        Checked<Study> read = inputs.Study(text, dataset);
        study = read.Value;
        if (!read.IsRight || !inputs.Register.IsRight)
        {
            return [.. read.Problems, .. inputs.Register.Problems];
        }

        return [.. read.Value.Policy.Of(inputs.Register.Value).Problems, .. inputs.Dataset(dataset).Problems];
    }

    private static KnownStudy Own(StoredStudy s) => new(s.Id, s.DatasetId, s.Text, false, s.Version);

    private KnownStudy? Shipped(string folder)
    {
        Checked<Study> read = StudyReader.Read(folder);
        KnownDataset? dataset = read.IsRight ? inputs.Datasets().FirstOrDefault(d => Path.GetFullPath(d.Folder) == Path.GetFullPath(read.Value.DatasetFolder)) : null;
        return dataset is null
            ? null
            : new KnownStudy(read.Value!.Id, dataset.Id, StudyText.OfItsFolder(File.ReadAllText(Path.Combine(folder, "study.json"))), true, 0);
    }
}
