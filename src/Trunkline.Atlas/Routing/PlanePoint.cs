namespace Trunkline.Atlas;

/// <summary>A place on the projected plane of a surface, metres east and north of its origin.</summary>
public readonly record struct PlanePoint(double X, double Y)
{
    /// <summary>The point this share of the way to another, 0 here and 1 there.</summary>
    public PlanePoint Towards(PlanePoint other, double share) => new(X + ((other.X - X) * share), Y + ((other.Y - Y) * share));

    /// <summary>Straight distance on the plane, metres. Not a distance on the ground.</summary>
    public double PlaneDistance(PlanePoint other) => Math.Sqrt(((X - other.X) * (X - other.X)) + ((Y - other.Y) * (Y - other.Y)));
}
