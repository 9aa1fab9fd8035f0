namespace Trunkline.NetworkDesign;

/// <summary>Where each decision of a <see cref="DesignProblem"/> stands among the columns of its model; -1 where it has none.</summary>
internal sealed class DesignColumns(DesignProblem problem)
{
    private const int None = -1;

    /// <summary>Taking an option: [supply][option].</summary>
    public int[][] Take { get; } = [.. problem.Supplies.Select(s => Filled(s.Options.Length))];

    /// <summary>Rate under an option: [supply][option][period].</summary>
    public int[][][] Rate { get; } =
        [.. problem.Supplies.Select(s => (int[][])[.. s.Options.Select(_ => Filled(problem.PeriodCount))])];

    /// <summary>Flow by arc and period, from <c>From</c> to <c>To</c>.</summary>
    public int[][] Forward { get; } = Table(problem.Arcs.Length, problem.PeriodCount);

    /// <summary>Flow by arc and period, from <c>To</c> to <c>From</c>.</summary>
    public int[][] Backward { get; } = Table(problem.Arcs.Length, problem.PeriodCount);

    /// <summary>Whether a size is bought: [arc][period][trend].</summary>
    public int[][][] Buy { get; } = Cube(problem);

    /// <summary>How much capacity: [arc][period][trend].</summary>
    public int[][][] Size { get; } = Cube(problem);

    /// <summary>Modules opened: [sink][period].</summary>
    public int[][] Open { get; } = Table(problem.Sinks.Length, problem.PeriodCount);

    /// <summary>All that is absorbed: [sink][period].</summary>
    public int[][] Absorb { get; } = Table(problem.Sinks.Length, problem.PeriodCount);

    /// <summary>The part of <see cref="Absorb"/> above the free rate, where it has to be told apart: [sink][period].</summary>
    public int[][] Stored { get; } = Table(problem.Sinks.Length, problem.PeriodCount);

    private static int[][][] Cube(DesignProblem problem) =>
        [.. problem.Arcs.Select(_ => Table(problem.PeriodCount, problem.Trends.Length))];

    private static int[][] Table(int rows, int columns) => [.. Enumerable.Range(0, rows).Select(_ => Filled(columns))];

    private static int[] Filled(int count)
    {
        var row = new int[count];
        Array.Fill(row, None);
        return row;
    }
}
