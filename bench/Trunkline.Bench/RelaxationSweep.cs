using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Trunkline.Atlas;

namespace Trunkline.Bench;

/// <summary>The least that any search must do: every cell looks once at each of its eight neighbours, in memory order.</summary>
internal static class RelaxationSweep
{
    public static void Run(TerrainCost terrain, double[] cost)
    {
        int rows = terrain.Grid.Surface.Rows, columns = terrain.Grid.Surface.Columns;
        double[] room = new double[8];
        for (int row = 1; row < rows - 1; row++)
        {
            Row(terrain.Grid.Surface.Multiplier, cost, (row * columns) + 1, columns, terrain.Lengths.Halves(row, 1, room));
        }
    }

    private static void Row(float[] multiplier, double[] cost, int first, int columns, ReadOnlySpan<double> halves)
    {
        unchecked
        {
            double straight = halves[1], across = halves[3], slant = halves[0];
            ref float m = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(multiplier), first);
            ref double c = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(cost), first);
            for (int i = 0; i < columns - 2; i++)
            {
                double own = m, least = c;
                Try(slant, -columns - 1, ref least, own, ref m, ref c);
                Try(straight, -columns, ref least, own, ref m, ref c);
                Try(slant, -columns + 1, ref least, own, ref m, ref c);
                Try(across, -1, ref least, own, ref m, ref c);
                Try(across, 1, ref least, own, ref m, ref c);
                Try(slant, columns - 1, ref least, own, ref m, ref c);
                Try(straight, columns, ref least, own, ref m, ref c);
                Try(slant, columns + 1, ref least, own, ref m, ref c);
                c = least;
                c = ref Unsafe.Add(ref c, 1);
                m = ref Unsafe.Add(ref m, 1);
            }
        }
    }

    // Not Math.Min, which also sorts out what is no number.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Try(double half, int offset, ref double least, double own, ref float m, ref double c)
    {
        double reached = Unsafe.Add(ref c, offset) + (half * (own + Unsafe.Add(ref m, offset)));
        least = reached < least ? reached : least;
    }
}
