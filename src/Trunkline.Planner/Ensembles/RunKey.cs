using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Trunkline.NetworkDesign;
using Trunkline.Optimisation;

namespace Trunkline.Planner;

/// <summary>What a run is known by: what is asked (study with its scenario), of which data, under which law, by which engine, from which parent. Equal keys, equal results.</summary>
public static class RunKey
{
    /// <summary>The engine: its version, and the builds of the parts that search. Another build never reuses an old number.</summary>
    public static string Engine { get; } = string.Join(
        ' ',
        new[] { typeof(PlanMaker), typeof(ScalableDesignSolver), typeof(HighsSolver) }.Select(t => $"{t.Assembly.GetName().Version} {t.Module.ModuleVersionId:N}"));

    /// <summary>The key, lower-case hex.</summary>
    /// <param name="study">As the scenario makes it.</param>
    /// <param name="registerVersion">Of the register with the overlays that the study assumes.</param>
    /// <param name="parent">Key of the run it starts from; null where it starts from nothing.</param>
    /// <param name="decidedPeriods">How many periods the result tells the first build of.</param>
    public static string Of(Study study, string datasetHash, string registerVersion, string? parent, int decidedPeriods)
    {
        ArgumentNullException.ThrowIfNull(study);
        string text = JsonSerializer.Serialize(new
        {
            Study = StudyHash.Of(study),
            Budget = new { Route = study.Solver.Route.ToString(), Gap = study.Solver.Gap.Value, study.Solver.TimeLimitSeconds, study.Solver.Threads, study.Solver.Seed },
            Dataset = datasetHash,
            Register = registerVersion,
            Engine,
            Parent = parent,
            decidedPeriods,
        });
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    /// <summary>The key of a text that makes no study: then the text itself is the question, and its answer is the reason.</summary>
    public static string OfText(string registerVersion, string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Engine}\n{registerVersion}\n{text}")));

    /// <summary>A study as a pool of solvers runs it: one thread each, so that the number of cores changes nothing.</summary>
    public static Study OneThread(Study study)
    {
        ArgumentNullException.ThrowIfNull(study);
        return study with { Solver = study.Solver with { Threads = 1 } };
    }
}
