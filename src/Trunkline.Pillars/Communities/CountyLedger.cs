using Trunkline.Atlas;
using Trunkline.Atlas.Communities;
using Trunkline.Domain;
using Trunkline.Planner;

namespace Trunkline.Pillars;

/// <summary>Books what a plan builds to counties: plants by their county code, wells by where CO2 enters, pipes by the length that lies in each.</summary>
internal sealed class CountyLedger
{
    /// <summary>A pipe is cut into pieces no longer than this, each booked to the county in which its middle lies.</summary>
    private const double PieceKm = 5;

    private readonly PillarInput input;
    private readonly Dataset costed;
    private readonly DisadvantagedCounties disadvantaged;
    private readonly Coefficients numbers;
    private readonly SortedDictionary<string, CountyOutcome> counties = new(StringComparer.Ordinal);

    private CountyLedger(PillarInput input, DisadvantagedCounties disadvantaged)
    {
        (this.input, this.disadvantaged) = (input, disadvantaged);
        costed = input.Study.Assumed(input.Dataset);
        numbers = new Coefficients(costed, input.Plan.Periods[0].From);
    }

    /// <summary>What could be booked to no county.</summary>
    public Usd Unplaced { get; private set; }

    public IReadOnlyList<CountyOutcome> Counties => [.. counties.Values];

    private CountyPlaces Places => disadvantaged.Places;

    public static CountyLedger Of(PillarInput input, DisadvantagedCounties disadvantaged)
    {
        var ledger = new CountyLedger(input, disadvantaged);
        ledger.BookCaptures();
        ledger.BookStorage();
        ledger.BookPipes();
        return ledger;
    }

    private void BookCaptures()
    {
        Dictionary<string, CaptureStream> streams = costed.Streams.ToDictionary(s => s.Id);
        Dictionary<string, DacSite> air = costed.DacSites.ToDictionary(d => d.Id);
        Dictionary<string, Site> sites = costed.Sites.ToDictionary(s => s.Id);
        foreach (PlannedCapture capture in input.Plan.Captures)
        {
            CaptureStream? stream = streams.GetValueOrDefault(capture.StreamId);
            CaptureCost? cost = stream?.Cost ?? air.GetValueOrDefault(capture.StreamId.Split('#')[0])?.TrainCost;
            County? county = sites.TryGetValue(capture.SiteId, out Site? site) ? Places.Of(site) : Places.At(capture.Place, capture.State);
            Usd capital = new((cost?.Capex.Value ?? 0) * numbers.Learned(stream?.Process ?? "dac", input.Plan.Periods[capture.FirstPeriod].From));
            double tonnes = capture.Rate.Select((r, t) => r.Megatonnes * (input.Plan.Periods[t].To - input.Plan.Periods[t].From + 1)).Sum();
            double atWork = cost is null ? 0 : CommunityShare.CapitalBehind(cost, capture.Capacity) * tonnes * 1e6;
            Book(county, capital, c => c with
            {
                CaptureUsd = c.CaptureUsd + capital,
                CaptureUsdYears = c.CaptureUsdYears + atWork,
                CapturedMt = c.CapturedMt + tonnes,
                UnitsThatMayAddAmmonia = c.UnitsThatMayAddAmmonia + (stream is not null && cost is { HeatGjPerTonne: > 0 } ? 1 : 0),
            }, JobFigure.Of(capture, stream, costed), withJobs: true);
        }
    }

    private void BookStorage()
    {
        Dictionary<string, Formation> formations = costed.Formations.ToDictionary(f => f.Id);
        foreach (PlannedStorage storage in input.Plan.Storages.Where(s => formations.ContainsKey(s.SinkId)))
        {
            Formation formation = formations[storage.SinkId];
            double capital = storage.Projects.Select((n, v) => n * (formation.Development + formation.Construction).Value * numbers.Learned("storage", input.Plan.Periods[v].From)).Sum();
            double wells = storage.Projects.Sum() * formation.WellsPerProject;
            foreach ((GeoPoint place, double share) in Entries(storage))
            {
                Usd part = new(share * capital);
                Book(Places.At(place, storage.State), part, c => c with { StorageUsd = c.StorageUsd + part, Wells = c.Wells + (share * wells) });
            }
        }
    }

    /// <summary>Where CO2 enters a formation and what share of it; its centre where the plan names no entry with flow.</summary>
    private static IEnumerable<(GeoPoint Place, double Share)> Entries(PlannedStorage storage)
    {
        double all = storage.Entries.Sum(e => e.Rate.Select(r => r.Value).Sum());
        return all > 0 ? storage.Entries.Select(e => (e.Place, e.Rate.Select(r => r.Value).Sum() / all)) : [(storage.Centre, 1)];
    }

    private void BookPipes()
    {
        foreach (PlannedPipe pipe in input.Plan.Pipes)
        {
            int laid = pipe.Bought.Count(b => b.Value > 0);
            (GeoPoint Middle, double Km)[] pieces = laid > 0 ? [.. Pieces(pipe.Route)] : [];
            double drawn = pieces.Sum(p => p.Km);
            foreach (var (county, km) in pieces.GroupBy(p => Places.At(p.Middle), p => p.Km).Select(g => (g.Key, g.Sum())))
            {
                double share = drawn > 0 ? km / drawn : 0;
                Usd part = new(share * pipe.CapexUsd.Value);
                Book(county, part, c => c with { PipeUsd = c.PipeUsd + part, PipeKm = c.PipeKm + (share * laid * pipe.Length.Value) });
            }
        }
    }

    private static IEnumerable<(GeoPoint Middle, double Km)> Pieces(IReadOnlyList<GeoPoint> route)
    {
        for (int i = 1; i < route.Count; i++)
        {
            GeoPoint from = route[i - 1], to = route[i];
            double km = from.DistanceTo(to).Value;
            int count = Math.Max(1, (int)Math.Ceiling(km / PieceKm));
            for (int k = 0; k < count; k++)
            {
                double at = (k + 0.5) / count;
                yield return (new GeoPoint(from.Longitude + (at * (to.Longitude - from.Longitude)), from.Latitude + (at * (to.Latitude - from.Latitude))), km / count);
            }
        }
    }

    private void Book(County? county, Usd amount, Func<CountyOutcome, CountyOutcome> add, JobFigure? jobs = null, bool withJobs = false)
    {
        if (county is null)
        {
            Unplaced += amount;
            return;
        }

        CountyOutcome before = counties.TryGetValue(county.Fips, out CountyOutcome? known) ? known : CountyOutcome.None(county, disadvantaged.ShareOf(county));
        CountyOutcome after = add(before);
        counties[county.Fips] = withJobs ? after.With(jobs) : after;
    }
}
