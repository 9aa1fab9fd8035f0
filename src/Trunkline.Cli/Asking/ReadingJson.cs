using System.Globalization;
using System.Text.Json.Nodes;
using Trunkline.Domain;
using Trunkline.Register;

namespace Trunkline.Cli;

/// <summary>An answer of the register as one JSON object.</summary>
internal static class ReadingJson
{
    public static JsonObject Of(RegisterView view, Question question, Reading reading) => new()
    {
        ["parameter"] = reading.ParameterId,
        ["value"] = Value(reading.Content),
        ["unit"] = reading.Unit,
        ["entry"] = reading.EntryId,
        ["state"] = PolicyWords.Kebab(reading.State),
        ["confidence"] = reading.Confidence.ToString(),
        ["projected"] = reading.Projected,
        ["low"] = reading.Low,
        ["high"] = reading.High,
        ["asOf"] = Day(view.AsOf),
        ["mode"] = view.Mode,
        ["overlays"] = Texts(view.Register.Applied.Select(o => o.Id)),
        ["circumstances"] = question.Circumstances(),
        ["evidence"] = new JsonArray([.. reading.Evidence.Select(Evidence)]),
        ["parts"] = new JsonArray([.. reading.Parts.Select(Part)]),
        ["conflicts"] = new JsonArray([.. ConflictsOf(view, reading).Select(Conflict)]),
        ["notModelled"] = new JsonArray([.. NotModelledOf(view, reading).Select(c => new JsonObject { ["clause"] = c.Id, ["says"] = Both(c.Says) })]),
        ["register"] = view.Register.Version,
    };

    /// <summary>Conflicts of the policy in which a claim of the answer takes part.</summary>
    public static IEnumerable<SourceConflict> ConflictsOf(RegisterView view, Reading reading) =>
        view.Register.Find(reading.PolicyId)!.Document.Conflicts
            .Where(c => c.Readings.SelectMany(r => r.Evidence).Intersect(reading.Evidence.Select(e => e.Claim.Id)).Any());

    /// <summary>Clauses that the parameter names and that are not computed.</summary>
    public static IEnumerable<UnmodelledClause> NotModelledOf(RegisterView view, Reading reading)
    {
        PolicyRecord record = view.Register.Find(reading.PolicyId)!;
        IReadOnlyList<string> named = record.Parameters.Single(p => p.Id == reading.ParameterId).NotModelled ?? [];
        return record.Document.NotModelled.Where(c => named.Contains(c.Id));
    }

    /// <summary>A number as a number, words as text.</summary>
    public static JsonNode Value(PolicyValue value) => value.MaybeNumber is null ? JsonValue.Create(value.Words!) : JsonNode.Parse(value.ToString())!;

    public static JsonObject Both(Bilingual text) => new() { ["en"] = text.En, ["zh"] = text.Zh };

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(t => (JsonNode)t)]);

    private static JsonObject Evidence(Evidence evidence) => new()
    {
        ["claim"] = evidence.Claim.Id,
        ["says"] = Both(evidence.Claim.Says),
        ["locator"] = evidence.Claim.Locator,
        ["quote"] = evidence.Claim.Quote,
        ["confidence"] = evidence.Claim.Confidence.ToString(),
        ["source"] = evidence.Source.Title,
        ["url"] = evidence.Source.Url,
        ["document"] = evidence.Source.Archive,
        ["retrieved"] = Day(evidence.Source.Retrieved),
    };

    private static JsonObject Part(ReadingPart part) => new()
    {
        ["parameter"] = part.ParameterId,
        ["entry"] = part.EntryId,
        ["value"] = Value(part.Content),
        ["projected"] = part.Projected,
        ["state"] = PolicyWords.Kebab(part.State),
        ["overlay"] = part.Overlay,
    };

    private static JsonObject Conflict(SourceConflict conflict) => new()
    {
        ["conflict"] = conflict.Id,
        ["question"] = Both(conflict.Question),
        ["used"] = conflict.Used,
        ["reason"] = Both(conflict.Reason),
        ["readings"] = new JsonArray([.. conflict.Readings.Select(r => new JsonObject { ["reading"] = r.Id, ["says"] = Both(r.Says), ["evidence"] = Texts(r.Evidence) })]),
    };
}
