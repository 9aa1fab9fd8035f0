using Trunkline.Domain;

namespace Trunkline.Planner;

/// <summary>Why a stream is or is not captured, read off a finished plan.</summary>
/// <param name="StreamId">The stream.</param>
/// <param name="Verdict">One sentence.</param>
/// <param name="BindingRule">Name of the rule in docs/formulation.md that decides, or null where the money alone does.</param>
/// <param name="Starts">One a start period.</param>
public sealed record StreamExplanation(
    string StreamId, string SiteId, string SiteName, string Process, Bilingual Verdict, string? BindingRule, IReadOnlyList<StartExplanation> Starts);

/// <summary>What a unit that starts in a period would cost and earn, $/t levelised over its run.</summary>
/// <param name="Credit">Credit of the law, spread over all tonnes of the run.</param>
public sealed record StartExplanation(int From, double Capture, double? Transport, double? Storage, double Credit)
{
    /// <summary>Capture, transport and storage; null where no storage is ready.</summary>
    public double? MarginalCost => Capture + Transport + Storage;

    /// <summary>The credit, spread as the cost is, at which the unit would just pay for itself; null where no storage is ready.</summary>
    public double? EntryCredit => MarginalCost;
}

/// <summary>Answers "why is this plant not captured in 2030?" from the plan alone.</summary>
public static class Explainer
{
    /// <summary>One explanation a stream of each site that matches by id or by part of its name; empty where none matches.</summary>
    public static IReadOnlyList<StreamExplanation> Explain(Plan plan, string site)
    {
        ArgumentNullException.ThrowIfNull(plan);
        bool Matches(string id, string name) => id == site || name.Contains(site, StringComparison.OrdinalIgnoreCase);
        var captured = plan.Captures.Where(c => Matches(c.SiteId, c.SiteName)).Select(c => Captured(plan, c));
        var left = plan.Uncaptured.Where(u => Matches(u.SiteId, u.SiteName)).Select(u => Left(plan, u));
        return [.. captured.Concat(left).OrderBy(e => e.StreamId, StringComparer.Ordinal)];
    }

    private static StreamExplanation Captured(Plan plan, PlannedCapture capture)
    {
        int from = plan.Periods[capture.FirstPeriod].From, to = plan.Periods[capture.LastPeriod].To;
        Bilingual verdict = capture.StopsAtCreditEnd
            ? new Bilingual($"Captured from {from} and stopped after {to}, when its credit has ended.", $"{from} 年起捕集，{to} 年后因抵免到期而停止。")
            : new Bilingual($"Captured from {from} on.", $"{from} 年起捕集。");
        IReadOnlyList<StartExplanation> starts = Starts(capture.Economics);
        string? rule = starts.Take(capture.FirstPeriod).Any(s => s.MarginalCost is null) ? "permit-lead-time" : null;
        return new StreamExplanation(capture.StreamId, capture.SiteId, capture.SiteName, capture.Process, verdict, rule, starts);
    }

    private static StreamExplanation Left(Plan plan, UncapturedStream stream)
    {
        IReadOnlyList<StartExplanation> starts = Starts(stream.Economics);
        (Bilingual verdict, string? rule) = stream.Reason switch
        {
            "cost-unknown" => (new Bilingual("Not captured: no capture cost is cited for this process, and unknown is not free.", "未捕集：该工艺没有可引用的捕集成本，未知不等于免费。"), (string?)null),
            "closed" => (new Bilingual("Not captured: the study takes this site out.", "未捕集：本研究将该设施排除在外。"), null),
            "track-not-allowed" => (new Bilingual("Not captured: the study does not allow this track.", "未捕集：本研究不允许该路径。"), null),
            "doubtful-location" => (new Bilingual("Not captured: its coordinates contradict its declared state.", "未捕集：坐标与申报所在州不符。"), null),
            _ => Priced(plan, starts),
        };
        return new StreamExplanation(stream.StreamId, stream.SiteId, stream.SiteName, stream.Process, verdict, rule, starts);
    }

    private static (Bilingual Verdict, string? Rule) Priced(Plan plan, IReadOnlyList<StartExplanation> starts)
    {
        List<StartExplanation> ready = [.. starts.Where(s => s.MarginalCost is not null)];
        if (ready.Count == 0)
        {
            return (new Bilingual("Not captured: no storage that it could reach is ready in any period.", "未捕集：任何时期都没有可到达且已就绪的封存地。"), "permit-lead-time");
        }

        StartExplanation best = ready.MinBy(s => s.MarginalCost!.Value - s.Credit)!;
        double loss = best.MarginalCost!.Value - best.Credit;
        return loss > 0
            ? (new Bilingual(
                $"Not captured: at best (start {best.From}) a tonne costs ${best.MarginalCost:0.0} and earns ${best.Credit:0.0}; the credit would have to rise by ${loss:0.0} to ${best.EntryCredit:0.0}.",
                $"未捕集：最有利时（{best.From} 年启动）每吨成本 {best.MarginalCost:0.0} 美元，收入 {best.Credit:0.0} 美元；抵免需增加 {loss:0.0} 美元至 {best.EntryCredit:0.0} 美元。"), plan.Study.Mode == "target" ? "capture-target" : null)
            : (new Bilingual(
                $"Not captured although a tonne would earn ${-loss:0.0} more than it costs (start {best.From}): the storage it would use, a build limit or the search's own gap stands in the way.",
                $"未捕集，尽管每吨收入高于成本 {-loss:0.0} 美元（{best.From} 年启动）：受封存能力、建设速度限制或求解间隙所限。"), "injection-rate");
    }

    private static IReadOnlyList<StartExplanation> Starts(IReadOnlyList<StartEconomics> economics) =>
        [.. economics.Select(e => new StartExplanation(e.From, e.Capture, e.Transport, e.Storage, e.Credit))];
}
