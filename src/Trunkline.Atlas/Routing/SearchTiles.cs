using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Trunkline.Atlas;

/// <summary>
/// The part of a grid that a search has come to, in tiles of 16 by 32 cells that are opened as it comes to them: memory follows the search and
/// not the grid, and cells that lie near each other lie in the same few pages of memory, which row after row of a large grid would not. A cell's
/// place never changes while a search runs. All around the grid stands a wall of tiles that no step leads into.
/// </summary>
internal sealed class SearchTiles
{
    /// <summary>Rows of a tile.</summary>
    public const int Rows = 1 << RowBits;

    /// <summary>Columns of a tile.</summary>
    public const int Columns = 1 << ColumnBits;

    private const int RowBits = 4, ColumnBits = 5, CellBits = RowBits + ColumnBits, Cells = 1 << CellBits;

    // Slot 0 is the wall. A vector read at the last place of all may reach so far beyond it.
    private const int Wall = 0, Closed = -1, Spare = 4;

    private readonly CostSurface _surface;
    private readonly bool[] _onLine;
    private readonly int _across;
    private readonly int[] _slotOf;
    private Tile[] _tiles = new Tile[1];
    private int _open = 1;

    public SearchTiles(CostSurface surface, bool[] onLine)
    {
        (_surface, _onLine) = (surface, onLine);
        _across = ((surface.Columns - 1) / Columns) + 3;
        _slotOf = new int[_across * (((surface.Rows - 1) / Rows) + 3)];
        for (int number = 0; number < _slotOf.Length; number++)
        {
            _slotOf[number] = IsWall(number) ? Wall : Closed;
        }

        (Cost, Multiplier) = ([], []);
        Grow(1);
        Array.Fill(Cost, double.PositiveInfinity);
        Array.Fill(Multiplier, float.NaN);
    }

    /// <summary>Cost reached so far by place; infinite where not reached.</summary>
    public double[] Cost { get; private set; }

    /// <summary>Multiplier on pipe cost by place; not finite where no pipe may pass, and beyond the grid.</summary>
    public float[] Multiplier { get; private set; }

    /// <summary>Memory that the tiles take, bytes.</summary>
    public long Bytes => (Cost.LongLength * sizeof(double)) + (Multiplier.LongLength * sizeof(float)) + (_slotOf.LongLength * sizeof(int));

    /// <summary>Closes all tiles.</summary>
    public void Clear()
    {
        for (int slot = Wall + 1; slot < _open; slot++)
        {
            _slotOf[_tiles[slot].Number] = Closed;
        }

        _open = Wall + 1;
    }

    /// <summary>The place of a grid cell, -1 while its tile is closed.</summary>
    public int PlaceOf(int cell)
    {
        (int row, int column) = (cell / _surface.Columns, cell % _surface.Columns);
        int slot = _slotOf[NumberOf(row, column)];
        return slot == Closed ? -1 : PlaceIn(slot, row, column);
    }

    /// <summary>The place of a grid cell, whose tile is opened if it is not.</summary>
    public int OpenPlaceOf(int cell)
    {
        (int row, int column) = (cell / _surface.Columns, cell % _surface.Columns);
        return PlaceIn(Opened(NumberOf(row, column)), row, column);
    }

