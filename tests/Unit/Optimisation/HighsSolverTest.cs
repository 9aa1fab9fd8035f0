using CsCheck;
using Trunkline.Optimisation;

namespace Trunkline.Tests.Unit.Optimisation;

public class HighsSolverTest
{
    private static readonly SolveOptions Exact = new(RelativeGap: 0, TimeLimitSeconds: 30);

    [Fact]
    public void The_library_is_new_enough() => Assert.True(HighsSolver.Version >= new Version(1, 12));

    // max 3x + 5y, x <= 4, 2y <= 12, 3x + 2y <= 18 (Dantzig's example): x = 2, y = 6, 36; a unit more of the second limit is worth 3/2, of
    // the third 1, of the first nothing.
    [Theory]
    [InlineData(LpMethod.Choose)]
    [InlineData(LpMethod.Simplex)]
    [InlineData(LpMethod.InteriorPoint)]
    public void A_linear_programme_has_its_values_and_duals(LpMethod method)
    {
        var result = Solve(Dantzig(), Exact with { LpMethod = method });

        Assert.Equal(SolveStatus.Optimal, result.Status);
        Assert.Equal(-36, result.Objective, 1e-6);
        Assert.Equal(-36, result.Bound, 1e-6);
        AssertClose([2, 6], result.Values);
        AssertClose([0, -1.5, -1], result.RowDuals);
    }

    // Least cost 2x + 3y with x + y >= 10 and x <= 6: x = 6, y = 4, 24; one unit more demand costs 3. In dollars and tonnes, 1e9 and 1e6.
    [Fact]
    public void Natural_units_come_back_unscaled()
    {
        var model = new LinearModel { Constant = 5e9 };
        var x = model.AddColumn("x", 2e3, 0, 6e6);
        var y = model.AddColumn("y", 3e3, 0, double.PositiveInfinity);
        model.AddRow(new Row("demand", [new(1, x), new(1, y)], Sense.AtLeast, 10e6));

        var result = Solve(model, Exact);

        Assert.Equal(29e9, result.Objective, 1);
        AssertClose([6e6, 4e6], result.Values, 1e-3);
        AssertClose([3e3], result.RowDuals);
    }

    [Fact]
    public void A_whole_number_is_exactly_whole()
    {
        var model = new LinearModel();
        var open = model.AddColumn("open", 1e9, 0, 1, isInteger: true);
        var flow = model.AddColumn("flow", -1e-3, 0, double.PositiveInfinity);
        model.AddRow(new Row("limit", [new(1, flow), new(-7e6, open)], Sense.AtMost, 0));
        model.AddRow(new Row("need", [new(1, flow)], Sense.AtLeast, 1));

        var result = Solve(model, Exact);

        Assert.Equal(1.0, result.Values[open]);
        Assert.Equal(7e6, result.Values[flow], 1e-3);
        Assert.Empty(result.RowDuals);
    }

    [Fact]
    public void No_columns_leave_the_constant()
    {
        var result = Solve(new LinearModel { Constant = 7 }, Exact);
        Assert.Equal((SolveStatus.Optimal, 7.0, 7.0), (result.Status, result.Objective, result.Bound));
    }

