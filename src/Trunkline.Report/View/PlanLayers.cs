using NetTopologySuite.Geometries;
using Trunkline.Atlas;
using Trunkline.Domain;
using Trunkline.Planner;

namespace Trunkline.Report;

/// <summary>A layer of the map of a plan, ready to be sent.</summary>
/// <param name="GeoJson">A FeatureCollection; each feature has its <c>id</c> among its properties, by-period values end in the period's index.</param>
public sealed record MapLayer(string Name, int Features, byte[] GeoJson);

/// <summary>The layers of the interactive map.</summary>
public static class PlanLayers
{
    /// <summary>Names of all layers, in the order in which they are drawn.</summary>
    public static IReadOnlyList<string> Names { get; } = ["counties", "existing", "storage", "pipes", "entries", "sites"];

    /// <summary>A layer by name; null where there is none of that name.</summary>
    public static MapLayer? Of(PlanView view, string name)
    {
        ArgumentNullException.ThrowIfNull(view);
        using FeatureText text = new();
        Action<PlanView, FeatureText>? write = name switch
        {
            "sites" => Sites,
            "pipes" => Pipes,
            "storage" => Storage,
            "entries" => Entries,
            "counties" => Counties,
            "existing" => Existing,
            _ => null,
        };
        write?.Invoke(view, text);
        return write is null ? null : new MapLayer(name, text.Count, text.ToBytes());
    }

    private static void Sites(PlanView view, FeatureText text)
    {
        foreach (SiteSeen site in view.Sites.Values)
        {
            PlannedCapture[] captures = [.. view.Captures[site.Id]];
            UncapturedStream[] left = [.. view.Left[site.Id]];
            text.Begin(site.Id);
            text.Say("name", site.Name);
            text.Say("state", site.State);
            text.Say("county", site.CountyFips);
            text.Say("sector", site.Sector);
            text.Say("process", captures.Select(c => (c.Process, c.Capacity.Value)).Concat(left.Select(u => (u.Process, u.Co2.Value))).MaxBy(p => p.Value).Process);
            text.Say("co2TPerYear", site.Co2TPerYear);
            text.Say("biogenicTPerYear", site.BiogenicTPerYear);
            text.Say("status", captures.Length > 0 ? "captured" : left.All(u => u.Reason == "cost-unknown") ? "unknown" : "left");
            text.Say("reason", captures.Length > 0 ? null : left.OrderByDescending(u => u.Co2.Value).FirstOrDefault()?.Reason);
            Captured(view, captures, text);
            text.End(site.Place);
        }
    }

    private static void Captured(PlanView view, PlannedCapture[] captures, FeatureText text)
    {
        bool any = captures.Length > 0;
        text.Say("tracks", any ? string.Join(' ', captures.Select(c => c.Track).Distinct().Order()) : null);
        text.Say("first", any ? captures.Min(c => c.FirstPeriod) : null);
        text.Say("last", any ? captures.Max(c => c.LastPeriod) : null);
        text.Say("stopsAtCreditEnd", captures.Any(c => c.StopsAtCreditEnd));
        text.Say("capacityTPerYear", any ? captures.Sum(c => c.Capacity.Value) : null);
        text.Say("costUsdPerT", any ? captures.Sum(c => c.CostPerTonne.Value * c.Capacity.Value) / captures.Sum(c => c.Capacity.Value) : null);
        text.Say("confidence", any ? captures.Max(c => c.SourceConfidence).ToString() : null);
        if (any)
        {
            text.ByPeriod("rate", view.Periods.Select(t => (double?)captures.Sum(c => c.Rate[t].Value)));
            text.ByPeriod("creditUsd", view.Periods.Select(t => (double?)captures.Sum(c => c.CreditUsd[t].Value)));
        }
    }

