using CsCheck;
using Trunkline.Domain;
using Trunkline.Planner;
using Trunkline.Report;

namespace Trunkline.Tests.Unit.Report;

public class MapTest
{
    [Fact]
    public void The_projection_keeps_areas()
    {
        // A cell of the graticule has the area R^2 * dLambda * (sin phi2 - sin phi1) on the sphere and the same on the map.
        static double OnMap(double west, double south)
        {
            GeoPoint[] ring =
            [
                .. Enumerable.Range(0, 101).Select(i => new GeoPoint(west + (i / 100.0), south)),
                .. Enumerable.Range(0, 101).Select(i => new GeoPoint(west + 1 - (i / 100.0), south + 1)),
            ];
            MapPoint[] points = [.. ring.Append(ring[0]).Select(Albers.Project)];
            return Math.Abs(points.Zip(points.Skip(1), (a, b) => (a.X * b.Y) - (b.X * a.Y)).Sum()) / 2;
        }

        static double OnSphere(double south) =>
            6371.0088 * 6371.0088 * (Math.PI / 180) * (Math.Sin((south + 1) * Math.PI / 180) - Math.Sin(south * Math.PI / 180));

        foreach ((double west, double south) in new[] { (-124.0, 47.0), (-81.0, 25.0), (-96.0, 37.0) })
        {
            Assert.Equal(1, OnMap(west, south) / OnSphere(south), 1e-4);
        }
    }

    [Fact]
    public void The_centre_of_the_projection_is_its_origin() => Assert.Equal(new MapPoint(0, 0), Albers.Project(new GeoPoint(-96, 37.5)));

    [Fact]
    public void All_that_is_built_lies_on_the_map()
    {
        foreach (Plan plan in new[] { SamplePlans.Small, SamplePlans.National(100, 100) })
        {
            MapFrame frame = MapFrame.Of(plan);
            Assert.All(plan.Captures, capture => Assert.True(frame.Shows(frame.At(capture.Place))));
            Assert.All(plan.Pipes.SelectMany(pipe => pipe.Route), place => Assert.True(frame.Shows(frame.At(place))));
        }
    }

    [Fact]
    public void A_simplified_line_keeps_its_ends_and_stays_within_the_tolerance() => Gen.Select(Gen.Double[0, 100], Gen.Double[0, 100])
        .Select(pair => new MapPoint(pair.Item1, pair.Item2)).Array[2, 40].Sample(line =>
        {
            IReadOnlyList<MapPoint> kept = MapPath.Simplified(line, 5);
            return kept[0] == line[0] && kept[^1] == line[^1]
                && line.All(point => kept.Zip(kept.Skip(1)).Any(piece => DistanceToPiece(point, piece.First, piece.Second) <= 5 + 1e-9));
        });

    [Fact]
    public void A_path_is_written_in_steps_of_a_tenth() =>
        Assert.Equal("M1 2.5l9-1.5l0 10", MapPath.Line([new(1, 2.5), new(10, 1), new(10, 11)], 0.1));

    private static double DistanceToPiece(MapPoint point, MapPoint from, MapPoint to)
    {
        double dx = to.X - from.X, dy = to.Y - from.Y, length = (dx * dx) + (dy * dy);
        double along = length == 0 ? 0 : Math.Clamp((((point.X - from.X) * dx) + ((point.Y - from.Y) * dy)) / length, 0, 1);
        return Math.Sqrt(Math.Pow(point.X - from.X - (along * dx), 2) + Math.Pow(point.Y - from.Y - (along * dy), 2));
    }
}
