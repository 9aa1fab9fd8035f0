using Trunkline.Atlas;
using Trunkline.Domain;
using Trunkline.Planner;

namespace Trunkline.Report;

/// <summary>A plan laid beside its dataset, indexed for whoever looks at one thing after another. Immutable.</summary>
public sealed class PlanView
{
    private const string Dac = "dac";

    public PlanView(Plan plan, Dataset dataset)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(dataset);
        (Plan, Dataset) = (plan, dataset);
        Captures = plan.Captures.ToLookup(c => c.SiteId, StringComparer.Ordinal);
        Left = plan.Uncaptured.ToLookup(u => u.SiteId, StringComparer.Ordinal);
        Streams = dataset.Streams.ToLookup(s => s.SiteId, StringComparer.Ordinal);
        Pipes = plan.Pipes.ToDictionary(p => p.EdgeId, StringComparer.Ordinal);
        Storages = plan.Storages.ToDictionary(s => s.SinkId, StringComparer.Ordinal);
        SitesByCounty = dataset.Sites.Where(s => s.CountyFips is not null).ToLookup(s => s.CountyFips!, StringComparer.Ordinal);
        Sites = Place(dataset);
    }

    public Plan Plan { get; }

    public Dataset Dataset { get; }

    /// <summary>All sites of the plan's region and its air capture sites that run, by id.</summary>
    public IReadOnlyDictionary<string, SiteSeen> Sites { get; }

    public ILookup<string, PlannedCapture> Captures { get; }

    public ILookup<string, UncapturedStream> Left { get; }

    public ILookup<string, CaptureStream> Streams { get; }

    public IReadOnlyDictionary<string, PlannedPipe> Pipes { get; }

    public IReadOnlyDictionary<string, PlannedStorage> Storages { get; }

    public ILookup<string, Site> SitesByCounty { get; }

    /// <summary>Period indices, in order.</summary>
    public IEnumerable<int> Periods => Enumerable.Range(0, Plan.Periods.Count);

    /// <summary>What a site captures in each period, t/y.</summary>
    public double[] RateOf(string siteId) => [.. Periods.Select(t => Captures[siteId].Sum(c => c.Rate[t].Value))];

    private Dictionary<string, SiteSeen> Place(Dataset dataset)
    {
        HashSet<string> named = [.. Plan.Captures.Select(c => c.SiteId), .. Plan.Uncaptured.Select(u => u.SiteId)];
        IEnumerable<SiteSeen> plants = dataset.Sites.Where(s => named.Contains(s.Id)).Select(s => new SiteSeen(
            s.Id, s.Name, s.State, s.CountyFips, s.Place, s.Sector, s.FossilCo2.Value + s.BiogenicCo2.Value, s.BiogenicCo2.Value));
        IEnumerable<SiteSeen> air = dataset.DacSites.Where(d => named.Contains(d.Id)).Select(d => new SiteSeen(
            d.Id, d.Name, d.State, null, d.Place, Dac, 0, 0));
        return plants.Concat(air).ToDictionary(s => s.Id, StringComparer.Ordinal);
    }
}

/// <summary>A plant or an air capture site as a map shows it.</summary>
/// <param name="Co2TPerYear">In the base year, before capture; zero for air capture.</param>
public sealed record SiteSeen(
    string Id, string Name, string State, string? CountyFips, GeoPoint Place, string Sector, double Co2TPerYear, double BiogenicTPerYear);
