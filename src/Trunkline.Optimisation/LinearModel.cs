namespace Trunkline.Optimisation;

/// <summary>Which side of a row is limited.</summary>
public enum Sense
{
    AtMost,
    Equal,
    AtLeast,
}

/// <summary>One product of a coefficient and a column in a row.</summary>
public readonly record struct Term(double Coefficient, int Column);

/// <summary>A named column: its objective coefficient, bounds, and whether it must be whole.</summary>
public sealed record Column(string Name, double Cost, double Lower, double Upper, bool IsInteger);

/// <summary>A named row: the sum of its terms against a right-hand side.</summary>
public sealed record Row(string Name, IReadOnlyList<Term> Terms, Sense Sense, double RightHandSide);

/// <summary>
/// A linear or mixed-integer model to be minimised, held by name. It knows columns, rows and numbers, and nothing of what they mean.
/// </summary>
public sealed class LinearModel
{
    private readonly List<Column> columns = [];
    private readonly List<Row> rows = [];

    /// <summary>A constant added to the objective.</summary>
    public double Constant { get; set; }

    public IReadOnlyList<Column> Columns => columns;

    public IReadOnlyList<Row> Rows => rows;

    /// <summary>Adds a column and gives its index.</summary>
    public int AddColumn(string name, double cost, double lower, double upper, bool isInteger = false)
    {
        columns.Add(new Column(name, cost, lower, upper, isInteger));
        return columns.Count - 1;
    }

    /// <summary>Adds a row.</summary>
    public void AddRow(Row row) => rows.Add(row);

    /// <summary>Adds to the objective coefficient of a column that is already there.</summary>
    public void AddCost(int column, double cost) => columns[column] = columns[column] with { Cost = columns[column].Cost + cost };
}
