using Trunkline.Atlas.SimCcs;
using Trunkline.Optimisation;
using Trunkline.Planner.SimCcs;
using Trunkline.Tests.Unit.Atlas.SimCcs;

namespace Trunkline.Tests.Unit.Planner.SimCcs;

/// <summary>Questions that the tests ask.</summary>
internal static class SimCcsStudies
{
    public static SimCcsStudy Tiny(SimCcsQuestion question) => new(TinyScenario.Read(), question);

    public static SimCcsStudy Southeast(SimCcsQuestion question) => new(SimCcsReader.Read(TinyScenario.SoutheastOrSkip()).OrThrow(), question);

    public static SimCcsQuestion Target(double mt) => new SimCcsQuestion.Target(mt);

    public static SimCcsQuestion Price(double usd) => new SimCcsQuestion.Price(usd);

    public static SimCcsQuestion Periods(params (double Years, double Mt)[] spans) =>
        new SimCcsQuestion.Periods([.. spans.Select(s => new SimCcsPeriod(s.Years, s.Mt))]);

    /// <summary>As the program answers.</summary>
    public static SimCcsAnswer Solve(SimCcsStudy study) =>
        new SimCcsSolver(new HighsSolver()).Solve(study, ToTheEnd, null, CancellationToken.None);

    /// <summary>By SimCCS' own model.</summary>
    public static SimCcsAnswer SolveExactly(SimCcsStudy study) =>
        new SimCcsSolver(new HighsSolver()).SolveExactly(study, ToTheEnd, null, CancellationToken.None);

    private static readonly SolveOptions ToTheEnd = new(RelativeGap: 1e-7, TimeLimitSeconds: 60);

    /// <summary>The optimum of the model without its whole numbers.</summary>
    public static double Relaxed(LinearModel model)
    {
        var relaxed = new LinearModel { Constant = model.Constant };
        foreach (Column column in model.Columns)
        {
            _ = relaxed.AddColumn(column.Name, column.Cost, column.Lower, column.Upper);
        }

        foreach (Row row in model.Rows)
        {
            relaxed.AddRow(row);
        }

        return new HighsSolver().Solve(relaxed, new SolveOptions(), null, CancellationToken.None).Objective;
    }
}
