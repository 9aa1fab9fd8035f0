using CsCheck;
using Trunkline.Atlas;

namespace Trunkline.Tests.Unit.Atlas;

public sealed class NeighbourPairsTest
{
    private static readonly SurfaceGrid Grid = new(Surfaces.Flat(9, 9));

    [Fact]
    public void Fewer_than_two_places_have_no_neighbours()
    {
        Assert.Empty(NeighbourPairs.Of(Grid, []));
        Assert.Empty(NeighbourPairs.Of(Grid, [7, 7]));
    }

    [Fact]
    public void Two_places_are_neighbours() => Assert.Equal([(3, 50)], NeighbourPairs.Of(Grid, [50, 3]));

    [Fact]
    public void Places_in_a_row_are_neighbours_one_by_one() => Assert.Equal([(0, 3), (3, 5), (5, 8)], NeighbourPairs.Of(Grid, [5, 0, 8, 3]));

    // Two places are Delaunay neighbours for certain where the circle over their line holds no third, not even on its rim.
    [Fact]
    public void Places_with_nothing_between_them_are_neighbours() => Gen.Int[0, 80].Array[2, 12].Sample(cells =>
    {
        int[] places = [.. cells.Distinct()];
        var pairs = NeighbourPairs.Of(Grid, places).ToHashSet();
        foreach (int a in places)
        {
            foreach (int b in places.Where(b => b > a && !places.Any(c => c != a && c != b && IsBetween(a, b, c))))
            {
                Assert.Contains((a, b), pairs);
            }
        }
    });

    // The angle at c is a right angle or wider.
    private static bool IsBetween(int a, int b, int c)
    {
        int ax = Grid.ColumnOf(a) - Grid.ColumnOf(c), ay = Grid.RowOf(a) - Grid.RowOf(c);
        int bx = Grid.ColumnOf(b) - Grid.ColumnOf(c), by = Grid.RowOf(b) - Grid.RowOf(c);
        return (ax * bx) + (ay * by) <= 0;
    }
}
