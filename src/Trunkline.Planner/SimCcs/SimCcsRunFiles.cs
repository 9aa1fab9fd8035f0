using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Trunkline.Atlas.SimCcs;
using Trunkline.Optimisation;

namespace Trunkline.Planner.SimCcs;

/// <summary>
/// The pair of files that SimCCS opens as a result: a CPLEX solution and the model it solves. Both name a pipe by the places of its ends among the
/// sorted vertices, p[from][to][trend], a form that SimCCS reads and that does not depend on its order of edges.
/// </summary>
public static partial class SimCcsRunFiles
{
    /// <summary>The model as SimCCS reads it.</summary>
    public static string Model(SimCcsStudy study) =>
        string.Join('\n', MpsText.Write(new SimCcsModel(study).Linear).Split('\n').Select(line => string.Join(' ', line.Split(' ').Select(Word))));

    // Our names are plain, as every solver reads them: p_0_3_1 is SimCCS' p[0][3][1].
    private static string Word(string word) => word == "obj" ? "OBJ"
        : PlainName().Match(word) is { Success: true } name ? name.Groups[1].Value + string.Concat(name.Groups[2].Captures.Select(c => $"[{c.Value[1..]}]"))
        : word;

    /// <summary>The solution, with every variable that is not zero.</summary>
    public static string Solution(SimCcsStudy study, SimCcsSolution solution)
    {
        double cost = SimCcsCheck.Of(study, solution).Costs.Cost;
        var text = new StringBuilder("<?xml version = \"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<CPLEXSolution version=\"1.2\">\n");
        text.Append(CultureInfo.InvariantCulture, $" <header problemName=\"SimCCS\" objectiveValue=\"{cost:R}\" solutionStatusString=\"feasible\"/>\n");
        text.Append(" <variables>\n");
        foreach (((string name, double value), int index) in Variables(study, solution).Select((v, i) => (v, i)))
        {
            text.Append(CultureInfo.InvariantCulture, $"  <variable name=\"{name}\" index=\"{index}\" value=\"{value:R}\"/>\n");
        }

        return text.Append(" </variables>\n</CPLEXSolution>\n").ToString();
    }

    private static IEnumerable<(string Name, double Value)> Variables(SimCcsStudy study, SimCcsSolution solution)
    {
        var ways = SimCcsWay.All(study.Scenario).ToDictionary(w => (w.EdgeIndex, w.Backward, w.TrendIndex));
        var captured = solution.Captured.Index().Where(c => c.Item > SimCcsWay.NoFlow);
        var stored = solution.Stored.Index().Where(s => s.Item > SimCcsWay.NoFlow);
        IEnumerable<(string, double)> pipes = solution.Pipes.SelectMany(p =>
        {
            SimCcsWay way = ways[(p.Edge, p.Backward, p.Trend)];
            return new[] { ($"y[{way.From}][{way.To}][{way.TrendIndex}]", 1.0), ($"p[{way.From}][{way.To}][{way.TrendIndex}]", p.Flow) };
        });
        return
        [
            .. captured.SelectMany(c => new[] { ($"s[{c.Index}]", 1.0), ($"a[{c.Index}]", c.Item) }),
            .. stored.SelectMany(s => new[] { ($"r[{s.Index}]", 1.0), ($"b[{s.Index}]", s.Item) }),
            .. solution.Wells.Index().Where(w => w.Item > 0).Select(w => ($"w[{w.Index}]", (double)w.Item)),
            .. pipes,
            ("crf", study.CapitalRecovery),
            ("projectLength", study.Years),
            study.Question is SimCcsQuestion.Price price ? ("taxCreditValue", -price.UsdPerTonne) : ("captureTarget", solution.Amount),
        ];
    }

    [GeneratedRegex(@"^([srwyabp])(_\d+)+$")]
    private static partial Regex PlainName();
}
