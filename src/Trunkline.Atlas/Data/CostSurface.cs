using Trunkline.Domain;

namespace Trunkline.Atlas;

/// <summary>
/// A raster of terrain multipliers on a projected grid. Row 0 is the northern row. A cell is no data, no-go, or a positive multiplier
/// on pipe cost per kilometre, where 1 is the reference terrain.
/// </summary>
public sealed class CostSurface
{
    /// <summary>Marks a cell with no data (sea, abroad).</summary>
    public const float NoData = float.NaN;

    /// <summary>Marks a cell that no pipe may enter.</summary>
    public const float NoGo = float.PositiveInfinity;

    /// <summary>Number of columns, west to east.</summary>
    public required int Columns { get; init; }

    /// <summary>Number of rows, north to south.</summary>
    public required int Rows { get; init; }

    /// <summary>Cell side in metres.</summary>
    public required double CellSize { get; init; }

    /// <summary>Projected x of the western edge, metres.</summary>
    public required double Left { get; init; }

    /// <summary>Projected y of the northern edge, metres.</summary>
    public required double Top { get; init; }

    /// <summary>Multiplier by cell, row-major from the north-west; <see cref="NoData"/> or <see cref="NoGo"/> where not passable.</summary>
    public required float[] Multiplier { get; init; }

    /// <summary>True where a pipe may pass.</summary>
    public bool IsPassable(int cell) => float.IsFinite(Multiplier[cell]);
}
