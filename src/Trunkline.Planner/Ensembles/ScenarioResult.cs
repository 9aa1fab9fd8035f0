using System.Text.Json;
using System.Text.Json.Serialization;
using Trunkline.Domain;

namespace Trunkline.Planner;

/// <summary>What came of a scenario. Failing is a result too, with its reason.</summary>
public enum ScenarioStatus
{
    /// <summary>A plan whose audit passed.</summary>
    Planned,

    /// <summary>Proved impossible.</summary>
    Infeasible,

    /// <summary>What was drawn makes no study.</summary>
    WrongInput,

    /// <summary>The plan breaks a rule: a fault of the program.</summary>
    AuditFailed,

    /// <summary>Stopped by the clock before a plan was found.</summary>
    OutOfTime,

    /// <summary>The solver's process needed more memory than it may have.</summary>
    OutOfMemory,

    /// <summary>The solver's process ended without an answer.</summary>
    Crashed,

    /// <summary>The machine that was asked has another build, dataset or register, or does not find them.</summary>
    ElsewhereOnly,
}

/// <summary>A plan in the figures that a sweep compares. No clock is in it: the same run gives the same bytes.</summary>
/// <param name="Reason">Why there is no plan; null where there is one.</param>
/// <param name="ByClock">True where the search ended at its time limit and not at its gap: another machine may find another plan.</param>
/// <param name="Net">Discounted, $; as in a plan's totals. Zero without a plan, like the other figures.</param>
/// <param name="Gap">(net - bound) / cost.</param>
/// <param name="CapturedMt">Over all periods.</param>
/// <param name="Begun">What is built, with the year in which it begins.</param>
/// <param name="FirstStep">What the plan begins in the periods that the sweep decides; null where it decides none.</param>
public sealed record ScenarioResult(
    ScenarioStatus Status,
    Bilingual? Reason,
    bool ByClock,
    double Net,
    double Cost,
    double Credits,
    double Gap,
    double CapturedMt,
    double StoredMt,
    IReadOnlyList<BegunThing> Begun,
    FirstStepBuild? FirstStep)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>True where there is a plan.</summary>
    [JsonIgnore]
    public bool IsPlanned => Status == ScenarioStatus.Planned;

    /// <summary>True where the machine and not the question is to blame: worth another try.</summary>
    [JsonIgnore]
    public bool IsMachines => Status is ScenarioStatus.OutOfTime or ScenarioStatus.OutOfMemory or ScenarioStatus.Crashed or ScenarioStatus.ElsewhereOnly;

    /// <summary>A result without a plan.</summary>
    public static ScenarioResult Failed(ScenarioStatus status, Bilingual reason) => new(status, reason, status == ScenarioStatus.OutOfTime, 0, 0, 0, 0, 0, 0, [], null);

    /// <summary>The result of an outcome.</summary>
    /// <param name="decidedPeriods">How many periods a first build covers; zero where none is looked for.</param>
    public static ScenarioResult Of(Checked<PlanOutcome> outcome, int decidedPeriods)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        return outcome.Value switch
        {
            PlanOutcome.Planned planned when !planned.Plan.Audit.Passed => Failed(ScenarioStatus.AuditFailed, Audit(planned.Plan)),
            PlanOutcome.Planned planned => Of(planned.Plan, decidedPeriods),
            PlanOutcome.Infeasible impossible => Failed(ScenarioStatus.Infeasible, Why(impossible)),
            PlanOutcome.OutOfTime late => Failed(ScenarioStatus.OutOfTime, late.Why),
            _ => Failed(ScenarioStatus.WrongInput, Why(outcome.Problems)),
        };
    }

    /// <summary>Problems as a reason.</summary>
    public static Bilingual Why(IReadOnlyList<Problem> problems)
    {
        string text = string.Join(" ", problems.Take(3).Select(p => p.ToString()));
        return new Bilingual(text, text);
    }

    /// <summary>As UTF-8 JSON.</summary>
    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, Options);

    /// <summary>What <see cref="Write"/> wrote.</summary>
    /// <exception cref="JsonException">It did not.</exception>
    public static ScenarioResult Read(ReadOnlySpan<byte> json) => JsonSerializer.Deserialize<ScenarioResult>(json, Options) ?? throw new JsonException("A result is an object.");

    private static ScenarioResult Of(Plan plan, int decidedPeriods) => new(
        ScenarioStatus.Planned,
        null,
        plan.Totals.Status != "proved",
        plan.Totals.Net.Value,
        plan.Totals.Cost.Value,
        plan.Totals.CreditsDiscounted.Value,
        plan.Totals.Gap,
        plan.Periods.Sum(p => p.CapturedMtPerYear * (p.To - p.From + 1)),
        plan.Periods.Sum(p => p.StoredMtPerYear * (p.To - p.From + 1)),
        [.. BegunThing.Of(plan)],
        decidedPeriods > 0 ? FirstStepBuild.Of(plan, decidedPeriods) : null);

    private static Bilingual Why(PlanOutcome.Infeasible impossible) => impossible.Relaxations.Count == 0
        ? new Bilingual("No plan meets every limit.", "没有方案能满足所有限制。")
        : new Bilingual(string.Join(" ", impossible.Relaxations.Select(r => r.Text.En)), string.Join(" ", impossible.Relaxations.Select(r => r.Text.Zh)));

    private static Bilingual Audit(Plan plan)
    {
        Violation? first = plan.Audit.Violations.Count > 0 ? plan.Audit.Violations[0] : null;
        return new Bilingual($"The audit failed: {first?.Rule} {first?.Where} {first?.What}", $"审计未通过：{first?.Rule} {first?.Where} {first?.What}");
    }
}

/// <summary>Something that a plan builds.</summary>
/// <param name="Kind"><c>plant</c>, <c>corridor</c> or <c>hub</c>, a formation with projects.</param>
/// <param name="From">First calendar year of the period in which it begins.</param>
public sealed record BegunThing(string Kind, string Id, string Name, int From)
{
    /// <summary>Everything that a plan builds, once each, with the first year.</summary>
    public static IEnumerable<BegunThing> Of(Plan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return
        [
            .. plan.Captures.GroupBy(c => c.SiteId).Select(site => new BegunThing("plant", site.Key, site.First().SiteName, plan.Periods[site.Min(c => c.FirstPeriod)].From)),
            .. plan.Pipes.Where(p => p.Bought.Any(b => b.Value > 0)).Select(p => new BegunThing("corridor", p.EdgeId, $"{p.From} – {p.To}", First(plan, p.Bought.Select(b => b.Value > 0)))),
            .. plan.Storages.Where(s => s.Projects.Any(n => n > 0)).Select(s => new BegunThing("hub", s.SinkId, s.Name, First(plan, s.Projects.Select(n => n > 0)))),
        ];
    }

    private static int First(Plan plan, IEnumerable<bool> begun) => plan.Periods[begun.ToList().IndexOf(true)].From;
}
