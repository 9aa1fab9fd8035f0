using System.Text;
using CsCheck;
using Trunkline.Atlas.Build;
using Trunkline.Domain;

namespace Trunkline.Tests.Unit.Atlas;

public sealed class TopologyTest
{
    // Two unit squares side by side, the shared side is arc 0 from (1,0) to (1,1); the western square walks it forwards, the eastern one backwards.
    private const string TwoSquares =
        """
        {"type":"Topology","transform":{"scale":[1,1],"translate":[0,0]},
         "arcs":[[[1,0],[0,1]],[[1,1],[-1,0],[0,-1],[1,0]],[[1,0],[1,0],[0,1],[-1,0]]],
         "objects":{"states":{"type":"GeometryCollection","geometries":[
           {"type":"Polygon","id":"01","properties":{"name":"West"},"arcs":[[0,1]]},
           {"type":"MultiPolygon","id":"02","properties":{"name":"East"},"arcs":[[[2,-1]]]}]}}}
        """;

    private static readonly IReadOnlyList<Outline> Squares = Topology.Read(Encoding.UTF8.GetBytes(TwoSquares), "states");

    [Fact]
    public void Shared_arcs_close_both_rings()
    {
        Assert.Equal(["West", "East"], Squares.Select(s => s.Name));
        Assert.All(Squares, s => Assert.Equal(s.Rings[0][0], s.Rings[0][^1]));
        Assert.All(Squares, s => Assert.Equal(5, s.Rings[0].Count));
    }

    [Theory]
    [InlineData(0.5, 0.5, true, false)]
    [InlineData(1.5, 0.5, false, true)]
    [InlineData(2.5, 0.5, false, false)]
    [InlineData(0.5, 1.5, false, false)]
    public void A_point_lies_in_one_square_or_none(double x, double y, bool west, bool east) =>
        Assert.Equal((west, east), (Squares[0].Contains(new GeoPoint(x, y)), Squares[1].Contains(new GeoPoint(x, y))));

    [Fact]
    public void Distance_to_the_border_is_that_of_the_sphere()
    {
        // One degree of a great circle is 111.195 km.
        Assert.Equal(111.195, Squares[0].DistanceToBorder(new GeoPoint(-1, 0)).Value, 0.01);
        Assert.Equal(222.39, Squares[1].DistanceToBorder(new GeoPoint(1.5, 3)).Value, 0.01);
    }

    [Fact]
    public void Thinning_keeps_the_ends_and_drops_no_point_far_from_the_line() =>
        Gen.Select(Gen.Double[-1, 1], Gen.Double[-1, 1]).Array[2, 40].Sample(pairs =>
        {
            GeoPoint[] line = [.. pairs.Select(p => new GeoPoint(p.Item1, p.Item2))];
            IReadOnlyList<GeoPoint> thin = LineThinning.Thin(line, 0.1);
            Outline drawn = new(string.Empty, string.Empty, [thin]);
            return thin[0] == line[0] && thin[^1] == line[^1] && line.All(p => drawn.DistanceToBorder(p).Value <= 0.1 * 111.2);
        });
}
