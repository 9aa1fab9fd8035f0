using System.Collections.Concurrent;
using Trunkline.Atlas;
using Trunkline.Domain;
using Trunkline.Planner;
using Trunkline.Report;
using Trunkline.Runner;
using Trunkline.Store;

namespace Trunkline.Server.Plans;

/// <summary>Plans as they are looked at, the last few held ready with the layers and charts that were asked for.</summary>
internal sealed class PlanViews
{
    private const int MostHeld = 8;

    /// <summary>What the map asks for as soon as it shows a plan.</summary>
    private static readonly string[] AskedFirst = ["sites", "pipes", "storage"];

    private readonly TrunklineStore store;
    private readonly PlanInputs inputs;
    private readonly Lock gate = new();
    private readonly LinkedList<Seen> held = [];
    private readonly Lock reading = new();

    /// <param name="desk">Plans that it makes are held ready before anybody asks for them.</param>
    public PlanViews(TrunklineStore store, PlanInputs inputs, PlanningDesk desk)
    {
        (this.store, this.inputs) = (store, inputs);
        desk.Made += Hold;
    }

    /// <summary>A plan beside its dataset; null where there is none, or where its dataset is gone.</summary>
    public PlanView? Find(string id) => Get(id)?.View;

    /// <summary>A layer; null where plan or layer is missing.</summary>
    public MapLayer? Layer(string id, string name) => Get(id)?.Layer(name);

    /// <summary>What differs from another plan of the same periods; null where either is missing.</summary>
    /// <param name="from">Id of the plan to compare with.</param>
    public MapLayer? Difference(string from, string id) => Get(id) is { } after && Get(from) is { } before ? after.Since(before) : null;

    /// <summary>A table; null where plan or table is missing.</summary>
    public PlanTable? Table(string id, string name) => Get(id)?.Tables.Value.FirstOrDefault(t => t.Name == name);

    /// <summary>What charts show.</summary>
    public ChartData? Charts(string id) => Get(id)?.Charts.Value;

    private Seen? Get(string id)
    {
        if (Held(id) is { } known)
        {
            return known;
        }

        // Whoever waits here most often waits for the very plan that is being read.
        lock (reading)
        {
            if (Held(id) is { } meanwhile)
            {
                return meanwhile;
            }

            if (Read(id) is not { } read)
            {
                return null;
            }

            Hold(read);
            return read;
        }
    }

    private Seen? Held(string id)
    {
        lock (gate)
        {
            if (held.FirstOrDefault(s => s.Id == id) is { } known)
            {
                held.Remove(known);
                held.AddFirst(known);
                return known;
            }

            return null;
        }
    }

    private void Hold(StoredPlan stored, Plan plan)
    {
        if (inputs.Dataset(stored.DatasetId) is { IsRight: true } dataset)
        {
            Seen made = new(stored.Id, new PlanView(plan, dataset.Value));
            Hold(made);
            Seen? parent = stored.ParentId is { } before ? Get(before) : null;
            // On a thread of its own: the pool's few threads answer whoever asked.
            _ = Task.Factory.StartNew(() => Ready(made, parent), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        }
    }

    /// <summary>Writes what the map is about to ask for.</summary>
    private static void Ready(Seen made, Seen? parent)
    {
        Array.ForEach(AskedFirst, layer => made.Layer(layer));
        if (parent is not null)
        {
            made.Since(parent);
        }
    }

    private void Hold(Seen seen)
    {
        lock (gate)
        {
            held.AddFirst(seen);
            while (held.Count > MostHeld)
            {
                held.RemoveLast();
            }
        }
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

        private readonly ConcurrentDictionary<string, Lazy<MapLayer>> differences = new(StringComparer.Ordinal);

        public string Id => id;

        public PlanView View => view;

        public Lazy<IReadOnlyList<PlanTable>> Tables { get; } = new(() => PlanTables.All(view.Plan));

        public Lazy<ChartData> Charts { get; } = new(() => PlanCharts.Of(view));

        public MapLayer Since(Seen before) => differences.GetOrAdd(before.Id, _ => new Lazy<MapLayer>(() => DifferenceLayer.Of(before.View, View))).Value;

        public MapLayer? Layer(string name) => layers.GetValueOrDefault(name)?.Value;
    }
}
