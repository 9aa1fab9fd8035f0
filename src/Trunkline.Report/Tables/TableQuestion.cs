using System.Globalization;
using DuckDB.NET.Data;

namespace Trunkline.Report;

/// <summary>Asks a folder of Parquet tables in SQL, with DuckDB in memory. Each file is a view of its name; nothing outside the folder is read and nothing is written.</summary>
public static class TableQuestion
{
    /// <summary>The answer as a table.</summary>
    /// <exception cref="DuckDBException">The question is no SQL, or asks for what is not there.</exception>
    public static PlanTable Ask(string folder, string sql)
    {
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        foreach (string file in Directory.GetFiles(folder, "*.parquet").Order(StringComparer.Ordinal))
        {
            // Read whole, so that files can be locked away before somebody's words are run.
            Do(connection, $"CREATE TABLE \"{Path.GetFileNameWithoutExtension(file).Replace("\"", "\"\"", StringComparison.Ordinal)}\" AS SELECT * FROM read_parquet('{file.Replace("'", "''", StringComparison.Ordinal)}')");
        }

        Do(connection, "SET enable_external_access = false");
        Do(connection, "SET lock_configuration = true");
        using DuckDBCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // Whoever asks asks his own folder, and files are locked away.
        command.CommandText = sql;
#pragma warning restore CA2100
        using DuckDBDataReader reader = command.ExecuteReader();
        Column[] columns = [.. Enumerable.Range(0, reader.FieldCount).Select(i => new Column(reader.GetName(i), KindOf(reader.GetFieldType(i))))];
        List<IReadOnlyList<object?>> rows = [];
        while (reader.Read())
        {
            rows.Add([.. columns.Select((c, i) => reader.IsDBNull(i) ? null : Value(c.Kind, reader.GetValue(i)))]);
        }

        return new PlanTable("answer", columns, rows);
    }

    private static void Do(DuckDBConnection connection, string sql)
    {
        using DuckDBCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // Names of our own files, quoted.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    private static ColumnKind KindOf(Type type) => Type.GetTypeCode(type) switch
    {
        TypeCode.Boolean => ColumnKind.Flag,
        TypeCode.Byte or TypeCode.SByte or TypeCode.Int16 or TypeCode.UInt16 or TypeCode.Int32 or TypeCode.UInt32 or TypeCode.Int64 => ColumnKind.Whole,
        TypeCode.UInt64 or TypeCode.Single or TypeCode.Double or TypeCode.Decimal => ColumnKind.Number,
        // A sum of whole numbers is wider than any of them.
        _ => type == typeof(System.Numerics.BigInteger) ? ColumnKind.Number : ColumnKind.Text,
    };

    private static object? Value(ColumnKind kind, object value) => kind switch
    {
        ColumnKind.Flag => value,
        ColumnKind.Whole => Convert.ToInt64(value, CultureInfo.InvariantCulture),
        ColumnKind.Number => value is System.Numerics.BigInteger big ? (double)big : Convert.ToDouble(value, CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };
}
