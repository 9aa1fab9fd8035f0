using Parquet;
using Parquet.Schema;

namespace Trunkline.Report;

/// <summary>A table as a Parquet file: columns with their types, small, read by whatever reads tables.</summary>
public static class TableParquet
{
    /// <summary>Writes a table in place of what was there.</summary>
    public static void Write(PlanTable table, string file)
    {
        ArgumentNullException.ThrowIfNull(table);
        // The library writes asynchronously only; nothing here waits for another machine.
        WriteAsync(table, file).GetAwaiter().GetResult();
    }

    private static async Task WriteAsync(PlanTable table, string file)
    {
        DataField[] fields = [.. table.Columns.Select(c => new DataField(c.Name, TypeOf(c.Kind), isNullable: true))];
        await using FileStream stream = File.Create(file);
        await using ParquetWriter writer = await ParquetWriter.CreateAsync(new ParquetSchema(fields), stream).ConfigureAwait(false);
        using ParquetRowGroupWriter group = writer.CreateRowGroup();
        foreach ((int index, Column column) in table.Columns.Index())
        {
            object?[] values = [.. table.Rows.Select(r => r[index])];
            await (column.Kind switch
            {
                ColumnKind.Text => group.WriteAsync(fields[index], [.. values.Select(v => (string?)v)!]),
                ColumnKind.Whole => group.WriteAsync<long>(fields[index], Of<long>(values)),
                ColumnKind.Number => group.WriteAsync<double>(fields[index], Of<double>(values)),
                _ => group.WriteAsync<bool>(fields[index], Of<bool>(values)),
            }).ConfigureAwait(false);
        }
    }

    private static ReadOnlyMemory<T?> Of<T>(object?[] values)
        where T : struct => values.Select(v => (T?)v).ToArray();

    private static Type TypeOf(ColumnKind kind) => kind switch
    {
        ColumnKind.Text => typeof(string),
        ColumnKind.Whole => typeof(long),
        ColumnKind.Number => typeof(double),
        _ => typeof(bool),
    };
}
