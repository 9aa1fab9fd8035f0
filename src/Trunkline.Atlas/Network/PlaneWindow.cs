namespace Trunkline.Atlas;

/// <summary>The smallest rectangle on the plane around some circles.</summary>
internal sealed class PlaneWindow
{
    private double _left = double.PositiveInfinity, _right = double.NegativeInfinity;
    private double _bottom = double.PositiveInfinity, _top = double.NegativeInfinity;

    public void Take(PlanePoint centre, double radius)
    {
        (_left, _right) = (Math.Min(_left, centre.X - radius), Math.Max(_right, centre.X + radius));
        (_bottom, _top) = (Math.Min(_bottom, centre.Y - radius), Math.Max(_top, centre.Y + radius));
    }

    public bool Holds(PlanePoint point) => point.X >= _left && point.X <= _right && point.Y >= _bottom && point.Y <= _top;
}
