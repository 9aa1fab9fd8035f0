using System.Globalization;
using Trunkline.Domain;

namespace Trunkline.Atlas.Build;

/// <summary>Enhanced oil recovery: EIA's demand by play. Only plays that have a place; the regional centroids are dummies that keep EIA's model feasible.</summary>
internal static class UseTable
{
    private const int From = 2026;
    private const int To = 2050;

    public static IReadOnlyList<CarbonUse> Uses(RawFolder raw, List<Doubt> doubts)
    {
        Dictionary<string, RawRow> places = raw.Rows(RawFolder.EiaNodes).Where(r => r.Text("type") == "co2_eor").ToDictionary(r => r.Text("id")!);
        List<CarbonUse> uses = [];
        foreach (RawRow row in raw.Rows(RawFolder.EiaDemand).OrderBy(r => r.Text("play"), StringComparer.Ordinal))
        {
            string play = row.Text("play")!;
            SortedDictionary<int, TonnesPerYear> demand = Demand(row);
            if (!places.TryGetValue(play, out RawRow? place))
            {
                doubts.Add(new Doubt("uses", play, "dummy-demand", "A regional centroid with the same 5 Mt/y every year and no place.", "Left out."));
            }
            else if (demand.Count == 0)
            {
                doubts.Add(new Doubt("uses", play, "no-demand", $"EIA gives this play no demand in {From}-{To}.", "Left out."));
            }
            else
            {
                uses.Add(One(play, place, demand));
            }
        }

        return uses;
    }

    private static SortedDictionary<int, TonnesPerYear> Demand(RawRow row) => new(
        Enumerable.Range(From, To - From + 1)
            .Select(year => (year, t: row.NumberOrNone(year.ToString(CultureInfo.InvariantCulture))))
            .Where(d => d.t > 0)
            .ToDictionary(d => d.year, d => new TonnesPerYear(d.t)));

    private static CarbonUse One(string play, RawRow place, SortedDictionary<int, TonnesPerYear> demand) => new(
        play,
        $"EOR play {play[1..]}",
        place.Text("state")!,
        new GeoPoint(place.Number("lon")!.Value, place.Number("lat")!.Value),
        "eor",
        demand,
        PriceKnown: false,
        default,
        "EIA AEO2025 CCATS hsm_on_co2inj_play.csv; place from nodes.csv",
        Confidence.A);
}
