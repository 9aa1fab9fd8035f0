using Trunkline.Atlas;
using Trunkline.Domain;
using Trunkline.NetworkDesign;

namespace Trunkline.Planner;

/// <summary>Turns a solution back into a plan with names, places and money that a person can read.</summary>
internal sealed class PlanWriter(PlanningCase planning, DesignSolution solution, EntryCosts entry)
{
    /// <summary>Less than this many t/y is rounding, not a decision.</summary>
    private const double Trace = 1e-3;

    private readonly CaseMoney money = CaseMoney.Of(planning, solution);
    private readonly PeriodMoney spending = new(planning, solution);
    private readonly ILookup<int, int> freeInto = Indices(planning.Edges.Count).Where(e => planning.Edges[e].IsFree).ToLookup(e => planning.Edges[e].To);

    public Plan Write(DesignResult result, IReadOnlyList<double> goalAsked, IReadOnlyList<PlanNote> notes, PlanStamp stamp, IReadOnlyList<Citation> bibliography,
        PolicyReceipt receipt)
    {
        List<PlannedCapture> captures = [.. Indices(planning.Supplies.Count).Where(i => solution.Option[i] >= 0).Select(Capture)];
        List<PlannedPipe> pipes = [.. Indices(planning.Edges.Count).Where(IsUsedPipe).Select(Pipe)];
        List<PlannedStorage> storages = [.. Indices(planning.Sinks.Count).Where(IsUsedSink).Select(Storage)];
        return new Plan(
            Plan.CurrentFormat,
            StudyWords(goalAsked, receipt),
            stamp,
            Totals(result),
            [.. planning.PeriodIndices.Select(t => new PlanPeriods(planning, solution, spending, captures, pipes).Of(t))],
            captures,
            pipes,
            storages,
            [.. Uncaptured()],
            notes,
            bibliography,
            receipt,
            [.. planning.Dataset.Credits.Select(c => new MapCredit(c.Text, c.Licence, c.ShowOnMap))],
            new PlanAuditResult(false, [new Violation("audit", "plan", "not audited yet")], default, default));
    }

    private PlanTotals Totals(DesignResult result)
    {
        double bound = Math.Min(result.Bound, money.Net);
        double gap = money.Net - bound;
        return new PlanTotals(
            new Usd(money.Cost),
            new Usd(money.Capture),
            new Usd(money.Dac),
            new Usd(money.Transport),
            new Usd(money.Storage),
            new Usd(money.StorageFees),
            new Usd(money.Credits),
            new Usd(money.PriceIncome),
            new Usd(money.Net),
            new Usd(bound),
            Share(gap, money.Cost),
            Share(gap, money.Transport + money.Storage + money.StorageFees),
            result.BoundStep,
            Share(gap, money.Cost) <= planning.Study.Solver.Gap.Value ? "proved" : "found");
    }

    /// <summary>An empty plan has no cost to measure a gap against; then any gap at all is whole.</summary>
    private static double Share(double gap, double of) => gap <= 0 ? 0 : of > 0 ? gap / of : 1;

    private PlanStudy StudyWords(IReadOnlyList<double> goalAsked, PolicyReceipt receipt) => new(
        planning.Study.Id,
        planning.Study.Title,
        planning.Study.Goal is Goal.CaptureTarget ? "target" : "price",
        goalAsked,
        planning.Study.Goal is Goal.CarbonPrice price
            ? [.. price.Prices.Select(p => p.Value)]
            : [.. planning.Target.Select(t => t!.Value.Megatonnes)],
        receipt.AsOf,
        planning.Study.DiscountRate,
        planning.Study.DollarYear,
        planning.Study.Inflation,
        [.. planning.Study.Tracks.Order().Select(TrackName)]);

    private PlannedCapture Capture(int i)
    {
        CaseSupply supply = planning.Supplies[i];
        CaseOption option = supply.Options[solution.Option[i]];
        double[] rate = [.. planning.PeriodIndices.Select(t => Clean(solution.Supplied[i][t]))];
        return new PlannedCapture(
            supply.Id,
            supply.Site?.Id ?? supply.Dac!.Id,
            supply.Site?.Name ?? supply.Dac!.Name,
            supply.Site?.State ?? supply.Dac!.State,
            supply.Site?.Sector ?? "dac",
            supply.Stream?.Process ?? "dac",
            TrackName(supply.Track),
            supply.Site?.Place ?? supply.Dac!.Place,
            planning.Nodes[supply.Node].Id,
            supply.Capacity,
            option.First,
            option.Last,
            option.Last < planning.Periods.Count - 1,
            Rates(rate),
            [.. planning.PeriodIndices.Select(t => new Usd(option.RealCredit[t] * rate[t]))],
            new UsdPerTonne(CostPerTonne(option, rate)),
            option.WhyNoCredit,
            supply.Cost.Confidence,
            entry.Of(supply));
    }

