namespace Trunkline.NetworkDesign;

/// <summary>
/// Which supplies have prices of their own on which directed arcs (ways: twice the arc, and one more against it). A slot is one such pair; slots
/// are added as supplies are seen to use arcs.
/// </summary>
internal sealed class WaySlots
{
    private readonly Dictionary<long, int> known = [];
    private readonly List<int> supply = [];
    private readonly List<int> way = [];

    public WaySlots(int supplies, int arcs)
    {
        OfSupply = [.. Enumerable.Range(0, supplies).Select(_ => new List<int>())];
        OfWay = [.. Enumerable.Range(0, 2 * arcs).Select(_ => new List<int>())];
    }

    public int Count => supply.Count;

    public List<int>[] OfSupply { get; }

    public List<int>[] OfWay { get; }

    public int Supply(int slot) => supply[slot];

    public int Way(int slot) => way[slot];

    /// <summary>The slot of a supply on a way, a new one where there is none.</summary>
    public int Get(int ofSupply, int onWay)
    {
        long key = ((long)onWay * OfSupply.Length) + ofSupply;
        if (!known.TryGetValue(key, out int slot))
        {
            slot = supply.Count;
            known.Add(key, slot);
            supply.Add(ofSupply);
            way.Add(onWay);
            OfSupply[ofSupply].Add(slot);
            OfWay[onWay].Add(slot);
        }

        return slot;
    }
}
