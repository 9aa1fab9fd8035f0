namespace Trunkline.Atlas;

/// <summary>A grid of numbers as a file brings it. Row 0 is the northern row.</summary>
/// <param name="CellWidth">In the unit of the projection.</param>
/// <param name="CellHeight">In the unit of the projection.</param>
/// <param name="Left">Western edge.</param>
/// <param name="Top">Northern edge.</param>
/// <param name="Values">By cell, row-major; not a number where there is no data.</param>
public sealed record Raster(
    int Columns, int Rows, double CellWidth, double CellHeight, double Left, double Top, MapProjection Projection, float[] Values)
{
    /// <summary>The value at a point of the raster's own plane; not a number beyond it.</summary>
    public float At(PlanePoint point)
    {
        double column = Math.Floor((point.X - Left) / CellWidth), row = Math.Floor((Top - point.Y) / CellHeight);
        return column >= 0 && column < Columns && row >= 0 && row < Rows ? Values[((int)row * Columns) + (int)column] : float.NaN;
    }
}
