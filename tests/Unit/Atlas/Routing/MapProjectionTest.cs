using Trunkline.Atlas;
using Trunkline.Domain;

namespace Trunkline.Tests.Unit.Atlas;

public sealed class MapProjectionTest
{
    [Fact]
    public void The_origin_is_40_north_96_west()
    {
        PlanePoint origin = MapProjection.NorthAmericaAlbers.Project(new GeoPoint(-96, 40));
        Assert.Equal(0, origin.X, 1e-6);
        Assert.Equal(0, origin.Y, 1e-6);
    }

    // Snyder, Map Projections: A Working Manual (USGS PP 1395, 1987), equations 14-1 to 14-6 with q (3-12) and m (14-15), worked here in
    // full for GRS 80; the ellipsoidal formulas are another route than the library's and are written out from the book.
    [Theory]
    [InlineData(-75, 35)]
    [InlineData(-125, 49)]
    [InlineData(-80.5, 25)]
    [InlineData(-150, 65)]
    public void Agrees_with_Snyder(double longitude, double latitude)
    {
        const double a = 6378137, f = 1 / 298.257222101, e2 = f * (2 - f);
        double e = Math.Sqrt(e2);
        double Rad(double degrees) => degrees * Math.PI / 180;
        double M(double phi) => Math.Cos(phi) / Math.Sqrt(1 - (e2 * Math.Sin(phi) * Math.Sin(phi)));
        double Q(double phi)
        {
            double s = Math.Sin(phi);
            return (1 - e2) * ((s / (1 - (e2 * s * s))) - (1 / (2 * e) * Math.Log((1 - (e * s)) / (1 + (e * s)))));
        }

        double m1 = M(Rad(20)), m2 = M(Rad(60)), q0 = Q(Rad(40)), q1 = Q(Rad(20)), q2 = Q(Rad(60));
        double n = ((m1 * m1) - (m2 * m2)) / (q2 - q1), c = (m1 * m1) + (n * q1);
        double rho = a * Math.Sqrt(c - (n * Q(Rad(latitude)))) / n, rho0 = a * Math.Sqrt(c - (n * q0)) / n;
        double theta = n * Rad(longitude + 96);

        PlanePoint point = MapProjection.NorthAmericaAlbers.Project(new GeoPoint(longitude, latitude));

        Assert.Equal(rho * Math.Sin(theta), point.X, 1e-3);
        Assert.Equal(rho0 - (rho * Math.Cos(theta)), point.Y, 1e-3);
    }

    // The corners of the contiguous United States on the shipped grid.
    [Theory]
    [InlineData(-2_500_000, 1_500_000)]
    [InlineData(2_600_000, 1_500_000)]
    [InlineData(-2_500_000, -1_700_000)]
    [InlineData(2_600_000, -1_700_000)]
    public void There_and_back_ends_where_it_began(double x, double y)
    {
        GeoPoint place = MapProjection.NorthAmericaAlbers.Unproject(new PlanePoint(x, y));
        GeoPoint again = MapProjection.NorthAmericaAlbers.Unproject(MapProjection.NorthAmericaAlbers.Project(place));
        Assert.Equal(place.Longitude, again.Longitude, 1e-6);
        Assert.Equal(place.Latitude, again.Latitude, 1e-6);
        Assert.Equal(x, MapProjection.NorthAmericaAlbers.Project(place).X, 1e-2);
        Assert.Equal(y, MapProjection.NorthAmericaAlbers.Project(place).Y, 1e-2);
    }

    // Reference points worked with PROJ 9 (gdaltransform), an implementation of its own; to a centimetre.
    [Theory]
    [InlineData("EPSG:5070", -105, 40, -760465.7454, 1923013.9798)]
    [InlineData("EPSG:26915", -93.5, 41.5, 458268.5492, 4594384.8789)]
    [InlineData("32733", 16, -22, 603224.6404, 7566835.5713)]
    [InlineData("EPSG:3035", 10, 52, 4321000, 3210000)]
    [InlineData("EPSG:3347", -91.8666666666667, 63.390675, 6200000, 3000000)]
    public void Known_numbers_agree_with_an_independent_implementation(string code, double longitude, double latitude, double x, double y)
    {
        PlanePoint point = MapProjection.OfCode(code, "test").OrThrow().Project(new GeoPoint(longitude, latitude));
        Assert.Equal(x, point.X, 0.02);
        Assert.Equal(y, point.Y, 0.02);
    }

    [Fact]
    public void Every_known_number_goes_there_and_back()
    {
        int[] codes = [4326, 4269, 4258, 5070, 102003, 102008, 3005, 3035, 3347, 3978, 32601, 32660, 32701, 32760, 26901, 26923, 25828, 25838];
        foreach (MapProjection projection in codes.Select(code => MapProjection.OfCode($"{code}", "test").OrThrow()))
        {
            GeoPoint middle = projection.Unproject(projection.IsGeographic ? new PlanePoint(10, 50) : projection.Name.Contains("UTM", StringComparison.Ordinal)
                ? new PlanePoint(600_000, 5_500_000) : projection.Name.Contains("Europe", StringComparison.Ordinal) ? new PlanePoint(4e6, 3e6)
                : projection.Name.Contains("Statistics", StringComparison.Ordinal) ? new PlanePoint(6e6, 2e6) : new PlanePoint(600_000, 1_000_000));
            PlanePoint start = projection.Project(middle);
            PlanePoint end = projection.Project(projection.Unproject(start));
            Assert.True(start.PlaneDistance(end) < 0.05, projection.Name);
        }
    }

    [Theory]
    [InlineData("PROJCS[\"x\"")]
    [InlineData("nonsense")]
    [InlineData("")]
    [InlineData("GEOGCS[\"x\",DATUM[\"d\",SPHEROID[\"s\",6378137,298.25]],PRIMEM[\"Greenwich\",0],UNIT[\"radian\",1]]")]
    public void Text_that_is_no_system_is_a_problem_and_not_a_crash(string wkt) => Assert.Single(MapProjection.OfWkt(wkt, "grid.prj").Problems);

    [Fact]
    public void A_number_that_is_not_known_is_told_with_those_that_are() =>
        Assert.Contains("5070", MapProjection.OfCode("EPSG:1234", "--crs").Problems[0].Fix, StringComparison.Ordinal);
}
