using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Trunkline.Atlas;

/// <summary>
/// Works out what the eight neighbours of a cell are reached for by way of it, four at a time, where a step costs half its length times the
/// sum of both multipliers. A row is read from the column before the cell (the row below: from two before, so that each half length is read with
/// its neighbours); lanes that hold no neighbour are never answered for.
/// </summary>
internal static class ThreeRows
{
    /// <summary>Lanes of all three rows, the unused ones among them.</summary>
    public const int Lanes = 12;

    private const uint Above = 0b0111, Beside = 0b0101, Below = 0b1110;

    /// <summary>Fills <paramref name="reached"/> by lane.</summary>
    /// <param name="cost">What the cell itself is reached for.</param>
    /// <param name="half">Half the length of each of the eight steps, by direction.</param>
    /// <param name="multiplier">The multiplier of the cell north, of the cell itself, of the cell south.</param>
    /// <param name="known">What these are known to cost.</param>
    /// <returns>A bit for each lane that is reached for less than is known.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Cheaper(double cost, ref double half, Around<float> multiplier, Around<double> known, ref double reached)
    {
        unchecked
        {
            Vector256<double> from = Vector256.Create(cost), own = Vector256.Create((double)multiplier.Own);
            Vector256<double> beside = Vector256.Create(Unsafe.Add(ref half, 3), 0, Unsafe.Add(ref half, 4), 0);
            uint above = Row(from, own, Vector256.LoadUnsafe(ref half), ref multiplier.North, ref known.North, -1, ref reached);
            uint level = Row(from, own, beside, ref multiplier.Own, ref known.Own, -1, ref Unsafe.Add(ref reached, 4));
            uint below = Row(from, own, Vector256.LoadUnsafe(ref half, 4), ref multiplier.South, ref known.South, -2, ref Unsafe.Add(ref reached, 8));
            return (above & Above) | ((level & Beside) << 4) | ((below & Below) << 8);
        }
    }

    // Impassable neighbours are infinite or not a number, and neither is less than what is known.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Row(Vector256<double> from, Vector256<double> own, Vector256<double> half, ref float multiplier, ref double known, int first, ref double reached)
    {
        Vector256<double> there = Vector256.WidenLower(Vector128.LoadUnsafe(ref Unsafe.Add(ref multiplier, first)).ToVector256Unsafe());
        Vector256<double> cost = from + (half * (own + there));
        cost.StoreUnsafe(ref reached);
        return Vector256.LessThan(cost, Vector256.LoadUnsafe(ref Unsafe.Add(ref known, first))).ExtractMostSignificantBits();
    }

    /// <summary>Something of a cell and of the cells north and south of it.</summary>
    public readonly ref struct Around<T>(ref T north, ref T own, ref T south)
    {
        public readonly ref T North = ref north;
        public readonly ref T Own = ref own;
        public readonly ref T South = ref south;
    }
}
