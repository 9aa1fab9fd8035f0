using Trunkline.Planner;
using Trunkline.Report;

namespace Trunkline.Tests.Unit.Report;

public class TablesTest
{
    private static double Sum(PlanTable table, string column)
    {
        int index = table.Columns.ToList().FindIndex(c => c.Name == column);
        Assert.True(index >= 0, $"{table.Name} has no column {column}.");
        return table.Rows.Sum(row => Convert.ToDouble(row[index], null));
    }

    [Fact]
    public void The_tables_add_up_to_the_plan()
    {
        Plan plan = SamplePlans.Small;
        Assert.Equal(1.5e6, Sum(PlanTables.Captures(plan), "rate_2026_2030_t_per_y"));
        Assert.Equal(1.25e6, Sum(PlanTables.Captures(plan), "rate_2031_2035_t_per_y"));
        Assert.Equal(6.375e8, Sum(PlanTables.Captures(plan), "credit_2026_2030_usd"));
        Assert.Equal(1.5e6, Sum(PlanTables.Storage(plan), "rate_2026_2030_t_per_y"));

        // Five years at 1.2 and five at 1.25 Mt/y underground, five at 0.3 Mt/y in the oil field.
        Assert.Equal(13.75e6, Sum(PlanTables.Storage(plan), "stored_t"));
        Assert.Equal(170, Sum(PlanTables.Pipes(plan), "length_km"));
        Assert.Equal(1e6, Sum(PlanTables.Uncaptured(plan), "co2_t_per_y"));
    }

    [Fact]
    public void National_tables_add_up_to_the_periods_they_belong_to()
    {
        Plan plan = SamplePlans.National(300, 200);
        foreach (PlanPeriod period in plan.Periods)
        {
            Assert.Equal(period.CapturedMtPerYear * 1e6, Sum(PlanTables.Captures(plan), $"rate_{period.From}_{period.To}_t_per_y"), 1.0);
            Assert.Equal(period.CreditsUsd.Value, Sum(PlanTables.Captures(plan), $"credit_{period.From}_{period.To}_usd"), 100.0);
        }
    }

    [Fact]
    public void Every_row_is_as_wide_as_its_head() => Assert.All(
        PlanTables.All(SamplePlans.Small), table => Assert.All(table.Rows, row => Assert.Equal(table.Columns.Count, row.Count)));

    [Fact]
    public void Every_number_column_says_its_unit()
    {
        string[] units = ["_t_per_y", "_t", "_usd", "_usd_per_t", "_deg", "_km", "_in", "_count", "_year", "_mt_per_y", "_twh_per_y", "_pj_per_y", "_sites"];
        Assert.All(
            PlanTables.All(SamplePlans.Small).SelectMany(table => table.Columns).Where(column => column.Kind is ColumnKind.Number or ColumnKind.Whole),
            column => Assert.Contains(units, unit => column.Name.EndsWith(unit, StringComparison.Ordinal)));
    }

    [Fact]
    public void Text_that_a_spreadsheet_would_run_is_led_by_an_apostrophe_and_quotes_are_doubled()
    {
        string csv = TableCsv.Of(PlanTables.Captures(SamplePlans.Small));
        Assert.Contains("s1-ferment,s1,\"'=Prairie \"\"Ethanol\"\", LLC\",IA", csv, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("@cmd")]
    [InlineData("\tx")]
    public void No_text_field_starts_like_a_formula(string hostile)
    {
        PlanTable table = new("t", [new Column("a", ColumnKind.Text), new Column("b_t", ColumnKind.Number)], [[hostile, -5.0]]);
        string line = TableCsv.Of(table).Split('\n')[1];
        Assert.StartsWith("'" + hostile[0], line.TrimStart('"'), StringComparison.Ordinal);
        Assert.EndsWith(",-5", line, StringComparison.Ordinal);
    }

    [Fact]
    public void No_value_is_an_empty_field_not_a_zero()
    {
        string useRow = TableCsv.Of(PlanTables.Storage(SamplePlans.Small)).Split('\n')[2];
        Assert.StartsWith("u1,Loudon field,eor,IL,-88.6,39.1,,", useRow, StringComparison.Ordinal);
        Assert.EndsWith(",1500000,,", useRow, StringComparison.Ordinal);
    }
}
