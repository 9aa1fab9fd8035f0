using CsCheck;
using Trunkline.Optimisation;

namespace Trunkline.Tests.Unit.Optimisation;

/// <summary>Random models small enough to be solved by trying everything.</summary>
internal static class SmallModels
{
    /// <summary>Up to four whole-number columns between -2 and 3, up to four rows, small whole coefficients.</summary>
    public static readonly Gen<LinearModel> Whole = Models(Gen.Const(true));

    /// <summary>As <see cref="Whole"/>, some columns continuous.</summary>
    public static readonly Gen<LinearModel> Mixed = Models(Gen.Bool);

    /// <summary>The least cost over all whole points, or null where no point keeps the rows.</summary>
    public static double? Exhaust(LinearModel model) =>
        WholePoints(model).Where(p => Keeps(model, p)).Select(p => (double?)CostOf(model, p)).Min();

    /// <summary>The least over every choice of the whole columns of the linear programme that is left.</summary>
    public static double? ExhaustMixed(LinearModel model, Func<LinearModel, SolveResult> solveLinear)
    {
        double? best = null;
        foreach (var point in WholePoints(model))
        {
            var result = solveLinear(Fixed(model, point));
            if (result.Status == SolveStatus.Optimal && !(result.Objective >= best))
            {
                best = result.Objective;
            }
        }

        return best;
    }

    /// <summary>Whether values keep every bound, row and whole number.</summary>
    public static bool Keeps(LinearModel model, IReadOnlyList<double> values)
    {
        const double tolerance = 1e-6;
        var columnsKept = model.Columns.Select((c, j) => values[j] >= c.Lower - tolerance && values[j] <= c.Upper + tolerance
            && (!c.IsInteger || values[j] == Math.Round(values[j])));
        var rowsKept = model.Rows.Select(r =>
        {
            var over = r.Terms.Sum(t => t.Coefficient * values[t.Column]) - r.RightHandSide;
            return r.Sense switch
            {
                Sense.AtMost => over <= tolerance,
                Sense.AtLeast => over >= -tolerance,
                _ => Math.Abs(over) <= tolerance,
            };
        });
        return columnsKept.All(k => k) && rowsKept.All(k => k);
    }

    private static Gen<LinearModel> Models(Gen<bool> isWhole) =>
        from columns in Gen.Select(Gen.Int[-5, 5], Gen.Int[-2, 1], Gen.Int[0, 2], isWhole).List[1, 4]
        from rows in Gen.Select(Gen.Int[-3, 3].List[4], Gen.Enum<Sense>(), Gen.Int[-6, 8]).List[0, 4]
        from constant in Gen.Int[-3, 3]
        select Build(columns, rows, constant);

    private static LinearModel Build(List<(int Cost, int Lower, int Range, bool Whole)> columns, List<(List<int> Terms, Sense Sense, int Right)> rows, int constant)
    {
        var model = new LinearModel { Constant = constant };
        for (var j = 0; j < columns.Count; j++)
        {
            var (cost, lower, range, whole) = columns[j];
            model.AddColumn($"x{j}", cost, lower, lower + range, whole);
        }

        for (var i = 0; i < rows.Count; i++)
        {
            Term[] terms = [.. Enumerable.Range(0, columns.Count).Select(j => new Term(rows[i].Terms[j], j))];
            model.AddRow(new Row($"r{i}", terms, rows[i].Sense, rows[i].Right));
        }

        return model;
    }

    private static LinearModel Fixed(LinearModel model, double[] point)
    {
        var linear = new LinearModel { Constant = model.Constant };
        for (var j = 0; j < model.Columns.Count; j++)
        {
            var c = model.Columns[j];
            linear.AddColumn(c.Name, c.Cost, c.IsInteger ? point[j] : c.Lower, c.IsInteger ? point[j] : c.Upper);
        }

        foreach (var row in model.Rows)
        {
            linear.AddRow(row);
        }

        return linear;
    }

    // Continuous columns stand at their lower bound.
    private static IEnumerable<double[]> WholePoints(LinearModel model)
    {
        IEnumerable<double[]> points = [[]];
        foreach (var column in model.Columns)
        {
            var range = column.IsInteger ? (int)(column.Upper - column.Lower) + 1 : 1;
            points = points.SelectMany(p => Enumerable.Range(0, range).Select(k => (double[])[.. p, column.Lower + k]));
        }

        return points;
    }

    private static double CostOf(LinearModel model, double[] values) =>
        model.Constant + model.Columns.Select((c, j) => c.Cost * values[j]).Sum();
}
