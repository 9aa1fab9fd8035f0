using Trunkline.Report;

namespace Trunkline.Tests.Unit.Report;

public sealed class TableParquetTest : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("parquet-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void What_is_written_is_read_again_value_by_value()
    {
        PlanTable table = new("t",
            [new Column("name", ColumnKind.Text), new Column("year", ColumnKind.Whole), new Column("net", ColumnKind.Number), new Column("held", ColumnKind.Flag)],
            [["Röhre, \"A\"", 2030L, -1.5e9, true], [null, null, null, null], ["", 0L, 0.0, false]]);
        TableParquet.Write(table, Path.Combine(folder, "t.parquet"));
        PlanTable read = TableQuestion.Ask(folder, "SELECT * FROM t");
        Assert.Equal(table.Columns, read.Columns);
        Assert.Equal(table.Rows, read.Rows);
        Assert.Equal(2030.0, TableQuestion.Ask(folder, "SELECT sum(year) AS s FROM t").Rows[0][0]);
    }

    [Fact]
    public void An_empty_table_is_a_table()
    {
        TableParquet.Write(new PlanTable("t", [new Column("name", ColumnKind.Text), new Column("net", ColumnKind.Number)], []), Path.Combine(folder, "t.parquet"));
        Assert.Empty(TableQuestion.Ask(folder, "SELECT * FROM t").Rows);
    }
}