    [Fact]
    public void An_empty_row_can_be_impossible()
    {
        var model = new LinearModel();
        model.AddRow(new Row("impossible", [], Sense.AtLeast, 1));
        Assert.Equal(SolveStatus.Infeasible, Solve(model, Exact).Status);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void No_rows_leave_the_bounds(bool isInteger)
    {
        var model = new LinearModel();
        model.AddColumn("up", 1, -2.5, 4, isInteger);
        model.AddColumn("down", -1, -3, 4.5, isInteger);
        var result = Solve(model, Exact);
        Assert.Equal(isInteger ? -6 : -7, result.Objective, 1e-9);
        Assert.Equal(isInteger ? -6 : -7, result.Bound, 1e-9);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_cost_without_end_is_unbounded(bool isInteger)
    {
        var model = new LinearModel();
        var x = model.AddColumn("x", -1, 0, double.PositiveInfinity, isInteger);
        var y = model.AddColumn("y", 0, double.NegativeInfinity, double.PositiveInfinity, isInteger);
        model.AddRow(new Row("tie", [new(1, x), new(-1, y)], Sense.Equal, 0));
        Assert.Equal(SolveStatus.Unbounded, Solve(model, Exact).Status);
    }

    // x falls without end, but 2y = 1 has no whole solution.
    [Fact]
    public void Infeasible_is_not_called_unbounded()
    {
        var model = new LinearModel();
        model.AddColumn("x", -1, 0, double.PositiveInfinity);
        var y = model.AddColumn("y", 0, -5, 5, isInteger: true);
        var z = model.AddColumn("z", 0, -5, 5, isInteger: true);
        model.AddRow(new Row("half", [new(2, y), new(-2, z)], Sense.Equal, 1));
        Assert.Equal(SolveStatus.Infeasible, Solve(model, Exact).Status);
    }

    [Theory]
    [InlineData(3, 2, false)]
    [InlineData(0.2, 0.8, true)]
    public void Bounds_that_leave_nothing_are_infeasible(double lower, double upper, bool isInteger)
    {
        var model = new LinearModel();
        model.AddColumn("x", 1, lower, upper, isInteger);
        var result = Solve(model, Exact);
        Assert.Equal(SolveStatus.Infeasible, result.Status);
        Assert.Empty(result.Values);
    }

    // Presolve of HiGHS 1.12 ends this one with an error. x0 = -1 leaves 2 x1 - 3 x2 = 6, which 1 <= x1 <= 3 and x2 in -2, -1 cannot give.
    [Fact]
    public void A_failed_presolve_is_no_answer()
    {
        var model = new LinearModel { Constant = -1 };
        var x0 = model.AddColumn("x0", 2, -1, -1, isInteger: true);
        var x1 = model.AddColumn("x1", 0, 1, 3, isInteger: true);
        var x2 = model.AddColumn("x2", 0, -2, -1, isInteger: true);
        model.AddRow(new Row("r0", [new(-3, x0), new(-2, x1), new(-2, x2)], Sense.AtLeast, -4));
        model.AddRow(new Row("r1", [new(2, x0), new(2, x1), new(-3, x2)], Sense.Equal, 4));
        model.AddRow(new Row("r2", [new(-3, x0), new(-2, x1), new(-2, x2)], Sense.AtMost, 6));
        Assert.Equal(SolveStatus.Infeasible, Solve(model, Exact).Status);
    }

    // "life" and "rate" leave no amount for x0 or x1, "none" and "never" none for the rest: all zero is the one answer, at no cost. Presolve of
    // HiGHS 1.12 settles each copy alone, with "open" at 1 for nothing, and calls 5 the least.
    [Theory]
    [InlineData(1, true)]
    [InlineData(50, true)]
    [InlineData(1, false)]
    [InlineData(50, false)]
    public void What_presolve_settles_wrongly_is_searched_again(int copies, bool presolve)
    {
        var model = new LinearModel();
        for (var copy = 0; copy < copies; copy++)
        {
            AddAllZero(model, copy);
        }

        var result = Solve(model, Exact with { UsesPresolve = presolve, ScalesModel = presolve });
        Assert.Equal((SolveStatus.Optimal, 0.0), (result.Status, Math.Round(result.Objective, 6)));
        Assert.Equal(0, result.Bound, 1e-6);
    }

    [Fact]
    public void A_row_without_limit_and_a_repeated_term_are_allowed()
    {
        var model = new LinearModel();
        var x = model.AddColumn("x", 1, double.NegativeInfinity, double.PositiveInfinity);
        model.AddRow(new Row("free", [new(1, x)], Sense.AtMost, double.PositiveInfinity));
        model.AddRow(new Row("twice", [new(1, x), new(1, x)], Sense.AtLeast, 6));
        Assert.Equal(3, Solve(model, Exact).Objective, 1e-9);
    }

    [Fact]
    public void A_term_without_a_column_throws()
    {
        var model = new LinearModel();
        model.AddRow(new Row("wrong", [new(double.NaN, 0)], Sense.AtMost, 1));
        Assert.Contains("wrong", Assert.Throws<ArgumentException>(() => Solve(model, Exact)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Random_whole_number_models_agree_with_exhaustive_search() =>
        SmallModels.Whole.Sample(
            model =>
            {
                var (best, found) = (SmallModels.Exhaust(model), Solve(model, Exact));
                Assert.Equal(best is null ? SolveStatus.Infeasible : SolveStatus.Optimal, found.Status);
                if (best is { } least)
                {
                    Assert.Equal(least, found.Objective, 1e-6);
                    Assert.Equal(least, found.Bound, 1e-6);
                    Assert.True(SmallModels.Keeps(model, found.Values));
                }
            },
            iter: 500, threads: 1, seed: "0000KPFzMVG4", print: LpText.Write);

    [Fact]
    public void Random_mixed_models_agree_with_the_best_of_all_their_linear_programmes() =>
        SmallModels.Mixed.Sample(
            model =>
            {
                var (best, found) = (SmallModels.ExhaustMixed(model, m => Solve(m, Exact)), Solve(model, Exact));
                Assert.Equal(best is null ? SolveStatus.Infeasible : SolveStatus.Optimal, found.Status);
                if (best is { } least)
                {
                    Assert.Equal(least, found.Objective, 1e-5);
                    Assert.True(SmallModels.Keeps(model, found.Values));
                }
            },
            iter: 150, threads: 1, seed: "0000KPFzMVG4", print: LpText.Write);

    [Fact]
    public void A_cancelled_solve_returns_soon()
    {
        using var cancellation = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        var result = new HighsSolver().Solve(HardModels.Market(6, 50), Exact with { TimeLimitSeconds = 60 }, null, cancellation.Token);
        Assert.InRange(result.Seconds, 0.5, 3);
        Assert.True(result.Status is SolveStatus.Feasible or SolveStatus.Unknown);
    }

    [Fact]
    public void The_time_limit_keeps_the_best_so_far()
    {
        var model = HardModels.Market(6, 50);
        var news = new List<SolveProgress>();
        var result = new HighsSolver().Solve(model, Exact with { TimeLimitSeconds = 2 }, new Listener(news.Add), CancellationToken.None);
        Assert.Equal(SolveStatus.Feasible, result.Status);
        Assert.True(result.Bound < result.Objective);
        Assert.True(SmallModels.Keeps(model, result.Values));
        Assert.Contains(news, n => n.Objective is not null);
        Assert.All(news, n => Assert.True(n.Bound <= result.Objective + 1e-6));
    }

    [Fact]
    public void A_start_is_an_answer_at_once()
    {
        var model = HardModels.Market(6, 50);
        var first = new HighsSolver().Solve(model, Exact with { TimeLimitSeconds = 2 }, null, CancellationToken.None);
        var second = new HighsSolver().Solve(
            model, Exact with { TimeLimitSeconds = 0.3, Start = first.Values, Seed = 7 }, null, CancellationToken.None);
        Assert.True(second.Objective <= first.Objective + 1e-9, $"{second.Status} {second.Objective} after {first.Objective}");
    }

    [Fact]
    public void A_caller_may_say_what_the_gap_is_measured_against()
    {
        var asked = 0;
        double Scale(IReadOnlyList<double> values)
        {
            Assert.Equal(56, values.Count);
            asked++;
            return 1e6;
        }

        var model = HardModels.Market(6, 50);
        var result = new HighsSolver().Solve(
            model, new SolveOptions(RelativeGap: 0.5, TimeLimitSeconds: 30) { GapScale = Scale }, null, CancellationToken.None);
        Assert.Equal(SolveStatus.Optimal, result.Status);
        Assert.True(result.Objective - result.Bound <= 0.5e6);
        Assert.InRange(asked, 1, 1000);
    }

    [Fact]
    public void A_start_within_the_gap_ends_the_search_without_a_better_solution()
    {
        var model = HardModels.Market(6, 50);
        var first = new HighsSolver().Solve(model, Exact with { TimeLimitSeconds = 2 }, null, CancellationToken.None);
        var options = new SolveOptions(RelativeGap: 0.5, TimeLimitSeconds: 5) { GapScale = _ => 1e6, Start = first.Values, HeuristicEffort = 0 };
        var second = new HighsSolver().Solve(model, options, null, CancellationToken.None);
        Assert.Equal(SolveStatus.Optimal, second.Status);
    }

    [Fact]
    public void What_a_listener_throws_comes_out_of_the_solve()
    {
        var listener = new Listener(_ => throw new NotSupportedException("not today"));
        var thrown = Assert.Throws<InvalidOperationException>(
            () => new HighsSolver().Solve(HardModels.Market(6, 50), Exact, listener, CancellationToken.None));
        Assert.IsType<NotSupportedException>(thrown.InnerException);
    }

    [Fact]
    public async Task Thread_counts_may_differ_and_solves_may_overlap()
    {
        var cancellation = TestContext.Current.CancellationToken;
        foreach (var threads in new[] { 1, 2, 1 })
        {
            Assert.Equal(-36, Solve(Dantzig(), Exact with { Threads = threads }).Objective, 1e-6);
        }

        var both = new[] { 1, 2 }.Select(
            n => Task.Run(() => Solve(HardModels.Market(3, 12), Exact with { Threads = n }).Objective, cancellation));
        var objectives = await Task.WhenAll(both);
        Assert.Equal(objectives[0], objectives[1], 1e-6);
    }

    internal static SolveResult Solve(LinearModel model, SolveOptions options) =>
        new HighsSolver().Solve(model, options, null, CancellationToken.None);

    internal static LinearModel Dantzig()
    {
        var model = new LinearModel();
        var x = model.AddColumn("x", -3, 0, double.PositiveInfinity);
        var y = model.AddColumn("y", -5, 0, double.PositiveInfinity);
        model.AddRow(new Row("first", [new(1, x)], Sense.AtMost, 4));
        model.AddRow(new Row("second", [new(2, y)], Sense.AtMost, 12));
        model.AddRow(new Row("third", [new(3, x), new(2, y)], Sense.AtMost, 18));
        return model;
    }

    private static void AddAllZero(LinearModel model, int copy)
    {
        int Whole(string name, double cost) => model.AddColumn($"{name}_{copy}", cost, 0, 1, isInteger: true);
        void Row(string name, Sense sense, double limit, params Term[] terms) => model.AddRow(new Row($"{name}_{copy}", terms, sense, limit));
        int x0 = Whole("x0", -60), x1 = Whole("x1", -48), x2 = Whole("x2", 3), x3 = Whole("x3", 6), open = Whole("open", 5);
        var rate = model.AddColumn($"rate_{copy}", -9, 0, 4);
        var amount = model.AddColumn($"amount_{copy}", 2, 0, 5);
        Row("one", Sense.AtMost, 1, new(1, x0), new(1, x1));
        Row("most", Sense.AtMost, 0, new(1, rate), new(-4, x2));
        Row("least", Sense.AtLeast, 0, new(1, rate), new(-2, x2));
        Row("either", Sense.AtMost, 1, new(1, x2), new(1, x3));
        Row("rate", Sense.AtMost, 0, new(1, amount), new(-5, open));
        Row("life", Sense.AtMost, 0, new(2, amount), new(-9, open));
        Row("never", Sense.Equal, 0, new Term(3, x3));
        Row("none", Sense.Equal, 0, new Term(1, rate));
        Row("balance", Sense.Equal, 0, new(5, x0), new(5, x1), new(-1, amount));
    }

    private static void AssertClose(double[] expected, IReadOnlyList<double> actual, double tolerance = 1e-6)
    {
        Assert.Equal(expected.Length, actual.Count);
        for (var i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i], actual[i], tolerance);
        }
    }

    private sealed class Listener(Action<SolveProgress> hear) : IProgress<SolveProgress>
    {
        public void Report(SolveProgress value) => hear(value);
    }
}