    private static void Pipes(PlanView view, FeatureText text)
    {
        foreach (PlannedPipe pipe in view.Plan.Pipes.Where(p => p.Route.Count >= 2))
        {
            int first = pipe.Bought.Index().Where(b => PlanFigures.IsFlow(b.Item)).Select(b => b.Index).FirstOrDefault(-1);
            text.Begin(pipe.EdgeId);
            text.Say("from", pipe.From);
            text.Say("to", pipe.To);
            text.Say("lengthKm", pipe.Length.Value);
            text.Say("existingTPerYear", pipe.ExistingCapacity.Value);
            text.Say("firstBought", first < 0 ? null : first);
            text.Say("capexUsd", pipe.CapexUsd.Value);
            text.ByPeriod("flow", pipe.Flow.Select(f => (double?)f.Value));
            text.ByPeriod("inches", view.Periods.Select(t => PlanFigures.LargestInches(pipe, t)));
            text.End(pipe.Route);
        }
    }

    private static void Storage(PlanView view, FeatureText text)
    {
        foreach (PlannedStorage storage in view.Plan.Storages)
        {
            text.Begin(storage.SinkId);
            text.Say("name", storage.Name);
            text.Say("kind", storage.Kind);
            text.Say("state", storage.State);
            text.Say("readyFrom", storage.ReadyFrom);
            text.Say("maxProjects", storage.MaxProjects);
            text.Say("capacityT", storage.Capacity?.Value);
            text.ByPeriod("rate", storage.Rate.Select(r => (double?)r.Value));
            text.ByPeriod("fill", view.Periods.Select(t => PlanFigures.Fill(view.Plan, storage, t)));
            text.ByPeriod("projects", storage.Projects.Select(p => (double?)p));
            EndStorage(storage, text);
        }
    }

    /// <summary>Ends a feature with the ground that a storage takes, or its middle where that is not known.</summary>
    internal static void EndStorage(PlannedStorage storage, FeatureText text)
    {
        if (storage.RadiusKm is { } radius and > 0)
        {
            text.EndPolygon([.. Layer.Circle(storage.Centre, radius).ExteriorRing.Coordinates.Where((_, i) => i % 2 == 0).Select(Place)]);
        }
        else
        {
            text.End(storage.Centre);
        }
    }

    private static void Entries(PlanView view, FeatureText text)
    {
        foreach (PlanFigures.InjectionPoint point in PlanFigures.InjectionPoints(view.Plan))
        {
            text.Begin($"{point.Storage.SinkId}@{point.Entry.Node}");
            text.Say("sink", point.Storage.SinkId);
            text.Say("name", point.Storage.Name);
            text.Say("kind", point.Storage.Kind);
            text.Say("node", point.Entry.Node);
            text.ByPeriod("rate", point.Entry.Rate.Select(r => (double?)r.Value));
            text.End(point.Entry.Place);
        }
    }

    private static void Counties(PlanView view, FeatureText text)
    {
        foreach (County county in view.Dataset.Counties)
        {
            Site[] sites = [.. view.SitesByCounty[county.Fips].Where(s => view.Sites.ContainsKey(s.Id))];
            text.Begin(county.Fips);
            text.Say("name", county.Name);
            text.Say("state", county.State);
            text.Say("population", county.Population);
            text.Say("svi", county.SviPercentile);
            text.Say("sites", sites.Length);
            if (sites.Any(s => view.Captures.Contains(s.Id)))
            {
                text.ByPeriod("capturedTPerYear", view.Periods.Select(t => (double?)sites.Sum(s => view.Captures[s.Id].Sum(c => c.Rate[t].Value))));
            }

            text.End(county.Centre);
        }
    }

    private static void Existing(PlanView view, FeatureText text)
    {
        foreach (Corridor line in view.Dataset.ExistingPipelines.Where(l => l.Points.Count >= 2))
        {
            text.Begin(line.Id);
            text.Say("name", line.Name);
            text.Say("lengthKm", line.Length.Value);
            text.Say("capacityTPerYear", line.Capacity?.Value);
            text.Say("source", line.Source);
            text.End(line.Points);
        }
    }

    private static GeoPoint Place(Coordinate corner) => new(corner.X, corner.Y);
}
