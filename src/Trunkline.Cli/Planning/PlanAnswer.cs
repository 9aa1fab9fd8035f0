using System.Text.Json.Nodes;
using Trunkline.Domain;
using Trunkline.Planner;

namespace Trunkline.Cli;

/// <summary>The one object that <c>plan --json</c> prints. Money is in dollars, gaps are fractions.</summary>
internal static class PlanAnswer
{
    /// <param name="outcome">The planner's answer.</param>
    /// <param name="study">The study asked about.</param>
    /// <param name="seconds">Since the program's first line.</param>
    /// <param name="peakMemoryMb">Largest working set of the process.</param>
    /// <param name="folder">Where the plan was written, null where there is none.</param>
    public static JsonObject Json(PlanOutcome outcome, Study study, double seconds, double peakMemoryMb, string? folder)
    {
        var answer = new JsonObject { ["study"] = study.Id };
        switch (outcome)
        {
            case PlanOutcome.Planned planned:
                AddPlan(answer, planned.Plan);
                break;
            case PlanOutcome.Infeasible infeasible:
                answer["status"] = "infeasible";
                answer["reasons"] = new JsonArray([.. infeasible.Relaxations.Select(Reason)]);
                break;
            case PlanOutcome.OutOfTime late:
                answer["status"] = "out-of-time";
                answer["reasons"] = new JsonArray(new JsonObject { ["en"] = late.Why.En, ["zh"] = late.Why.Zh });
                break;
        }

        answer["seconds"] = Math.Round(seconds, 3);
        answer["peakMemoryMb"] = Math.Round(peakMemoryMb, 1);
        answer["out"] = folder;
        return answer;
    }

    private static void AddPlan(JsonObject answer, Plan plan)
    {
        PlanTotals totals = plan.Totals;
        answer["status"] = totals.Status;
        answer["route"] = plan.Stamp.Route;
        answer["cost"] = totals.Cost.Value;
        answer["net"] = totals.Net.Value;
        answer["bound"] = totals.Bound.Value;
        answer["gap"] = totals.Gap;
        answer["gapNetwork"] = Finite(totals.GapNetwork);
        answer["capture"] = totals.Capture.Value;
        answer["dac"] = totals.Dac.Value;
        answer["transport"] = totals.Transport.Value;
        answer["storage"] = totals.Storage.Value;
        answer["storageFees"] = totals.StorageFees.Value;
        answer["policy"] = Policy(plan.Receipt);
        answer["audit"] = Audit(plan.Audit);
        answer["periods"] = new JsonArray([.. plan.Periods.Select(Period)]);
        answer["goal"] = Numbers(plan.Study.Goal);
        answer["goalUsed"] = Numbers(plan.Study.GoalUsed);
    }

    private static JsonObject Policy(PolicyReceipt receipt) => new()
    {
        ["asOf"] = receipt.AsOf.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        ["mode"] = receipt.Mode,
        ["overlays"] = new JsonArray([.. receipt.Overlays.Select(o => (JsonNode)o)]),
        ["movedUsd"] = receipt.Moved.Value,
        ["shares"] = new JsonObject(receipt.LeadTimes.Select(l => KeyValuePair.Create(l.State, (JsonNode?)receipt.ShareOf(l.State)))),
        ["leadTimes"] = new JsonObject(receipt.LeadTimes.Select(l => KeyValuePair.Create(l.State, (JsonNode?)l.Formations))),
    };

    private static JsonNode Audit(PlanAuditResult audit) => audit.Passed
        ? JsonValue.Create("passed")
        : new JsonArray([.. audit.Violations.Select(v => new JsonObject { ["rule"] = v.Rule, ["where"] = v.Where, ["what"] = v.What })]);

    private static JsonObject Period(PlanPeriod period) => new()
    {
        ["from"] = period.From,
        ["to"] = period.To,
        ["capturedMtPerYear"] = period.CapturedMtPerYear,
        ["dacMtPerYear"] = period.DacMtPerYear,
        ["storedMtPerYear"] = period.StoredMtPerYear,
        ["usedMtPerYear"] = period.UsedMtPerYear,
        ["creditsUsd"] = period.CreditsUsd.Value,
        ["newPipeKm"] = period.NewPipeKm,
        ["electricityTwhPerYear"] = period.ElectricityTwhPerYear,
        ["heatPjPerYear"] = period.HeatPjPerYear,
    };

    private static JsonObject Reason(Relaxation relaxation) => new()
    {
        ["rule"] = relaxation.Rule,
        ["where"] = relaxation.Where,
        ["amountMtPerYear"] = relaxation.Amount,
        ["en"] = relaxation.Text.En,
        ["zh"] = relaxation.Text.Zh,
    };

    private static JsonArray Numbers(IEnumerable<double> values) => new([.. values.Select(v => (JsonNode)v)]);

    /// <summary>A share of nothing is no number, and JSON has no word for that but null.</summary>
    private static JsonNode? Finite(double value) => double.IsFinite(value) ? JsonValue.Create(value) : null;
}
