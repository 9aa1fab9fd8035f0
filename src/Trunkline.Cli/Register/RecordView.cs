using System.Text.Json.Nodes;
using Trunkline.Domain;
using Trunkline.Register;

namespace Trunkline.Cli.Register;

/// <summary>One record as of a day, with what is worked out about it.</summary>
internal sealed class RecordView(PolicyRegister register, PolicyRecord record, DateOnly day)
{
    public PolicyRecord Record => record;

    public PolicyDocument Document => record.Document;

    public PolicyRegister Register => register;

    public DateOnly Day => day;

    public LegalForce Force => record.ForceOn(day);

    public RecordStanding Standing { get; } = register.Review(record, RegisterAsked.Today(), ReviewTrust.None);

    public IEnumerable<Evidence> Claims =>
        from source in record.Sources
        from claim in source.Claims
        select new Evidence(claim, source);

    /// <summary>The event that gave it the force it has on the day; null where none did.</summary>
    public PolicyEvent? ForceGivenBy => Document.Events.LastOrDefault(e => e.ForceAfter() is not null && e.Date <= day);

    /// <summary>Where its force has ended or is suspended: the last day on which it was in force.</summary>
    public DateOnly? LastInForce => Force is LegalForce.Ended or LegalForce.Suspended && ForceGivenBy is { Precision: DatePrecision.Day } ended
        && record.ForceOn(ended.Date.AddDays(-1)) == LegalForce.InForce
        ? ended.Date.AddDays(-1)
        : null;

    public IEnumerable<PolicyEntry> InForce(PolicyParameter parameter) => parameter.Entries.Where(e => e.Law.Contains(day));

    public IEnumerable<StackingRule> StackingInForce => (Document.Stacking ?? []).Where(s => s.Law.Contains(day));

    /// <summary>The whole of it, in both languages.</summary>
    public JsonObject Json()
    {
        JsonObject whole = RegisterParts.Json(Document).AsObject();
        whole["revision"] = Document.Revision?.Number ?? 1;
        whole["revisions"] = RegisterParts.Array(record.Earlier.Append(record).Select(r => (JsonNode)(r.Document.Revision?.Number ?? 1)));
        whole["asOf"] = RegisterParts.Iso(day);
        whole["force"] = RegisterParts.Code(Force);
        whole["forceSince"] = RegisterParts.Iso(ForceGivenBy?.Date);
        whole["lastInForce"] = RegisterParts.Iso(LastInForce);
        whole["state"] = RegisterParts.Code(Standing.State);
        whole["failures"] = RegisterParts.Array(Standing.Failures.Select(Failure));
        whole["parameters"] = RegisterParts.Array(record.Parameters.Select(Parameter));
        whole["claims"] = RegisterParts.Claims(Claims);
        whole["relations"] = RegisterParts.Array(register.Graph.Leaving(record.Id, day).Concat(register.Graph.Arriving(record.Id, day)).Select(RegisterParts.Edge));
        whole["text"] = RegisterParts.Json(record.Text);
        whole["account"] = record.Account is { } account ? RegisterParts.Json(account) : null;
        whole["version"] = record.Version;
        return whole;
    }

    private static JsonObject Failure(GateFailure failure) => new()
    {
        ["gate"] = failure.Gate.Code(),
        ["name"] = failure.Gate.Name(),
        ["where"] = failure.Problem.Where,
        ["what"] = failure.Problem.What,
        ["fix"] = failure.Problem.Fix,
    };

    private JsonObject Parameter(PolicyParameter parameter)
    {
        JsonObject written = RegisterParts.Json(parameter).AsObject();
        written["entries"] = RegisterParts.Array(InForce(parameter).Select(RegisterParts.Json));
        return written;
    }
}
