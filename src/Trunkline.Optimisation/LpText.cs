using System.Text;

namespace Trunkline.Optimisation;

/// <summary>
/// Writes a model in the CPLEX LP format: names kept, rows and terms in the order they were added, the same bytes for the same model. For people
/// and golden files; the MPS text is the one to exchange.
/// </summary>
public static class LpText
{
    private const int LineLength = 110;

    /// <summary>The text, lines ended by a line feed. Throws an <see cref="ArgumentException"/> for names that the format cannot hold.</summary>
    public static string Write(LinearModel model)
    {
        ModelText.RefuseBadNames(model);
        SparseModel.From(model);
        var text = new StringBuilder();
        WriteObjective(text, model);
        WriteRows(text, model);
        WriteBounds(text, model);
        WriteWhole(text, model);
        return text.Append("End\n").ToString();
    }

    private static void WriteObjective(StringBuilder text, LinearModel model)
    {
        var terms = model.Columns.Select((c, j) => new Term(c.Cost, j)).Where(t => t.Coefficient != 0).Select(t => Signed(t, model)).ToList();
        if (model.Constant != 0)
        {
            terms.Add(SignedNumber(model.Constant));
        }

        text.Append("Minimize\n");
        WriteSum(text, " obj:", terms, model, "");
    }

    private static void WriteRows(StringBuilder text, LinearModel model)
    {
        text.Append("Subject To\n");
        foreach (var row in model.Rows)
        {
            var sense = row.Sense switch { Sense.AtMost => "<=", Sense.AtLeast => ">=", _ => "=" };
            var terms = SparseModel.SumOfRepeats(row).Select(t => Signed(t, model));
            WriteSum(text, $" {row.Name}:", [.. terms], model, $" {sense} {ModelText.Number(row.RightHandSide)}");
        }
    }

    private static void WriteBounds(StringBuilder text, LinearModel model)
    {
        var bounds = model.Columns.Select(BoundOf).OfType<string>().ToList();
        if (bounds.Count > 0)
        {
            text.Append("Bounds\n");
            bounds.ForEach(bound => text.Append(' ').Append(bound).Append('\n'));
        }
    }

    private static void WriteWhole(StringBuilder text, LinearModel model)
    {
        WriteNames(text, "General", model.Columns.Where(c => c.IsInteger && !IsBinary(c)));
        WriteNames(text, "Binary", model.Columns.Where(IsBinary));
    }

    private static void WriteNames(StringBuilder text, string section, IEnumerable<Column> columns)
    {
        var names = columns.Select(c => c.Name).ToList();
        if (names.Count > 0)
        {
            text.Append(section).Append('\n');
            names.ForEach(name => text.Append(' ').Append(name).Append('\n'));
        }
    }

    private static void WriteSum(StringBuilder text, string head, List<string> terms, LinearModel model, string tail)
    {
        if (terms.Count == 0)
        {
            // The format has no empty sum.
            terms = model.Columns.Count > 0 ? [$"+ 0 {model.Columns[0].Name}"] : ["+ 0"];
        }

        var length = head.Length;
        text.Append(head);
        foreach (var term in terms)
        {
            if (length + term.Length + 1 > LineLength)
            {
                text.Append("\n  ");
                length = 2;
            }

            text.Append(' ').Append(term);
            length += term.Length + 1;
        }

        text.Append(tail).Append('\n');
    }

    private static string Signed(Term term, LinearModel model)
    {
        var size = Math.Abs(term.Coefficient);
        var name = model.Columns[term.Column].Name;
        return (term.Coefficient < 0 ? "- " : "+ ") + (size == 1 ? name : $"{ModelText.Number(size)} {name}");
    }

    private static string SignedNumber(double value) => (value < 0 ? "- " : "+ ") + ModelText.Number(Math.Abs(value));

    private static bool IsBinary(Column column) => column is { IsInteger: true, Lower: 0, Upper: 1 };

    private static string? BoundOf(Column column)
    {
        var hasUpper = !double.IsPositiveInfinity(column.Upper);
        if (IsBinary(column) || (column.Lower == 0 && !hasUpper))
        {
            return null;
        }

        if (double.IsNegativeInfinity(column.Lower) && !hasUpper)
        {
            return $"{column.Name} free";
        }

        if (column.Lower == column.Upper)
        {
            return $"{column.Name} = {ModelText.Number(column.Lower)}";
        }

        var lower = double.IsNegativeInfinity(column.Lower) ? "-inf" : ModelText.Number(column.Lower);
        return hasUpper ? $"{lower} <= {column.Name} <= {ModelText.Number(column.Upper)}" : $"{column.Name} >= {lower}";
    }
}
