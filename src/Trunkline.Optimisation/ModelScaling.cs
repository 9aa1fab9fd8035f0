namespace Trunkline.Optimisation;

/// <summary>
/// The one place where numbers are scaled. Callers write natural units (dollars from 1e-3 to 1e10, tonnes a year); the solver, whose
/// tolerances are absolute, gets rows, continuous columns and objective brought near 1.
/// </summary>
/// <remarks>
/// Rows and columns are scaled by geometric means in turn (Curtis and Reid's aim, by fixed-point passes), right-hand sides and bounds counted
/// among the entries, so that a flow of 1e7 tonnes is a number near 1 too. Every factor is a power of two: scaling changes no digit. Whole-number
/// columns are never scaled.
/// </remarks>
internal sealed class ModelScaling
{
    private const int Passes = 6;

    // The dearest column costs about 1e5 after scaling: the solver's 1e-7 on reduced costs is then 1e-12 of it, and small costs still count.
    private const int ObjectiveExponent = 17;

    private readonly int[] rowExponent;
    private readonly int[] columnExponent;
    private readonly int objectiveExponent;

    private ModelScaling(int[] rowExponent, int[] columnExponent, int objectiveExponent)
    {
        this.rowExponent = rowExponent;
        this.columnExponent = columnExponent;
        this.objectiveExponent = objectiveExponent;
    }

    /// <summary>Leaves a model as it is.</summary>
    public static ModelScaling None(SparseModel model) => new(new int[model.RowCount], new int[model.ColumnCount], 0);

    /// <summary>Finds the factors for a model.</summary>
    public static ModelScaling Of(SparseModel model)
    {
        var rows = new double[model.RowCount];
        var columns = new double[model.ColumnCount];
        for (var pass = 0; pass < Passes; pass++)
        {
            CentreRows(model, rows, columns);
            CentreColumns(model, rows, columns);
        }

        CentreRows(model, rows, columns);
        int[] columnExponent = [.. columns.Select(c => (int)Math.Round(c))];
        return new ModelScaling([.. rows.Select(r => (int)Math.Round(r))], columnExponent, ObjectiveExponentOf(model, columnExponent));
    }

    /// <summary>The scaled model.</summary>
    public SparseModel Apply(SparseModel model) => new()
    {
        Cost = [.. model.Cost.Select((c, j) => Scale(c, objectiveExponent + columnExponent[j]))],
        Lower = [.. model.Lower.Select((b, j) => Scale(b, -columnExponent[j]))],
        Upper = [.. model.Upper.Select((b, j) => Scale(b, -columnExponent[j]))],
        IsInteger = model.IsInteger,
        RowLower = [.. model.RowLower.Select((b, i) => Scale(b, rowExponent[i]))],
        RowUpper = [.. model.RowUpper.Select((b, i) => Scale(b, rowExponent[i]))],
        Start = model.Start,
        Index = model.Index,
        Value = ScaledValues(model),
        Constant = Scale(model.Constant, objectiveExponent),
    };

    /// <summary>Scaled values of natural ones.</summary>
    public double[] ScaleValues(IReadOnlyList<double> values) => [.. values.Select((v, j) => Scale(v, -columnExponent[j]))];

    /// <summary>Natural values of scaled ones.</summary>
    public double[] NaturalValues(ReadOnlySpan<double> values)
    {
        var natural = new double[values.Length];
        for (var j = 0; j < natural.Length; j++)
        {
            natural[j] = Scale(values[j], columnExponent[j]);
        }

        return natural;
    }

    /// <summary>Natural objective of a scaled one.</summary>
    public double NaturalObjective(double objective) => Scale(objective, -objectiveExponent);

    /// <summary>Natural row duals of scaled ones: objective per unit of right-hand side.</summary>
    public double[] NaturalDuals(ReadOnlySpan<double> duals)
    {
        var natural = new double[duals.Length];
        for (var i = 0; i < natural.Length; i++)
        {
            natural[i] = Scale(duals[i], rowExponent[i] - objectiveExponent);
        }

        return natural;
    }

    private static double Scale(double value, int exponent) => Math.ScaleB(value, exponent);

    private double[] ScaledValues(SparseModel model)
    {
        var scaled = new double[model.Value.Length];
        for (var i = 0; i < model.RowCount; i++)
        {
            for (var k = model.Start[i]; k < model.Start[i + 1]; k++)
            {
                scaled[k] = Scale(model.Value[k], rowExponent[i] + columnExponent[model.Index[k]]);
            }
        }

        return scaled;
    }

    // The exponents of a row's entries, right-hand side included, get the mean zero.
    private static void CentreRows(SparseModel model, double[] rows, double[] columns)
    {
        for (var i = 0; i < model.RowCount; i++)
        {
            double sum = 0;
            var count = 0;
            for (var k = model.Start[i]; k < model.Start[i + 1]; k++)
            {
                sum += Math.Log2(Math.Abs(model.Value[k])) + columns[model.Index[k]];
                count++;
            }

            var right = double.IsFinite(model.RowUpper[i]) ? model.RowUpper[i] : model.RowLower[i];
            if (right != 0 && double.IsFinite(right))
            {
                sum += Math.Log2(Math.Abs(right));
                count++;
            }

            rows[i] = count == 0 ? 0 : -sum / count;
        }
    }

    // The exponents of a continuous column's entries, its bound included, get the mean zero.
    private static void CentreColumns(SparseModel model, double[] rows, double[] columns)
    {
        var sums = new double[model.ColumnCount];
        var counts = new int[model.ColumnCount];
        for (var i = 0; i < model.RowCount; i++)
        {
            for (var k = model.Start[i]; k < model.Start[i + 1]; k++)
            {
                sums[model.Index[k]] += Math.Log2(Math.Abs(model.Value[k])) + rows[i];
                counts[model.Index[k]]++;
            }
        }

        for (var j = 0; j < model.ColumnCount; j++)
        {
            var bound = double.IsFinite(model.Upper[j]) && model.Upper[j] != 0 ? model.Upper[j] : model.Lower[j];
            if (bound != 0 && double.IsFinite(bound))
            {
                sums[j] -= Math.Log2(Math.Abs(bound));
                counts[j]++;
            }

            columns[j] = model.IsInteger[j] || counts[j] == 0 ? 0 : -sums[j] / counts[j];
        }
    }

    private static int ObjectiveExponentOf(SparseModel model, int[] columnExponent)
    {
        double greatest = 0;
        for (var j = 0; j < model.ColumnCount; j++)
        {
            greatest = Math.Max(greatest, Math.Abs(Scale(model.Cost[j], columnExponent[j])));
        }

        return greatest == 0 ? 0 : ObjectiveExponent - (int)Math.Round(Math.Log2(greatest));
    }
}
