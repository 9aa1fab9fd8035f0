using System.Runtime.CompilerServices;

namespace Trunkline.Atlas;

/// <summary>
/// Cells to be visited, sorted by cost into buckets no wider than the cheapest step: then nothing in a bucket can make another in it cheaper,
/// and cells of one bucket may leave in any order. Where steps differ so much that there would be too many buckets, wider ones are used; a cell
/// made cheaper within its bucket is then entered again, and the outcome is the same.
/// </summary>
internal sealed class BucketQueue
{
    private const int MostBuckets = 1 << 16;

    private int[][] _items = [];
    private int[] _count = [];
    private int _mask, _head;
    private long _pending;
    private double _perCost;

    /// <summary>The bucket being visited.</summary>
    public long Current { get; private set; }

    /// <summary>Empties the queue and sets it up for steps of these costs.</summary>
    public void Reset(double leastStep, double mostStep)
    {
        double width = Math.Max(leastStep, mostStep / (MostBuckets - 4));
        _perCost = width > 0 && double.IsFinite(width) ? 1 / width : 1;
        double span = mostStep * _perCost;
        int buckets = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)(double.IsFinite(span) ? span : 0) + 4);
        if (buckets > _items.Length)
        {
            int had = _items.Length;
            Array.Resize(ref _items, buckets);
            Array.Resize(ref _count, buckets);
            Array.Fill(_items, [], had, buckets - had);
        }

        Array.Clear(_count);
        (_mask, _head, _pending, Current) = (_items.Length - 1, 0, 0, 0);
    }

    /// <summary>Which bucket a cost falls into.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long BucketOf(double cost) => double.ConvertToIntegerNative<long>(cost * _perCost);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Push(int item, long bucket)
    {
        unchecked
        {
            int at = (int)bucket & _mask;
            int[] items = _items[at];
            int count = _count[at];
            if ((uint)count >= (uint)items.Length)
            {
                items = Grown(at);
            }

            items[count] = item;
            _count[at] = count + 1;
            _pending++;
        }
    }

    private int[] Grown(int at)
    {
        Array.Resize(ref _items[at], Math.Max(16, _items[at].Length * 2));
        return _items[at];
    }

    /// <summary>The next cell of the current bucket.</summary>
    public bool TryTake(out int item)
    {
        unchecked
        {
            int at = (int)Current & _mask;
            if (_head < _count[at])
            {
                item = _items[at][_head++];
                _pending--;
                return true;
            }

            item = 0;
            return false;
        }
    }

    /// <summary>Leaves the current bucket, which is empty, for the next that is not.</summary>
    /// <returns>False where nothing is left.</returns>
    public bool Advance()
    {
        unchecked
        {
            _count[(int)Current & _mask] = 0;
            _head = 0;
            if (_pending == 0)
            {
                return false;
            }

            do
            {
                Current++;
            }
            while (_count[(int)Current & _mask] == 0);
            return true;
        }
    }
}
