using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Trunkline.Domain;
using Trunkline.Planner;

namespace Trunkline.Report;

/// <summary>What a sweep found, for machines: one JSON document, and a table a question.</summary>
public static class SweepTables
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new QuantityJson(), new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    /// <summary>The findings as indented JSON.</summary>
    public static string Json(Findings findings) => JsonSerializer.Serialize(findings, Options) + "\n";

    /// <summary>Scenarios with what was drawn and what came of it; what each builds and when; core infrastructure; what each first build comes to; regrets.</summary>
    public static IEnumerable<PlanTable> Of(Ensemble ensemble, Findings findings)
    {
        ArgumentNullException.ThrowIfNull(ensemble);
        ArgumentNullException.ThrowIfNull(findings);
        yield return Scenarios(ensemble);
        yield return PlanTable.Of("begun", from own in ensemble.Own.OrderBy(o => o.Key) from thing in own.Value.Begun select (Number: own.Key, Thing: thing),
        [
            Cells.Whole<(int Number, BegunThing Thing)>("scenario", b => b.Number),
            Cells.Text<(int Number, BegunThing Thing)>("kind", b => b.Thing.Kind),
            Cells.Text<(int Number, BegunThing Thing)>("id", b => b.Thing.Id),
            Cells.Text<(int Number, BegunThing Thing)>("name", b => b.Thing.Name),
            Cells.Whole<(int Number, BegunThing Thing)>("from_year", b => b.Thing.From),
        ]);
        yield return PlanTable.Of("core", findings.Core,
        [
            Cells.Text<CoreThing>("kind", c => c.Kind),
            Cells.Text<CoreThing>("id", c => c.Id),
            Cells.Text<CoreThing>("name", c => c.Name),
            .. findings.PeriodEnds.Select((year, t) => Cells.Number<CoreThing>($"share_by_{year}", c => c.ShareBy[t])),
        ]);
        if (findings.Choice is { } choice)
        {
            yield return PlanTable.Of("tried", ensemble.Decided.OrderBy(d => d.Key),
            [
                Cells.Whole<KeyValuePair<(int Number, int Build), ScenarioResult>>("scenario", d => d.Key.Number),
                Cells.Whole<KeyValuePair<(int Number, int Build), ScenarioResult>>("build", d => d.Key.Build),
                Cells.Text<KeyValuePair<(int Number, int Build), ScenarioResult>>("status", d => d.Value.Status.ToString()),
                Cells.Number<KeyValuePair<(int Number, int Build), ScenarioResult>>("net_usd", d => d.Value.IsPlanned ? d.Value.Net : null),
            ]);
            yield return PlanTable.Of("regret", choice.Numbers.Index(),
            [
                Cells.Whole<(int Index, int Item)>("scenario", s => s.Item),
                .. choice.Builds.Select(b => Cells.Number<(int Index, int Item)>($"build_{b.Index}_usd", s => choice.Regrets[b.Index][s.Index])),
            ]);
        }
    }

    private static PlanTable Scenarios(Ensemble ensemble)
    {
        double? of(Scenario s, Func<ScenarioResult, double> read) => ensemble.Own.TryGetValue(s.Number, out ScenarioResult? r) && r.IsPlanned ? read(r) : null;
        return PlanTable.Of("scenarios", ensemble.Scenarios,
        [
            Cells.Whole<Scenario>("scenario", s => s.Number),
            Cells.Number<Scenario>("weight", s => s.Weight),
            Cells.Flag<Scenario>("held_out", s => s.HeldOut),
            .. ensemble.Sweep.Parameters.Select((p, i) => Cells.Number<Scenario>(p.Name, s => s.Values[i])),
            Cells.Text<Scenario>("branch", s => ensemble.Sweep.Branches[s.Branch].Name),
            Cells.Text<Scenario>("status", s => ensemble.Own.GetValueOrDefault(s.Number)?.Status.ToString()),
            Cells.Text<Scenario>("reason", s => ensemble.Own.GetValueOrDefault(s.Number)?.Reason?.En),
            Cells.Number<Scenario>("net_usd", s => of(s, r => r.Net)),
            Cells.Number<Scenario>("cost_usd", s => of(s, r => r.Cost)),
            Cells.Number<Scenario>("credits_usd", s => of(s, r => r.Credits)),
            Cells.Number<Scenario>("gap", s => of(s, r => r.Gap)),
            Cells.Number<Scenario>("captured_mt", s => of(s, r => r.CapturedMt)),
            Cells.Number<Scenario>("stored_mt", s => of(s, r => r.StoredMt)),
        ]);
    }
}
