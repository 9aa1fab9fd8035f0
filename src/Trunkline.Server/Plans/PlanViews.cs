using Trunkline.Atlas;
using Trunkline.Domain;
using Trunkline.Planner;
using Trunkline.Report;
using Trunkline.Runner;
using Trunkline.Store;

namespace Trunkline.Server.Plans;

/// <summary>Plans as they are looked at, the last few held ready with the layers and charts that were asked for.</summary>
internal sealed class PlanViews(TrunklineStore store, PlanInputs inputs)
{
    private const int MostHeld = 8;
    private readonly Lock gate = new();
    private readonly LinkedList<Seen> held = [];

    /// <summary>A plan beside its dataset; null where there is none, or where its dataset is gone.</summary>
    public PlanView? Find(string id) => Get(id)?.View;

    /// <summary>A layer; null where plan or layer is missing.</summary>
    public MapLayer? Layer(string id, string name) => Get(id)?.Layer(name);

    /// <summary>What charts show.</summary>
    public ChartData? Charts(string id) => Get(id)?.Charts.Value;

    private Seen? Get(string id)
    {
        lock (gate)
        {
            if (held.FirstOrDefault(s => s.Id == id) is { } known)
            {
                held.Remove(known);
                held.AddFirst(known);
                return known;
            }
        }

        if (Read(id) is not { } read)
        {
            return null;
        }

        lock (gate)
        {
            held.AddFirst(read);
            while (held.Count > MostHeld)
            {
                held.RemoveLast();
            }
        }

        return read;
    }

    private Seen? Read(string id)
    {
        if (store.Plans.Find(id) is not { } stored || store.Plans.Whole(id) is not { } plan)
        {
            return null;
        }

        Checked<Dataset> dataset = inputs.Dataset(stored.DatasetId);
        return dataset.IsRight ? new Seen(id, new PlanView(plan, dataset.Value)) : null;
    }

    private sealed class Seen(string id, PlanView view)
    {
        private readonly Dictionary<string, Lazy<MapLayer>> layers = PlanLayers.Names.ToDictionary(n => n, n => new Lazy<MapLayer>(() => PlanLayers.Of(view, n)!));

        public string Id => id;

        public PlanView View => view;

        public Lazy<ChartData> Charts { get; } = new(() => PlanCharts.Of(view));

        public MapLayer? Layer(string name) => layers.GetValueOrDefault(name)?.Value;
    }
}
