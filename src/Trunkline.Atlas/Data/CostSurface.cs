using Trunkline.Domain;

namespace Trunkline.Atlas;

/// <summary>
/// A raster of terrain multipliers on a grid of square cells. Row 0 is the northern row. A cell is no data, no-go, or a positive multiplier
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

    /// <summary>Cell side in the unit of <see cref="Projection"/>: metres, or degrees.</summary>
    public required double CellSize { get; init; }

    /// <summary>Projected x of the western edge, in the unit of <see cref="Projection"/>.</summary>
    public required double Left { get; init; }

    /// <summary>Projected y of the northern edge, in the unit of <see cref="Projection"/>.</summary>
    public required double Top { get; init; }

    /// <summary>How the grid lies on the ground; the one of the shipped surface where none is given.</summary>
    public MapProjection Projection { get; init; } = MapProjection.NorthAmericaAlbers;

    /// <summary>Multiplier by cell, row-major from the north-west; <see cref="NoData"/> or <see cref="NoGo"/> where not passable.</summary>
    public required float[] Multiplier { get; init; }

    /// <summary>What going up and down adds; null where slope has no direction on this surface.</summary>
    public Climb? Climb { get; init; }

    /// <summary>
    /// Cost of each step by cell and direction (eight a cell, north-west first, row by row), kilometres of reference terrain; infinite where the
    /// step is not allowed. Null on a surface whose steps cost what the multipliers say.
    /// </summary>
    public float[]? StepCosts { get; init; }

    /// <summary>True where a pipe may pass.</summary>
    public bool IsPassable(int cell) => float.IsFinite(Multiplier[cell]);
}

/// <summary>Makes a step dearer by its grade, in its own direction: uphill and downhill may differ.</summary>
/// <param name="Height">Metres by cell; not a number where unknown, and then the grade is taken as level.</param>
/// <param name="Uphill">Added to a step's factor for a grade of 1 (45 degrees) upwards; zero or more.</param>
/// <param name="Downhill">The same for a grade downwards.</param>
public sealed record Climb(float[] Height, double Uphill, double Downhill);
