using System.Text.Json;
using Trunkline.Planner;

namespace Trunkline.Report;

/// <summary>What differs between two plans, as a layer of the map: each thing with the shape that it has in the plan where it stands.</summary>
public static class DifferenceLayer
{
    private const string Name = "difference";

    /// <summary>Both plans must have the same periods.</summary>
    /// <exception cref="ArgumentException">The plans have other periods.</exception>
    public static MapLayer Of(PlanView before, PlanView after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        PlanDifference difference = PlanDifference.Of(before.Plan, after.Plan);
        using FeatureText text = new();
        foreach (ThingChange site in difference.Sites)
        {
            Begin(text, "site", site);
            text.End((after.Sites.GetValueOrDefault(site.Id) ?? before.Sites[site.Id]).Place);
        }

        foreach (ThingChange pipe in difference.Pipes)
        {
            PlannedPipe line = after.Pipes.GetValueOrDefault(pipe.Id) ?? before.Pipes[pipe.Id];
            if (line.Route.Count >= 2)
            {
                Begin(text, "pipe", pipe);
                text.End(line.Route);
            }
        }

        foreach (ThingChange storage in difference.Storages)
        {
            Begin(text, "storage", storage);
            PlanLayers.EndStorage(after.Storages.GetValueOrDefault(storage.Id) ?? before.Storages[storage.Id], text);
        }

        return new MapLayer(Name, text.Count, text.ToBytes());
    }

    private static void Begin(FeatureText text, string kind, ThingChange change)
    {
        text.Begin(change.Id);
        text.Say("name", change.Name);
        text.Say("kind", kind);
        text.Say("change", JsonNamingPolicy.KebabCaseLower.ConvertName(change.Kind.ToString()));
    }
}
