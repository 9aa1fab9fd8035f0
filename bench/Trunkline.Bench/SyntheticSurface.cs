using Trunkline.Atlas;

namespace Trunkline.Bench;

/// <summary>A made-up surface on a plane with cells of 1 km: hills at three scales and noise, 0.3 to some 5 times reference terrain, no gaps.</summary>
internal static class SyntheticSurface
{
    private const int Seed = 20231;

    public static TerrainCost Terrain(int rows, int columns)
    {
        var random = new Random(Seed);
        double[] phase = [.. Enumerable.Range(0, 6).Select(_ => random.NextDouble() * 2 * Math.PI)];
        float[] multiplier = new float[rows * columns];
        for (int cell = 0; cell < multiplier.Length; cell++)
        {
            double x = cell % columns, y = cell / columns;
            double hills = Math.Sin((x / 611) + phase[0]) + Math.Sin((y / 487) + phase[1]) + (0.7 * Math.Sin(((x + y) / 97) + phase[2]))
                + (0.7 * Math.Sin(((x - y) / 83) + phase[3])) + (0.4 * Math.Sin((x / 13) + phase[4])) + (0.4 * Math.Sin((y / 11) + phase[5]));
            multiplier[cell] = (float)(0.3 + (0.45 * (hills + 4.2)) + (0.6 * random.NextDouble()));
        }

        return new TerrainCost(
            new SurfaceGrid(new CostSurface
            {
                Rows = rows,
                Columns = columns,
                CellSize = 1000,
                Left = 0,
                Top = rows * 1000,
                Projection = MapProjection.Nowhere,
                Multiplier = multiplier,
            }),
            [],
            1);
    }

    public static int[] Places(int rows, int columns, int count)
    {
        var random = new Random(Seed + 1);
        return [.. Enumerable.Range(0, count).Select(_ => random.Next(rows * columns))];
    }

    public static double[] CostByCell(CellSearch search, SurfaceGrid grid)
    {
        double[] cost = new double[grid.Count];
        for (int cell = 0; cell < cost.Length; cell++)
        {
            cost[cell] = search.CostOf(cell);
        }

        return cost;
    }
}
