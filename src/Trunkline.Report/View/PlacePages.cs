using Trunkline.Atlas;
using Trunkline.Domain;
using Trunkline.Planner;

namespace Trunkline.Report;

/// <summary>What a click on the map shows. Each page is null where the plan has no such thing.</summary>
public static class PlacePages
{
    private const int NeighboursShown = 8;
    private const double EarthRadiusKm = 6371.0088;

    private static readonly Bilingual NothingHere = new("It takes no part in this plan.", "不参与本方案。");

    public static SitePage? Site(PlanView view, string id)
    {
        ArgumentNullException.ThrowIfNull(view);
        if (!view.Sites.TryGetValue(id, out SiteSeen? site))
        {
            return null;
        }

        StreamSeen[] streams = [.. Explainer.Explain(view.Plan, id).Where(e => e.SiteId == id).Select(e => Stream(view, e))];
        County? county = view.Dataset.Counties.FirstOrDefault(c => c.Fips == site.CountyFips);
        return new SitePage(
            site.Id,
            site.Name,
            site.State,
            county is null ? null : new CountyNamed(county.Fips, county.Name),
            site.Place,
            site.Sector,
            site.Co2TPerYear,
            site.BiogenicTPerYear,
            streams.OrderBy(s => s.Status != "captured").ThenByDescending(s => s.Co2TPerYear).FirstOrDefault()?.Verdict ?? NothingHere,
            streams,
            LawOfPlace.OfSite(view, id),
            [.. streams.Where(s => s.Cost is not null).Select(s => new EvidenceSeen(s.Process, s.Cost!.Source, s.Cost.Confidence)).Distinct()],
            Around(view, site.Place, [.. view.Captures[id].Select(c => c.Node)], id),
            [.. view.Dataset.Doubts.Where(d => d.Id == id || d.Id.StartsWith(id + ":", StringComparison.Ordinal)).Select(d => new DoubtSeen(d.Table, d.Kind, d.Detail, d.Action))]);
    }

    public static PipePage? Pipe(PlanView view, string id)
    {
        ArgumentNullException.ThrowIfNull(view);
        if (!view.Pipes.TryGetValue(id, out PlannedPipe? pipe))
        {
            return null;
        }

        string[] trends = [.. pipe.Trend.OfType<string>().Distinct()];
        return new PipePage(
            id,
            pipe.From,
            pipe.To,
            pipe.Length.Value,
            pipe.WeightedLength.Value,
            pipe.ExistingCapacity.Value,
            [.. pipe.Flow.Select(f => f.Value)],
            [.. pipe.Bought.Select(b => b.Value)],
            [.. view.Periods.Select(t => PlanFigures.LargestInches(pipe, t))],
            [.. view.Periods.Where(t => PlanFigures.IsFlow(pipe.Bought[t])).Select(t => new PipeLaid(t, pipe.Bought[t].Value, pipe.Trend[t], pipe.NominalInches[t]))],
            pipe.CapexUsd.Value,
            PlaceVerdicts.OfPipe(view.Plan, pipe),
            [.. view.Dataset.PipeTrends.Where(t => trends.Contains(t.Id)).Select(t => new EvidenceSeen(t.Id, t.Source, t.Confidence))],
            Around(view, pipe.Route.Count > 0 ? pipe.Route[pipe.Route.Count / 2] : default, [pipe.From, pipe.To], id));
    }

    public static StoragePage? Storage(PlanView view, string id)
    {
        ArgumentNullException.ThrowIfNull(view);
        if (!view.Storages.TryGetValue(id, out PlannedStorage? storage))
        {
            return null;
        }

        Formation? formation = view.Dataset.Formations.FirstOrDefault(f => f.Id == id);
        CarbonUse? use = view.Dataset.Uses.FirstOrDefault(u => u.Id == id);
        return new StoragePage(
            id,
            storage.Name,
            storage.Kind,
            storage.State,
            formation?.Basin,
            storage.Centre,
            storage.RadiusKm,
            [.. storage.Rate.Select(r => r.Value)],
            [.. view.Periods.Select(t => PlanFigures.Fill(view.Plan, storage, t))],
            storage.Projects,
            storage.MaxProjects,
            storage.Capacity?.Value,
            storage.ReadyFrom,
            formation is null ? null : Project(formation),
            storage.Entries,
            PlaceVerdicts.OfStorage(view.Plan, storage),
            LawOfPlace.OfStorage(view, storage),
            formation is not null ? [new EvidenceSeen(formation.Name, formation.Source, formation.Confidence)]
                : use is not null ? [new EvidenceSeen(use.Name, use.Source, use.Confidence)] : [],
            Around(view, storage.Centre, [.. storage.Entries.Select(e => e.Node)], id));
    }