    /// <summary>The tile of a place; all tiles that touch it are opened.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref readonly Tile TileAt(int place)
    {
        ref Tile tile = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_tiles), place >> CellBits);
        if (!tile.IsRinged)
        {
            tile = ref Ring(place >> CellBits);
        }

        return ref tile;
    }

    /// <summary>Row of a place in its tile.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int RowOf(int place) => (place >> ColumnBits) & (Rows - 1);

    /// <summary>Column of a place in its tile.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int ColumnOf(int place) => place & (Columns - 1);

    /// <summary>The place north of a place in this tile.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Above(in Tile tile, int place) =>
        RowOf(place) > 0 ? place - Columns : (tile.Above << CellBits) + Cells - Columns + ColumnOf(place);

    /// <summary>The place south of a place in this tile.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Below(in Tile tile, int place) =>
        RowOf(place) < Rows - 1 ? place + Columns : (tile.Below << CellBits) + ColumnOf(place);

    /// <summary>The place that a step leads to from a place in this tile.</summary>
    public int Neighbour(in Tile tile, int place, int direction)
    {
        int row = RowOf(place) + Compass.RowsOf(direction), column = ColumnOf(place) + Compass.ColumnsOf(direction);
        return PlaceIn(_slotOf[tile.Number + ((row >> RowBits) * _across) + (column >> ColumnBits)], row, column);
    }

    private static int PlaceIn(int slot, int row, int column) => (slot << CellBits) + ((row & (Rows - 1)) << ColumnBits) + (column & (Columns - 1));

    private int NumberOf(int row, int column) => (((row >> RowBits) + 1) * _across) + (column >> ColumnBits) + 1;

    private bool IsWall(int number)
    {
        int column = number % _across;
        return column == 0 || column == _across - 1 || number < _across || number >= _slotOf.Length - _across;
    }

    private ref Tile Ring(int slot)
    {
        int number = _tiles[slot].Number;
        for (int row = -_across; row <= _across; row += _across)
        {
            for (int column = -1; column <= 1; column++)
            {
                Opened(number + row + column);
            }
        }

        ref Tile tile = ref _tiles[slot];
        (tile.IsRinged, tile.Above, tile.Below) = (true, _slotOf[number - _across], _slotOf[number + _across]);
        return ref tile;
    }

    private int Opened(int number)
    {
        ref int slot = ref _slotOf[number];
        if (slot == Closed)
        {
            slot = _open++;
            if (slot >= _tiles.Length)
            {
                Grow(Math.Min(_slotOf.Length, _tiles.Length * 2));
            }

            Fill(slot, number);
        }

        return slot;
    }

    private void Grow(int tiles)
    {
        (double[] cost, float[] multiplier) = (Cost, Multiplier);
        Cost = GC.AllocateUninitializedArray<double>((tiles * Cells) + Spare);
        cost.CopyTo(Cost, 0);
        Multiplier = GC.AllocateUninitializedArray<float>((tiles * Cells) + Spare);
        multiplier.CopyTo(Multiplier, 0);
        Array.Resize(ref _tiles, tiles);
    }

    private void Fill(int slot, int number)
    {
        int top = ((number / _across) - 1) * Rows, left = ((number % _across) - 1) * Columns, across = Math.Min(Columns, _surface.Columns - left);
        Array.Fill(Cost, double.PositiveInfinity, slot * Cells, Cells);
        Span<float> multiplier = Multiplier.AsSpan(slot * Cells, Cells);
        bool hasLines = false;
        for (int row = 0; row < Rows; row++, multiplier = multiplier[Columns..])
        {
            int onGrid = top + row < _surface.Rows ? across : 0, first = onGrid > 0 ? ((top + row) * _surface.Columns) + left : 0;
            _surface.Multiplier.AsSpan(first, onGrid).CopyTo(multiplier);
            multiplier[onGrid..Columns].Fill(float.NaN);
            hasLines |= _onLine.AsSpan(first, onGrid).Contains(true);
        }

        _tiles[slot] = new Tile { Number = number, Top = top, Left = left, HasLines = hasLines };
    }

    /// <summary>A part of the grid that is open.</summary>
    public struct Tile
    {
        /// <summary>Its number among all tiles, the wall's included.</summary>
        public int Number;

        /// <summary>Grid row and column of its first cell.</summary>
        public int Top, Left;

        /// <summary>Slots of its neighbours to the north and south, once it is ringed.</summary>
        public int Above, Below;

        /// <summary>True once all tiles around it are open.</summary>
        public bool IsRinged;

        /// <summary>True where an existing line passes it.</summary>
        public bool HasLines;
    }
}
