using System.Globalization;
using System.Text.Json.Nodes;
using Trunkline.Domain;
using Trunkline.Pillars;
using Trunkline.Planner;

namespace Trunkline.Cli;

/// <summary>What comes of building late, or without looking ahead, in plain lines and as JSON.</summary>
internal static class AheadLines
{
    public static IEnumerable<string> Of(IReadOnlyList<LateHub> delays, Language language)
    {
        foreach (LateHub late in delays)
        {
            yield return late.NetUsd is { } net
                ? Say(HubWords.Late, language, late.HubId, late.Years, net / 1e6, Changes(late.CapturedMtPerYear), string.Join(", ", late.Instead.Select(g => $"{g.Name} ({g.State}) {g.Mt.ToString("+0.#", CultureInfo.InvariantCulture)} Mt")))
                : Say(HubWords.LateNone, language, late.HubId, late.Years, late.Status, string.Join(" ", late.Reasons.Select(r => r.In(language))));
        }

        if (delays.Where(d => d.Noise is not null).Select(d => d.Noise!.Value).DefaultIfEmpty(0).Max() is > 1e5 and var noise)
        {
            yield return Say(HubWords.LateNoise, language, noise / 1e6);
        }
    }

    public static IEnumerable<string> Of(IReadOnlyList<BuiltWay> ways, Language language)
    {
        foreach (BuiltWay way in ways)
        {
            yield return way.Plan is { } plan
                ? Say(
                    HubWords.Build, language, Name(way.Way).In(language), plan.Totals.Net.Value / 1e6, (plan.Totals.Net - ways[0].Plan!.Totals.Net).Value / 1e6, plan.Totals.Transport.Value / 1e6,
                    Numbers(plan.Periods.Select(p => p.NewPipeKm), "#,##0"), Numbers(plan.Periods.Select(p => p.CapturedMtPerYear), "0.##"), (plan.Audit.Passed ? HubWords.Passed : HubWords.Failed).In(language))
                : Say(HubWords.BuildNone, language, Name(way.Way).In(language), way.WhyNone?.In(language));
        }
    }

    public static JsonObject Json(BuiltWay way) => new()
    {
        ["way"] = way.Way switch { BuildWay.Foresight => "foresight", BuildWay.OwnPeriod => "own-period", _ => "myopic" },
        ["netUsd"] = way.Plan?.Totals.Net.Value,
        ["costUsd"] = way.Plan?.Totals.Cost.Value,
        ["transportUsd"] = way.Plan?.Totals.Transport.Value,
        ["storageUsd"] = way.Plan?.Totals.Storage.Value,
        ["capturedMtPerYear"] = Array(way.Plan?.Periods.Select(p => p.CapturedMtPerYear)),
        ["newPipeKm"] = Array(way.Plan?.Periods.Select(p => p.NewPipeKm)),
        ["auditPassed"] = way.Plan?.Audit.Passed,
        ["whyNone"] = way.WhyNone?.En,
    };

    private static JsonArray? Array(IEnumerable<double>? numbers) => numbers is null ? null : new JsonArray([.. numbers.Select(n => (JsonNode)n)]);

    private static Bilingual Name(BuildWay way) => way switch
    {
        BuildWay.Foresight => HubWords.Foresight,
        BuildWay.OwnPeriod => HubWords.OwnPeriod,
        _ => HubWords.Myopic,
    };

    private static string Changes(IEnumerable<double> numbers) => Numbers(numbers, "+0.##;-0.##;0");

    private static string Numbers(IEnumerable<double> numbers, string format) => string.Join(" / ", numbers.Select(n => n.ToString(format, CultureInfo.InvariantCulture)));

    private static string Say(Bilingual text, Language language, params object?[] figures) => string.Format(CultureInfo.InvariantCulture, text.In(language), figures);
}
