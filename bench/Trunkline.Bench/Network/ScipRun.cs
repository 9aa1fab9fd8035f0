using System.Globalization;
using System.Text.RegularExpressions;
using Google.OrTools.ModelBuilder;
using Trunkline.Optimisation;
using ScipStatus = Google.OrTools.ModelBuilder.SolveStatus;

namespace Trunkline.Bench.Network;

/// <summary>
/// SCIP through OR-Tools, the referee that shares nothing with HiGHS. It cannot tell its progress but by the log that it prints, whose lines the
/// parent reads; its wall time stands in them.
/// </summary>
internal static partial class ScipRun
{
    public static Ending Solve(LinearModel linear, Budget budget, TextWriter output)
    {
        var model = new Model();
        int columns = linear.Columns.Count;
        // An import that fails leaves an empty model, which is solved at once: so both are asked.
        if (!model.Helper.ImportFromMpsString(MpsText.Write(linear)) || model.VariablesCount() < columns)
        {
            throw new InvalidOperationException("SCIP's reader did not take the model.");
        }

        output.Flush();
        var solver = new Solver("scip");
        solver.EnableOutput(true);
        solver.SetTimeLimitInSeconds(budget.Limit);
        solver.SetSolverSpecificParameters(string.Create(
            CultureInfo.InvariantCulture, $"limits/gap = {budget.Gap}\ntiming/clocktype = 2\nrandomization/randomseedshift = {budget.Seed}\ndisplay/freq = 20\n"));
        ScipStatus status = solver.Solve(model);
        bool hasSolution = status is ScipStatus.OPTIMAL or ScipStatus.FEASIBLE;
        // Without a solution the wrapper gives no bound; the log has told it.
        return hasSolution
            ? new Ending(solver.ObjectiveValue, solver.BestObjectiveBound, null, null, BenchInstance.NotChecked)
            : new Ending(null, double.NegativeInfinity, null, null, BenchInstance.NotChecked);
    }

    /// <summary>What a line of SCIP's log tells: seconds, best, bound; null where it is no line of its table.</summary>
    public static (double Seconds, double? Best, double Bound)? Read(string line)
    {
        if (TableLine().Match(line) is not { Success: true } match)
        {
            return null;
        }

        string[] cells = [.. line.Split('|').Select(c => c.Trim())];
        if (cells.Length < 5 || !Number(cells[^4], out double bound))
        {
            return null;
        }

        return (double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture), Number(cells[^3], out double best) ? best : null, bound);
    }

    private static bool Number(string text, out double value) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value);

    [GeneratedRegex(@"^\s*\S?\s*([0-9]+(?:\.[0-9]+)?)s?\s*\|")]
    private static partial Regex TableLine();
}
