namespace Trunkline.NetworkDesign;

/// <summary>
/// Which supplies have prices of their own on which directed arcs (ways: twice the arc, and one more against it). A slot is one such pair; slots
/// are added as supplies are seen to use arcs.
/// </summary>
internal sealed class WaySlots
{
    private readonly Dictionary<long, int> known = [];
    private readonly List<Place> places = [];
    private readonly int[] countOn;

    public WaySlots(int supplies, int arcs)
    {
        OfSupply = [.. Enumerable.Range(0, supplies).Select(_ => new List<int>())];
        countOn = new int[2 * arcs];
    }

    public int Count => places.Count;

    /// <summary>The ways on which each supply has slots, in the order in which they were added.</summary>
    public List<int>[] OfSupply { get; }

    public int CountOn(int way) => countOn[way];

    /// <summary>Where a slot stands.</summary>
    public Place Of(int slot) => places[slot];

    /// <summary>The slot of a supply on a way, a new one where there is none.</summary>
    public int Get(int supply, int way)
    {
        long key = ((long)way * OfSupply.Length) + supply;
        if (!known.TryGetValue(key, out int slot))
        {
            slot = places.Count;
            known.Add(key, slot);
            places.Add(new Place(supply, OfSupply[supply].Count, way, countOn[way]++));
            OfSupply[supply].Add(way);
        }

        return slot;
    }

    /// <summary>A slot's supply and its place among the slots of that supply, its way and its place among the slots on that way.</summary>
    internal readonly record struct Place(int Supply, int OfSupply, int Way, int OnWay);
}
