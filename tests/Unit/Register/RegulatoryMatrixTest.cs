using Trunkline.Domain;
using Trunkline.Register;

namespace Trunkline.Tests.Unit.Register;

public sealed class RegulatoryMatrixTest
{
    private const string Claim = "us.a.act.says";

    [Theory]
    [InlineData("2009-12-31", CellState.NotResearched, null)]
    [InlineData("2010-01-01", CellState.Pending, "Bill 10.")]
    [InlineData("2019-12-31", CellState.Pending, "Bill 10.")]
    [InlineData("2020-01-01", CellState.Present, "50 years.")]
    public void A_cell_is_read_as_of_a_day(string day, CellState state, string? says)
    {
        MatrixReading reading = Two().Matrix.On("liability-period", "us", Day(day));
        Assert.Equal((state, says), (reading.State, reading.Cell?.Says.En));
    }

    [Fact]
    public void A_jurisdiction_that_nobody_looked_at_is_not_researched_and_not_absent()
    {
        MatrixReading reading = Two().Matrix.On("liability-period", "no", Day("2026-01-01"));
        Assert.Equal(CellState.NotResearched, reading.State);
        Assert.False(reading.IsFilled);
    }

    /// <summary>In the United States of 2026 one of two is filled; in 2015 the one is only pending. In Texas one does not apply and the other is delegated.</summary>
    [Theory]
    [InlineData("us", "2026-01-01", 1, 2)]
    [InlineData("us", "2015-01-01", 0, 2)]
    [InlineData("us-tx", "2026-01-01", 1, 1)]
    [InlineData("no", "2026-01-01", 0, 2)]
    public void The_fill_rate_counts_rules_their_absence_and_their_delegation(string jurisdiction, string day, int filled, int asked) =>
        Assert.Equal(new FillRate(filled, asked), RegulatoryMatrix.FillOf(Two().Matrix.Column(jurisdiction, Day(day))));

    [Fact]
    public void Where_no_question_arises_there_is_no_share() =>
        Assert.Null(new FillRate(0, 0).Share);

    [Fact]
    public void Two_days_differ_where_the_law_did()
    {
        MatrixDifference difference = Assert.Single(Two().Matrix.Between("us", Day("2015-01-01"), Day("2026-01-01")));
        Assert.Equal("liability-period", difference.Criterion.Id);
        Assert.Equal((CellState.Pending, CellState.Present), (difference.Before.State, difference.After.State));
        Assert.Equal(Claim, Assert.Single(difference.After.Evidence).Claim.Id);
        Assert.Empty(Two().Matrix.Between("us", Day("2021-01-01"), Day("2026-01-01")));
    }

    [Fact]
    public void Two_jurisdictions_differ_in_state_or_in_words()
    {
        IReadOnlyList<MatrixDifference> differences = Two().Matrix.Between("us", "us-tx", Day("2026-01-01"));
        Assert.Equal(["liability-period", "pore-space-rights"], differences.Select(d => d.Criterion.Id));
        Assert.Empty(Two().Matrix.Between("us", "us", Day("2026-01-01")));
    }

    [Theory]
    [InlineData("criterion", "\"liability-period\"", "\"no-such\"", "/cells/0/criterion")]
    [InlineData("evidence of a filled cell", "[\"us.a.act.says\"]", "[]", "/cells/0/evidence")]
    [InlineData("claim", "us.a.act.says", "us.a.act.no-such", "/cells/0/evidence")]
    [InlineData("days", "\"before\": \"2020-01-01\"", "\"before\": \"2010-01-01\"", "/cells/0/law")]
    [InlineData("overlap", "\"before\": \"2020-01-01\"", "\"before\": \"2020-01-02\"", "/cells/1/law")]
    [InlineData("jurisdiction", "\"jurisdiction\": \"us\"", "\"jurisdiction\": \"eu\"", "/jurisdiction")]
    [InlineData("record", "\"state\": \"pending\"", "\"record\": \"us.no-such\", \"state\": \"pending\"", "/cells/0/record")]
    public void A_cell_that_rests_on_nothing_is_refused(string what, string right, string wrong, string where)
    {
        SmallRegister register = Written();
        string matrix = register.Files["us/matrix.json"];
        int at = matrix.IndexOf(right, StringComparison.Ordinal);
        register.Files["us/matrix.json"] = string.Concat(matrix.AsSpan(0, at), wrong, matrix.AsSpan(at + right.Length));
        Assert.True(register.Check().Problems.Any(p => p.Where == $"us/matrix.json {where}"), $"{what}: {string.Join('\n', register.Check().Problems)}");
    }

    [Fact]
    public void A_criterion_is_listed_once()
    {
        SmallRegister register = Written();
        register.Files["criteria.json"] = register.Files["criteria.json"].Replace("pore-space-rights", "liability-period", StringComparison.Ordinal);
        Assert.Contains(register.Check().Problems, p => p.Where == "criteria.json /1/id");
    }

    [Fact]
    public void An_unknown_criterion_cannot_be_asked() => Assert.Throws<ArgumentException>(() => Two().Matrix.On("no-such", "us", Day("2026-01-01")));

    private static PolicyRegister Two() => Written().Read();

    private static SmallRegister Written() => new SmallRegister()
        .Work("a")
        .Matrix(
            "us",
            SmallRegister.Cell("liability-period", "2010-01-01", "2020-01-01", "pending", "Bill 10.", Claim),
            SmallRegister.Cell("liability-period", "2020-01-01", "", "present", "50 years.", Claim))
        .Matrix(
            "us-tx",
            SmallRegister.Cell("liability-period", "2020-01-01", "", "delegated", "The state decides.", Claim),
            SmallRegister.Cell("pore-space-rights", "2020-01-01", "", "not-applicable", "No question."));

    private static DateOnly Day(string iso) => DateOnly.ParseExact(iso, "yyyy-MM-dd");
}
