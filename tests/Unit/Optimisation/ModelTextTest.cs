using CsCheck;
using Trunkline.Optimisation;

namespace Trunkline.Tests.Unit.Optimisation;

public class ModelTextTest
{
    [Fact]
    public void The_LP_text_keeps_names_and_order()
    {
        const string Expected = """
            Minimize
             obj: + 10000000000 open - 0.001 flow + 7.5
            Subject To
             limit: + flow - 5 open <= 0
             need: + 2 flow >= 3
             nothing: + 0 open = 0
            Bounds
             -inf <= low <= -1
             any free
             2 <= units <= 9
             fixed = 4
            General
             units
            Binary
             open
            End

            """;
        Assert.Equal(Expected.ReplaceLineEndings("\n"), LpText.Write(Example()));
    }

    [Fact]
    public void The_MPS_text_keeps_names_and_order()
    {
        const string Expected = """
            NAME trunkline
            ROWS
             N obj
             L limit
             G need
             E nothing
            COLUMNS
             MARKER0 'MARKER' 'INTORG'
             open obj 10000000000
             open limit -5
             MARKER1 'MARKER' 'INTEND'
             flow obj -0.001
             flow limit 1
             flow need 2
             low obj 0
             any obj 0
             MARKER4 'MARKER' 'INTORG'
             units obj 0
             MARKER5 'MARKER' 'INTEND'
             fixed obj 0
            RHS
             rhs obj -7.5
             rhs need 3
            BOUNDS
             LO bnd open 0
             UP bnd open 1
             MI bnd low
             UP bnd low -1
             FR bnd any
             LO bnd units 2
             UP bnd units 9
             FX bnd fixed 4
            ENDATA

            """;
        Assert.Equal(Expected.ReplaceLineEndings("\n"), MpsText.Write(Example()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("two words")]
    [InlineData("3x")]
    [InlineData("e12")]
    [InlineData("x[1]")]
    public void Names_that_a_reader_would_misread_are_refused(string name)
    {
        var model = new LinearModel();
        model.AddColumn(name, 1, 0, 1);
        Assert.Contains($"'{name}'", Assert.Throws<ArgumentException>(() => LpText.Write(model)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => MpsText.Write(model));
    }

    [Fact]
    public void A_name_used_twice_is_refused()
    {
        var model = new LinearModel();
        model.AddColumn("x", 1, 0, 1);
        model.AddColumn("x", 1, 0, 1);
        Assert.Throws<ArgumentException>(() => MpsText.Write(model));
    }

    [Theory]
    [InlineData("mps")]
    [InlineData("lp")]
    public void What_is_written_and_read_back_has_the_same_optimum(string format) =>
        SmallModels.Mixed.Sample(
            model =>
            {
                var direct = HighsSolverTest.Solve(model, new SolveOptions());
                var (status, objective) = ReadAndSolve(format == "lp" ? LpText.Write(model) : MpsText.Write(model), format);
                Assert.Equal(direct.Status == SolveStatus.Infeasible ? HighsStatus.Infeasible : HighsStatus.Optimal, status);
                if (direct.Status == SolveStatus.Optimal)
                {
                    Assert.Equal(direct.Objective, objective, 1e-6);
                }
            },
            iter: 100, threads: 1, seed: "0000KPFzMVG4", print: LpText.Write);

    private static (HighsStatus Status, double Objective) ReadAndSolve(string text, string format)
    {
        var file = Path.Combine(Path.GetTempPath(), $"trunkline-{Environment.ProcessId}-{Environment.CurrentManagedThreadId}.{format}");
        try
        {
            File.WriteAllText(file, text);
            using var run = new HighsRun();
            run.SetThreads(1);
            Assert.True(run.Read(file), text);
            var status = run.Run(null);
            return (status, run.Objective);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static LinearModel Example()
    {
        var model = new LinearModel { Constant = 7.5 };
        var open = model.AddColumn("open", 1e10, 0, 1, isInteger: true);
        var flow = model.AddColumn("flow", -1e-3, 0, double.PositiveInfinity);
        model.AddColumn("low", 0, double.NegativeInfinity, -1);
        model.AddColumn("any", 0, double.NegativeInfinity, double.PositiveInfinity);
        model.AddColumn("units", 0, 2, 9, isInteger: true);
        model.AddColumn("fixed", 0, 4, 4);
        model.AddRow(new Row("limit", [new(1, flow), new(-5, open)], Sense.AtMost, 0));
        model.AddRow(new Row("need", [new(1, flow), new(1, flow)], Sense.AtLeast, 3));
        model.AddRow(new Row("nothing", [], Sense.Equal, 0));
        return model;
    }
}