    public static CountyPage? County(PlanView view, string fips)
    {
        ArgumentNullException.ThrowIfNull(view);
        if (view.Dataset.Counties.FirstOrDefault(c => c.Fips == fips) is not { } county)
        {
            return null;
        }

        Site[] sites = [.. view.SitesByCounty[fips].Where(s => view.Sites.ContainsKey(s.Id))];
        return new CountyPage(
            fips,
            county.Name,
            county.State,
            county.Centre,
            county.Population,
            county.SviPercentile,
            [.. sites.Select(s => new PlaceRef("site", s.Id, s.Name))],
            [.. view.Periods.Select(t => sites.Sum(s => view.Captures[s.Id].Sum(c => c.Rate[t].Value)))]);
    }

    public static ExistingPage? Existing(PlanView view, string id)
    {
        ArgumentNullException.ThrowIfNull(view);
        return view.Dataset.ExistingPipelines.FirstOrDefault(l => l.Id == id) is { } line
            ? new ExistingPage(id, line.Name, line.Length.Value, line.Capacity?.Value, line.Source, PlaceVerdicts.OfExisting(line))
            : null;
    }

    private static StreamSeen Stream(PlanView view, StreamExplanation told)
    {
        PlannedCapture? capture = view.Captures[told.SiteId].FirstOrDefault(c => c.StreamId == told.StreamId);
        UncapturedStream? left = view.Left[told.SiteId].FirstOrDefault(u => u.StreamId == told.StreamId);
        CaptureStream? stream = view.Streams[told.SiteId].FirstOrDefault(s => s.Id == told.StreamId);
        CaptureCost? cost = stream?.Cost ?? view.Dataset.DacSites.FirstOrDefault(d => d.Id == told.SiteId)?.TrainCost;
        return new StreamSeen(
            told.StreamId,
            told.Process,
            capture?.Track ?? TrackOf(stream),
            stream?.Co2.Value ?? left?.Co2.Value,
            stream?.CaptureRate.Value,
            capture is not null ? "captured" : left?.Reason == "cost-unknown" ? "unknown" : "left",
            left?.Reason,
            told.Verdict,
            told.BindingRule,
            capture?.FirstPeriod,
            capture?.LastPeriod,
            capture?.StopsAtCreditEnd ?? false,
            capture is null ? [.. view.Periods.Select(_ => 0.0)] : [.. capture.Rate.Select(r => r.Value)],
            capture is null ? [.. view.Periods.Select(_ => 0.0)] : [.. capture.CreditUsd.Select(c => c.Value)],
            capture?.CreditReason,
            capture?.CostPerTonne.Value,
            [.. told.Starts.Select(s => new StartSeen(s.From, s.Capture, s.Transport, s.Storage, s.Credit, s.MarginalCost))],
            cost is null ? null : Cost(cost));
    }

    private static string? TrackOf(CaptureStream? stream) => stream?.Track switch
    {
        Track.PointSource => "pointSource",
        Track.Biogenic => "biogenic",
        Track.Dac => "dac",
        _ => null,
    };

    private static CaptureCostSeen Cost(CaptureCost cost) => new(
        cost.Capex.Value, cost.FixedOm.Value, cost.VariableOm.Value, cost.ElectricityMwhPerTonne, cost.HeatGjPerTonne, cost.Source, cost.Confidence);

    private static ProjectSeen Project(Formation formation) => new(
        formation.ProjectRate.Value,
        formation.ProjectCapacity.Value,
        formation.WellsPerProject,
        formation.Development.Value,
        formation.Construction.Value,
        formation.Injection.Value,
        formation.AfterCare.Value,
        formation.FixedOm.Value,
        formation.VariableOm.Value);

    private static NeighboursSeen Around(PlanView view, GeoPoint here, string[] nodes, string self) => new(
        Nearest(view.Sites.Values.Where(s => s.Id != self && view.Captures.Contains(s.Id)).Select(s => (new PlaceRef("site", s.Id, s.Name), s.Place)), here),
        [.. view.Plan.Pipes.Where(p => p.EdgeId != self && (nodes.Contains(p.From) || nodes.Contains(p.To))).Take(NeighboursShown)
            .Select(p => new PlaceRef("pipe", p.EdgeId, $"{p.From} – {p.To}"))],
        Nearest(view.Plan.Storages.Where(s => s.SinkId != self).Select(s => (new PlaceRef("storage", s.SinkId, s.Name), s.Centre)), here));

    private static PlaceRef[] Nearest(IEnumerable<(PlaceRef Ref, GeoPoint Place)> all, GeoPoint here) =>
        [.. all.Select(a => a.Ref with { DistanceKm = Math.Round(Kilometres(a.Place, here), 1) }).OrderBy(r => r.DistanceKm).Take(NeighboursShown)];

    private static double Kilometres(GeoPoint a, GeoPoint b)
    {
        double phi = double.DegreesToRadians((a.Latitude + b.Latitude) / 2);
        double x = double.DegreesToRadians(a.Longitude - b.Longitude) * Math.Cos(phi), y = double.DegreesToRadians(a.Latitude - b.Latitude);
        return EarthRadiusKm * Math.Sqrt((x * x) + (y * y));
    }
}