    private double CostPerTonne(CaseOption option, double[] rate)
    {
        double tonnes = planning.PeriodIndices.Sum(t => rate[t] * planning.PresentValue.Annuity(t));
        double cost = option.OpeningCost + planning.PeriodIndices.Sum(t => option.UnitCost[t] * rate[t]);
        return tonnes > 0 ? cost / tonnes : 0;
    }

    private bool IsUsedPipe(int e) =>
        !planning.Edges[e].IsFree
        && (solution.Bought[e].Any(b => b is not null) || solution.Flow[e].Any(f => Math.Abs(f) > Trace));

    private PlannedPipe Pipe(int e)
    {
        CaseEdge edge = planning.Edges[e];
        CandidateEdge candidate = edge.Candidate!;
        Purchase?[] bought = solution.Bought[e];
        return new PlannedPipe(
            edge.Id,
            planning.Nodes[edge.From].Id,
            planning.Nodes[edge.To].Id,
            candidate.Route,
            candidate.Length,
            candidate.WeightedLength,
            candidate.ExistingCapacity,
            Rates(solution.Flow[e].Select(Clean)),
            Rates(bought.Select(b => b?.Capacity ?? 0)),
            [.. bought.Select(b => b is { } p ? planning.Trends[p.Trend].Source.Id : null)],
            [.. bought.Select(b => b is { } p ? NominalInches(p.Capacity) : null)],
            new Usd(edge.Scale * planning.PeriodIndices.Sum(v => spending.PipeCapital(bought[v], v))));
    }

    private double? NominalInches(double capacity) =>
        planning.Dataset.PipeSizes.OrderBy(s => s.Capacity.Value).Where(s => s.Capacity.Value >= capacity * (1 - 1e-9))
            .Select(s => (double?)s.NominalInches).FirstOrDefault()
        ?? planning.Dataset.PipeSizes.Select(s => (double?)s.NominalInches).Max();

    private bool IsUsedSink(int j) => solution.Modules[j].Any(m => m > 0) || solution.Absorbed[j].Any(a => a > Trace);

    private PlannedStorage Storage(int j)
    {
        CaseSink sink = planning.Sinks[j];
        return new PlannedStorage(
            sink.Id,
            sink.Formation?.Name ?? sink.Use!.Name,
            sink.Formation is null ? sink.Use!.Kind : "saline",
            sink.State,
            sink.Formation?.Centre ?? sink.Use!.Place,
            sink.Formation?.Radius.Value,
            [.. Entries(j)],
            [.. solution.Modules[j]],
            sink.Formation?.MaxProjects ?? 0,
            Rates(solution.Absorbed[j].Select(Clean)),
            sink.Formation is { } f ? new Tonnes(f.MaxProjects * f.ProjectCapacity.Value) : null,
            sink.ReadyYear is { } ready ? (int)Math.Ceiling(ready - 1e-9) : null);
    }

    /// <summary>Free steps into the formation that carry something; at a use, the node itself.</summary>
    private IEnumerable<StorageEntry> Entries(int j)
    {
        CaseSink sink = planning.Sinks[j];
        if (sink.Formation is null)
        {
            return [new StorageEntry(planning.Nodes[sink.Node].Id, planning.Nodes[sink.Node].Place, Rates(solution.Absorbed[j].Select(Clean)))];
        }

        return from e in freeInto[sink.Node]
               let edge = planning.Edges[e]
               where solution.Flow[e].Any(f => Math.Abs(f) > Trace)
               select new StorageEntry(planning.Nodes[edge.From].Id, planning.Nodes[edge.From].Place, Rates(solution.Flow[e].Select(Clean)));
    }

    private IEnumerable<UncapturedStream> Uncaptured()
    {
        var left = planning.LeftOut.Select(l => Uncaptured(l.Stream, l.Site, l.Reason, []));
        var idle = from i in Indices(planning.Supplies.Count)
                   let supply = planning.Supplies[i]
                   where solution.Option[i] < 0 && supply.Stream is not null
                   select Uncaptured(supply.Stream!, supply.Site!, "not-worth-it", entry.Of(supply));
        return left.Concat(idle).OrderBy(u => u.StreamId, StringComparer.Ordinal);
    }

    private static UncapturedStream Uncaptured(CaptureStream stream, Site site, string reason, IReadOnlyList<StartEconomics> economics) =>
        new(stream.Id, site.Id, site.Name, site.State, site.Sector, stream.Process, site.Place, stream.Co2, reason, economics);

    private static string TrackName(Track track) => track switch
    {
        Track.PointSource => "pointSource",
        Track.Biogenic => "biogenic",
        _ => "dac",
    };

    private static double Clean(double rate) => Math.Abs(rate) < Trace ? 0 : rate;

    private static IReadOnlyList<TonnesPerYear> Rates(IEnumerable<double> rates) => [.. rates.Select(TonnesPerYear.Of)];

    private static IEnumerable<int> Indices(int count) => Enumerable.Range(0, count);
}
