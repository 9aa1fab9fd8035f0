using System.Text;

namespace Trunkline.Optimisation;

/// <summary>
/// Writes a model as free MPS, read by HiGHS, cbc and glpsol alike: names and order kept, the same bytes for the same model. The objective is the
/// row <c>obj</c>; its constant stands, negated, on the right-hand side of that row, as those readers expect.
/// </summary>
public static class MpsText
{
    private const string Objective = "obj";

    /// <summary>The text, lines ended by a line feed. Throws an <see cref="ArgumentException"/> for names that the format cannot hold.</summary>
    public static string Write(LinearModel model)
    {
        ModelText.RefuseBadNames(model);
        if (model.Rows.Any(r => r.Name == Objective))
        {
            throw new ArgumentException($"No row may be called {Objective}: it is the objective's name", nameof(model));
        }

        var sparse = SparseModel.From(model);
        var text = new StringBuilder("NAME trunkline\n");
        WriteRows(text, model);
        WriteColumns(text, model, sparse);
        WriteRightHandSides(text, model);
        WriteBounds(text, model);
        return text.Append("ENDATA\n").ToString();
    }

    private static void WriteRows(StringBuilder text, LinearModel model)
    {
        text.Append("ROWS\n N ").Append(Objective).Append('\n');
        foreach (var row in model.Rows)
        {
            var sense = row.Sense switch { Sense.AtMost => 'L', Sense.AtLeast => 'G', _ => 'E' };
            text.Append(' ').Append(sense).Append(' ').Append(row.Name).Append('\n');
        }
    }

    private static void WriteColumns(StringBuilder text, LinearModel model, SparseModel sparse)
    {
        var entries = EntriesByColumn(sparse);
        var isInside = false;
        text.Append("COLUMNS\n");
        for (var j = 0; j < model.Columns.Count; j++)
        {
            var column = model.Columns[j];
            if (column.IsInteger != isInside)
            {
                isInside = column.IsInteger;
                WriteMarker(text, j, isInside);
            }

            // A column is declared by its entries, so it gets its cost even where that is zero.
            Append(text, column.Name, Objective, column.Cost);
            foreach (var (row, value) in entries[j])
            {
                Append(text, column.Name, model.Rows[row].Name, value);
            }
        }

        if (isInside)
        {
            WriteMarker(text, model.Columns.Count, false);
        }
    }

    private static void WriteMarker(StringBuilder text, int number, bool opens) =>
        text.Append(" MARKER").Append(number).Append(" 'MARKER' ").Append(opens ? "'INTORG'\n" : "'INTEND'\n");

    private static void WriteRightHandSides(StringBuilder text, LinearModel model)
    {
        text.Append("RHS\n");
        if (model.Constant != 0)
        {
            Append(text, "rhs", Objective, -model.Constant);
        }

        foreach (var row in model.Rows.Where(r => r.RightHandSide != 0))
        {
            Append(text, "rhs", row.Name, row.RightHandSide);
        }
    }

    private static void WriteBounds(StringBuilder text, LinearModel model)
    {
        text.Append("BOUNDS\n");
        foreach (var column in model.Columns)
        {
            foreach (var (kind, value) in BoundsOf(column))
            {
                text.Append(' ').Append(kind).Append(" bnd ").Append(column.Name);
                text.Append(value is { } number ? " " + ModelText.Number(number) : "").Append('\n');
            }
        }
    }

    // Readers differ on the default bounds of whole columns and on a negative upper bound alone, so those are written out in full.
    private static IEnumerable<(string Kind, double? Value)> BoundsOf(Column column)
    {
        var hasLower = !double.IsNegativeInfinity(column.Lower);
        var hasUpper = !double.IsPositiveInfinity(column.Upper);
        if (column.Lower == column.Upper)
        {
            yield return ("FX", column.Lower);
        }
        else if (!hasLower && !hasUpper)
        {
            yield return ("FR", null);
        }
        else
        {
            if (!hasLower || column.Lower != 0 || column.IsInteger || column.Upper < 0)
            {
                yield return hasLower ? ("LO", column.Lower) : ("MI", null);
            }

            if (hasUpper || column.IsInteger)
            {
                yield return hasUpper ? ("UP", column.Upper) : ("PL", null);
            }
        }
    }

    private static List<(int Row, double Value)>[] EntriesByColumn(SparseModel sparse)
    {
        var entries = new List<(int, double)>[sparse.ColumnCount];
        for (var j = 0; j < entries.Length; j++)
        {
            entries[j] = [];
        }

        for (var i = 0; i < sparse.RowCount; i++)
        {
            for (var k = sparse.Start[i]; k < sparse.Start[i + 1]; k++)
            {
                entries[sparse.Index[k]].Add((i, sparse.Value[k]));
            }
        }

        return entries;
    }

    private static void Append(StringBuilder text, string first, string second, double value) =>
        text.Append(' ').Append(first).Append(' ').Append(second).Append(' ').Append(ModelText.Number(value)).Append('\n');
}
