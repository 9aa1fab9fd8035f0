namespace Trunkline.Optimisation;

/// <summary>
/// A <see cref="LinearModel"/> as flat arrays by row: repeated terms of a row summed, zero terms left out, every row as an interval. What a
/// solver and the text formats read.
/// </summary>
internal sealed class SparseModel
{
    public required double[] Cost { get; init; }

    public required double[] Lower { get; init; }

    public required double[] Upper { get; init; }

    public required bool[] IsInteger { get; init; }

    public required double[] RowLower { get; init; }

    public required double[] RowUpper { get; init; }

    /// <summary>Where each row starts in <see cref="Index"/> and <see cref="Value"/>; one entry more than there are rows.</summary>
    public required int[] Start { get; init; }

    public required int[] Index { get; init; }

    public required double[] Value { get; init; }

    public required double Constant { get; init; }

    public int ColumnCount => Cost.Length;

    public int RowCount => RowLower.Length;

    public bool HasIntegers => Array.IndexOf(IsInteger, true) >= 0;

    /// <summary>Flattens a model. A model that is not one (a term without a column, a number that is none) is a fault of its writer and throws.</summary>
    public static SparseModel From(LinearModel model)
    {
        RefuseNonsense(model);
        var rows = model.Rows.Select(SumOfRepeats).ToArray();
        return new SparseModel
        {
            Cost = [.. model.Columns.Select(c => c.Cost)],
            Lower = [.. model.Columns.Select(LowerOf)],
            Upper = [.. model.Columns.Select(UpperOf)],
            IsInteger = [.. model.Columns.Select(c => c.IsInteger)],
            RowLower = [.. model.Rows.Select(r => r.Sense == Sense.AtMost ? double.NegativeInfinity : r.RightHandSide)],
            RowUpper = [.. model.Rows.Select(r => r.Sense == Sense.AtLeast ? double.PositiveInfinity : r.RightHandSide)],
            Start = StartsOf(rows),
            Index = [.. rows.SelectMany(r => r).Select(t => t.Column)],
            Value = [.. rows.SelectMany(r => r).Select(t => t.Coefficient)],
            Constant = model.Constant,
        };
    }

    /// <summary>The terms of a row in order of first mention, each column once, zeros left out.</summary>
    public static IReadOnlyList<Term> SumOfRepeats(Row row)
    {
        var place = new Dictionary<int, int>(row.Terms.Count);
        var terms = new List<Term>(row.Terms.Count);
        foreach (var term in row.Terms)
        {
            if (place.TryGetValue(term.Column, out var at))
            {
                terms[at] = term with { Coefficient = terms[at].Coefficient + term.Coefficient };
            }
            else
            {
                place[term.Column] = terms.Count;
                terms.Add(term);
            }
        }

        terms.RemoveAll(t => t.Coefficient == 0);
        return terms;
    }

    /// <summary>The cost of some values, constant included.</summary>
    public double CostOf(ReadOnlySpan<double> values)
    {
        // Sums of dollars from 1e-3 to 1e10 lose cents without the compensation (Neumaier 1974).
        double sum = Constant, lost = 0;
        for (var j = 0; j < Cost.Length; j++)
        {
            var product = Cost[j] == 0 ? 0 : Cost[j] * values[j];
            var total = sum + product;
            lost += Math.Abs(sum) >= Math.Abs(product) ? sum - total + product : product - total + sum;
            sum = total;
        }

        return sum + lost;
    }

