using Trunkline.Domain;

namespace Trunkline.Atlas;

/// <summary>A candidate network as bytes, whole and exact: routing it anew takes longer than all else in a question.</summary>
public static class CandidateNetworkFile
{
    private const int Format = 1;
    private const int MostItems = 10_000_000;

    public static void Write(CandidateNetwork network, BinaryWriter to)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(to);
        to.Write(Format);
        Write(to, network.Nodes, node =>
        {
            to.Write(node.Id);
            Write(to, node.Place);
            Write(to, node.Hosts, to.Write);
        });
        Write(to, network.Edges, edge =>
        {
            to.Write(edge.Id);
            to.Write(edge.From);
            to.Write(edge.To);
            to.Write(edge.Length.Value);
            to.Write(edge.WeightedLength.Value);
            to.Write(edge.ExistingCapacity.Value);
            Write(to, edge.Route, place => Write(to, place));
        });
        Write(to, network.StorageAccess, access =>
        {
            to.Write(access.FormationId);
            to.Write(access.Node);
        });
        Write(to, network.Snaps, snap =>
        {
            to.Write(snap.Terminal);
            Write(to, snap.From);
            Write(to, snap.To);
            to.Write(snap.Distance.Value);
        });
        Write(to, network.UnreachedFormations, to.Write);
    }

    /// <exception cref="InvalidDataException">The bytes are no network of this format.</exception>
    public static CandidateNetwork Read(BinaryReader from)
    {
        ArgumentNullException.ThrowIfNull(from);
        if (from.ReadInt32() != Format)
        {
            throw new InvalidDataException("The network is of another format.");
        }

        CandidateNode[] nodes = List(from, () => new CandidateNode(from.ReadString(), Place(from), List(from, from.ReadString)));
        CandidateEdge[] edges = List(from, () => Edge(from, nodes.Length));
        return new CandidateNetwork(nodes, edges, List(from, () => new StorageAccess(from.ReadString(), Number(from, nodes.Length))))
        {
            Snaps = List(from, () => new SnapNote(from.ReadString(), Place(from), Place(from), new Kilometres(from.ReadDouble()))),
            UnreachedFormations = List(from, from.ReadString),
        };
    }

    private static CandidateEdge Edge(BinaryReader from, int nodes) => new(
        from.ReadString(),
        Number(from, nodes),
        Number(from, nodes),
        new Kilometres(from.ReadDouble()),
        new Kilometres(from.ReadDouble()),
        new TonnesPerYear(from.ReadDouble()),
        List(from, () => Place(from)));

    private static int Number(BinaryReader from, int count)
    {
        int number = from.ReadInt32();
        return number >= 0 && number < count ? number : throw new InvalidDataException("The network names a node that it has not.");
    }

    private static void Write(BinaryWriter to, GeoPoint place)
    {
        to.Write(place.Longitude);
        to.Write(place.Latitude);
    }

    private static GeoPoint Place(BinaryReader from) => new(from.ReadDouble(), from.ReadDouble());

    private static void Write<T>(BinaryWriter to, IReadOnlyList<T> items, Action<T> write)
    {
        to.Write(items.Count);
        foreach (T item in items)
        {
            write(item);
        }
    }

    private static T[] List<T>(BinaryReader from, Func<T> read)
    {
        int count = from.ReadInt32();
        if (count is < 0 or > MostItems)
        {
            throw new InvalidDataException("The network has a list of no sensible length.");
        }

        List<T> items = [];
        for (int i = 0; i < count; i++)
        {
            items.Add(read());
        }

        return [.. items];
    }
}
