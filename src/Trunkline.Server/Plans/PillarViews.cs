using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Trunkline.Domain;
using Trunkline.Pillars;
using Trunkline.Planner;
using Trunkline.Register;
using Trunkline.Report;
using Trunkline.Runner;
using Trunkline.Store;

namespace Trunkline.Server.Plans;

/// <summary>What plans mean for the strategy, the last few held ready.</summary>
internal sealed class PillarViews(TrunklineStore store, PlanInputs inputs, PlanViews views)
{
    private const int MostHeld = 4;
    private static readonly JsonWriterOptions Letters = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Lock gate = new();
    private readonly LinkedList<Seen> held = [];

    /// <summary>The pillars of a plan; null where there is no such plan, or where what it was made from is gone.</summary>
    public PlanPillars? Find(string id) => Get(id)?.Pillars.Value;

    /// <summary>One pillar as JSON; null where plan or pillar is missing.</summary>
    public byte[]? Part(string id, string name) => Get(id)?.Parts.Value?.GetValueOrDefault(name);

    private Seen? Get(string id)
    {
        if (Held(id) is { } known)
        {
            return known;
        }

        if (store.Plans.Find(id) is not { } stored || views.Find(id) is not { } view)
        {
            return null;
        }

        // Only the place is made here; what takes seconds is made by whoever asks first, while other plans are answered.
        lock (gate)
        {
            if (Held(id) is { } meanwhile)
            {
                return meanwhile;
            }

            Seen seen = new(id, () => Read(stored, view));
            held.AddFirst(seen);
            while (held.Count > MostHeld)
            {
                held.RemoveLast();
            }

            return seen;
        }
    }

    private Seen? Held(string id)
    {
        lock (gate)
        {
            return held.FirstOrDefault(h => h.Id == id);
        }
    }

    private PlanPillars? Read(StoredPlan stored, PlanView view)
    {
        if (!inputs.Register.IsRight)
        {
            return null;
        }

        Checked<Study> study = inputs.Study(stored.StudyText, stored.DatasetId);
        Checked<RegisterView>? law = study.IsRight ? study.Value.Policy.Of(inputs.Register.Value) : null;
        return law is { IsRight: true } && study.IsRight
            ? PlanPillars.PillarsOf(new PillarInput(view.Plan, study.Value, view.Dataset, law.Value) { Funding = Funding(study.Value) })
            : null;
    }

    /// <summary>The question of pillar 1 that ships beside the study; null where there is none. Plans asked of a plan keep its study's name, and with it the question.</summary>
    private FundingQuestion? Funding(Study study) =>
        inputs.FolderOfShipped(study.Id) is { } folder && FundingOfStudy.Read(folder, study) is { IsRight: true } read ? read.Value : null;

    private static Dictionary<string, byte[]> Written(PlanPillars pillars) =>
        PillarsJson.Of(pillars).Where(p => p.Value is not null).ToDictionary(p => p.Key, p => Bytes(p.Value!), StringComparer.Ordinal);

    private static byte[] Bytes(JsonNode node)
    {
        using MemoryStream bytes = new();
        using (Utf8JsonWriter writer = new(bytes, Letters))
        {
            node.WriteTo(writer);
        }

        return bytes.ToArray();
    }

    private sealed class Seen(string id, Func<PlanPillars?> read)
    {
        public string Id => id;

        public Lazy<PlanPillars?> Pillars { get; } = new(read);

        // The whole is ten megabytes for the nation: written once, not for each who looks.
        public Lazy<Dictionary<string, byte[]>?> Parts => field ??= new(() => Pillars.Value is { } pillars ? Written(pillars) : null);
    }
}