    /// <summary>Whether some values keep every bound and row, each row to a tolerance times the sum of its terms' sizes.</summary>
    public bool Keeps(ReadOnlySpan<double> values, double tolerance)
    {
        for (var j = 0; j < ColumnCount; j++)
        {
            var slack = tolerance * Math.Max(1, Math.Abs(values[j]));
            if (values[j] < Lower[j] - slack || values[j] > Upper[j] + slack)
            {
                return false;
            }
        }

        for (var i = 0; i < RowCount; i++)
        {
            if (!KeepsRow(i, values, tolerance))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The same limits with another objective.</summary>
    public SparseModel WithCost(double[] cost, double constant) => With(cost, constant, Lower, Upper);

    /// <summary>The same model with its whole-number columns fixed where some values have them.</summary>
    public SparseModel WithFixed(double[] values) => With(
        Cost, Constant, [.. Lower.Select((b, j) => IsInteger[j] ? values[j] : b)], [.. Upper.Select((b, j) => IsInteger[j] ? values[j] : b)]);

    /// <summary>Whether a bound or row leaves nothing before any search: a lower bound above its upper one.</summary>
    public bool IsContradictory()
    {
        for (var j = 0; j < ColumnCount; j++)
        {
            if (Lower[j] > Upper[j] || double.IsPositiveInfinity(Lower[j]) || double.IsNegativeInfinity(Upper[j]))
            {
                return true;
            }
        }

        for (var i = 0; i < RowCount; i++)
        {
            var isEmpty = Start[i] == Start[i + 1];
            if ((isEmpty && (RowLower[i] > 0 || RowUpper[i] < 0)) || double.IsPositiveInfinity(RowLower[i]) || double.IsNegativeInfinity(RowUpper[i]))
            {
                return true;
            }
        }

        return false;
    }

    private bool KeepsRow(int row, ReadOnlySpan<double> values, double tolerance)
    {
        double sum = 0, size = 1;
        for (var at = Start[row]; at < Start[row + 1]; at++)
        {
            var term = Value[at] * values[Index[at]];
            sum += term;
            size += Math.Abs(term);
        }

        return sum >= RowLower[row] - (tolerance * size) && sum <= RowUpper[row] + (tolerance * size);
    }

    private SparseModel With(double[] cost, double constant, double[] lower, double[] upper) => new()
    {
        Cost = cost,
        Lower = lower,
        Upper = upper,
        IsInteger = IsInteger,
        RowLower = RowLower,
        RowUpper = RowUpper,
        Start = Start,
        Index = Index,
        Value = Value,
        Constant = constant,
    };

    // A whole number between 0.2 and 3.7 lies between 1 and 3; the slack keeps 2.9999999999 from losing 3.
    private static double LowerOf(Column column) => column.IsInteger ? Math.Ceiling(column.Lower - 1e-9) : column.Lower;

    private static double UpperOf(Column column) => column.IsInteger ? Math.Floor(column.Upper + 1e-9) : column.Upper;

    private static int[] StartsOf(IReadOnlyList<Term>[] rows)
    {
        var starts = new int[rows.Length + 1];
        for (var i = 0; i < rows.Length; i++)
        {
            starts[i + 1] = starts[i] + rows[i].Count;
        }

        return starts;
    }

    private static void RefuseNonsense(LinearModel model)
    {
        var faults = ColumnFaults(model).Concat(RowFaults(model)).Take(20).ToList();
        if (!double.IsFinite(model.Constant))
        {
            faults.Insert(0, $"the constant is {model.Constant}");
        }

        if (faults.Count > 0)
        {
            throw new ArgumentException("The model is not well formed: " + string.Join("; ", faults), nameof(model));
        }
    }

    private static IEnumerable<string> ColumnFaults(LinearModel model) =>
        from column in model.Columns
        where !double.IsFinite(column.Cost) || double.IsNaN(column.Lower) || double.IsNaN(column.Upper)
        select $"column {column.Name} has cost {column.Cost} and bounds {column.Lower} to {column.Upper}";

    private static IEnumerable<string> RowFaults(LinearModel model)
    {
        foreach (var row in model.Rows)
        {
            if (double.IsNaN(row.RightHandSide) || (row.Sense == Sense.Equal && !double.IsFinite(row.RightHandSide)))
            {
                yield return $"row {row.Name} has right-hand side {row.RightHandSide}";
            }

            foreach (var term in row.Terms)
            {
                if (!double.IsFinite(term.Coefficient) || term.Column < 0 || term.Column >= model.Columns.Count)
                {
                    yield return $"row {row.Name} has the term {term.Coefficient} of column {term.Column}";
                }
            }
        }
    }
}
