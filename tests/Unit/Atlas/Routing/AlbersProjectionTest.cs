using Trunkline.Atlas;
using Trunkline.Domain;

namespace Trunkline.Tests.Unit.Atlas;

public sealed class AlbersProjectionTest
{
    [Fact]
    public void The_origin_is_40_north_96_west()
    {
        PlanePoint origin = AlbersProjection.Project(new GeoPoint(-96, 40));
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

        PlanePoint point = AlbersProjection.Project(new GeoPoint(longitude, latitude));

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
        GeoPoint place = AlbersProjection.Unproject(new PlanePoint(x, y));
        GeoPoint again = AlbersProjection.Unproject(AlbersProjection.Project(place));
        Assert.Equal(place.Longitude, again.Longitude, 1e-6);
        Assert.Equal(place.Latitude, again.Latitude, 1e-6);
        Assert.Equal(x, AlbersProjection.Project(place).X, 1e-2);
        Assert.Equal(y, AlbersProjection.Project(place).Y, 1e-2);
    }
}
