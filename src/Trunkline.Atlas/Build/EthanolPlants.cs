using System.Globalization;
using Trunkline.Domain;

namespace Trunkline.Atlas.Build;

/// <summary>An ethanol plant of EIA-819 with the CO2 of its fermenters.</summary>
internal sealed record EthanolPlant(string Id, string Company, string Town, string State, GeoPoint Place, double FermentationCo2);

/// <summary>Reads EIA's ethanol plants and finds the GHGRP facility of each, whose boilers are already counted there.</summary>
internal static class EthanolPlants
{
    private const string EthanolNaics = "325193";

    // Both lists geocode addresses: closer than this is the same yard; up to the longer distance a word of the name must agree.
    private const double SameYardKm = 5;
    private const double SameTownKm = 25;

    private static readonly HashSet<string> CommonWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "ethanol", "energy", "llc", "inc", "biofuels", "renewable", "fuels", "company", "corp", "corporation", "plant", "bioenergy", "biorefining", "grain",
        "processing", "and", "the", "of", "renewables", "resources", "partners", "agri", "city", "united", "new", "north", "south", "central", "lake",
    };

    public static IReadOnlyList<EthanolPlant> Read(RawFolder raw, CitedFigures figures) =>
    [
        .. raw.Rows(RawFolder.Ethanol).Select(r => new EthanolPlant(
            $"eia-{r.Text("objectid")}",
            r.Text("company")!,
            r.Text("site")!,
            ContiguousStates.CodeOfName(r.Text("state")!),
            new GeoPoint(r.Number("lon")!.Value, r.Number("lat")!.Value),
            r.NumberOrNone("capacity_mmgal_y") * figures["ethanol.fermentation"])).OrderBy(p => p.Id, StringComparer.Ordinal),
    ];

    /// <summary>The facility of each plant that has one; each facility is given to one plant, nearest pairs first.</summary>
    public static IReadOnlyDictionary<string, Facility> Match(IReadOnlyList<EthanolPlant> plants, IReadOnlyList<Facility> facilities)
    {
        var pairs =
            from plant in plants
            from facility in facilities
            where facility.Naics == EthanolNaics && facility.State == plant.State
            let km = plant.Place.DistanceTo(facility.Place).Value
            where km <= SameYardKm || (km <= SameTownKm && SharesWord(plant, facility))
            orderby km, plant.Id, facility.Id
            select (plant, facility);
        Dictionary<string, Facility> matched = [];
        HashSet<string> taken = [];
        foreach ((EthanolPlant plant, Facility facility) in pairs)
        {
            if (!matched.ContainsKey(plant.Id) && taken.Add(facility.Id))
            {
                matched.Add(plant.Id, facility);
            }
        }

        return matched;
    }

    private static bool SharesWord(EthanolPlant plant, Facility facility) => Words(plant.Company).Concat(Words(plant.Town)).Intersect(Words(facility.Name)).Any();

    private static IEnumerable<string> Words(string name) =>
        name.ToUpper(CultureInfo.InvariantCulture).Split([' ', ',', '.', '-', '/', '(', ')', '\''], StringSplitOptions.RemoveEmptyEntries)
            .Where(w => w.Length > 2 && !CommonWords.Contains(w));
}
