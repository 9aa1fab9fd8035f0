using System.Globalization;
using Trunkline.Domain;

namespace Trunkline.Atlas.Build;

/// <summary>An ethanol plant of EIA-819 with the CO2 of its fermenters.</summary>
internal sealed record EthanolPlant(string Id, string Company, string Town, string State, GeoPoint Place, double FermentationCo2);

/// <summary>Reads EIA's ethanol plants and finds the GHGRP facility of each, whose boilers are already counted there.</summary>
internal static class EthanolPlants
{
    // Both lists geocode addresses. Closer than this is the same yard; up to the longer distance a word of the names must agree. EIA's points are sometimes
    // another plant's: with the same town and a word of the company, EPA's point is taken however far.
    private const double SameYardKm = 5;
    private const double SameTownKm = 25;
    private const double SameStateKm = 250;

    // Ethyl alcohol, wet corn milling, distilleries.
    private static readonly HashSet<string> Industries = ["325193", "311221", "312140"];

    private static readonly HashSet<string> CommonWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "ethanol", "energy", "llc", "inc", "biofuels", "renewable", "fuels", "company", "corp", "corporation", "plant", "bioenergy", "biorefining", "grain",
        "processing", "and", "the", "renewables", "resources", "partners", "agri", "city", "united", "new", "north", "south", "central", "lake", "corn",
        "products", "mill", "wet", "dry", "ingredients",
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

    /// <summary>
    /// The facility of each plant that has one. Pairs are taken best first and each facility once; then a further plant in the same yard under the same
    /// company joins the facility that its sister has.
    /// </summary>
    public static IReadOnlyDictionary<string, Facility> Match(IReadOnlyList<EthanolPlant> plants, IReadOnlyList<Facility> facilities)
    {
        (EthanolPlant Plant, Facility Facility, int Rank, double Km)[] pairs =
        [
            .. from plant in plants
               from facility in facilities
               where Industries.Contains(facility.Naics) && facility.State == plant.State
               let km = plant.Place.DistanceTo(facility.Place).Value
               let rank = Rank(plant, facility, km)
               where rank is not null
               orderby rank, km, plant.Id, facility.Id
               select (plant, facility, rank.Value, km),
        ];
        Dictionary<string, Facility> matched = [];
        HashSet<string> taken = [];
        foreach ((EthanolPlant plant, Facility facility, _, _) in pairs.Where(p => !matched.ContainsKey(p.Plant.Id) && !taken.Contains(p.Facility.Id)))
        {
            matched.Add(plant.Id, facility);
            taken.Add(facility.Id);
        }

        foreach ((EthanolPlant plant, Facility facility, _, _) in pairs.Where(p =>
            !matched.ContainsKey(p.Plant.Id) && p.Km <= SameYardKm && SharesWord(p.Plant.Company, p.Facility.Name)))
        {
            matched.Add(plant.Id, facility);
        }

        return matched;
    }

    private static int? Rank(EthanolPlant plant, Facility facility, double km) =>
        km <= SameStateKm && string.Equals(plant.Town, facility.City, StringComparison.OrdinalIgnoreCase) && SharesWord(plant.Company, facility.Name) ? 0
        : km <= SameYardKm ? 1
        : km <= SameTownKm && SharesWord($"{plant.Company} {plant.Town}", facility.Name) ? 2
        : null;

    private static bool SharesWord(string one, string other) => Words(one).Intersect(Words(other)).Any();

    private static IEnumerable<string> Words(string name) =>
        name.ToUpper(CultureInfo.InvariantCulture).Split([' ', ',', '.', '-', '/', '(', ')', '\''], StringSplitOptions.RemoveEmptyEntries)
            .Where(w => w.Length > 2 && !CommonWords.Contains(w));
}
