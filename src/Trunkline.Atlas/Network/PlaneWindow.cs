namespace Trunkline.Atlas;

/// <summary>The smallest rectangle on the plane around some circles, widened by a margin in metres.</summary>
internal sealed class PlaneWindow(double margin)
{
    private double _left = double.PositiveInfinity, _right = double.NegativeInfinity;
    private double _bottom = double.PositiveInfinity, _top = double.NegativeInfinity;

    public void Take(PlanePoint centre, double radius)
    {
        (_left, _right) = (Math.Min(_left, centre.X - radius - margin), Math.Max(_right, centre.X + radius + margin));
        (_bottom, _top) = (Math.Min(_bottom, centre.Y - radius - margin), Math.Max(_top, centre.Y + radius + margin));
    }

    public bool Holds(PlanePoint point) => point.X >= _left && point.X <= _right && point.Y >= _bottom && point.Y <= _top;
}
