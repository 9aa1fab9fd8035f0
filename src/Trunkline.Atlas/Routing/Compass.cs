namespace Trunkline.Atlas;

/// <summary>The eight steps from a cell to its neighbours, north-west first, row by row; a step and its way back add to seven.</summary>
internal static class Compass
{
    public const int Directions = 8;

    private static readonly sbyte[] RowStep = [-1, -1, -1, 0, 0, 1, 1, 1];
    private static readonly sbyte[] ColumnStep = [-1, 0, 1, -1, 1, -1, 0, 1];

    public static int RowsOf(int direction) => RowStep[direction];

    public static int ColumnsOf(int direction) => ColumnStep[direction];

    public static int Back(int direction) => 7 - direction;

    public static bool IsStraight(int direction) => RowStep[direction] == 0 || ColumnStep[direction] == 0;

    /// <summary>The straight step, north or south, that a diagonal one is made of.</summary>
    public static int Above(int direction) => direction < 4 ? 1 : 6;

    /// <summary>The straight step, west or east, that a diagonal one is made of.</summary>
    public static int Beside(int direction) => ColumnStep[direction] < 0 ? 3 : 4;

    /// <summary>The direction of the step between two cells that touch.</summary>
    public static int Between(int from, int to, int columns)
    {
        int rows = (to / columns) - (from / columns), across = (to % columns) - (from % columns);
        for (int direction = 0; direction < Directions; direction++)
        {
            if (RowStep[direction] == rows && ColumnStep[direction] == across)
            {
                return direction;
            }
        }

        throw new ArgumentException($"Cells {from} and {to} do not touch.");
    }
}
