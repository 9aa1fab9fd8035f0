using System.Globalization;
using Trunkline.Planner;

namespace Trunkline.Runner;

/// <summary>What differs between a plan and its replay: first what they were made from, since that is why.</summary>
internal static class ReplayDifferences
{
    private const int MostListed = 20;

    public static IEnumerable<ReplayDifference> Between(Plan then, Plan now)
    {
        ReplayDifference[] found = [.. From(then, now), .. Money(then.Totals, now.Totals), .. Things(then, now)];
        // Bytes that differ without any of these are still no equality.
        return found.Length > 0 ? found.Take(MostListed) : [new ReplayDifference("plan.json", "other bytes", "other bytes")];
    }

    private static IEnumerable<ReplayDifference> From(Plan then, Plan now) => Changed(
        ("engine version", then.Stamp.EngineVersion, now.Stamp.EngineVersion),
        ("dataset version", then.Stamp.DatasetHash, now.Stamp.DatasetHash),
        ("register version", then.Stamp.RegisterHash, now.Stamp.RegisterHash),
        ("study", then.Stamp.StudyHash, now.Stamp.StudyHash),
        ("route", then.Stamp.Route, now.Stamp.Route),
        ("seed", Text(then.Stamp.Seed), Text(now.Stamp.Seed)),
        ("threads", Text(then.Stamp.Threads), Text(now.Stamp.Threads)));

    private static IEnumerable<ReplayDifference> Money(PlanTotals then, PlanTotals now) => Changed(
        ("net, $", Text(then.Net.Value), Text(now.Net.Value)),
        ("cost, $", Text(then.Cost.Value), Text(now.Cost.Value)),
        ("bound, $", Text(then.Bound.Value), Text(now.Bound.Value)),
        ("credits, $", Text(then.CreditsDiscounted.Value), Text(now.CreditsDiscounted.Value)),
        ("status", then.Status, now.Status));

    private static IEnumerable<ReplayDifference> Things(Plan then, Plan now)
    {
        PlanDifference difference = PlanDifference.Of(then, now);
        foreach ((string kind, IReadOnlyList<ThingChange> changes) in new[] { ("site", difference.Sites), ("pipe", difference.Pipes), ("storage", difference.Storages) })
        {
            foreach (ThingChange change in changes)
            {
                yield return new ReplayDifference($"{kind} {change.Id}", Rates(change.Before), Rates(change.After));
            }
        }
    }

    private static IEnumerable<ReplayDifference> Changed(params (string What, string Then, string Now)[] pairs) =>
        pairs.Where(p => p.Then != p.Now).Select(p => new ReplayDifference(p.What, p.Then, p.Now));

    private static string Rates(IReadOnlyList<double>? rates) => rates is null ? "-" : string.Join(' ', rates.Select(Text));

    private static string Text(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);
}
