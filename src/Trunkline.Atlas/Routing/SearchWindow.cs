namespace Trunkline.Atlas;

/// <summary>
/// The part of a grid that a search works on, with the cost reached so far of each of its cells. Around it lies a ring one cell wide: a search
/// that comes to a ring cell widens the window and goes on, so that memory follows the search and not the grid.
/// </summary>
internal sealed class SearchWindow(int gridRows, int gridColumns)
{
    private int _top, _left, _rows, _columns;

    /// <summary>Cost by place in the window, ring included; infinite where not reached.</summary>
    public double[] Cost { get; private set; } = [];

    /// <summary>Places in a row, ring included.</summary>
    public int Stride => _columns + 2;

    /// <summary>Places in use, ring included.</summary>
    public int Size => (_rows + 2) * Stride;

    /// <summary>Opens the window around some cells, with a margin all around.</summary>
    public void Open(ReadOnlySpan<int> cells, int margin)
    {
        (int top, int bottom, int left, int right) = (int.MaxValue, -1, int.MaxValue, -1);
        foreach (int cell in cells)
        {
            (top, bottom) = (Math.Min(top, cell / gridColumns), Math.Max(bottom, cell / gridColumns));
            (left, right) = (Math.Min(left, cell % gridColumns), Math.Max(right, cell % gridColumns));
        }

        margin += Math.Max(bottom - top, right - left) / 4;
        Place(top - margin, bottom + margin, left - margin, right + margin);
        if (Cost.Length < Size)
        {
            Cost = GC.AllocateUninitializedArray<double>(Size);
        }

        Array.Fill(Cost, double.PositiveInfinity, 0, Size);
    }

    /// <summary>Widens the window on all sides by half of what it is; costs stay with their cells.</summary>
    /// <returns>The new place of each old one.</returns>
    public Func<int, int> Widen()
    {
        (int top, int left, int rows, int columns, double[] cost) = (_top, _left, _rows, _columns, Cost);
        int oldStride = Stride, margin = 16 + (Math.Max(rows, columns) / 2);
        Place(top - margin, top + rows - 1 + margin, left - margin, left + columns - 1 + margin);
        int down = top - _top, across = left - _left, stride = Stride;
        Cost = GC.AllocateUninitializedArray<double>(Size);
        Array.Fill(Cost, double.PositiveInfinity);
        for (int row = 0; row < rows + 2; row++)
        {
            Array.Copy(cost, row * oldStride, Cost, ((row + down) * stride) + across, oldStride);
        }

        return place => (((place / oldStride) + down) * stride) + (place % oldStride) + across;
    }

    /// <summary>The place of a grid cell; -1 where it lies beyond the ring.</summary>
    public int PlaceOf(int cell)
    {
        int row = (cell / gridColumns) - _top + 1, column = (cell % gridColumns) - _left + 1;
        return row >= 0 && row <= _rows + 1 && column >= 0 && column <= _columns + 1 ? (row * Stride) + column : -1;
    }

    /// <summary>Row and column on the grid of a place, and whether the place is on the ring.</summary>
    public (int Row, int Column, bool IsRing) Locate(int place)
    {
        unchecked
        {
            uint stride = (uint)Stride, row = (uint)place / stride, column = (uint)place - (row * stride);
            bool isRing = row - 1 >= (uint)_rows || column - 1 >= (uint)_columns;
            return ((int)row + _top - 1, (int)column + _left - 1, isRing);
        }
    }

    private void Place(int top, int bottom, int left, int right)
    {
        (_top, _left) = (Math.Max(top, 0), Math.Max(left, 0));
        (_rows, _columns) = (Math.Min(bottom, gridRows - 1) - _top + 1, Math.Min(right, gridColumns - 1) - _left + 1);
    }
}
