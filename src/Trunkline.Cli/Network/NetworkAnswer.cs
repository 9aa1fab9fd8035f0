using System.Text.Json.Nodes;
using Trunkline.Domain;
using Trunkline.Optimisation;
using Trunkline.Planner.SimCcs;

namespace Trunkline.Cli;

/// <summary>How an answer to a network question is shown: as lines, or as one JSON object. Money is M$ a year, or M$ in all over periods.</summary>
internal static class NetworkAnswer
{
    public static JsonObject Json(SimCcsStudy study, SimCcsAnswer answer, string? written)
    {
        var json = new JsonObject { ["scenario"] = study.Scenario.Name, ["status"] = Status(answer) };
        if (answer.Verdict is { } verdict)
        {
            AddCosts(json, verdict);
        }

        json["bound"] = Finite(answer.Bound);
        json["gap"] = answer.Gap;
        json["gapNetwork"] = answer.GapNetwork;
        json["seconds"] = Math.Round(answer.Seconds, 3);
        json["unit"] = answer.Staged is null ? "M$/y" : "M$";
        json["capturedMtPerYear"] = answer.Staged is { } staged
            ? new JsonArray([.. staged.Stages.Select(s => (JsonNode)s.Captured.Sum())])
            : answer.Solution?.Amount;
        json["out"] = written;
        return json;
    }

    /// <summary>Costs and outcome of a check.</summary>
    public static void AddCosts(JsonObject json, SimCcsVerdict verdict)
    {
        json["cost"] = verdict.Costs.Cost;
        json["capture"] = verdict.Costs.Capture;
        json["transport"] = verdict.Costs.Transport;
        json["storage"] = verdict.Costs.Storage;
        json["income"] = verdict.Costs.Income;
        json["check"] = verdict.Passed ? "passed" : new JsonArray([.. verdict.Broken.Select(b => (JsonNode)b)]);
    }

    public static IEnumerable<string> Lines(SimCcsAnswer answer, Language language)
    {
        if (answer.Verdict is not { } verdict)
        {
            yield return (answer.Status == SolveStatus.Infeasible ? NetworkWords.Infeasible : NetworkWords.OutOfTime).In(language);
            yield break;
        }

        yield return Costs(verdict.Costs, answer.Staged is not null, language);
        if (answer.Solution is { } solution)
        {
            yield return string.Format(NetworkWords.Amount.In(language), solution.Amount);
        }

        string outcome = (answer.Status == SolveStatus.Optimal ? NetworkWords.Proved : NetworkWords.NotProved).In(language);
        yield return string.Format(
            NetworkWords.BoundLine.In(language), answer.Bound, 100 * (answer.Gap ?? 0), 100 * (answer.GapNetwork ?? 0), outcome, answer.Seconds);
        yield return CheckLine(verdict, language);
    }

    public static string Costs(SimCcsCosts costs, bool overPeriods, Language language) => string.Format(
        (overPeriods ? NetworkWords.CostPeriods : NetworkWords.CostYear).In(language), costs.Cost, costs.Capture, costs.Transport, costs.Storage, costs.Income);

    public static string CheckLine(SimCcsVerdict verdict, Language language) => verdict.Passed
        ? NetworkWords.Passed.In(language)
        : string.Format(NetworkWords.Failed.In(language), string.Join("; ", verdict.Broken));

    private static string Status(SimCcsAnswer answer) => answer.Status switch
    {
        SolveStatus.Optimal => "proved",
        SolveStatus.Feasible => "found",
        SolveStatus.Infeasible => "infeasible",
        _ => "out-of-time",
    };

    private static JsonNode? Finite(double value) => double.IsFinite(value) ? JsonValue.Create(value) : null;
}
