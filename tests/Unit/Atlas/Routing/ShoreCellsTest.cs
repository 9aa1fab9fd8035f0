using Trunkline.Atlas;

namespace Trunkline.Tests.Unit.Atlas;

public sealed class ShoreCellsTest
{
    [Fact]
    public void A_shore_cell_is_raised_to_the_land_behind_it()
    {
        CostSurface surface = Surfaces.Drawn("~~~~~~~", "~11111~", "~13331~", "~13931~", "~13331~", "~11111~", "~~~~~~~");
        (CostSurface mended, IReadOnlyList<int> raised) = ShoreCells.Mend(surface);
        Assert.Equal(16, raised.Count);
        Assert.Equal(Surfaces.Drawn("~~~~~~~", "~33333~", "~33333~", "~33933~", "~33333~", "~33333~", "~~~~~~~").Multiplier, mended.Multiplier);
    }

    [Fact]
    public void Dear_shore_cells_and_islands_stay_as_they_are()
    {
        CostSurface surface = Surfaces.Drawn("9~1", "~~~", "9~1");
        (CostSurface mended, IReadOnlyList<int> raised) = ShoreCells.Mend(surface);
        Assert.Empty(raised);
        Assert.Equal(surface.Multiplier, mended.Multiplier);
    }
}
