using System.Globalization;
using System.Xml.Linq;
using Trunkline.Planner.SimCcs;
using static Trunkline.Tests.Unit.Planner.SimCcs.SimCcsStudies;

namespace Trunkline.Tests.Unit.Planner.SimCcs;

/// <summary>The pair that SimCCS opens: the values of the one file keep every row of the other, and cost what they say.</summary>
public sealed class SimCcsRunFilesTest
{
    [Theory]
    [InlineData(10, 0, 321.74)]
    [InlineData(0, 40, -78.26)]
    public void Solution_and_model_fit_each_other(double target, double price, double cost)
    {
        SimCcsStudy study = Tiny(price > 0 ? Price(price) : Target(target));
        MpsColumns model = MpsColumns.Parse(SimCcsRunFiles.Model(study).Split('\n'));
        var document = XDocument.Parse(SimCcsRunFiles.Solution(study, Solve(study).Solution!));
        var values = document.Descendants("variable").ToDictionary(v => v.Attribute("name")!.Value, v => double.Parse(v.Attribute("value")!.Value, CultureInfo.InvariantCulture));
        Assert.Equal(cost, Activity(model, "OBJ", values), 6);
        Assert.Equal(cost, double.Parse(document.Descendants("header").Single().Attribute("objectiveValue")!.Value, CultureInfo.InvariantCulture), 6);
        foreach ((string row, char sense) in model.Senses.Where(s => s.Value != 'N'))
        {
            double slack = model.RightHandSides.GetValueOrDefault(row) - Activity(model, row, values);
            Assert.True(sense == 'E' ? Math.Abs(slack) < 1e-6 : slack > -1e-6, $"{row} {sense} {slack}");
        }

        Assert.Empty(values.Keys.Except(model.Columns.Keys).Except(["crf", "projectLength", "captureTarget", "taxCreditValue"]));
    }

    /// <summary>SimCCS looks for these lines by their exact text, and reads the project's length as a whole number.</summary>
    [Fact]
    public void Lines_that_simccs_looks_for_are_there()
    {
        SimCcsStudy study = Tiny(Target(4));
        string[] solution = SimCcsRunFiles.Solution(study, Solve(study).Solution!).Split('\n');
        Assert.Contains(" <variables>", solution);
        Assert.Contains(" </variables>", solution);
        Assert.Contains(solution, l => l.EndsWith("value=\"30\"/>", StringComparison.Ordinal) && l.Contains("projectLength", StringComparison.Ordinal));
        string[] model = SimCcsRunFiles.Model(study).Split('\n');
        Assert.Contains("MARKER", model[Array.IndexOf(model, "COLUMNS") + 1], StringComparison.Ordinal);
        Assert.Contains("RHS", model);
    }

    private static double Activity(MpsColumns model, string row, Dictionary<string, double> values) =>
        model.Columns.Sum(c => values.GetValueOrDefault(c.Key) * c.Value.Where(e => e.Row == row).Sum(e => e.Value));
}
